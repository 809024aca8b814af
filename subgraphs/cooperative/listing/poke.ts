import { wordsOf } from '../../shared/owners/outcome.js';
import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import { Sender } from '../../shared/owners/sender.js';
import type { Logger } from '../../shared/process/logger.js';
import { TimeLimit } from '../../shared/process/time-limit.js';

/** Longest wait for the catalogue: the change is stored, and its poll finds it anyway. */
const WAIT_MS = 500;

/**
 * Makes the call that asks the catalogue to look at this cooperative's feed now.
 * @param url - `http://…/poke/karhu`; undefined makes a call that does nothing.
 * @returns A function that never rejects and takes at most half a second.
 */
export function createPoke(
  url: string | undefined,
  signer: RequestSigner,
  log: Logger,
): () => Promise<void> {
  if (url === undefined) return () => Promise.resolve();
  const sender = new Sender();
  return async () => {
    const outcome = await sender.send({
      method: 'POST',
      url,
      headers: signer.headersFor({ audience: 'catalogue', scope: 'poke', body: null }),
      limit: TimeLimit.within(WAIT_MS),
    });
    if (outcome.kind !== 'answer') {
      const reason = `It ${wordsOf(outcome)}.`;
      log.warn({ reason }, 'The catalogue could not be asked to look.');
    } else if (outcome.status !== 200) {
      log.warn({ statusCode: outcome.status }, 'The catalogue refused to look.');
    }
  };
}
