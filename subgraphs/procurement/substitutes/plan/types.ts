import type { UnitPrice } from '../../../shared/words/money.js';
import type { Weekday } from '../../../shared/words/dates.js';

/** A time in whole minutes since 1970-01-01T00:00Z; its end is not included. */
export interface Time {
  readonly from: number;
  readonly to: number;
}

/** Who is needed to stand in, checked. */
export interface SubstituteNeed {
  readonly municipality: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly Weekday[];
  /** `07:30`, on the wall at the place. */
  readonly dailyFrom: string;
  /** After `dailyFrom`; at most `24:00`. */
  readonly dailyTo: string;
  /** All of them are needed. */
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** 8 digits each; empty for services of any. */
  readonly cpv: readonly string[];
  /** 0 to 10. */
  readonly maxHandovers: number;
}

/** By which rules a service can be booked, and what it costs. */
export interface Terms {
  /** `<cooperative>:<local>`. */
  readonly id: string;
  readonly municipalities: readonly string[];
  readonly minMinutes: number;
  /** Starts lie on multiples of it, counted from 00:00 on the owner's wall clock. */
  readonly gridMinutes: number;
  /** So long before a person is taken next a booking has to end. */
  readonly bufferMinutes: number;
  /** In minutes since 1970, as all instants here. */
  readonly earliestStart: number;
  /** What is left of it on each of the owner's days, for all persons together; null without a limit. */
  readonly minutes: readonly number[] | null;
  /** Starts that nobody else may have. */
  readonly waitedFor: ReadonlySet<number>;
  readonly price: UnitPrice;
}

/** A time in which a person is open and not taken. */
export interface FreeTime extends Time {
  /** When they are taken next, at the end or later; null when nothing is near. */
  readonly takenFrom: number | null;
}

/** Somebody who may stand in. */
export interface Substitute {
  /** Sealed by the owner. */
  readonly id: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly municipality: string;
  /** Null without a limit. */
  readonly radiusKm: number | null;
  readonly serviceIds: readonly string[];
  /** What is left of them on each of the owner's days, over all services; null without a limit. */
  readonly minutes: readonly number[] | null;
  /** In order. */
  readonly free: readonly FreeTime[];
}

/** What a cooperative has answered. */
export interface FreeSubstitutes {
  readonly cooperative: string;
  /** The first of its days, in its zone. */
  readonly from: string;
  readonly timeZone: string;
  readonly services: readonly Terms[];
  readonly substitutes: readonly Substitute[];
}

/** Where a person can be booked for a service, within one window of the need. */
export interface Stretch extends Time {
  readonly service: Terms;
  /** Where the service can begin in the window, whoever gives it. The stretch begins at one of them, and is as long as the service's minimum. */
  readonly grid: ReadonlySet<number>;
}

/** What a person can do in one window. */
export interface Chances {
  /** In the order in which services are preferred. */
  readonly stretches: readonly Stretch[];
  /** At most so many minutes; Infinity without a limit. */
  readonly minutes: number;
}

/** Somebody who can stand in for some of the need. */
export interface Candidate {
  readonly id: string;
  readonly cooperative: string;
  readonly timeZone: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** To the place, unrounded; null where a centre is not known. */
  readonly distanceKm: number | null;
  /** One for each window. */
  readonly chances: readonly Chances[];
}

/** How much may be given of a service in each window; Infinity without a limit. By the service's id. */
export type ServiceMinutes = ReadonlyMap<string, readonly number[]>;

/** One uninterrupted time of one person in one window. */
export interface Segment extends Time {
  readonly candidate: Candidate;
  readonly service: Terms;
}

/** One way to be stood in for, not yet priced. */
export interface Draft {
  readonly segments: readonly Segment[];
  readonly coveredMinutes: number;
  /** How often the person changes. */
  readonly handovers: number;
}
