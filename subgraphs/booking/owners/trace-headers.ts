import { AsyncLocalStorage } from 'node:async_hooks';
import type { onRequestHookHandler } from 'fastify';

const PASSED_ON = ['x-request-id', 'traceparent', 'tracestate'] as const;

const storage = new AsyncLocalStorage<Readonly<Record<string, string>>>();

/** Headers by which the logs of several processes are read together; empty for work that no request asked for. */
export function traceHeaders(): Readonly<Record<string, string>> {
  return storage.getStore() ?? {};
}

/** Keeps the trace headers of a request for everything that is done on its behalf. */
export const keepTraceHeaders: onRequestHookHandler = (request, _reply, next) => {
  const headers = PASSED_ON.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' && value.length <= 512 ? [[name, value] as const] : [];
  });
  storage.run(Object.fromEntries(headers), next);
};
