import { DAY_MS } from '../capacity/dates.js';
import { CalendarFault, shown } from './fault.js';
import type { Property } from './jcal.js';

/** What a calendar writes for a point in time. */
export interface Moment {
  /** The wall time, in milliseconds as if it were UTC. */
  readonly wall: number;
  /** `UTC`, the TZID as written, or null where the time is meant wherever one is. */
  readonly zone: string | null;
  /** A whole day; the wall time is its midnight. */
  readonly isDate: boolean;
}

/** How long something lasts: whole days by the calendar, then elapsed milliseconds. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(Z?))?$/;
const LENGTH = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Some 27 years. */
const LONGEST_MS = 10_000 * DAY_MS;

/** @throws CalendarFault when there is no such date or time. */
export function parseMoment(value: unknown, { name, params }: Property): Moment {
  const [, date, time, utc] = (typeof value === 'string' ? MOMENT.exec(value) : null) ?? [];
  // A leap second is the second before it.
  const clock = time?.replace(/:60$/, ':59') ?? '00:00:00';
  const wall = Date.parse(`${date ?? ''}T${clock}Z`);
  // The engine reads 30 February as 2 March.
  if (date === undefined || !Number.isFinite(wall) || textOf(wall) !== `${date}T${clock}`) {
    const wanted = 'a date or time such as 20270322T080000';
    throw new CalendarFault(`${name.toUpperCase()}: wanted ${wanted}, got ${shown(value)}.`);
  }
  const tzid = params['tzid'];
  const zone = utc === 'Z' ? 'UTC' : typeof tzid === 'string' && tzid !== '' ? tzid : null;
  const isDate = time === undefined;
  return { wall, zone: isDate ? null : zone, isDate };
}

/** @throws CalendarFault when it is none, negative or beyond 10,000 days. */
export function parseLength(value: unknown): Length {
  const parts = typeof value === 'string' ? LENGTH.exec(value) : null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  const length = {
    days: weeks * 7 + days,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
  if (!parts || length.days * DAY_MS + length.ms > LONGEST_MS) {
    throw new CalendarFault(
      `Wanted a duration such as PT1H30M, of at most 10000 days, got ${shown(value)}.`,
    );
  }
  return length;
}

/** "2027-03-22T08:00:00" */
export function textOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, -'.000Z'.length);
}
