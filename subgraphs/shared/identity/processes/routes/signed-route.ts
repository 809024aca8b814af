import type { FastifyInstance, FastifyReply } from 'fastify';
import { databaseFaultOf } from '../../../process/errors/database-fault.js';
import type { Logger } from '../../../process/logger.js';
import { decide } from '../../policy/decide.js';
import { NOBODYS } from '../../policy/rule.js';
import { rowOf } from '../../policy/table.js';
import { askerOf } from '../asker-of.js';
import { keepSigner, signerOf } from '../keep-signer.js';
import type { RequestVerifier } from '../verify-request.js';

const UNEXPECTED = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something failed here; see the log.',
} as const;

export interface SignedRouteOptions {
  /** Such as `/open-orders/:id`; its row in the table of access says who may ask. */
  readonly path: `/${string}/:id`;
  /** What is sent. @param id - As it stands in the address. @param reply - For another status. */
  readonly answer: (id: string, reply: FastifyReply) => Promise<unknown>;
  /** What the log says where `answer` fails. */
  readonly fault: string;
  /** Null where no keys are trusted: then nobody may ask. */
  readonly verifier: RequestVerifier | null;
  readonly log: Logger;
}

/** Adds `GET /…/ID`, which a process of the network asks another in its own name. */
export function addSignedRoute(app: FastifyInstance, options: SignedRouteOptions): void {
  const { path, answer, fault, verifier, log } = options;
  const row = rowOf(`GET ${path.replace(':id', '{id}')}`);
  void app.register((scope, _options, done) => {
    keepSigner(scope, verifier);
    scope.get<{ Params: { id: string } }>(path, async (request, reply) => {
      const decision = decide(row, askerOf(signerOf(request)), NOBODYS);
      if (decision.kind === 'refused') {
        const { code, message } = decision;
        return reply.code(403).send({ code, message });
      }
      try {
        return await answer(request.params.id, reply);
      } catch (error) {
        log.error({ err: error }, fault);
        const { code, message } = databaseFaultOf(error) ?? UNEXPECTED;
        return reply.code(code === UNEXPECTED.code ? 500 : 503).send({ code, message });
      }
    });
    done();
  });
}
