import { toCsv } from '../../shared/formats/csv.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { SettledLine } from './count/settle-lines.js';

/** Lines of a settlement as comma-separated values. */
export function settlementCsv(lines: readonly SettledLine[]): string {
  return toCsv<SettledLine>(
    {
      cooperative: ({ cooperative }) => cooperative,
      order: ({ order }) => order,
      date: ({ date }) => date,
      minutes: ({ minutes }) => minutes,
      currency: ({ currency }) => currency,
      net: ({ netMinor }) => formatMinorUnits(netMinor),
      fee: ({ feeMinor }) => formatMinorUnits(feeMinor),
    },
    lines,
  );
}
