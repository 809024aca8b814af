import type { FastifyInstance } from 'fastify';
import { decide } from '../../shared/identity/policy/decide.js';
import { NOBODYS } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import { keepSigner, signerOf } from '../../shared/identity/processes/keep-signer.js';
import type { RequestVerifier } from '../../shared/identity/processes/verify-request.js';
import type { Logger } from '../../shared/process/logger.js';
import type { AgreementDataSource } from '../store/agreement-data-source.js';
import { timeOf } from './time-of.js';

export interface TermsRouteOptions {
  readonly dataSource: Pick<AgreementDataSource, 'findById'>;
  /** Null where no keys are trusted: then nobody may ask. */
  readonly verifier: RequestVerifier | null;
  readonly log: Logger;
}

const ROW = rowOf('GET /agreements/{id}');

/** Adds `GET /agreements/ID`, which the booking process asks before it takes an order under an agreement: whose, with whom, and for how long. */
export function addTermsRoute(app: FastifyInstance, options: TermsRouteOptions): void {
  void app.register((scope, _options, done) => {
    keepSigner(scope, options.verifier);
    addRoute(scope, options);
    done();
  });
}

function addRoute(scope: FastifyInstance, { dataSource, log }: TermsRouteOptions): void {
  scope.get<{ Params: { id: string } }>('/agreements/:id', async (request, reply) => {
    const decision = decide(ROW, askerOf(signerOf(request)), NOBODYS);
    if (decision.kind === 'refused') {
      const { code, message } = decision;
      return reply.code(403).send({ code, message });
    }
    try {
      const agreement = await dataSource.findById(request.params.id);
      if (agreement) {
        const { organisationId, cooperatives } = agreement;
        return { organisationId, cooperatives, ...timeOf(agreement) };
      }
    } catch (error) {
      log.error({ err: error }, 'An agreement could not be read.');
      const message = 'Something failed here; see the log.';
      return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message });
    }
    return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such agreement.' });
  });
}
