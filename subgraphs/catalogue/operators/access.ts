import type { FastifyReply, FastifyRequest, preValidationAsyncHookHandler } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { ErrorCodeName } from '../../../schema/error-codes.js';
import { rawBodyOf } from '../../shared/http/raw-body.js';
import { hasScope, refusalFor } from '../../shared/identity/processes/keep-signer.js';
import type { RequestVerifier, Verdict } from '../../shared/identity/processes/verify-request.js';

/** Who may change the registry, and have feeds read. */
export interface RegistryAccess {
  /** Whether anybody on this machine may who shows nothing, as while developing. */
  readonly isOpen: boolean;
  /** Whether a request shows the access token of a coordinator. @throws RefusedRequest where it shows a broken one. */
  readonly isCoordinator: (request: IncomingMessage) => Promise<boolean>;
}

/** Access of those that a process knows itself: processes, and while developing whoever is on this machine. */
export function accessOfProcesses(isProduction: boolean): RegistryAccess {
  return { isOpen: !isProduction, isCoordinator: () => Promise.resolve(false) };
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

const WANTED = 'Wanted a coordinator\'s access token as "Authorization: Bearer"';
const WANTED_TO_CHANGE = `${WANTED}, or a request signed with the scope "register".`;
const WANTED_TO_POKE = `${WANTED}, or a request signed by the cooperative itself with the scope "poke".`;

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Of a token that was made for something else than to sign a request, as those of people are. */
const OTHER_TOKENS: readonly string[] = ['malformed-token', 'wrong-type'];

/**
 * Lets nobody pass who may not do what a route does, once the body is read, which a signature covers.
 * @param verifier - Null where no keys are trusted: then no process is known.
 */
export function requireAccess(
  { isOpen, isCoordinator }: RegistryAccess,
  verifier: RequestVerifier | null,
): preValidationAsyncHookHandler {
  return async (request, reply) => {
    const isPoke = request.routeOptions.url === '/poke/:id';
    const wanted = isPoke ? WANTED_TO_POKE : WANTED_TO_CHANGE;
    const { authorization } = request.raw.headers;
    const verdict: Verdict = (await verifier?.verify(authorization, rawBodyOf(request))) ?? {
      kind: 'unsigned',
    };
    switch (verdict.kind) {
      case 'signed': {
        const { request: signer } = verdict;
        const { id } = request.params as { readonly id?: string };
        const isItself = hasScope(signer, 'poke') && signer.issuer === id;
        // Pausing somebody is a decision of people.
        const isState = request.routeOptions.url === '/registry/:id/state';
        const isPassed = (!isState && hasScope(signer, 'register')) || (isPoke && isItself);
        return isPassed ? undefined : refuse(reply, 403, 'FORBIDDEN', wanted);
      }
      case 'refused':
        if (!OTHER_TOKENS.includes(verdict.reason)) throw refusalFor(verdict.reason);
        return (await isCoordinator(request.raw))
          ? undefined
          : refuse(reply, 403, 'FORBIDDEN', wanted);
      case 'unsigned':
        if (isOpen && LOOPBACK.test(request.ip)) return undefined;
        if (authorization !== undefined && (await isCoordinator(request.raw))) return undefined;
        return refuse(reply, 401, 'UNAUTHENTICATED', wanted);
    }
  };
}
