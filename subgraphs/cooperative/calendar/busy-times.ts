import { DAY_MS } from '../capacity/dates.js';
import type { Interval } from '../capacity/open-times.js';
import { CalendarFault, shown } from './fault.js';
import { findProperty, findText, type Component, type Property } from './jcal.js';
import { parseLength, parseMoment, textOf, type Length, type Moment } from './moments.js';
import type { RuleFollower } from './recurrence.js';
import type { Zones } from './zones.js';

const NOTHING: Length = { days: 0, ms: 0 };
const ONE_DAY: Length = { days: 1, ms: 0 };
/** No zone is further from UTC. */
const FURTHEST_OFFSET_MS = DAY_MS;

/** Occurrences that do not take place: a date takes all of that day. */
interface LeftOut {
  /** Midnights as wall times. */
  readonly days: Set<number>;
  readonly instants: Set<number>;
}

/** Reads what keeps the owner of one calendar busy: events and busy periods. */
export class BusyTimes {
  /** Of changed and cancelled occurrences, by UID: when they would have been. */
  readonly #replaced = new Map<string, LeftOut>();

  /**
   * @param span - What is asked about: recurring events are followed to its end; single ones count however late.
   * @throws CalendarFault when the calendar cannot be understood.
   */
  constructor(
    private readonly calendar: Component,
    private readonly zones: Zones,
    private readonly rules: RuleFollower,
    private readonly span: Interval,
  ) {
    for (const event of this.#parts('vevent')) {
      const property = findProperty(event, 'recurrence-id');
      if (!property) continue;
      if (property.params['range'] !== undefined) {
        throw new CalendarFault('RECURRENCE-ID: wanted one occurrence, got a RANGE of them.');
      }
      const uid = findText(event, 'uid') ?? '';
      const known = this.#replaced.get(uid) ?? { days: new Set(), instants: new Set() };
      this.#replaced.set(uid, known);
      this.#leaveOut(known, parseMoment(property.values[0], property), null);
    }
  }

  /** In no order; they may overlap, and single ones may be past. */
  *read(): Generator<Interval> {
    for (const event of this.#parts('vevent')) {
      const isFree = isText(event, 'transp', 'TRANSPARENT') || isText(event, 'status', 'CANCELLED');
      if (!isFree) yield* this.#occurrences(event);
    }
    for (const part of this.#parts('vfreebusy')) {
      for (const property of part.properties) {
        if (property.name !== 'freebusy' || property.params['fbtype'] === 'FREE') continue;
        for (const value of property.values) yield this.#period(value, property);
      }
    }
  }

