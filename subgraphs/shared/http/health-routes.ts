import type { FastifyInstance } from 'fastify';

/** Adds `/health`, which says that the process lives, and `/ready`, which says whether it can answer now: 200 or 503. */
export function addHealthRoutes(app: FastifyInstance, isReady: () => boolean): void {
  app.get('/health', (_request, reply) => {
    void reply.header('cache-control', 'no-store').send({ status: 'alive' });
  });
  app.get('/ready', (_request, reply) => {
    const ready = isReady();
    void reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready' });
  });
}
