import { parseWallTime } from '../capacity/index.js';
import { CalendarFault, shown } from './fault.js';
import { FileZone } from './file-zone.js';
import { findText, type Component } from './jcal.js';
import { textOf } from './moments.js';
import type { RuleFollower } from './recurrence.js';

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
   * @param zone - `UTC`, a TZID, or null for the own zone.
   * @throws CalendarFault when nobody knows the zone.
   */
  instantOf(wall: number, zone: string | null): number {
    if (zone === 'UTC') return wall;
    const id = zone ?? this.ownZone;
    let known = this.#zoneById.get(id);
    if (!known) {
      known = this.#find(id, wall);
      this.#zoneById.set(id, known);
    }
    return known(wall);
  }

  /** An IANA name goes before the file's own description of it, which is often cut short. */
  #find(id: string, wall: number): Zone {
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
      throw new CalendarFault(`TZID: wanted ${wanted}, got ${shown(id)}.`);
    }
    const zone = new FileZone(described, this.rules, this.now);
    return (time) => zone.instantOf(time);
  }
}
