import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const PASSED_ON = ['x-request-id', 'traceparent', 'tracestate'] as const;
const LONGEST = 512;

const storage = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Headers by which the logs of several processes are read together; empty for work that no request asked for. */
export function traceHeaders(): Readonly<Record<string, string>> {
  return storage.getStore() ?? {};
}

/** Does some work under an id of its own: whatever it sends can be told apart, and not whose request it is sent for. */
export function withFreshTrace<Result>(work: () => Result): Result {
  return storage.run({ 'x-request-id': randomUUID() }, work);
}

/** Does some work on behalf of a request: whatever it sends has the request's trace headers. */
export function withTraceHeaders(given: IncomingHttpHeaders, work: () => void): void {
  const headers = PASSED_ON.flatMap((name) => {
    const value = given[name];
    return typeof value === 'string' && value.length <= LONGEST ? [[name, value] as const] : [];
  });
  // Node follows every promise of a process that has kept something once: what need not be kept is not.
  if (headers.length === 0 && storage.getStore() === undefined) work();
  else storage.run(Object.fromEntries(headers), work);
}
