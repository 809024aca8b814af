import type { FastifyInstance } from 'fastify';
import { decide } from '../../../shared/identity/policy/decide.js';
import { NOBODYS } from '../../../shared/identity/policy/rule.js';
import { rowOf } from '../../../shared/identity/policy/table.js';
import { askerOf } from '../../../shared/identity/processes/asker-of.js';
import { keepSigner, signerOf } from '../../../shared/identity/processes/keep-signer.js';
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

const ROW = rowOf('GET /call-offs/{id}');
const MOST_SHOWN = 50;

/**
 * Adds `GET /call-offs/ID`, which the procurement process asks: what was ordered under an agreement, as sums by cooperative and
 * currency, with the latest orders. Nothing of who ordered leaves.
 */
export function addCallOffsRoute(app: FastifyInstance, options: CallOffsOptions): void {
  void app.register((scope, _options, done) => {
    keepSigner(scope, options.verifier);
    addRoute(scope, options);
    done();
  });
}

function addRoute(scope: FastifyInstance, { dataSource, clock, log }: CallOffsOptions): void {
  scope.get<{ Params: { id: string } }>('/call-offs/:id', async (request, reply) => {
    const decision = decide(ROW, askerOf(signerOf(request)), NOBODYS);
    if (decision.kind === 'refused') {
      const { code, message } = decision;
      return reply.code(403).send({ code, message });
    }
    try {
      return await addUp(dataSource.findCallOffs(request.params.id), clock.now());
    } catch (error) {
      log.error({ err: error }, 'The call-offs could not be read.');
      const message = 'Something failed here; see the log.';
      return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message });
    }
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
