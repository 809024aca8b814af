import type { FastifyInstance } from 'fastify';
import type { IdentityFile } from '../../subgraphs/shared/identity/people/identity-file.js';

export const PROTECTED_RESOURCE = '/.well-known/oauth-protected-resource';

/**
 * Adds `/.well-known/oauth-protected-resource` (RFC 9728): where programs on this machine sign in, and for what. Where the hub takes
 * tokens for several audiences, `resource` is that of the first server.
 */
export function addProtectedResource(app: FastifyInstance, { issuers }: IdentityFile): void {
  const metadata = {
    resource: issuers[0]?.audience,
    authorization_servers: issuers.map(({ issuer }) => issuer),
    bearer_methods_supported: ['header'],
  };
  app.get(PROTECTED_RESOURCE, (_request, reply) => {
    void reply.header('cache-control', 'no-cache').send(metadata);
  });
}
