import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { ErrorCodeName } from '../../../schema/error-codes.js';
import { showsToken } from '../../shared/process/bearer-token.js';

/** Who may change the registry: anybody while developing, else whoever shows the token, nobody where there is none. */
export type RegistryAccess =
  | { readonly kind: 'open' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'closed' };

/** @param more - Further fields of the answer, for programs. */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: ErrorCodeName,
  message: string,
  more: object = {},
): FastifyReply {
  return reply.code(status).send({ code, message, ...more });
}

/** Answers an address whose path cannot be read: only the registry has parts in its that are not fixed. */
export function refuseUnreadable(_request: FastifyRequest, reply: FastifyReply): void {
  refuse(reply, 400, 'BAD_REQUEST', 'The address cannot be read.');
}

/** Lets nobody pass who may not change the registry, before the body is read. */
export function requireAccess(access: RegistryAccess): onRequestHookHandler {
  return (request, reply, next) => {
    switch (access.kind) {
      case 'open':
        next();
        return;
      case 'closed':
        refuse(reply, 403, 'FORBIDDEN', 'The registry is closed: REGISTRY_TOKEN is not set.');
        return;
      case 'token': {
        const wanted = 'Wanted "Authorization: Bearer" with the registry\'s token.';
        if (showsToken(request.headers.authorization, access.token)) next();
        else refuse(reply, 403, 'FORBIDDEN', wanted);
      }
    }
  };
}
