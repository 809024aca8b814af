import { MINUTE_MS } from '../../shared/words/dates.js';
import { addDays, dateAt, dayBounds, formatWallTime, parseWallTime } from '../capacity/index.js';
import type { Interval } from '../capacity/open-times.js';
import { BusyTimes } from './busy-times.js';
import { CalendarFault, faultAt } from './ical/fault.js';
import { fullTimes } from './full-times.js';
import { findProperty, parseCalendars, type Component } from './ical/jcal.js';
import { wrong } from './ical/moments.js';
import { RuleFollower } from './ical/recurrence.js';
import { findNewestOfEach, findSeries } from './ical/revisions.js';
import { readStatements, type Statement } from './ical/statement.js';
import { Zones } from './ical/zones.js';

/** Wall times in the cooperative's zone; the end is excluded. */
export interface Closure {
  readonly from: string;
  readonly to: string;
}

export interface ReadOptions {
  /** The cooperative's, in which closures are written and times without a zone are meant. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const MOST_OCTETS = 1_000_000;
const MOST_CLOSURES = 20_000;
const MOST_BUSY_TIMES = 200_000;
const DAYS_AHEAD = 366;
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Reads from an iCalendar text (RFC 5545) when its owner is busy, from the start of today on, and nothing else of it.
 * @returns In order and apart from each other.
 * @throws CalendarFault when it is no such text, is too large or cannot be understood: no part of it is taken then.
 */
export function readBusyCalendar(text: string, { timeZone, now }: ReadOptions): Closure[] {
  const octets = Buffer.byteLength(text);
  if (octets > MOST_OCTETS) {
    throw new CalendarFault(`Wanted at most ${MOST_OCTETS} bytes, got ${octets}.`);
  }
  const today = dateAt(timeZone, now);
  const span = {
    from: dayBounds(timeZone, today).startsAt,
    to: dayBounds(timeZone, addDays(today, DAYS_AHEAD)).startsAt,
  };
  const rules = new RuleFollower();
  const busy: (Interval & { readonly quantity: 1 })[] = [];
  const calendars = parseCalendars(text).map((calendar) => {
    refuseUnfollowed(calendar);
    return { calendar, zones: new Zones(timeZone, calendar, rules, now) };
  });
  const read = (name: 'vevent' | 'vfreebusy'): Statement[] =>
    calendars.flatMap(({ calendar, zones }) => readStatements(calendar, zones, name));
  for (const { from, to } of readTimes(read('vevent'), read('vfreebusy'), rules, span)) {
    if (to <= span.from || to <= from || from >= LATEST) continue;
    busy.push({ ...wholeMinutes(Math.max(from, span.from), Math.min(to, LATEST)), quantity: 1 });
    if (busy.length > MOST_BUSY_TIMES) throw tooMany(MOST_BUSY_TIMES, 'events and occurrences');
  }
  const closures = fullTimes(busy, 1);
  if (closures.length > MOST_CLOSURES) throw tooMany(MOST_CLOSURES, 'closures');
  return closures.map(({ from, to }) => ({
    from: formatWallTime(timeZone, from),
    to: wallTimeNotBefore(timeZone, to),
  }));
}

function* readTimes(
  events: readonly Statement[],
  periods: readonly Statement[],
  rules: RuleFollower,
  span: Interval,
): Generator<Interval> {
  const times = new BusyTimes(rules, span);
  for (const series of findSeries(events)) yield* times.ofSeries(series);
  for (const statement of findNewestOfEach(periods)) yield* times.ofFreeBusy(statement);
}

/** What would be passed over otherwise, though it says when somebody is busy. */
function refuseUnfollowed(calendar: Component): void {
  const scale = findProperty(calendar, 'calscale');
  if (scale && scale.written.trim().toUpperCase() !== 'GREGORIAN') {
    throw wrong(scale, 'GREGORIAN', scale.written);
  }
  const availability = calendar.parts.find(({ name }) => name === 'vavailability');
  if (availability) {
    throw faultAt(availability.line, 'wanted VEVENT and VFREEBUSY, got "BEGIN:VAVAILABILITY".');
  }
}

function tooMany(most: number, what: string): CalendarFault {
  return new CalendarFault(`Wanted at most ${most} ${what}, got more.`);
}

function wholeMinutes(from: number, to: number): Interval {
  return {
    from: Math.floor(from / MINUTE_MS) * MINUTE_MS,
    to: Math.ceil(to / MINUTE_MS) * MINUTE_MS,
  };
}

/**
 * Where the clock goes back, a wall time of the hour that comes twice is read as the first. A closure that ends in the
 * second is made longer, to the end of that hour; one that begins there has begun an hour earlier already.
 */
function wallTimeNotBefore(timeZone: string, instant: number): string {
  let text = formatWallTime(timeZone, instant);
  for (let at = instant; parseWallTime(timeZone, text) < instant; at += MINUTE_MS) {
    text = formatWallTime(timeZone, at);
  }
  return text;
}