  #parts(name: string): Component[] {
    return this.calendar.parts.filter((part) => part.name === name);
  }

  *#occurrences(event: Component): Generator<Interval> {
    const property = findProperty(event, 'dtstart');
    if (!property) throw new CalendarFault('VEVENT: wanted a DTSTART, got none.');
    const start = parseMoment(property.values[0], property);
    const length = this.#lengthOf(event, start);
    const isLeftOut = this.#exceptionsOf(event, start);
    const walls = new Set([start.wall, ...this.#ruleTimes(event, start, length)]);
    for (const wall of walls) {
      const moment = { ...start, wall };
      if (isLeftOut(moment)) continue;
      const interval = this.#interval(moment, length);
      if (wall === start.wall || interval.from < this.span.to) yield interval;
    }
    for (const date of event.properties.filter(({ name }) => name === 'rdate')) {
      for (const value of date.values) {
        if (date.type === 'period') yield this.#period(value, date);
        else {
          const moment = parseMoment(value, date);
          if (!isLeftOut(moment)) yield this.#interval(moment, length);
        }
      }
    }
  }

  #ruleTimes(event: Component, start: Moment, length: Length): number[] {
    const reach = length.days * DAY_MS + length.ms + FURTHEST_OFFSET_MS;
    const [from, to] = [this.span.from - reach, this.span.to + FURTHEST_OFFSET_MS];
    return event.properties
      .filter(({ name }) => name === 'rrule')
      .flatMap((property) => {
        const [rule] = property.values;
        const until = (rule as { readonly until?: unknown } | undefined)?.until;
        const last = until === undefined ? null : parseMoment(until, property);
        const isOver = last !== null && last.wall + DAY_MS + FURTHEST_OFFSET_MS < from;
        const walls = isOver ? [] : this.rules.occurrencesOf(rule, start.wall, from, to);
        return last ? walls.filter((wall) => !this.#isAfter(wall, start, last)) : walls;
      });
  }

  /** Whether an occurrence comes after UNTIL, which is included. */
  #isAfter(wall: number, { zone, isDate }: Moment, last: Moment): boolean {
    if (last.isDate) return wall >= last.wall + DAY_MS;
    if (isDate || last.zone === null) return wall > last.wall;
    return this.zones.instantOf(wall, zone) > this.zones.instantOf(last.wall, last.zone);
  }

  /** Which occurrences EXDATE and changed occurrences take away. */
  #exceptionsOf(event: Component, start: Moment): (moment: Moment) => boolean {
    const isChange = findProperty(event, 'recurrence-id') !== null;
    const replaced = isChange ? undefined : this.#replaced.get(findText(event, 'uid') ?? '');
    const excluded: LeftOut = { days: new Set(), instants: new Set() };
    for (const property of event.properties.filter(({ name }) => name === 'exdate')) {
      for (const value of property.values) {
        // Some programs leave the zone out where they mean that of the event.
        this.#leaveOut(excluded, parseMoment(value, property), start.zone);
      }
    }
    const sets = replaced ? [excluded, replaced] : [excluded];
    return ({ wall, zone }) =>
      sets.some(
        ({ days, instants }) =>
          days.has(Math.floor(wall / DAY_MS) * DAY_MS) ||
          (instants.size > 0 && instants.has(this.zones.instantOf(wall, zone))),
      );
  }

  #leaveOut({ days, instants }: LeftOut, moment: Moment, zone: string | null): void {
    if (moment.isDate) days.add(moment.wall);
    else instants.add(this.zones.instantOf(moment.wall, moment.zone ?? zone));
  }

  #lengthOf(event: Component, start: Moment): Length {
    const duration = findProperty(event, 'duration');
    if (duration) return parseLength(duration.values[0]);
    const property = findProperty(event, 'dtend');
    if (!property) return start.isDate ? ONE_DAY : NOTHING;
    const end = parseMoment(property.values[0], property);
    if (start.isDate && end.isDate) {
      // Some programs write the same day as the end of a day.
      const days = end.wall === start.wall ? 1 : (end.wall - start.wall) / DAY_MS;
      if (days > 0) return { days, ms: 0 };
    } else {
      const ms = this.#instantOf(end) - this.#instantOf(start);
      if (ms >= 0) return { days: 0, ms };
    }
    const came = `${textOf(end.wall)} after ${textOf(start.wall)}`;
    throw new CalendarFault(`DTEND: wanted an end that is not before the start, got ${came}.`);
  }

  #period(value: unknown, property: Property): Interval {
    const [first, second] = Array.isArray(value) ? (value as unknown[]) : [];
    const start = parseMoment(first, property);
    if (typeof second === 'string' && /^\+?P/.test(second)) {
      return this.#interval(start, parseLength(second));
    }
    const from = this.#instantOf(start);
    const to = this.#instantOf(parseMoment(second, property));
    if (to >= from) return { from, to };
    const name = property.name.toUpperCase();
    throw new CalendarFault(`${name}: wanted a period such as …/PT1H, got ${shown(value)}.`);
  }

  #interval({ wall, zone }: Moment, { days, ms }: Length): Interval {
    const from = this.zones.instantOf(wall, zone);
    const to = days === 0 ? from : this.zones.instantOf(wall + days * DAY_MS, zone);
    return { from, to: to + ms };
  }

  #instantOf({ wall, zone }: Moment): number {
    return this.zones.instantOf(wall, zone);
  }
}

function isText(event: Component, name: string, text: string): boolean {
  return findText(event, name)?.toUpperCase() === text;
}
