import { formatWallTime } from '../../capacity/index.js';
import { withoutCustomer } from './booked-legs.js';
import type { BookingDecision } from './booking-command.js';
import { stateOf } from '../rules/booking-state.js';
import type { Ledger } from '../rules/ledger.js';
import type { BookingRecord, StoredState } from '../../store/booking-records.js';

/** What staff do to one booking. */
export interface StaffAct {
  /** Both the state it ends in and what its history says. */
  readonly into: 'STARTED' | 'COMPLETED' | 'DECLINED' | 'NO_SHOW';
  /** States in which it can be done. */
  readonly from: readonly StoredState[];
  /** Whether it can be done to a booking whose time has not come yet. */
  readonly isForFuture: boolean;
  /** Minutes delivered; null for all but completing. */
  readonly deliveredMinutes: number | null;
}

/** Does an act of the staff. Doing the same again has no further effect. */
export function decideStaffAct(ledger: Ledger, id: string, act: StaffAct): BookingDecision {
  const booking = ledger.findBooking(id);
  if (!booking) {
    return { booking: null, userErrors: [refusal('NOT_FOUND', `There is no booking ${id}.`)] };
  }
  if (isDone(booking, act)) return { booking: withoutCustomer(booking), userErrors: [] };
  const state = stateOf(booking, ledger.now);
  if (state === 'EXPIRED') {
    const message = 'The hold has run out; nothing is kept any more.';
    return { booking: null, userErrors: [refusal('HOLD_EXPIRED', message)] };
  }
  if (!act.from.includes(state)) {
    const message = `Wanted a booking that is ${act.from.join(' or ')}, got one that is ${state}.`;
    return { booking: null, userErrors: [refusal('INVALID_STATE', message)] };
  }
  if (state === 'CONFIRMED' && !act.isForFuture && booking.startsAt > ledger.now) {
    const begins = formatWallTime(ledger.rulebook.timeZone, booking.startsAt.getTime());
    const message = `Wanted a booking that has begun, got one that begins at ${begins}.`;
    return { booking: null, userErrors: [refusal('INVALID_STATE', message)] };
  }
  const { into, deliveredMinutes } = act;
  ledger.record({ ...booking, state: into, expiresAt: null, deliveredMinutes }, into);
  const after = ledger.findBooking(id);
  return { booking: after && withoutCustomer(after), userErrors: [] };
}

function isDone(booking: BookingRecord, { into, deliveredMinutes }: StaffAct): boolean {
  return booking.state === into && booking.deliveredMinutes === deliveredMinutes;
}

function refusal(code: 'NOT_FOUND' | 'HOLD_EXPIRED' | 'INVALID_STATE', message: string) {
  return { code, message, field: ['id'] };
}
