import { divideHalfUp } from '../../shared/words/money.js';
import type { AgreementRecord } from '../store/agreement-records.js';
import type { CallOffs } from './call-offs-client.js';

/** How much of an agreement's ceiling is used; amounts in minor units of its currency, without value added tax. */
export interface Use {
  readonly netMinor: bigint;
  /** Per cent of the ceiling with one decimal, rounded half-up. */
  readonly percent: string;
}

/** What was ordered in the agreement's currency; others are never added to it. */
export function useOf(
  { currency, ceilingMinor }: Pick<AgreementRecord, 'currency' | 'ceilingMinor'>,
  { sums }: Pick<CallOffs, 'sums'>,
): Use {
  const netMinor = sums.reduce(
    (sum, one) => (one.currency === currency ? sum + one.netMinor : sum),
    0n,
  );
  const tenths = divideHalfUp(netMinor * 1_000n, BigInt(ceilingMinor));
  return { netMinor, percent: `${tenths / 10n}.${tenths % 10n}` };
}
