import type { FastifyInstance, FastifyRequest, preValidationAsyncHookHandler } from 'fastify';
import { rawBodyOf } from '../../http/raw-body.js';
import { RefusedRequest } from '../../http/refused-request.js';
import {
  REFUSALS,
  TOKEN_TYPE,
  type Refusal,
  type RequestVerifier,
  type SignedRequest,
} from './verify-request.js';

const NAME = 'signedRequest';

const CHALLENGE = { 'www-authenticate': 'Bearer' };

/** A signature covers the body and no address. */
const ADDRESSED =
  'A signed request says in its body, which is signed, what it wants: no "?" in its address.';

/**
 * Which process signed a request whose body is read; null where none did.
 * @param verifier - Null where no keys are trusted, which is possible while developing alone: then nobody is known.
 * @throws RefusedRequest where what is shown is not taken.
 */
export async function judgeSigner(
  request: FastifyRequest,
  verifier: RequestVerifier | null,
): Promise<SignedRequest | null> {
  const { authorization } = request.raw.headers;
  if (authorization === undefined || verifier === null) return null;
  const verdict = await verifier.verify(authorization, rawBodyOf(request));
  if (verdict.kind === 'refused') throw refusalFor(verdict.reason);
  if (verdict.kind === 'unsigned') return null;
  if (request.raw.url?.includes('?')) {
    throw new RefusedRequest(401, ADDRESSED, CHALLENGE, 'unsigned-address');
  }
  return verdict.request;
}

/**
 * Has every request of a scope be judged by what it shows, once its body is read: one with a broken token is refused whatever it
 * asks for, one without is told apart by `signerOf`.
 */
export function keepSigner(scope: FastifyInstance, verifier: RequestVerifier | null): void {
  scope.decorateRequest(NAME, null);
  if (verifier === null) return;
  const judge: preValidationAsyncHookHandler = async (request) => {
    request.setDecorator(NAME, await judgeSigner(request, verifier));
  };
  scope.addHook('preValidation', judge);
}

/** Whether an `Authorization` says of itself that a process has signed the request; nothing is verified. */
export function isSigned(authorization: string | undefined): boolean {
  const [, head = ''] = /^Bearer +([\w-]+)\./i.exec(authorization ?? '') ?? [];
  try {
    const json: unknown = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
    const { typ } = Object(json) as Readonly<Record<string, unknown>>;
    return typ === TOKEN_TYPE;
  } catch {
    return false;
  }
}

/** Which process signed a request; null where none did. @throws Error in a scope that does not keep it. */
export function signerOf(request: FastifyRequest): SignedRequest | null {
  return request.getDecorator<SignedRequest | null>(NAME);
}

/** Why a token is refused, as the answer. */
function refusalFor(reason: Refusal): RefusedRequest {
  return new RefusedRequest(401, REFUSALS[reason], CHALLENGE, reason);
}
