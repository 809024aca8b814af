import { DAY_MS } from '../../shared/words/dates.js';
import type { Interval } from '../capacity/open-times.js';
import { faultAt } from './ical/fault.js';
import { findProperty, type Property } from './ical/jcal.js';
import {
  parseEither,
  parseLength,
  parseMoment,
  valuesOf,
  wrong,
  type Length,
  type Moment,
} from './ical/moments.js';
import type { RuleFollower } from './ical/recurrence.js';
import type { Series } from './ical/revisions.js';
import { parseRule } from './ical/rule-grammar.js';
import { isText, type Statement } from './ical/statement.js';
import type { Zones } from './ical/zones.js';

const NOTHING: Length = { days: 0, ms: 0 };
const ONE_DAY: Length = { days: 1, ms: 0 };
const PERIOD = 'a period such as 20270322T080000Z/PT1H';
/** No zone is further from UTC. */
const FURTHEST_OFFSET_MS = DAY_MS;

/** Occurrences that do not take place: a date takes all of that day. */
interface LeftOut {
  /** Midnights as wall times. */
  readonly days: Set<number>;
  readonly instants: Set<number>;
}

/** What does not take place of the events that begin in a zone. */
type LeftOutOf = (zone: string | null) => LeftOut;

/** Reads when the owner of calendars is busy. */
export class BusyTimes {
  /** @param span - What is asked about: recurring events are followed to its end; single ones count however late. */
  constructor(
    private readonly rules: RuleFollower,
    private readonly span: Interval,
  ) {}

  /**
   * The times of an event, in no order; they may overlap, and single ones may be past.
   * @throws CalendarFault when they cannot be understood.
   */
  *ofSeries({ masters, changes }: Series): Generator<Interval> {
    const leftOutByZone = new Map<string | null, LeftOut>();
    const leftOutOf: LeftOutOf = (zone) => {
      let known = leftOutByZone.get(zone);
      if (!known) leftOutByZone.set(zone, (known = nothing()));
      return known;
    };
    // All that begin in a zone share what is left out of them.
    for (const zone of new Set(masters.map(zoneOf))) {
      for (const { recurrence, zones } of changes) {
        if (recurrence) leaveOut(leftOutOf(zone), recurrence, zone, zones);
      }
    }
    for (const master of masters) yield* this.#occurrences(master, leftOutOf);
    for (const change of changes) yield* this.#occurrences(change, nothing);
  }

  /** The busy periods of a VFREEBUSY. @throws CalendarFault when they cannot be understood. */
  *ofFreeBusy({ component, zones, isCalledOff }: Statement): Generator<Interval> {
    if (isCalledOff) return;
    for (const property of component.properties) {
      if (property.name !== 'freebusy' || isFree(property)) continue;
      for (const text of valuesOf(property)) yield periodOf(text, property, zones).interval;
    }
  }

  *#occurrences(statement: Statement, leftOutOf: LeftOutOf): Generator<Interval> {
    if (isIdle(statement)) return;
    const { component, zones } = statement;
    const property = findProperty(component, 'dtstart');
    if (!property) throw faultAt(component.line, 'VEVENT: wanted a DTSTART, got none.');
    const dropped = findProperty(component, 'exrule');
    if (dropped) {
      throw wrong(dropped, 'EXDATE, as RFC 5545 has dropped EXRULE', dropped.written);
    }
    const start = parseMoment(property.written, property);
    const length = lengthOf(statement, start);
    const sets = [exclusionsOf(statement, start), leftOutOf(start.zone)];
    const isLeftOut = (moment: Moment): boolean => sets.some((set) => isIn(set, moment, zones));
    const walls = new Set([start.wall, ...this.#ruleTimes(statement, start, length)]);
    for (const wall of walls) {
      const moment = { ...start, wall };
      if (isLeftOut(moment)) continue;
      const interval = intervalOf(moment, length, zones);
      if (wall === start.wall || interval.from < this.span.to) yield interval;
    }
    for (const date of component.properties.filter(({ name }) => name === 'rdate')) {
      for (const text of valuesOf(date)) {
        const { moment, interval } =
          date.type === 'period'
            ? periodOf(text, date, zones)
            : additionOf(parseAddition(text, date, start), length, zones);
        if (!isLeftOut(moment)) yield interval;
      }
    }
  }

  #ruleTimes({ component, zones }: Statement, start: Moment, length: Length): number[] {
    const reach = length.days * DAY_MS + length.ms + FURTHEST_OFFSET_MS;
    const [from, to] = [this.span.from - reach, this.span.to + FURTHEST_OFFSET_MS];
    return component.properties
      .filter(({ name }) => name === 'rrule')
      .flatMap((property) => {
        const until = parseRule(property).get('UNTIL');
        const last = until === undefined ? null : parseEither(until, property);
        const isOver = last !== null && last.wall + DAY_MS + FURTHEST_OFFSET_MS < from;
        const walls = isOver ? [] : this.rules.occurrencesOf(property, start.wall, from, to);
        return last ? walls.filter((wall) => !isAfter({ ...start, wall }, last, zones)) : walls;
      });
  }
}

