import { setImmediate } from 'node:timers/promises';
import type { LotOffer, Need, Verdict } from '../need/need.js';
import { absence, type AbsenceCode } from '../owners/absence.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import type { EvidenceFacts } from '../suppliers/holdings.js';
import { judge, type Judgement } from '../suppliers/judge.js';

/** After so long other requests have their turn. */
const TURN_MS = 10;

/** What is said of everybody, and who is to be asked. */
export interface Judged {
  /** In the catalogue's order. */
  readonly verdicts: readonly Verdict[];
  readonly offers: readonly LotOffer[];
}

/**
 * Judges each cooperative of the network; nobody is asked. Those of whom nothing is known, or who are to be left alone, are refused
 * with that as their only reason.
 * @param days - The need's working days.
 */
export async function judgeSuppliers(
  need: Need,
  days: readonly string[],
  listed: readonly ListedSupplier[],
): Promise<Judged> {
  const facts = factsOf(listed);
  const judgements: Judgement[] = [];
  let turnEnds = performance.now() + TURN_MS;
  for (const each of listed) {
    judgements.push(judgeOne(need, days, each, facts));
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + TURN_MS;
  }
  return {
    verdicts: judgements.map(({ verdict }) => verdict),
    offers: judgements.flatMap(({ offers }) => offers),
  };
}

function factsOf(listed: readonly ListedSupplier[]): EvidenceFacts {
  const owners = listed.flatMap(({ cooperative, supplier }) =>
    supplier && supplier.businessId !== '' ? [[supplier.businessId, cooperative] as const] : [],
  );
  return { verified: [], ownerByBusinessId: new Map(owners) };
}

function judgeOne(
  need: Need,
  days: readonly string[],
  { cooperative, status, supplier }: ListedSupplier,
  facts: EvidenceFacts,
): Judgement {
  const leftAlone = LEFT_ALONE[status] ?? (supplier === null ? 'COOPERATIVE_JOINING' : null);
  if (supplier !== null && leftAlone === null) {
    return judge(need, days, supplier, { ...facts, awardedUnderArt77: null });
  }
  const reasons = [absence(leftAlone ?? 'COOPERATIVE_JOINING')];
  return {
    verdict: { cooperative, eligible: false, reasons, warnings: [], strictDays: new Set() },
    offers: [],
  };
}

const LEFT_ALONE: Partial<Record<ListedSupplier['status'], AbsenceCode>> = {
  PAUSED: 'COOPERATIVE_PAUSED',
  LEFT: 'COOPERATIVE_LEFT',
};
