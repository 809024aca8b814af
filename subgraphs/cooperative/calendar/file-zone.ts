import { DAY_MS } from '../capacity/dates.js';
import { CalendarFault, shown } from './fault.js';
import { findProperty, findText, type Component } from './jcal.js';
import { parseMoment } from './moments.js';
import type { RuleFollower } from './recurrence.js';

/** From a wall time on, another offset from UTC holds. */
interface Change {
  /** The first wall time that is read with it. */
  readonly since: number;
  readonly before: number;
  readonly offset: number;
}

const OFFSET = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const YEARS_BEFORE_MS = 2 * 366 * DAY_MS;
const YEARS_AFTER_MS = 20 * 366 * DAY_MS;

/** A time zone as a VTIMEZONE describes it, good for the two years before `now` and the twenty after. */
export class FileZone {
  /** In order. */
  readonly #changes: readonly Change[];

  /** @throws CalendarFault when it describes none. */
  constructor(zone: Component, rules: RuleFollower, now: number) {
    this.#changes = zone.parts
      .filter(({ name }) => name === 'standard' || name === 'daylight')
      .flatMap((observance) => changesOf(observance, rules, now))
      .sort((a, b) => a.since - b.since);
    if (this.#changes.length === 0) {
      throw new CalendarFault('VTIMEZONE: wanted a STANDARD or DAYLIGHT part, got none.');
    }
  }

  /** The earlier of a wall time that exists twice; one that does not exist is moved on by the length of the gap. */
  instantOf(wall: number): number {
    const change = this.#changes.findLast(({ since }) => since <= wall);
    return wall - (change?.offset ?? this.#changes[0]?.before ?? 0);
  }
}

function changesOf(observance: Component, rules: RuleFollower, now: number): Change[] {
  const start = findProperty(observance, 'dtstart');
  if (!start) throw new CalendarFault('VTIMEZONE: wanted a DTSTART in each part, got none.');
  const first = parseMoment(start.values[0], start).wall;
  const before = offsetOf(observance, 'tzoffsetfrom');
  const offset = offsetOf(observance, 'tzoffsetto');
  const onsets = [first];
  for (const property of observance.properties) {
    if (property.name === 'rdate') {
      onsets.push(...property.values.map((value) => parseMoment(value, property).wall));
    } else if (property.name === 'rrule') {
      const [rule] = property.values;
      const until = (rule as { readonly until?: unknown } | undefined)?.until;
      const last = until === undefined ? Infinity : parseMoment(until, property).wall + before;
      const [from, to] = [now - YEARS_BEFORE_MS, now + YEARS_AFTER_MS];
      const given = rules.occurrencesOf(rule, first, from, to);
      onsets.push(...given.filter((wall) => wall <= last));
    }
  }
  // Onsets are told in the old time. Where the clock goes forward, the hour that is left out is still read in it.
  return onsets.map((onset) => ({
    since: onset + Math.max(0, offset - before),
    before,
    offset,
  }));
}

/** Milliseconds. */
function offsetOf(observance: Component, name: string): number {
  const text = findText(observance, name);
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(text ?? '') ?? [];
  if (hours === undefined) {
    const wanted = `wanted ${name.toUpperCase()} such as +0200`;
    throw new CalendarFault(`VTIMEZONE: ${wanted}, got ${shown(text)}.`);
  }
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}
