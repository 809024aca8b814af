/** A rule, and the days on which it is in force. */
export interface Dated<Rule> {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day; null while no end is known. */
  readonly to: string | null;
  /** Where it is written. */
  readonly source: string;
  readonly rule: Rule;
}

/** The rows of a table that are in force on a day, in their order. */
export function inForce<Row extends Pick<Dated<unknown>, 'from' | 'to'>>(
  table: readonly Row[],
  day: string,
): Row[] {
  return table.filter(({ from, to }) => from <= day && day <= (to ?? day));
}
