import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusedRequest } from '../../subgraphs/shared/http/refused-request.js';
import type { AccessTokens } from '../../subgraphs/shared/identity/people/access-tokens.js';
import type { TokenRefusal } from '../../subgraphs/shared/identity/people/token-refusal.js';
import { contextOf } from '../request/keep-context.js';
import { PROTECTED_RESOURCE } from './protected-resource.js';

export interface CallerOptions {
  readonly tokens: AccessTokens;
  /** Whether `/.well-known/oauth-protected-resource` says where one signs in. */
  readonly tellsIssuers: boolean;
}

/**
 * Has every request of a scope say who asks, before anything of it is read. One with a token that is not taken is refused, whatever
 * it asks for; one without is the public's, and waits for nothing.
 * @param scope - Keeps contexts.
 */
export function keepCaller(scope: FastifyInstance, { tokens, tellsIssuers }: CallerOptions): void {
  scope.addHook('onRequest', (request, _reply, next) => {
    const { authorization } = request.raw.headers;
    if (authorization === undefined) {
      next();
      return;
    }
    void tokens.verify(authorization).then((verdict) => {
      if (verdict.kind === 'caller') {
        contextOf(request).caller = verdict.caller;
        next();
      } else {
        next(refusalFor(verdict.refusal, tellsIssuers ? addressOf(request) : null));
      }
    }, next);
  });
}

/** RFC 6750, section 3. @param metadata - Where one signs in (RFC 9728, 5.1); null where that is not told. */
function refusalFor(
  { code, reason, message }: TokenRefusal,
  metadata: string | null,
): RefusedRequest {
  const [status, error] =
    code === 'FORBIDDEN'
      ? ([403, 'insufficient_scope'] as const)
      : ([401, 'invalid_token'] as const);
  const parameters = [
    `error="${error}"`,
    `error_description="${quotable(message)}"`,
    ...(metadata === null ? [] : [`resource_metadata="${metadata}"`]),
  ];
  const headers = { 'www-authenticate': `Bearer ${parameters.join(', ')}` };
  return new RefusedRequest(status, message, headers, reason);
}

/** As the client calls this hub; null where that is no name. */
function addressOf({ protocol, headers: { host = '' } }: FastifyRequest): string | null {
  const isName = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host);
  return isName ? `${protocol}://${host}${PROTECTED_RESOURCE}` : null;
}

/** What may stand between the quotes of a parameter. */
function quotable(text: string): string {
  return text.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "'");
}
