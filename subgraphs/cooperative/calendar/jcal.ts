import ICAL from 'ical.js';
import { CalendarFault, shown } from './fault.js';

/** A property as jCal (RFC 7265) has it, times as "2027-03-22T08:00:00". */
export interface Property {
  /** Small letters. */
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Such as `date-time`, `date` or `period`. */
  readonly type: string;
  readonly values: readonly unknown[];
}

/** A part of a calendar, between BEGIN and END. */
export interface Component {
  /** Small letters. */
  readonly name: string;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
}

type JProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];
type JComponent = readonly [string, readonly JProperty[], readonly JComponent[]];

/**
 * Reads an iCalendar text.
 * @returns Its calendars; nearly always one.
 * @throws CalendarFault when it is none.
 */
export function parseCalendars(text: string): Component[] {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (!/^BEGIN:VCALENDAR[ \t]*\r?\n/i.test(body)) {
    throw new CalendarFault(
      `Wanted an iCalendar text that begins with BEGIN:VCALENDAR, got ${shown(body)}.`,
    );
  }
  let parsed: JComponent | JComponent[];
  try {
    parsed = ICAL.parse(body) as JComponent | JComponent[];
  } catch (error) {
    // Beside its own errors the parser throws whatever a malformed text makes of it.
    const reason = error instanceof Error ? error.message : String(error);
    throw new CalendarFault(`Wanted an iCalendar text, but it cannot be read: ${shown(reason)}.`);
  }
  const isOne = (found: JComponent | JComponent[]): found is JComponent =>
    typeof found[0] === 'string';
  const calendars = (isOne(parsed) ? [parsed] : parsed).map((found) => toComponent(found, 0));
  const stranger = calendars.find(({ name }) => name !== 'vcalendar');
  if (stranger) {
    const came = shown(stranger.name.toUpperCase());
    throw new CalendarFault(`Wanted nothing beside VCALENDAR at the outermost level, got ${came}.`);
  }
  return calendars;
}

/** The first property of that name; null when there is none. */
export function findProperty({ properties }: Component, name: string): Property | null {
  return properties.find((property) => property.name === name) ?? null;
}

/** The first value of the first property of that name as a text; null when there is none. */
export function findText(component: Component, name: string): string | null {
  const value = findProperty(component, name)?.values[0];
  return typeof value === 'string' ? value : null;
}

/** Deeper than the observances of a time zone nothing is looked at. */
const DEEPEST = 2;

function toComponent([name, properties, parts]: JComponent, depth: number): Component {
  return {
    name,
    properties: properties.map(([property, params, type, ...values]) => ({
      name: property,
      params,
      type,
      values,
    })),
    parts: depth < DEEPEST ? parts.map((part) => toComponent(part, depth + 1)) : [],
  };
}
