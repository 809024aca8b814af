import { messageOf } from '../../shared/process/message-of.js';
import type { Logger } from '../../shared/process/logger.js';
import { TimeLimit, within } from '../../shared/process/time-limit.js';
import type { StandingVerification } from '../store/verification-data-source.js';

/**
 * What the coordinator has verified, as far as the database tells in time; nothing where it does not, which the log says. Then all that
 * cooperatives declare is their own word: nobody is refused for that. Never rejects.
 * @param timeoutMs - Real time; the query itself may go on.
 */
export async function knownVerifications(
  find: () => Promise<readonly StandingVerification[]>,
  timeoutMs: number,
  log: Pick<Logger, 'warn'>,
): Promise<readonly StandingVerification[]> {
  const tooLate = (): Error => new Error(`no answer within ${timeoutMs} ms`);
  try {
    return await within(TimeLimit.within(timeoutMs), find(), tooLate);
  } catch (error) {
    const reason = messageOf(error);
    log.warn({ reason }, 'What is verified is not known: a search goes on as if nothing were.');
    return [];
  }
}
