import { stringify } from 'csv-stringify/sync';

/**
 * Comma-separated values (RFC 4180): a header line, lines that end with CR LF, quotes where a cell needs them. A cell that a spreadsheet
 * would run as a formula gets an apostrophe in front (OWASP, CSV injection).
 * @param columns - What each column is called, and what stands in it.
 * @param isForExcel - With semicolons and a byte order mark: so Excel opens it by a double click where a comma is in decimals, as in Finland
 * and Sweden.
 */
export function toCsv<Row>(
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  rows: readonly Row[],
  isForExcel = false,
): string {
  const cells = rows.map((row) => Object.values(columns).map((cellOf) => cellOf(row)));
  return stringify(cells, {
    ...{ header: true, columns: Object.keys(columns) },
    ...{ record_delimiter: 'windows', escape_formulas: true },
    ...(isForExcel && { delimiter: ';', bom: true }),
  });
}
