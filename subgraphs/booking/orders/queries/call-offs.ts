import type { FastifyInstance } from 'fastify';
import { addSignedRoute } from '../../../shared/identity/processes/routes/signed-route.js';
import type { RequestVerifier } from '../../../shared/identity/processes/verify-request.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import { CallOffSums, standingAmounts, type CallOff } from '../order/call-off-sums.js';
import { cooperativesOf, stateOf } from '../order/order-state.js';
import type { OrderDataSource } from './data-source.js';

/** Knows what became of work of late. */
interface Reports {
  /** Has what owners have reported written down, as far as they tell it soon. */
  catchUp(among: { readonly agreementId: string }): Promise<void>;
}

export interface CallOffsOptions {
  readonly dataSource: Pick<OrderDataSource, 'findCallOffs' | 'findCallOff'>;
  readonly reports: Reports;
  /** The network's clock. */
  readonly clock: Clock;
  /** Null where no keys are trusted: then nobody may ask. */
  readonly verifier: RequestVerifier | null;
  readonly log: Logger;
}

const MOST_SHOWN = 50;
const FAULT = 'The call-offs could not be read.';

/**
 * Adds `GET /call-offs/ID`, which the procurement process asks: what was ordered under an agreement, as sums by cooperative and
 * currency, how many orders stand, and the latest of all that name it. `GET /call-offs/by-reference/REFERENCE` tells of one order under
 * which agreement it is, and of whom. Nothing of who ordered leaves. For the sums owners are asked first, so that what they have reported
 * of late counts.
 */
export function addCallOffsRoute(app: FastifyInstance, options: CallOffsOptions): void {
  const { dataSource, reports, clock, verifier, log } = options;
  addSignedRoute(app, {
    path: '/call-offs/:id',
    answer: async (id) => {
      await reports.catchUp({ agreementId: id });
      return addUp(dataSource.findCallOffs(id), clock.now());
    },
    fault: FAULT,
    ...{ verifier, log },
  });
  addSignedRoute(app, {
    path: '/call-offs/by-reference/:id',
    answer: async (reference, reply) => {
      const order = await dataSource.findCallOff(reference);
      if (order?.agreementId != null) {
        return { agreementId: order.agreementId, cooperatives: cooperativesOf(order.legs) };
      }
      return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is no such call-off.' });
    },
    fault: FAULT,
    ...{ verifier, log },
  });
}

async function addUp(orders: AsyncIterable<CallOff>, now: Date) {
  const sums = new CallOffSums(now);
  const latest = [];
  let count = 0;
  for await (const order of orders) {
    const { _id: id, reference, createdAt } = order;
    const amounts = [...standingAmounts(order)].map(([currency, netMinor]) => ({
      currency,
      netMinor,
    }));
    const told = { id, reference, state: stateOf(order, now), createdAt, amounts };
    if (latest.length < MOST_SHOWN) latest.push(told);
    if (amounts.length > 0) count += 1;
    sums.add(order);
  }
  return { count, latest, sums: sums.sums };
}
