import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { cutText } from '../../subgraphs/shared/process/written-values.js';
import { findContext } from '../request/keep-context.js';

/** Owners that are named in one line; the rest are counted. */
const MOST_OWNERS = 20;
/** Of an answer, in which its first error is told. */
const BEGINNING = 4_000;
const CODE = 'accessLogCode';

/**
 * Where the lines go: standard error, like the log's, without waiting for who reads it. A line is written in one piece, for other
 * lines go there too; where nobody reads them, the newest are lost.
 */
export function accessLogStream(): DestinationStream {
  return pino.destination({
    ...{ dest: 2, sync: false, minLength: 2_048, maxWrite: 4_096 },
    ...{ maxLength: 1_000_000, periodicFlush: 1_000 },
  });
}

/**
 * Writes one line of JSON about each request when it is answered or broken off: nothing that was asked for or answered, and nothing
 * of who asked. Whether the process lives and is ready is asked too often to be told.
 */
export function addAccessLog(app: FastifyInstance, stream: DestinationStream): void {
  const log = pino({ name: 'gateway', level: 'info' }, stream);
  app.decorateRequest(CODE, null);
  app.addHook<string>('onSend', (request, _reply, payload, next) => {
    request.setDecorator(CODE, firstCode(payload));
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    const { url } = request.routeOptions;
    if (url !== '/health' && url !== '/ready') log.info(lineOf(request, reply), 'Request.');
    next();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply): object {
  const context = findContext(request);
  const asked = context?.coverage.asked ?? [];
  const name = context?.operation.name ?? null;
  return {
    requestId: context?.requestId ?? null,
    method: request.method,
    // As it is written in the code: an address may hold a document, its variables or the key of a link.
    route: request.routeOptions.url ?? null,
    operation: name === null ? null : cutText(name),
    status: reply.raw.writableFinished ? reply.statusCode : null,
    code: request.getDecorator<string | null>(CODE),
    durationMs: Math.round(reply.elapsedTime),
    bytes: Number(reply.getHeader('content-length') ?? 0),
    ownersAsked: asked.length,
    owners: asked.slice(0, MOST_OWNERS),
  };
}

/** The code of the first error of an answer, which stands at its beginning; null where there is none. */
function firstCode(payload: unknown): string | null {
  if (typeof payload !== 'string' || !payload.startsWith('{"errors":')) return null;
  return /"code":"(\w{1,60})"/.exec(payload.slice(0, BEGINNING))?.[1] ?? null;
}
