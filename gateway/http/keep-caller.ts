import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusedRequest } from '../../subgraphs/shared/http/refused-request.js';
import type { AccessTokens } from '../../subgraphs/shared/identity/people/access-tokens.js';
import type {
  TokenReason,
  TokenRefusal,
} from '../../subgraphs/shared/identity/people/token-refusal.js';
import type { Exhausted, Rates } from '../limits/rates.js';
import { contextOf } from '../request/keep-context.js';
import { PROTECTED_RESOURCE } from './protected-resource.js';

export interface CallerOptions {
  readonly tokens: AccessTokens;
  /** Whether `/.well-known/oauth-protected-resource` says where one signs in. */
  readonly tellsIssuers: boolean;
  readonly rates: Rates;
}

/** Tokens of people who have signed in all right, or of which that cannot be told. */
const NO_FAILURES: readonly TokenReason[] = [
  'expired',
  'too-old',
  'not-yet-valid',
  'provider-down',
];

/**
 * Has every request of a scope say who asks, before anything of it is read. One with a token that is not taken is refused, whatever
 * it asks for; one without is the public's, and waits for nothing.
 * @param scope - Keeps contexts.
 */
export function keepCaller(
  scope: FastifyInstance,
  { tokens, tellsIssuers, rates }: CallerOptions,
): void {
  const readCaller = async (request: FastifyRequest, authorization: string): Promise<void> => {
    const context = contextOf(request);
    const verdict = await tokens.verify(authorization);
    if (verdict.kind === 'caller') {
      context.caller = verdict.caller;
      return;
    }
    const { refusal } = verdict;
    const isFailure = !NO_FAILURES.includes(refusal.reason);
    // Only after the token was looked at: whoever has a good one is never stopped by what others try at the same address.
    const exhausted = isFailure && (await rates.spendAt(context.address, rates.costs.failedSignIn));
    if (exhausted) throw tooMany(exhausted);
    throw refusalFor(refusal, tellsIssuers ? addressOf(request) : null);
  };
  scope.addHook('onRequest', (request, _reply, next) => {
    const { authorization } = request.raw.headers;
    if (authorization === undefined) next();
    else {
      void readCaller(request, authorization).then(() => {
        next();
      }, next);
    }
  });
}

/** Refuses a request of somebody who has no points left. */
function tooMany({ message, retryAfterSeconds }: Exhausted): RefusedRequest {
  return new RefusedRequest(429, message, { 'retry-after': String(retryAfterSeconds) });
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
