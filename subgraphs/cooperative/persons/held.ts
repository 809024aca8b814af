import { countryOf, type Traces } from '../../shared/privacy/person.js';
import type {
  BookingRecord,
  CooperativeRecord,
  MemberRecord,
  WaitingRecord,
} from '../store/records.js';

type Contact = NonNullable<CooperativeRecord['contact']>;

/** Rows in which somebody is named. */
export interface Held {
  readonly bookings: readonly NamedBooking[];
  readonly waiting: readonly NamedWaiting[];
  readonly members: readonly MemberRecord[];
  /** What of the cooperative's contact is that person's; empty where nothing is. */
  readonly contact: Pick<Contact, 'email' | 'phone'>;
}

/** What of a booking tells for whom it is, and since when it is there. */
export type NamedBooking = Pick<BookingRecord, '_id' | 'customer' | 'order' | 'history'>;
export type NamedWaiting = Pick<WaitingRecord, '_id' | 'customer' | 'order' | 'since'>;

export function isBookedFor({ customer, order, history }: NamedBooking, traces: Traces): boolean {
  if (customer === null) return false;
  const [first] = history;
  return traces.has({
    ...reachedBy(customer),
    order: order?.id ?? null,
    madeAt: first?.at ?? null,
  });
}

export function isWaitedFor({ customer, order, since }: NamedWaiting, traces: Traces): boolean {
  return (
    customer !== null && traces.has({ ...reachedBy(customer), order: order.id, madeAt: since })
  );
}

/** @param country - The cooperative's. */
export function isMember({ email, phone }: MemberRecord, country: string, traces: Traces): boolean {
  return traces.has({ email, phone, country, order: null, madeAt: null });
}

/** What of a contact is somebody's. */
export function ownContact(
  { email, phone }: Contact,
  country: string,
  traces: Traces,
): Held['contact'] {
  const isOwn = (reached: object) => traces.has({ ...reached, country, order: null, madeAt: null });
  return {
    ...(email !== undefined && isOwn({ email }) && { email }),
    ...(phone !== undefined && isOwn({ phone }) && { phone }),
  };
}

function reachedBy({ email, phone, municipality }: NonNullable<BookingRecord['customer']>) {
  return { email, phone, country: countryOf(municipality) };
}
