import { DAY_MS } from '../../../shared/words/dates.js';
import { faultAt, quoted, type CalendarFault } from './fault.js';
import type { Property } from './jcal.js';

/** What a calendar writes for a point in time. */
export interface Moment {
  /** The wall time, in milliseconds as if it were UTC. */
  readonly wall: number;
  /** `UTC`, the TZID as written, or null where the time is meant wherever one is. */
  readonly zone: string | null;
  /** A whole day; the wall time is its midnight. */
  readonly isDate: boolean;
  /** Where the file has it. */
  readonly line: number;
}

/** How long something lasts: whole days by the calendar, then elapsed milliseconds. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i;
const LENGTH = /^\+?P(?=\d|T)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;
/** Some 27 years. */
const LONGEST_MS = 10_000 * DAY_MS;

/** The values of a property that may have several. */
export function valuesOf({ written }: Property): string[] {
  return written.split(',');
}

/** @throws CalendarFault when there is no such date or time, or when VALUE=DATE is missing or wrong. */
export function parseMoment(text: string, property: Property): Moment {
  const moment = parseEither(text, property);
  const isDate = property.type === 'date';
  if (moment.isDate === isDate) return moment;
  const wanted = isDate ? 'a date such as 20270322' : 'a date and time such as 20270322T080000';
  const why = isDate ? 'the VALUE=DATE says it is one' : 'for a date VALUE=DATE is missing';
  throw wrong(property, wanted, text, why);
}

/** Reads a date or a time, whatever the property says which. */
export function parseEither(text: string, property: Property): Moment {
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] =
    MOMENT.exec(text.trim()) ?? [];
  if (year === undefined) {
    throw wrong(property, 'a date or time such as 20270322T080000', text);
  }
  const date = `${year}-${month ?? ''}-${day ?? ''}`;
  // A leap second is the second before it.
  const clock = `${hour}:${minute}:${second === '60' ? '59' : second}`;
  const wall = Date.parse(`${date}T${clock}Z`);
  // The engine reads 30 February as 2 March.
  if (!Number.isFinite(wall) || textOf(wall) !== `${date}T${clock}`) {
    const why = `there is no ${date}${utc === undefined ? '' : ` ${clock}`}`;
    throw wrong(property, 'a date or time that exists', text, why);
  }
  const isDate = utc === undefined;
  const tzid = property.params['tzid'];
  const own = typeof tzid === 'string' && tzid !== '' && !isDate ? tzid : null;
  return { wall, zone: utc ? 'UTC' : own, isDate, line: property.line };
}

/** @throws CalendarFault when it is none, negative or beyond 10,000 days. */
export function parseLength(text: string, property: Property): Length {
  const parts = LENGTH.exec(text.trim());
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  const length = {
    days: weeks * 7 + days,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
  if (!parts || length.days * DAY_MS + length.ms > LONGEST_MS) {
    throw wrong(property, 'a duration such as PT1H30M, of at most 10000 days', text);
  }
  return length;
}

/** "2027-03-22T08:00:00" */
export function textOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, -'.000Z'.length);
}

/** @param text - What the file has. */
export function wrong(
  { name, line }: Property,
  wanted: string,
  text: string,
  why?: string,
): CalendarFault {
  const reason = why === undefined ? '' : `: ${why}`;
  return faultAt(line, `${name.toUpperCase()}: wanted ${wanted}, got ${quoted(text)}${reason}.`);
}
