import type { Services } from './call/call.js';

/**
 * Now and then aborts transactions that take too long, and forgets idle cursors and sessions.
 * @returns A function that stops it.
 */
export function startHousekeeping(services: Services, everySeconds: number): () => void {
  const timer = setInterval(() => {
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
