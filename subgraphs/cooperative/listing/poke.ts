import { request } from 'undici';
import type { Logger } from '../../shared/process/logger.js';
import { within } from '../../shared/process/time-limit.js';

/** Longest wait for the catalogue: the change is stored, and its poll finds it anyway. */
const WAIT_MS = 500;

/**
 * Makes the call that asks the catalogue to look at this cooperative's feed now.
 * @param url - `http://…/poke/karhu`; undefined makes a call that does nothing.
 * @returns A function that never rejects and takes at most half a second.
 */
export function createPoke(
  url: string | undefined,
  token: string | undefined,
  log: Logger,
): () => Promise<void> {
  if (url === undefined) return () => Promise.resolve();
  return async () => {
    try {
      const { statusCode, body } = await request(url, {
        method: 'POST',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        ...within(WAIT_MS),
      });
      await body.dump();
      if (statusCode !== 200) log.warn({ statusCode }, 'The catalogue refused to look.');
    } catch (error) {
      log.warn({ err: error }, 'The catalogue could not be asked to look.');
    }
  };
}
