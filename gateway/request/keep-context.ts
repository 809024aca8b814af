import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GatewayContext } from './gateway-context.js';
import { createRequestContext, type RequestContextOptions } from './request-context.js';

const NAME = 'gatewayContext';

/** Has every request of a scope keep what belongs to it, from its arrival until its client has the answer or is gone. */
export function keepContext(scope: FastifyInstance, options: RequestContextOptions): void {
  scope.decorateRequest(NAME, null);
  scope.addHook('onRequest', (request, reply, next) => {
    const context = createRequestContext(request.raw, request.ip, options);
    request.setDecorator(NAME, context);
    reply.header('x-request-id', context.requestId);
    const response = reply.raw.once('close', () => {
      if (!response.writableFinished) context.deadline.abandon();
    });
    next();
  });
}

/** What belongs to a request; null in a scope that does not keep it, and where the request was refused before. */
export function findContext(request: FastifyRequest): GatewayContext | null {
  return NAME in request ? request.getDecorator<GatewayContext | null>(NAME) : null;
}

/** What belongs to a request. @throws Error in a scope that does not keep it. */
export function contextOf(request: FastifyRequest): GatewayContext {
  return request.getDecorator<GatewayContext>(NAME);
}
