import { stringify } from 'csv-stringify/sync';
import { formatMinorUnits } from '../../shared/words/money.js';
import type { SettledLine } from './count/settle-lines.js';

const HEADINGS = ['cooperative', 'order', 'date', 'minutes', 'currency', 'net', 'fee'];

/**
 * Lines of a settlement as CSV (RFC 4180) with a line of headings. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
export function settlementCsv(lines: readonly SettledLine[]): string {
  const rows = lines.map(({ cooperative, order, date, minutes, currency, netMinor, feeMinor }) => [
    ...[cooperative, order, date, minutes, currency],
    ...[formatMinorUnits(netMinor), formatMinorUnits(feeMinor)],
  ]);
  return stringify([HEADINGS, ...rows], { record_delimiter: 'windows', escape_formulas: true });
}
