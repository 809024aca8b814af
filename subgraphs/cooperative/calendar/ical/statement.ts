import { faultAt, quoted } from './fault.js';
import { findProperty, findText, type Component } from './jcal.js';
import { parseMoment, wrong, type Moment } from './moments.js';
import type { Zones } from './zones.js';

/** What a VEVENT or VFREEBUSY says, and what decides whether it still holds. */
export interface Statement {
  readonly component: Component;
  /** The calendar in which it stands. */
  readonly calendar: Component;
  readonly zones: Zones;
  readonly method: string;
  /** Null when it has none. */
  readonly uid: string | null;
  /** When the occurrence that it changes would have been; null for the event as a whole. */
  readonly recurrence: Moment | null;
  readonly sequence: number;
  /** Whether what it names does not take place. */
  readonly isCalledOff: boolean;
}

/** Of RFC 5546. */
const METHODS: ReadonlySet<string> = new Set([
  ...['PUBLISH', 'REQUEST', 'REPLY', 'ADD', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER'],
]);

/** A part that has two of these, and not the same twice, is two parts that have run into one another. */
const ONCE = ['uid', 'recurrence-id', 'sequence', 'dtstart', 'dtend', 'duration', 'status'];

/**
 * Reads the events of a calendar, or its busy periods.
 * @throws CalendarFault where it says something that cannot be followed.
 */
export function readStatements(
  calendar: Component,
  zones: Zones,
  name: 'vevent' | 'vfreebusy',
): Statement[] {
  const method = methodOf(calendar);
  return calendar.parts
    .filter((part) => part.name === name)
    .map((component) => {
      refuseDoubles(component);
      const uid = findText(component, 'uid') || null;
      if (method === 'CANCEL' && uid === null) {
        throw faultAt(component.line, 'wanted the UID of what METHOD:CANCEL calls off, got none.');
      }
      const isCalledOff = method === 'CANCEL' || isText(component, 'status', 'CANCELLED');
      const recurrence = recurrenceOf(component);
      const sequence = sequenceOf(component);
      return { component, calendar, zones, method, uid, recurrence, sequence, isCalledOff };
    });
}

/** Whether a property has a text, in any case. */
export function isText(component: Component, name: string, text: string): boolean {
  return findText(component, name)?.toUpperCase() === text;
}

function methodOf(calendar: Component): string {
  const property = findProperty(calendar, 'method');
  const method = property?.written.trim().toUpperCase() ?? 'PUBLISH';
  if (property && !METHODS.has(method)) {
    throw wrong(property, `one of ${[...METHODS].join(', ')}`, property.written);
  }
  return method;
}

function refuseDoubles({ name, properties }: Component): void {
  for (const once of ONCE) {
    const [first, ...others] = properties.filter((property) => property.name === once);
    const other = others.find(({ source }) => source !== first?.source);
    if (!other) continue;
    const wanted = `wanted one ${once.toUpperCase()} in a ${name.toUpperCase()}`;
    throw faultAt(other.line, `${wanted}, got ${quoted(other.source)} too.`);
  }
}

function recurrenceOf(component: Component): Moment | null {
  const property = findProperty(component, 'recurrence-id');
  if (!property) return null;
  if (property.params['range'] !== undefined) {
    const wanted = 'RECURRENCE-ID: wanted one occurrence, not a RANGE of them';
    throw faultAt(property.line, `${wanted}, got ${quoted(property.source)}.`);
  }
  return parseMoment(property.written, property);
}

function sequenceOf(component: Component): number {
  const property = findProperty(component, 'sequence');
  if (!property) return 0;
  const written = property.written.trim();
  if (/^[+-]?\d{1,10}$/.test(written)) return Number(written);
  throw wrong(property, 'a whole number', property.written);
}
