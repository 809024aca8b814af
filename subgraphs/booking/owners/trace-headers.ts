import type { RequestHandler } from 'express';
import { withTraceHeaders } from '../../shared/owners/trace-headers.js';

/** Keeps the trace headers of a request for everything that is done on its behalf. */
export const keepTraceHeaders: RequestHandler = ({ headers }, _response, next) => {
  withTraceHeaders(headers, next);
};
