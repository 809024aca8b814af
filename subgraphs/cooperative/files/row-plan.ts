/** What to write to one collection. */
export interface RowChanges<Row> {
  readonly replaced: readonly Row[];
  readonly deletedIds: readonly string[];
}

/** What an import does to a row. */
export type Fate = 'added' | 'changed' | 'removed' | 'unchanged';

export interface RowPlan<Row> extends RowChanges<Row> {
  readonly fates: readonly Fate[];
}
