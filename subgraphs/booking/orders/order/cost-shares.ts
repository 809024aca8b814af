import { parseMinorUnits } from '../../../shared/words/money.js';
import type { CostShareRecord } from '../../store/records.js';

const WHOLE = 10_000;

/** Hundredths of a per cent of `33.33`; null when it is not one above 0 and at most 100 with at most two decimals. */
export function parsePercent(percent: string): number | null {
  const hundredths = parseMinorUnits(percent);
  return hundredths !== null && hundredths > 0 && hundredths <= WHOLE ? hundredths : null;
}

/** Whether the shares add up to 100 per cent exactly. */
export function isWhole(shares: readonly CostShareRecord[]): boolean {
  const sum = shares.reduce((total, { percent }) => total + (parsePercent(percent) ?? 0), 0);
  return sum === WHOLE;
}

/**
 * Divides an amount so that the parts add up to it: what is left from rounding down goes to the largest remainders, the
 * earlier share first where they are equal.
 * @param shares - Together 100 per cent.
 * @returns Minor units, one for each share.
 */
export function divide(amountMinor: number, shares: readonly CostShareRecord[]): number[] {
  const exact = shares.map(
    ({ percent }) => BigInt(amountMinor) * BigInt(parsePercent(percent) ?? 0),
  );
  const parts = exact.map((part) => Number(part / BigInt(WHOLE)));
  const left = amountMinor - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % BigInt(WHOLE) }))
    .sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
