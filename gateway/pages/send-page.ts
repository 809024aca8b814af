import type { RouteHandlerMethod } from 'fastify';
import Negotiator from 'negotiator';
import { gzipSync } from 'node:zlib';
import { isSame, weakTag } from '../../subgraphs/shared/http/etag.js';
import { policyOf } from '../http/security-headers.js';

/** A text that stays the same while the process runs. */
export interface Page {
  readonly type: string;
  readonly text: string;
  /** What the browser may do with it beyond reading, as Content-Security-Policy directives. */
  readonly allowed: readonly string[];
  /** Whether there is nothing else under its address ever. */
  readonly isForEver?: boolean;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Answers with a page, made on the first request and kept in compressed form too. */
export function sendPage(create: () => Page | Promise<Page>): RouteHandlerMethod {
  let made: Promise<{ page: Page; etag: string; gzipped: Buffer }> | null = null;
  const make = async () => {
    const page = await create();
    return { page, etag: weakTag(page.text), gzipped: gzipSync(page.text) };
  };
  return async ({ raw, headers }, reply) => {
    made ??= make();
    const { page, etag, gzipped } = await made;
    reply.headers({
      'content-security-policy': policyOf(page.allowed),
      'cache-control': page.isForEver ? FOR_EVER : 'no-cache',
      vary: 'Accept-Encoding',
      etag,
    });
    const isGzipped = new Negotiator(raw).encodings(['gzip']).length > 0;
    if (isGzipped) reply.header('content-encoding', 'gzip');
    if (isSame(headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(page.type).send(isGzipped ? gzipped : page.text);
  };
}
