import type { FastifyInstance } from 'fastify';
import { isSame, weakTag } from '../../shared/http/etag.js';
import type { PublicJwk } from '../../shared/identity/processes/public-keys.js';

/** How long caches may keep the keys, in seconds. Whoever is shown a key that is not among them asks again before that. */
const MAX_AGE_S = 300;

/** Adds `GET /.well-known/jwks.json`: the public keys of the hub's processes (RFC 7517, 5). */
export function addKeysRoute(
  app: FastifyInstance,
  publishedKeys: () => readonly PublicJwk[],
): void {
  app.get('/.well-known/jwks.json', (request, reply) => {
    const text = JSON.stringify({ keys: publishedKeys() });
    const etag = weakTag(text);
    void reply.headers({ etag, 'cache-control': `public, max-age=${MAX_AGE_S}` });
    if (isSame(request.headers['if-none-match'], etag)) void reply.code(304).send();
    else void reply.header('content-type', 'application/jwk-set+json').send(text);
  });
}
