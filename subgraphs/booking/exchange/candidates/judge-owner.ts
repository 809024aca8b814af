import { asMessage } from '../../store/refusal.js';
import { askLeastMinutes } from '../../owners/least-minutes.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { FAIR_MS } from './ask-in-stages.js';
import type { CandidateJudgement, WorkNeed } from './candidates.js';
import { findEarliest } from './earliest-start.js';
import { judgeLive, wordsFor, type Judgements } from './judge-live.js';

/** What an owner says of a piece of work. */
export interface OwnerAnswer {
  /** Whether it can do it now. */
  readonly verdicts: Judgements;
  /** The same with what it says when it is asked further. Never rejects, and takes no longer than the owner was given. */
  readonly further: Promise<Judgements>;
}

/**
 * All that one owner is asked about a piece of work: whether it can do it now. Where nothing is in the way but what it may do without,
 * whether it has room for it, and when it could begin at the earliest; where it is too short, what would be long enough. One request,
 * and one more at once for each of these, if there is a fair time left for it.
 * @returns Null when the owner does not answer within `timeoutMs`; otherwise as soon as it has said whether it can.
 */
export async function judgeOwner(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  services: readonly string[],
  need: WorkNeed,
  timeoutMs: number,
): Promise<OwnerAnswer | null> {
  const deadline = performance.now() + timeoutMs;
  const verdicts = await judgeLive(owners, cooperative, services, need, timeoutMs);
  if (verdicts === null) return null;
  const leftMs = Math.floor(deadline - performance.now());
  const further =
    leftMs < FAIR_MS
      ? Promise.resolve(verdicts)
      : askFurther(owners, cooperative, verdicts, need, leftMs);
  return { verdicts, further };
}

async function askFurther(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  verdicts: Judgements,
  need: WorkNeed,
  timeoutMs: number,
): Promise<Judgements> {
  const which = (isMeant: (verdict: CandidateJudgement) => boolean): string[] =>
    [...verdicts].filter(([, verdict]) => isMeant(verdict)).map(([id]) => id);
  const agreeable = which(({ isAgreeable }) => isAgreeable);
  const undated = which(({ isAgreeable, earliestStart }) => isAgreeable && earliestStart === null);
  const tooShort = which(({ reason }) => reason === 'TOO_SHORT');
  const [agreed, starts, least] = await Promise.all([
    agreeable.length > 0 ? judgeLive(owners, cooperative, agreeable, need, timeoutMs, true) : null,
    findEarliest(owners, cooperative, undated, need, timeoutMs),
    askLeastMinutes(owners, cooperative, tooShort, timeoutMs),
  ]);
  return new Map(
    [...verdicts].map(([id, verdict]) => {
      const withYes = agreed?.get(id);
      // Who does not know what a yes on the phone is gives no answer, and is believed.
      if (withYes?.answer === 'CANNOT') return [id, withYes];
      const leastMinutes = least.get(id) ?? null;
      const message =
        leastMinutes === null
          ? {}
          : asMessage(wordsFor('TOO_SHORT', cooperative, need, leastMinutes));
      const earliestStart = verdict.earliestStart ?? starts.get(id) ?? null;
      return [id, { ...verdict, ...message, leastMinutes, earliestStart }];
    }),
  );
}
