import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { retryAfterSecondsOf, sayOutcome } from '../../../shared/owners/outcome.js';
import { say, type Said } from '../../../shared/words/said/say.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';

/**
 * Why a command is not begun that needs owners which are not asked now, because they are silent or have enough in hand.
 * @param owners - Each once.
 * @param what - That is not begun, such as `this order`.
 * @returns One for each such owner; it decides nothing, and says when to come back.
 */
export function refuseSilent(
  owners: readonly string[],
  client: Pick<OwnerClient, 'heldBack'>,
  what: Said,
): Refusal[] {
  return owners.flatMap((owner) => {
    const heldBack = client.heldBack(owner);
    if (heldBack === null) return [];
    const message = say`${owner} ${sayOutcome(heldBack)}; ${what} was not begun.`;
    const retryAfterSeconds = retryAfterSecondsOf(heldBack);
    return [{ ...undecided(refuse('COOPERATIVE_UNAVAILABLE', message)), retryAfterSeconds }];
  });
}
