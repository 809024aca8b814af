import { divideHalfUp } from '../../shared/words/money.js';
import type { Evidence, Supplier } from '../need/need.js';
import type { AgreementRecord } from '../store/agreement-records.js';
import type { CallOffs } from './call-offs-client.js';
import { useOf, type Use } from './use-of.js';

/** What was ordered under an agreement. */
export interface UseOfAgreement extends Use {
  readonly orders: number;
  readonly latest: readonly LatestOrder[];
}

/** An order under an agreement, whatever became of it. */
export type LatestOrder = Omit<CallOffs['latest'][number], 'amounts'> & {
  /** What of it stands, without value added tax, in minor units of the agreement's currency. */
  readonly netMinor: bigint;
};

/** What one cooperative has delivered under an agreement. Person-minutes. */
export interface FollowUp {
  readonly cooperative: string;
  readonly promisedMinutes: number;
  readonly deliveredMinutes: number;
  readonly unreportedMinutes: number;
  /** Null where it has no evidence of a share. */
  readonly workIntegrationMinutes: number | null;
  readonly complaints: number;
}

export function usedUnder(agreement: AgreementRecord, callOffs: CallOffs): UseOfAgreement {
  const { count: orders } = callOffs;
  const latest = callOffs.latest.map(({ amounts, ...order }) => {
    const own = amounts.find(({ currency }) => currency === agreement.currency);
    return { ...order, netMinor: own?.netMinor ?? 0n };
  });
  return { ...useOf(agreement, callOffs), orders, latest };
}

/**
 * Each cooperative of the agreement, by id.
 * @param suppliers - Null where the catalogue does not tell of them. @param today - In the buyer's country.
 */
export function followUpOf(
  { cooperatives, complaints }: AgreementRecord,
  { sums }: CallOffs,
  suppliers: readonly Supplier[] | null,
  today: string,
): FollowUp[] {
  return cooperatives.map((cooperative) => {
    const own = sums.filter((sum) => sum.cooperative === cooperative);
    const add = (field: 'dueMinutes' | 'deliveredMinutes' | 'unreportedMinutes'): number =>
      own.reduce((total, sum) => total + sum[field], 0);
    const deliveredMinutes = add('deliveredMinutes');
    const supplier = suppliers?.find((one) => one.cooperative === cooperative);
    const share = supplier ? shareOn(supplier.evidence, today) : null;
    return {
      ...{ cooperative, deliveredMinutes },
      promisedMinutes: add('dueMinutes'),
      unreportedMinutes: add('unreportedMinutes'),
      workIntegrationMinutes: share === null ? null : partOf(deliveredMinutes, share),
      complaints: complaints.filter((one) => one.cooperative === cooperative).length,
    };
  });
}

/** The share of disabled or disadvantaged workers by registered evidence of a day; the highest of several, null for none. */
function shareOn(evidence: readonly Evidence[], day: string): number | null {
  const shares = evidence.flatMap(({ scheme, validFrom, validTo, disadvantagedShare }) => {
    const isValid = (validFrom ?? day) <= day && day <= (validTo ?? day);
    return scheme === 'WISE' && isValid && disadvantagedShare !== null ? [disadvantagedShare] : [];
  });
  return shares.length === 0 ? null : Math.max(...shares);
}

/** Minutes times a share from 0 to 1 of at most four decimals, rounded half-up. */
function partOf(minutes: number, share: number): number {
  return Number(divideHalfUp(BigInt(minutes) * BigInt(Math.round(share * 10_000)), 10_000n));
}
