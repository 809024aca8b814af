import type { FastifyInstance } from 'fastify';
import { addSignedRoute } from '../../../shared/identity/processes/routes/signed-route.js';
import type { RequestVerifier } from '../../../shared/identity/processes/verify-request.js';
import type { Clock } from '../../../shared/process/clock.js';
import { isCooperativeId } from '../../../shared/words/ids.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { OpenOrder, OrderDataSource } from './data-source.js';

export interface OpenOrdersOptions {
  readonly dataSource: Pick<OrderDataSource, 'findUnfinishedAt'>;
  /** The network's clock. */
  readonly clock: Clock;
  /** Null where no keys are trusted: then nobody may ask. */
  readonly verifier: RequestVerifier | null;
  readonly log: Logger;
}

const MOST_REFERENCES = 20;
const OPEN_STATES: readonly string[] = ['REQUESTED', 'HELD', 'CONFIRMED', 'STARTED'];

/**
 * Adds `GET /open-orders/ID`, which the registry asks before it ends a membership: how many orders the cooperative is still to
 * carry out, and the references of the first of them. Nothing else of an order leaves.
 */
export function addOpenOrdersRoute(app: FastifyInstance, options: OpenOrdersOptions): void {
  const { dataSource, clock, verifier, log } = options;
  addSignedRoute(app, {
    path: '/open-orders/:id',
    answer: async (id, reply) => {
      if (!isCooperativeId(id)) {
        const message = "Wanted a cooperative's id.";
        return reply.code(400).send({ code: 'BAD_USER_INPUT', message });
      }
      const found = await dataSource.findUnfinishedAt(id);
      const open = found.filter((order) => isOpenAt(order, id, clock.now()));
      const references = open.slice(0, MOST_REFERENCES).map(({ reference }) => reference);
      return { count: open.length, references };
    },
    fault: 'The open orders could not be read.',
    ...{ verifier, log },
  });
}

/** Whether a cooperative still has something to do for an order: work that is not over, or an answer or release that it owes. */
function isOpenAt(
  { state, legs, owed, task, expiresAt }: OpenOrder,
  cooperative: string,
  now: Date,
): boolean {
  if (owed.some((each) => each.cooperative === cooperative)) return true;
  if (task?.open.includes(cooperative)) return true;
  if (state === 'HELD' && expiresAt !== null && expiresAt <= now) return false;
  return legs.some(({ serviceId, start, minutes, state: legState }) => {
    const isIts = serviceId.startsWith(`${cooperative}:`) && OPEN_STATES.includes(legState);
    return isIts && (state === 'PENDING' || start.getTime() + minutes * 60_000 > now.getTime());
  });
}
