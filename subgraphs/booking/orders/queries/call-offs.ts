import type { FastifyInstance } from 'fastify';
import { addSignedRoute } from '../../../shared/identity/processes/routes/signed-route.js';
import type { RequestVerifier } from '../../../shared/identity/processes/verify-request.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import { CallOffSums, type CallOff } from '../order/call-off-sums.js';
import type { OrderDataSource } from './data-source.js';

export interface CallOffsOptions {
  readonly dataSource: Pick<OrderDataSource, 'findCallOffs'>;
  /** The network's clock. */
  readonly clock: Clock;
  /** Null where no keys are trusted: then nobody may ask. */
  readonly verifier: RequestVerifier | null;
  readonly log: Logger;
}

const MOST_SHOWN = 50;

/**
 * Adds `GET /call-offs/ID`, which the procurement process asks: what was ordered under an agreement, as sums by cooperative and
 * currency, with the latest orders. Nothing of who ordered leaves.
 */
export function addCallOffsRoute(app: FastifyInstance, options: CallOffsOptions): void {
  const { dataSource, clock, verifier, log } = options;
  addSignedRoute(app, {
    path: '/call-offs/:id',
    answer: (id) => addUp(dataSource.findCallOffs(id), clock.now()),
    fault: 'The call-offs could not be read.',
    ...{ verifier, log },
  });
}

async function addUp(orders: AsyncIterable<CallOff>, now: Date) {
  const sums = new CallOffSums(now);
  const latest = [];
  let count = 0;
  for await (const order of orders) {
    const { _id: id, reference, state, createdAt } = order;
    if (count < MOST_SHOWN) latest.push({ id, reference, state, createdAt });
    count += 1;
    sums.add(order);
  }
  return { count, latest, sums: sums.sums };
}
