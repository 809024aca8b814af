import type { BookedLegParent } from '../../store/parents.js';
import type { Ledger } from '../rules/ledger.js';
import type { BookingRecord } from '../../store/booking-records.js';
import type { Complaint, Refusal } from '../rules/refusal.js';
import type { Rulebook } from '../rules/rulebook.js';
import type { Scope, Rows } from '../rules/scope.js';

/** What was decided; alternatives are yet to be found for the complaints. */
export interface Decision {
  readonly userErrors: readonly Complaint[];
}

export interface LegsDecision extends Decision {
  readonly legs: readonly BookedLegParent[];
}

export interface BookingDecision extends Decision {
  readonly booking: BookingRecord | null;
}

/** What is answered in the end. */
export type Answer<Made extends Decision> = Omit<Made, 'userErrors'> & {
  readonly userErrors: Refusal[];
};

/** Something to be done to bookings, in one step. */
export interface BookingCommand<Made extends Decision> {
  /** Under what the answer is remembered; null when it need not be. */
  readonly record: { readonly key: string; readonly hash: string } | null;
  /** The order of which all is read; null for none. */
  readonly orderId: string | null;
  /** The booking that is read; null for none. */
  readonly bookingId: string | null;
  /** Whether it wants places that it has not had, so that it may as well come later when there is much to do. */
  readonly canComeLater?: boolean;
  /** What is answered to a command that may not even be tried. */
  refuse(complaint: Complaint): Made;
  /** Where the command may take or free places. @param own - What is known so far of its order or booking. */
  scopeOf(rulebook: Rulebook, own: Rows): Scope;
  /** Decides, and changes the ledger so. Whoever refuses leaves it as it is. Must be safe to repeat on another ledger. */
  decide(ledger: Ledger): Made;
}
