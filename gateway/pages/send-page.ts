import type { RequestHandler } from 'express';
import { gzipSync } from 'node:zlib';
import { weakTag } from '../http/etag.js';
import { policyOf } from '../http/security-headers.js';

/** A text that stays the same while the process runs. */
export interface Page {
  readonly type: string;
  readonly text: string;
  /** What the browser may do with it beyond reading, as Content-Security-Policy directives. */
  readonly allowed: readonly string[];
}

/** Answers with a page, made on the first request and kept in compressed form too. */
export function sendPage(create: () => Page | Promise<Page>): RequestHandler {
  let made: Promise<{ page: Page; etag: string; gzipped: Buffer }> | null = null;
  const make = async () => {
    const page = await create();
    return { page, etag: weakTag(page.text), gzipped: gzipSync(page.text) };
  };
  return async (request, response) => {
    made ??= make();
    const { page, etag, gzipped } = await made;
    response.setHeader('content-security-policy', policyOf(page.allowed));
    response.setHeader('content-type', page.type);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('vary', 'Accept-Encoding');
    response.setHeader('etag', etag);
    if (request.acceptsEncodings('gzip') === 'gzip') {
      response.setHeader('content-encoding', 'gzip').send(gzipped);
    } else {
      response.send(page.text);
    }
  };
}
