import type { onRequestHookHandler } from 'fastify';
import { withTraceHeaders } from './trace-headers.js';

/** Keeps the trace headers of a request for everything that is done on its behalf. */
export const keepTraceHeaders: onRequestHookHandler = ({ headers }, _reply, next) => {
  withTraceHeaders(headers, next);
};
