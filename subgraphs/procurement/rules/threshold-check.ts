import { inForce } from './dated.js';
import {
  THRESHOLDS,
  type BuyerKind,
  type ContractKind,
  type Threshold,
} from './threshold-table.js';

/** What a contract is estimated to be worth over all its time, options included and VAT not. */
export interface EstimatedValue {
  /** Cents or öre. */
  readonly minor: number;
  readonly currency: 'EUR' | 'SEK';
}

export interface Procurement {
  readonly country: 'FI' | 'SE';
  readonly kind: ContractKind;
  readonly buyer: BuyerKind;
  readonly value: EstimatedValue;
  /** Day on which the procurement begins, `YYYY-MM-DD`. */
  readonly day: string;
}

/** A limit that is in force, and on which side of it a value lies. */
export interface ThresholdFinding {
  readonly scope: Threshold['scope'];
  /** In whole units of the value's currency; null where it is not known in that currency. Amounts are never converted. */
  readonly amount: number | null;
  /** Whether the value is as high or higher; null where `amount` is. */
  readonly isReached: boolean | null;
  /** First and last day on which the limit is in force; null while no end is known. */
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
}

/** The limits that a procurement has to look at. */
export interface ThresholdCheck {
  /** The EU's before the country's own. */
  readonly limits: readonly ThresholdFinding[];
  /** Whose limits are not known for that day, or not in the value's currency: of them nothing is said. */
  readonly unknown: readonly Threshold['scope'][];
}

/** Compares an estimated value with the limits of the EU and of the buyer's country. Indicative: the contracting authority decides. */
export function thresholdCheck({ country, kind, buyer, value, day }: Procurement): ThresholdCheck {
  const scopes = ['EU', country] as const;
  const limits = inForce(THRESHOLDS, day)
    .filter(({ rule }) => rule.kinds.includes(kind) && rule.buyers.includes(buyer))
    .filter(({ rule }) => rule.scope === 'EU' || rule.scope === country)
    .map(({ from, to, source: ofRow, rule }): ThresholdFinding => {
      const amount = value.currency === 'EUR' ? rule.eur : rule.sek;
      const isReached = amount === null ? null : value.minor >= amount * 100;
      const isOfTwo = value.currency === 'SEK' && rule.sekSource !== null;
      const source = isOfTwo ? `${ofRow}; SEK: ${rule.sekSource}` : ofRow;
      return { scope: rule.scope, amount, isReached, from, to, source };
    });
  return {
    limits,
    unknown: scopes.filter(
      (scope) => !limits.some((limit) => limit.scope === scope && limit.amount !== null),
    ),
  };
}
