import type { OrderRecord } from '../../store/records.js';
import type { Reply, Question } from '../order/question.js';
import type { BookingsClient } from './bookings-client.js';

/** When one owner has refused and so decided for all, the others are waited for so much longer: they may have reasons too. */
const GRACE_MS = 200;
/** An attempt shorter than this is not worth while. */
export const SHORTEST_ATTEMPT_MS = 100;

/** How long one attempt may take when a caller has so much time left; when nobody waits, it may take its full time. */
export function attemptMs(leftMs: number, ownerTimeoutMs: number): number {
  return leftMs < SHORTEST_ATTEMPT_MS
    ? ownerTimeoutMs
    : Math.min(ownerTimeoutMs, Math.ceil(leftMs));
}

/**
 * Asks all at once.
 * @returns The replies that came in time: not all of them where one has decided for all.
 * @throws What asking one of them threw.
 */
export async function askOwners(
  bookings: Pick<BookingsClient, 'ask'>,
  order: OrderRecord,
  questions: readonly Question[],
  timeoutMs: number,
): Promise<Reply[]> {
  const replies: Reply[] = [];
  const graceOver = new Promise<void>((resolve, reject) => {
    const asked = questions.map(async (question) => {
      const reply = { question, verdict: await bookings.ask(question, order, timeoutMs) };
      replies.push(reply);
      if (decidesForAll(order, reply)) setTimeout(resolve, GRACE_MS).unref();
    });
    // Whoever waits must learn of a failure too, or would wait for ever.
    Promise.all(asked).then(() => {
      resolve();
    }, reject);
  });
  await graceOver;
  return [...replies];
}

/** Whether a reply means that the order cannot be had, whatever the others say. */
function decidesForAll({ policy, task }: OrderRecord, { verdict }: Reply): boolean {
  if (policy !== 'ALL_OR_NOTHING') return false;
  if (verdict.kind === 'answer') {
    return verdict.refusals.length > 0 && (task?.step === 'hold' || task?.step === 'confirm');
  }
  return verdict.kind !== 'unknown' && task?.step === 'hold';
}
