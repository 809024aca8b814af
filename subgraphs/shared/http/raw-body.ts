import type { FastifyInstance, FastifyRequest } from 'fastify';

const NAME = 'rawBody';
const NONE = Buffer.alloc(0);

/** Has every request of an app keep the bytes of its body as they came, which is what is signed. */
export function addRawBody(app: FastifyInstance): void {
  app.decorateRequest(NAME, null);
}

/** To be called by whatever parses a body, before it makes anything of it. */
export function keepRawBody(request: FastifyRequest, bytes: Buffer): void {
  request.setDecorator(NAME, bytes);
}

/** No bytes where no body was read. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return request.getDecorator<Buffer | null>(NAME) ?? NONE;
}
