import type { FastifyReply, FastifyRequest, preValidationAsyncHookHandler } from 'fastify';
import type { ErrorCodeName } from '../../../schema/error-codes.js';
import type { AccessTokens } from '../../shared/identity/people/access-tokens.js';
import type { TokenRefusal } from '../../shared/identity/people/token-refusal.js';
import { decide, type Refused } from '../../shared/identity/policy/decide.js';
import { NOBODYS, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { isSigned, judgeSigner } from '../../shared/identity/processes/keep-signer.js';
import type { RequestVerifier } from '../../shared/identity/processes/verify-request.js';

/** By what it is known who changes the registry, and has feeds read. */
export interface RegistryAccess {
  /** Whose access tokens are taken; null where nobody signs in. */
  readonly tokens: Pick<AccessTokens, 'verify'> | null;
  /** Elsewhere whoever is on this machine may have feeds read, and shows nothing for it. */
  readonly isProduction: boolean;
}

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

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const PUBLIC: Asker = { caller: null, process: null };

/**
 * Lets nobody pass who may not do what a route does, by the row of the table that has its method and path; once the body is
 * read, which a signature covers.
 * @param verifier - Null where no keys are trusted: then no process is known.
 */
export function requireAccess(
  access: RegistryAccess,
  verifier: RequestVerifier | null,
): preValidationAsyncHookHandler {
  return async (request, reply) => {
    const row = rowOf(
      `${request.method} ${request.routeOptions.url?.replace(':id', '{id}') ?? ''}`,
    );
    const isShown = request.raw.headers.authorization !== undefined;
    const isPoke = row.name === 'POST /poke/{id}';
    if (isPoke && !isShown && !access.isProduction && LOOPBACK.test(request.ip)) return undefined;
    const asker = await askerOf(request, access, verifier);
    if ('reason' in asker) return refuseAsker(reply, asker, { reason: asker.reason });
    const { id = '' } = request.params as { readonly id?: string };
    const decision = decide(row, asker, { ...NOBODYS, organisations: [id] });
    return decision.kind === 'allowed' ? undefined : refuseAsker(reply, decision);
  };
}

/** A process speaks for itself alone here. @throws RefusedRequest where its signature is not taken. */
async function askerOf(
  request: FastifyRequest,
  { tokens }: RegistryAccess,
  verifier: RequestVerifier | null,
): Promise<Asker | TokenRefusal> {
  const { authorization } = request.raw.headers;
  if (isSigned(authorization)) {
    return { caller: null, process: await judgeSigner(request, verifier) };
  }
  if (authorization === undefined || tokens === null) return PUBLIC;
  const verdict = await tokens.verify(authorization);
  return verdict.kind === 'refused' ? verdict.refusal : { ...PUBLIC, caller: verdict.caller };
}

function refuseAsker(
  reply: FastifyReply,
  { code, message }: Pick<Refused, 'code' | 'message'>,
  more: object = {},
): FastifyReply {
  if (code === 'FORBIDDEN') return refuse(reply, 403, code, message, more);
  return refuse(reply.header('www-authenticate', 'Bearer'), 401, code, message, more);
}
