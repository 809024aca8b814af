import type { FastifyInstance } from 'fastify';
import { decide } from '../../../shared/identity/policy/decide.js';
import { NOBODYS } from '../../../shared/identity/policy/rule.js';
import { rowOf } from '../../../shared/identity/policy/table.js';
import { askerOf } from '../../../shared/identity/processes/asker-of.js';
import { keepSigner, signerOf } from '../../../shared/identity/processes/keep-signer.js';
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

const ROW = rowOf('GET /open-orders/{id}');
const MOST_REFERENCES = 20;
const OPEN_STATES: readonly string[] = ['REQUESTED', 'HELD', 'CONFIRMED', 'STARTED'];

/**
 * Adds `GET /open-orders/ID`, which the registry asks before it ends a membership: how many orders the cooperative is still to
 * carry out, and the references of the first of them. Nothing else of an order leaves.
 */
export function addOpenOrdersRoute(app: FastifyInstance, options: OpenOrdersOptions): void {
  void app.register((scope, _options, done) => {
    keepSigner(scope, options.verifier);
    addRoute(scope, options);
    done();
  });
}

function addRoute(scope: FastifyInstance, options: OpenOrdersOptions): void {
  const { dataSource, clock, log } = options;
  scope.get<{ Params: { id: string } }>('/open-orders/:id', async (request, reply) => {
    const { id } = request.params;
    const decision = decide(ROW, askerOf(signerOf(request)), NOBODYS);
    if (decision.kind === 'refused') {
      const { code, message } = decision;
      return reply.code(403).send({ code, message });
    }
    if (!isCooperativeId(id)) {
      const message = "Wanted a cooperative's id.";
      return reply.code(400).send({ code: 'BAD_USER_INPUT', message });
    }
    try {
      const found = await dataSource.findUnfinishedAt(id);
      const open = found.filter((order) => isOpenAt(order, id, clock.now()));
      const references = open.slice(0, MOST_REFERENCES).map(({ reference }) => reference);
      return { count: open.length, references };
    } catch (error) {
      log.error({ err: error }, 'The open orders could not be read.');
      const message = 'Something failed here; see the log.';
      return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message });
    }
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
