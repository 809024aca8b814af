import type { RequestHandler, Response } from 'express';
import type { ErrorCodeName } from '../../../schema/error-codes.js';
import { showsToken } from '../../shared/process/bearer-token.js';

/** Who may change the registry: anybody while developing, else whoever shows the token, nobody where there is none. */
export type RegistryAccess =
  | { readonly kind: 'open' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'closed' };

/** @param more - Further fields of the answer, for programs. */
export function refuse(
  response: Response,
  status: number,
  code: ErrorCodeName,
  message: string,
  more: object = {},
): void {
  response.status(status).json({ code, message, ...more });
}

export function requireAccess(access: RegistryAccess): RequestHandler {
  return (request, response, next) => {
    switch (access.kind) {
      case 'open':
        next();
        return;
      case 'closed':
        refuse(response, 403, 'FORBIDDEN', 'The registry is closed: REGISTRY_TOKEN is not set.');
        return;
      case 'token': {
        const wanted = 'Wanted "Authorization: Bearer" with the registry\'s token.';
        if (showsToken(request.headers.authorization, access.token)) next();
        else refuse(response, 403, 'FORBIDDEN', wanted);
      }
    }
  };
}
