import type { Weekday } from '../../shared/words/dates.js';
import type { LocalizedText } from '../../shared/words/localized.js';

/** What can be booked. All times are wall times in the cooperative's zone; ends of times are excluded. */
export interface ResourceRules {
  readonly id: string;
  /** How many units can be booked at the same time. */
  readonly size: number;
  readonly hours: readonly {
    readonly days: readonly Weekday[];
    /** "08:00" */
    readonly from: string;
    /** "16:00", at most "24:00" */
    readonly to: string;
    /** First day, included; unlimited where absent. */
    readonly validFrom?: string;
    /** Last day, included; unlimited where absent. */
    readonly validTo?: string;
  }[];
  readonly worksOnPublicHolidays: boolean;
  /** Budget of person-minutes a local day over all services; null for none. */
  readonly minutesPerDay: number | null;
  /** "2027-03-10T12:00" each. */
  readonly closures: readonly { readonly from: string; readonly to: string }[];
}

export interface ServiceRules {
  readonly id: string;
  /** Ids, in the order of preference. */
  readonly resources: readonly string[];
  readonly minMinutes: number;
  /** Starts lie on multiples of it, counted from 00:00 on the wall clock. */
  readonly gridMinutes: number;
  /** How long a unit stays taken after a booking of this service. */
  readonly bufferMinutes: number;
  readonly leadTimeMinutes: number;
  /** Budget of person-minutes a local day over all resources; null for none. */
  readonly maxMinutesPerDay: number | null;
}

/** A booking that counts now (unexpired HELD, CONFIRMED, STARTED, COMPLETED). */
export interface Occupation {
  readonly resource: string;
  readonly service: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly quantity: number;
  /** Of the booking's own service: the units are free again that long after the end. */
  readonly bufferMinutes: number;
}

/** All that the capacity of one service depends on. Instants are epoch milliseconds. */
export interface CapacityInput {
  readonly timeZone: string;
  /** Whose public holidays are kept. */
  readonly country: string;
  readonly service: ServiceRules;
  /** Those of the service that exist, in any order; one that is named by the service but absent here gives nothing. */
  readonly resources: readonly ResourceRules[];
  /** In any order; those of other resources and services, or of other times, do no harm. */
  readonly occupations: readonly Occupation[];
  readonly now: number;
}

/** One wish: so many units for so long. */
export interface Leg {
  readonly startsAt: number;
  /** Whole and at least 1. */
  readonly minutes: number;
  /** Whole and at least 1. */
  readonly quantity: number;
  /** The only resource to use; null lets the leg be spread over several. */
  readonly resource: string | null;
}

/** In the order in which they are told: what the owner's yes can do without comes after what it cannot, but for the hours. */
export type RefusalCode =
  | 'IN_THE_PAST'
  | 'OFF_GRID'
  | 'TOO_SHORT'
  | 'PUBLIC_HOLIDAY'
  | 'OUTSIDE_HOURS'
  | 'CAPACITY_EXCEEDED'
  | 'SLOT_TAKEN'
  | 'TOO_SOON';

/** Part of a leg on one resource; the quantity is at least 1. */
export interface Share {
  readonly resource: string;
  readonly quantity: number;
}

export interface CapacityRefusal {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  /** One English sentence: what was wanted and what came. */
  readonly message: string;
}

export type Verdict =
  { readonly kind: 'fits'; readonly shares: readonly Share[] } | CapacityRefusal;

/** Of a day that is not OPEN, why the start that comes nearest to it cannot be had. `availability.ts` has the rules. */
export type DayStatus =
  | 'PUBLIC_HOLIDAY'
  | 'CLOSED'
  | 'OPEN'
  | 'TOO_SOON'
  | 'FULL'
  | 'CAPACITY_EXCEEDED'
  | 'TOO_LATE'
  | 'IN_THE_PAST'
  | 'OUTSIDE_HOURS';

export interface DayCapacity {
  readonly date: string;
  readonly status: DayStatus;
  /** The holiday's name on every public holiday, worked or not; null on other days. */
  readonly holiday: LocalizedText | null;
  /** Person-minutes left; buffer, grid, minimum and lead time do not enter. */
  readonly freeMinutes: number;
  /** Earliest first; only those past the lead time and with at least one place. */
  readonly starts: readonly { readonly startsAt: number; readonly places: number }[];
}

/** No leg is longer: 366 days. Keeps every question bounded, however large the number asked. */
export const LONGEST_MINUTES = 366 * 1440;

/** No leg ends later than in ten years. Holidays have to be worked out for every year that is asked about. */
export const HORIZON_DAYS = 3653;
