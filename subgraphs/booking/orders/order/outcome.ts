import type { OrderRecord } from '../../store/records.js';
import type { Refusal } from '../../store/refusal.js';

/** What a command on an order is answered. */
export interface OrderOutcome {
  /** The order after the change; null when the command had no effect. */
  readonly order: OrderRecord | null;
  /** Only in the answer to the command that made the order. */
  readonly secret: string | null;
  readonly userErrors: readonly Refusal[];
}

/** The outcome of a command that had no effect. */
export function refused(...userErrors: readonly Refusal[]): OrderOutcome {
  return { order: null, secret: null, userErrors };
}
