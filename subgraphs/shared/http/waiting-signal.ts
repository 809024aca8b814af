import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { publicError } from '../../../schema/errors.js';

/** By which a caller tells for how long it waits: whole milliseconds from the moment at which its request is read. */
export const DEADLINE_HEADER = 'x-deadline-ms';

/** For how long anything is worked out, whatever a caller is ready to wait. */
const LONGEST_MS = 30_000;

/**
 * Aborted when nobody waits for an answer any more: the connection is closed before it was sent, or the time is over for which the
 * caller waits. What is no number of milliseconds is passed over: callers need not say it.
 */
export function waitingSignal(
  { headers }: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
): AbortSignal {
  const controller = new AbortController();
  // As many parts of the work may listen as there are.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => {
    controller.abort(publicError('GATEWAY_TIMEOUT', 'There was no time to answer.'));
  }, waitedMs(headers[DEADLINE_HEADER])).unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (response.writableFinished) return;
    controller.abort(publicError('GATEWAY_TIMEOUT', 'Nobody waits for the answer any more.'));
  });
  return controller.signal;
}

function waitedMs(told: string | readonly string[] | undefined): number {
  if (typeof told !== 'string' || !/^\d{1,9}$/.test(told)) return LONGEST_MS;
  return Math.min(Number(told), LONGEST_MS);
}
