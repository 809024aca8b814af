import type { FastifyInstance } from 'fastify';
import { addSignedRoute } from '../../shared/identity/processes/routes/signed-route.js';
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

/**
 * Adds `GET /agreements/ID`, which the booking process asks before it takes an order under an agreement: whose, with whom, for how
 * long, of what and at which prices.
 */
export function addTermsRoute(app: FastifyInstance, options: TermsRouteOptions): void {
  const { dataSource, verifier, log } = options;
  addSignedRoute(app, {
    path: '/agreements/:id',
    answer: async (id, reply) => {
      const agreement = await dataSource.findById(id);
      if (agreement) {
        const { organisationId, cooperatives, cpv, currency, prices } = agreement;
        return { organisationId, cooperatives, ...timeOf(agreement), cpv, currency, prices };
      }
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such agreement.' });
    },
    fault: 'An agreement could not be read.',
    ...{ verifier, log },
  });
}
