import { Turns } from '../../shared/turns/turns.js';
import type { LotOffer, Need, Verdict, VerifiedEvidence } from '../need/need.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import { whyUnasked } from '../owners/why-unasked.js';
import type { ReservedAgreement } from '../store/agreement-data-source.js';
import type { StandingVerification } from '../store/verification-data-source.js';
import { judge, type Judgement, type SupplierFacts } from '../suppliers/judge.js';

/** What the network knows of cooperatives beside what the catalogue lists. */
export interface Known {
  /** What the coordinator has verified, the latest first. */
  readonly standing: readonly StandingVerification[];
  /** What the buyer has awarded by Art. 77; none where nobody knows who buys. */
  readonly reserved: readonly ReservedAgreement[];
}

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
 * @param signal - Ends the work when nobody waits for it any more: rejects with its reason.
 */
export async function judgeSuppliers(
  need: Need,
  days: readonly string[],
  listed: readonly ListedSupplier[],
  { standing, reserved }: Known,
  signal?: AbortSignal,
): Promise<Judged> {
  const ownerByBusinessId = ownersOf(listed);
  const verifiedOf = byCooperative(standing);
  const judgements: Judgement[] = [];
  const turns = new Turns(signal);
  for (const each of listed) {
    const { cooperative } = each;
    const verified = verifiedOf.get(cooperative) ?? [];
    const art77Awards = reserved.flatMap(({ cooperatives, cpv, from: day }) =>
      cooperatives.includes(cooperative) ? [{ cpv, day }] : [],
    );
    judgements.push(judgeOne(need, days, each, { verified, ownerByBusinessId, art77Awards }));
    await turns.pass();
  }
  return {
    verdicts: judgements.map(({ verdict }) => verdict),
    offers: judgements.flatMap(({ offers }) => offers),
  };
}

function ownersOf(listed: readonly ListedSupplier[]): ReadonlyMap<string, string> {
  const owners = listed.flatMap(({ cooperative, supplier }) =>
    supplier && supplier.businessId !== '' ? [[supplier.businessId, cooperative] as const] : [],
  );
  return new Map(owners);
}

/** What one cooperative has shown verifies nothing that another declares in the same words. */
function byCooperative(
  standing: readonly StandingVerification[],
): ReadonlyMap<string, readonly VerifiedEvidence[]> {
  const verifiedOf = new Map<string, VerifiedEvidence[]>();
  for (const { _id: verification, cooperative, evidence, verifiedAt, document } of standing) {
    const verified = verifiedOf.get(cooperative) ?? [];
    verified.push({ ...evidence, verification, verifiedAt, document });
    verifiedOf.set(cooperative, verified);
  }
  return verifiedOf;
}

function judgeOne(
  need: Need,
  days: readonly string[],
  listed: ListedSupplier,
  facts: SupplierFacts,
): Judgement {
  const { cooperative, supplier } = listed;
  const unasked = whyUnasked(listed);
  if (supplier !== null && unasked === null) {
    return judge(need, days, supplier, facts);
  }
  const reasons = unasked === null ? [] : [unasked];
  return {
    verdict: {
      ...{ cooperative, eligible: false, reasons },
      ...{ warnings: [], verified: [], strictDays: new Set() },
    },
    offers: [],
  };
}