/** Whether an occurrence comes after UNTIL, which is included. */
function isAfter(moment: Moment, last: Moment, zones: Zones): boolean {
  if (last.isDate) return moment.wall >= last.wall + DAY_MS;
  if (moment.isDate || last.zone === null) return moment.wall > last.wall;
  return zones.instantOf(moment) > zones.instantOf(last);
}

function nothing(): LeftOut {
  return { days: new Set(), instants: new Set() };
}

/** Whether it keeps nobody busy. */
function isIdle({ component, isCalledOff }: Statement): boolean {
  return isCalledOff || isText(component, 'transp', 'TRANSPARENT');
}

function zoneOf(statement: Statement): string | null {
  const start = isIdle(statement) ? null : findProperty(statement.component, 'dtstart');
  return start && parseMoment(start.written, start).zone;
}

/** What EXDATE takes away. */
function exclusionsOf({ component, zones }: Statement, start: Moment): LeftOut {
  const excluded = nothing();
  for (const property of component.properties.filter(({ name }) => name === 'exdate')) {
    for (const text of valuesOf(property)) {
      leaveOut(excluded, parseMoment(text, property), start.zone, zones);
    }
  }
  return excluded;
}

/** @param zone - That of the event, which some programs mean where they leave it out. */
function leaveOut(
  { days, instants }: LeftOut,
  moment: Moment,
  zone: string | null,
  zones: Zones,
): void {
  if (moment.isDate) days.add(moment.wall);
  else instants.add(zones.instantOf({ ...moment, zone: moment.zone ?? zone }));
}

function isIn({ days, instants }: LeftOut, moment: Moment, zones: Zones): boolean {
  return (
    days.has(Math.floor(moment.wall / DAY_MS) * DAY_MS) ||
    (instants.size > 0 && instants.has(zones.instantOf(moment)))
  );
}

function lengthOf({ component, zones }: Statement, start: Moment): Length {
  const duration = findProperty(component, 'duration');
  const property = findProperty(component, 'dtend');
  if (duration && property) {
    const wanted = `either it or the DTEND of line ${property.line}`;
    throw wrong(duration, wanted, duration.written);
  }
  if (duration) return parseLength(duration.written, duration);
  if (!property) return start.isDate ? ONE_DAY : NOTHING;
  const end = parseMoment(property.written, property);
  if (start.isDate && end.isDate) {
    // Some programs write the same day as the end of a day.
    const days = end.wall === start.wall ? 1 : (end.wall - start.wall) / DAY_MS;
    if (days > 0) return { days, ms: 0 };
  } else {
    const ms = zones.instantOf(end) - zones.instantOf(start);
    if (ms >= 0) return { days: 0, ms };
  }
  throw wrong(
    property,
    `an end that is not before the start of line ${start.line}`,
    property.written,
  );
}

/** A moment and what it takes. */
interface Taken {
  readonly moment: Moment;
  readonly interval: Interval;
}

function parseAddition(text: string, property: Property, start: Moment): Moment {
  const moment = parseMoment(text, property);
  if (moment.isDate === start.isDate) return moment;
  throw wrong(property, `a ${start.isDate ? 'date' : 'time'} as in line ${start.line}`, text);
}

function additionOf(moment: Moment, length: Length, zones: Zones): Taken {
  return { moment, interval: intervalOf(moment, length, zones) };
}

function periodOf(text: string, property: Property, zones: Zones): Taken {
  const [, first = '', second = ''] = /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (first === '') throw wrong(property, PERIOD, text);
  const moment = parseEither(first, property);
  if (/^\s*\+?P/i.test(second)) return additionOf(moment, parseLength(second, property), zones);
  const from = zones.instantOf(moment);
  const to = zones.instantOf(parseEither(second, property));
  if (to < from) throw wrong(property, PERIOD, text, 'it ends before it begins');
  return { moment, interval: { from, to } };
}

function intervalOf(moment: Moment, { days, ms }: Length, zones: Zones): Interval {
  const from = zones.instantOf(moment);
  const wall = moment.wall + days * DAY_MS;
  const to = days === 0 ? from : zones.instantOf({ ...moment, wall });
  return { from, to: to + ms };
}

function isFree({ params }: Property): boolean {
  const type = params['fbtype'];
  return typeof type === 'string' && type.toUpperCase() === 'FREE';
}
