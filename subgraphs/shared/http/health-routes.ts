import type { FastifyInstance } from 'fastify';

/** Why whoever asks owners cannot answer yet. */
export const REGISTRY_UNREAD = 'The registry has not been read yet.';

/**
 * Adds `/health`, which says that the process lives, and `/ready`, which says whether it can answer now: 200, or 503 with the reason.
 * @param findObstacle - Why it cannot, as a sentence; null where it can.
 */
export function addHealthRoutes(app: FastifyInstance, findObstacle: () => string | null): void {
  app.get('/health', (_request, reply) => {
    void reply.header('cache-control', 'no-store').send({ status: 'alive' });
  });
  app.get('/ready', (_request, reply) => {
    const reason = findObstacle();
    void reply
      .code(reason === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(reason === null ? { status: 'ready' } : { status: 'not ready', reason });
  });
}
