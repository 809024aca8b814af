import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusedRequest } from './refused-request.js';

/** What a connection takes beside what comes in by it. */
const LEAST_BYTES = 64 * 1024;

/** How much may be coming in. */
export interface BodyLimits {
  /** From the first byte of a request until it is there as a whole; then it is refused. */
  readonly withinMs: number;
  /** Of all bodies that are not there yet, each as long as it says it will be. Where more come, the oldest is refused. */
  readonly mostBytes: number;
}

/**
 * Bounds the memory that bodies take while they are coming in: where they become too many, the one that has been coming the longest
 * gives way, so that who sends slowly keeps nobody out.
 */
export function limitBodies(app: FastifyInstance, mostBytes: number): void {
  /** How many bytes are kept for each, in the order in which they began. */
  const coming = new Map<FastifyRequest, number>();
  let bytes = 0;
  const leave = (request: FastifyRequest): void => {
    bytes -= coming.get(request) ?? 0;
    coming.delete(request);
  };
  app.addHook('preParsing', (request, _reply, payload, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.raw.headers;
    if (length !== undefined || encoding !== undefined) {
      const { bodyLimit } = request.routeOptions;
      const kept = LEAST_BYTES + Math.min(Number(length ?? bodyLimit), bodyLimit);
      coming.set(request, kept);
      bytes += kept;
      payload.once('close', () => {
        leave(request);
      });
      for (const oldest of coming.keys()) {
        if (bytes <= mostBytes || oldest === request) break;
        leave(oldest);
        giveWay(oldest);
      }
    }
    next();
  });
}

/** Ends the reading of a body. Whoever reads it answers; where nobody does, the connection ends. */
function giveWay({ raw }: FastifyRequest): void {
  const refusal = new RefusedRequest(408, 'The request came too slowly while others waited.');
  if (raw.listenerCount('error') > 0) raw.emit('error', refusal);
  else raw.destroy();
}
