import type { BookingRecord, StoredState, WaitingRecord } from '../../store/booking-records.js';

/** Those that take up places. */
export const COUNTING_STATES = ['HELD', 'CONFIRMED', 'STARTED', 'COMPLETED'] as const;

/** A leg that is spread is in the first of these in which one of its bookings is. */
const RANK: readonly StoredState[] = [
  'HELD',
  'CONFIRMED',
  'STARTED',
  'COMPLETED',
  'NO_SHOW',
  'DECLINED',
  'CANCELLED',
  'EXPIRED',
];

const ENDED: readonly StoredState[] = ['DECLINED', 'CANCELLED', 'EXPIRED'];

/** Where a booking stands: a hold that has run out is EXPIRED, whether or not that was written down. */
export function stateOf(
  { state, expiresAt }: Pick<BookingRecord, 'state' | 'expiresAt'>,
  now: Date,
): StoredState {
  const hasRunOut = state === 'HELD' && expiresAt !== null && expiresAt <= now;
  return hasRunOut ? 'EXPIRED' : state;
}

/** A booking as it stands at an instant. */
export function seenAt(booking: BookingRecord, now: Date): BookingRecord {
  const state = stateOf(booking, now);
  return state === booking.state ? booking : { ...booking, state, expiresAt: null };
}

/** Whether a booking takes up places now. */
export function isCounting(booking: BookingRecord, now: Date): boolean {
  return (COUNTING_STATES as readonly string[]).includes(stateOf(booking, now));
}

/** Whether a booking is called off, refused or run out: it is nobody's any more. */
export function isEnded(booking: BookingRecord, now: Date): boolean {
  return ENDED.includes(stateOf(booking, now));
}

/** Where a leg stands. @param bookings - All of the leg, one at least, as they stand. */
export function legState(bookings: readonly Pick<BookingRecord, 'state'>[]): StoredState {
  const states = bookings.map(({ state }) => state);
  return RANK.find((state) => states.includes(state)) ?? 'CANCELLED';
}

/** Where a leg stands that is or was on the waiting list. */
export function waitingState(
  { state, startsAt }: Pick<WaitingRecord, 'state' | 'startsAt'>,
  now: Date,
): 'REQUESTED' | 'CANCELLED' | 'EXPIRED' {
  return state === 'REQUESTED' && startsAt <= now ? 'EXPIRED' : state;
}
