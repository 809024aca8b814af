import type { DayCapacity } from '../capacity/index.js';
import type { BookingRecord } from './booking-records.js';
import type { Quote } from '../schema.generated.js';

/** A day of a service, its numbers within GraphQL's Int. */
export interface AvailabilityDayParent extends Omit<DayCapacity, 'starts'> {
  readonly starts: { readonly time: Date; readonly places: number }[];
  /** In which holidays are named where the language asked for has no name. The country's own language first: it stands in where a name is not translated. */
  readonly languages: readonly string[];
}

/** A leg of an order as it stands, or stood: a command's answer holds it as it was then. */
export interface BookedLegParent {
  readonly leg: number;
  /** Local id. */
  readonly service: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly quantity: number;
  readonly quote: Quote;
  /** As they stand, without the customer. Empty when it waits, or waited and was called off. */
  readonly bookings: readonly BookingRecord[];
  /** Null unless it is on the waiting list, or was when it was called off. */
  readonly waiting: {
    readonly state: 'REQUESTED' | 'CANCELLED' | 'EXPIRED';
    /** How many wait before it; null when it waits no more. */
    readonly position: number | null;
  } | null;
}
