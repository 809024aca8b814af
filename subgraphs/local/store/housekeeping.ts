import type { Services } from './call/call.js';
import { figuresOf } from './figures.js';

/**
 * Now and then aborts transactions that take too long, forgets idle cursors and sessions, and tells what is kept.
 * @param connections - Counts the clients.
 * @returns A function that stops it.
 */
export function startHousekeeping(
  services: Services,
  everySeconds: number,
  connections: () => number,
): () => void {
  const timer = setInterval(() => {
    services.log.info(figuresOf(services, connections()), 'Store figures.');
    sweep(services).catch((error: unknown) => {
      services.log.error({ err: error }, 'Housekeeping failed.');
    });
  }, everySeconds * 1000);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

async function sweep(services: Services): Promise<void> {
  const { cursors, sessions, store } = services;
  cursors.closeIdle();
  const keys = sessions.expired();
  cursors.closeOf(keys);
  const expired = sessions.end(keys);
  if (expired.length > 0) await store.commitSessions(new Map(expired.map((key) => [key, null])));
}
