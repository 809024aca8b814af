import { toCsv } from '../../shared/formats/csv.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { SettledMonth } from './count/settle-lines.js';

/** As what a cooperative is known; null until its feed has told it. */
export interface Payer {
  readonly name: string | null;
  readonly businessId: string | null;
}

/** A row of the file: a piece of work, or what all of a cooperative in one currency come to. Amounts in minor units. */
interface Row {
  readonly kind: 'line' | 'total';
  readonly cooperative: string;
  /** Empty in a total. */
  readonly order: string;
  readonly date: string;
  readonly minutes: number | '';
  readonly currency: string;
  readonly netMinor: bigint;
  readonly feeMinor: bigint;
}

const NO_WORK = { order: '', date: '', minutes: '' } as const;

/**
 * A settlement as comma-separated values: the lines, then what they come to.
 * @param rate - Per cent, such as `15.00`. @param knownAs - What is known of a cooperative; null for nothing.
 */
export function settlementCsv(
  { lines, totals }: SettledMonth,
  rate: string,
  knownAs: (cooperative: string) => Payer | null,
): string {
  const rows: readonly Row[] = [
    ...lines.map((line) => ({ kind: 'line' as const, ...line })),
    ...totals.map((total) => ({ ...total, kind: 'total' as const, ...NO_WORK })),
  ];
  return toCsv<Row>(
    {
      kind: ({ kind }) => kind,
      cooperative: ({ cooperative }) => cooperative,
      name: ({ cooperative }) => knownAs(cooperative)?.name ?? '',
      businessId: ({ cooperative }) => knownAs(cooperative)?.businessId ?? '',
      order: ({ order }) => order,
      date: ({ date }) => date,
      minutes: ({ minutes }) => minutes,
      currency: ({ currency }) => currency,
      net: ({ netMinor }) => formatMinorUnits(netMinor),
      rate: () => rate,
      fee: ({ feeMinor }) => formatMinorUnits(feeMinor),
    },
    rows,
  );
}
