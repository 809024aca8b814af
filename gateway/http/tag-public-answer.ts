import type { onSendHookHandler } from 'fastify';
import { isSame, weakTag } from '../../subgraphs/shared/http/etag.js';

const VARY = 'Accept, Accept-Language, Authorization';

/** Gives an answer that caches may keep a tag, and leaves its text out for who has it. */
export const tagPublicAnswer: onSendHookHandler = (request, reply, text, done) => {
  const cacheControl = String(reply.getHeader('cache-control'));
  const isKept = reply.statusCode === 200 && cacheControl.startsWith('public');
  if (!isKept || typeof text !== 'string') {
    done(null, text);
    return;
  }
  const tag = answerTag(text);
  const vary = reply.getHeader('vary');
  reply.headers({ etag: tag, vary: vary === undefined ? VARY : `${String(vary)}, ${VARY}` });
  if (isSame(request.headers['if-none-match'], tag)) {
    reply.code(304);
    done(null, null);
  } else {
    done(null, text);
  }
};

/**
 * The tag of an answer. Two answers that differ only in `coverage.stale[].ageSeconds` have the same one, which is why it
 * is weak: ages to the second would make every answer a new one.
 */
function answerTag(body: string): string {
  const at = body.lastIndexOf('"extensions":{');
  if (at < 0) return weakTag(body);
  return weakTag(body.slice(0, at) + body.slice(at).replaceAll(/"ageSeconds":\d+/g, ''));
}
