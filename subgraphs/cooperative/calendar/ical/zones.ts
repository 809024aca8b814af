import { DAY_MS } from '../../../shared/words/dates.js';
import { parseWallTime } from '../../capacity/index.js';
import { faultAt, quoted } from './fault.js';
import { findProperty, findText, type Component } from './jcal.js';
import { parseEither, parseMoment, textOf, valuesOf, wrong, type Moment } from './moments.js';
import type { RuleFollower } from './recurrence.js';
import { parseRule } from './rule-grammar.js';

/** What turns a wall time into an instant. */
type Zone = (wall: number) => number;

/** The time zones that one calendar names. */
export class Zones {
  readonly #zoneById = new Map<string, Zone>();

  /**
   * @param ownZone - IANA name: of times without a zone.
   * @param calendar - Its VTIMEZONE parts give the zones that have no IANA name.
   */
  constructor(
    private readonly ownZone: string,
    private readonly calendar: Component,
    private readonly rules: RuleFollower,
    private readonly now: number,
  ) {}

  /**
   * The instant of a wall time: the earlier of one that exists twice; one that does not exist is moved on by the length of
   * the gap.
   * @throws CalendarFault when nobody knows the zone.
   */
  instantOf({ wall, zone, line }: Omit<Moment, 'isDate'>): number {
    if (zone === 'UTC') return wall;
    const id = zone ?? this.ownZone;
    let known = this.#zoneById.get(id);
    if (!known) {
      known = this.#find(id, wall, line);
      this.#zoneById.set(id, known);
    }
    return known(wall);
  }

  /** An IANA name goes before the file's own description of it, which is often cut short. */
  #find(id: string, wall: number, line: number): Zone {
    const named: Zone = (time) => {
      const text = textOf(time);
      return parseWallTime(id, text.slice(0, 16)) + Number(text.slice(17)) * 1000;
    };
    try {
      named(wall);
      return named;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const described = this.calendar.parts.find(
      (part) => part.name === 'vtimezone' && findText(part, 'tzid') === id,
    );
    if (!described) {
      const wanted = 'an IANA name such as Europe/Helsinki, or a VTIMEZONE of that name';
      throw faultAt(line, `TZID: wanted ${wanted}, got ${quoted(id)}.`);
    }
    const zone = new FileZone(described, this.rules, this.now);
    return (time) => zone.instantOf(time);
  }
}

/** From a wall time on, another offset from UTC holds. */
interface Change {
  /** The first wall time that is read with it. */
  readonly since: number;
  readonly before: number;
  readonly offset: number;
}

const OFFSET = /^([+-])(\d{2})(\d{2})(\d{2})?$/;
const YEARS_BEFORE_MS = 2 * 366 * DAY_MS;
const YEARS_AFTER_MS = 20 * 366 * DAY_MS;

/** A time zone as a VTIMEZONE describes it, good for the two years before `now` and the twenty after. */
class FileZone {
  /** In order. */
  readonly #changes: readonly Change[];

  /** @throws CalendarFault when it describes none. */
  constructor(zone: Component, rules: RuleFollower, now: number) {
    this.#changes = zone.parts
      .filter(({ name }) => name === 'standard' || name === 'daylight')
      .flatMap((observance) => changesOf(observance, rules, now))
      .sort((a, b) => a.since - b.since);
    if (this.#changes.length === 0) {
      throw faultAt(zone.line, 'VTIMEZONE: wanted a STANDARD or DAYLIGHT part, got none.');
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
  if (!start) {
    throw faultAt(observance.line, 'VTIMEZONE: wanted a DTSTART in each part, got none.');
  }
  const first = parseMoment(start.written, start).wall;
  const before = offsetOf(observance, 'tzoffsetfrom');
  const offset = offsetOf(observance, 'tzoffsetto');
  const onsets = [first];
  for (const property of observance.properties) {
    if (property.name === 'rdate') {
      onsets.push(...valuesOf(property).map((text) => parseMoment(text, property).wall));
    } else if (property.name === 'rrule') {
      const until = parseRule(property).get('UNTIL');
      const last = until === undefined ? Infinity : parseEither(until, property).wall + before;
      const [from, to] = [now - YEARS_BEFORE_MS, now + YEARS_AFTER_MS];
      const given = rules.occurrencesOf(property, first, from, to);
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
  const property = findProperty(observance, name);
  if (!property) {
    const wanted = `wanted ${name.toUpperCase()} such as +0200 in each part`;
    throw faultAt(observance.line, `VTIMEZONE: ${wanted}, got none.`);
  }
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(property.written.trim()) ?? [];
  if (hours === undefined) throw wrong(property, 'an offset such as +0200', property.written);
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}
