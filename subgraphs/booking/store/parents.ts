import type { CostShareRecord, OrderLegRecord } from './records.js';

// What the resolvers of each type receive as parent, where that is not a stored row.

export interface OrderLegParent {
  readonly leg: OrderLegRecord;
  /** From 0. */
  readonly number: number;
}

/** A share, and what it comes to; null while the cost is unknown. */
export interface CostShareParent extends CostShareRecord {
  readonly netMinor: number | null;
  readonly grossMinor: number | null;
}
