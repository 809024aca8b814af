import ICAL from 'ical.js';
import { readContentLines, type ContentLine } from './content-lines.js';
import { CalendarFault, faultAt, quoted } from './fault.js';

/** A property, from which line it comes, and what is written there. */
export interface Property {
  /** Small letters. */
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Such as `date-time`, `date` or `period`. */
  readonly type: string;
  /** The first value as jCal (RFC 7265) has it: what texts and rules mean. */
  readonly value: unknown;
  /** All values as the file has them. */
  readonly written: string;
  /** All of it as the file has it, unfolded. */
  readonly source: string;
  /** In the file, counted from 1. */
  readonly line: number;
}

/** A part of a calendar, between BEGIN and END. */
export interface Component {
  /** Small letters. */
  readonly name: string;
  /** Of its BEGIN. */
  readonly line: number;
  readonly properties: readonly Property[];
  readonly parts: readonly Component[];
}

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly parts: OpenComponent[];
}

const FRAME = /^(BEGIN|END):(.*)$/i;
/** These stand directly in a calendar. One within another means that an END is missing between them. */
const OUTER_PARTS: ReadonlySet<string> = new Set(['vevent', 'vfreebusy', 'vtimezone']);
const VALUE_TYPE = /;VALUE=([A-Z-]+)/i;
/** Up to the value: a colon within double quotes does not end it. */
const BEFORE_VALUE = /^(?:[^":]|"[^"]*")*:/;

/**
 * Reads an iCalendar text.
 * @returns Its calendars; nearly always one.
 * @throws CalendarFault when it is none.
 */
export function parseCalendars(text: string): Component[] {
  const body = text.replace(/^\uFEFF/, '');
  if (!/^\s*BEGIN:VCALENDAR[ \t]*\r?\n/i.test(body)) {
    const [first = ''] = body.trim().split(/\r?\n/, 1);
    throw new CalendarFault(
      `Wanted an iCalendar text that begins with BEGIN:VCALENDAR, got ${quoted(first)}.`,
    );
  }
  const calendars: OpenComponent[] = [];
  const open: OpenComponent[] = [];
  for (const line of readContentLines(body)) {
    const [, word, frame = ''] = FRAME.exec(line.text) ?? [];
    const name = frame.trim();
    if (word === undefined) addProperty(open.at(-1), line);
    else if (word.toUpperCase() === 'END') close(open.pop(), name, line);
    else {
      const begun = begin(open.at(-1), name, line);
      (open.at(-1)?.parts ?? calendars).push(begun);
      open.push(begun);
    }
  }
  const last = open.at(-1);
  if (!last) return calendars;
  const name = last.name.toUpperCase();
  throw faultAt(last.line, `wanted an END:${name} too, so the file cannot be read to its end.`);
}

/** The first property of that name; null when there is none. */
export function findProperty({ properties }: Component, name: string): Property | null {
  return properties.find((property) => property.name === name) ?? null;
}

/** The first value of the first property of that name as a text; null when there is none. */
export function findText(component: Component, name: string): string | null {
  const value = findProperty(component, name)?.value;
  return typeof value === 'string' ? value.trim() : null;
}

function begin(outer: Component | undefined, text: string, line: ContentLine): OpenComponent {
  const name = text.toLowerCase();
  if (!outer && name !== 'vcalendar') {
    const message = `wanted nothing beside VCALENDAR at the outermost level, got ${quoted(text)}.`;
    throw faultAt(line.number, message);
  }
  if (outer && (name === 'vcalendar' || (OUTER_PARTS.has(name) && outer.name !== 'vcalendar'))) {
    const wanted = `wanted END:${outer.name.toUpperCase()} first (of line ${outer.line})`;
    throw faultAt(line.number, `${wanted}, got ${quoted(line.text)}.`);
  }
  return { name, line: line.number, properties: [], parts: [] };
}

function close(open: Component | undefined, name: string, line: ContentLine): void {
  if (open?.name === name.toLowerCase()) return;
  const wanted = open
    ? `END:${open.name.toUpperCase()} (of line ${open.line})`
    : 'the BEGIN of it first';
  throw faultAt(line.number, `wanted ${wanted}, got ${quoted(line.text)}.`);
}

function addProperty(component: OpenComponent | undefined, line: ContentLine): void {
  if (!component) {
    throw faultAt(line.number, `wanted nothing after END:VCALENDAR, got ${quoted(line.text)}.`);
  }
  component.properties.push(parseProperty(line));
}

/** The parser's own words are not passed on: they may quote what it has made of the line. */
function parseProperty({ text, number }: ContentLine): Property {
  const [before = ''] = BEFORE_VALUE.exec(text) ?? [];
  const written = text.slice(before.length);
  const parsed = parseLine(text);
  if (parsed === null) {
    const isRule = /^RRULE\b/i.test(text);
    const wanted = isRule ? 'RRULE: wanted a rule of RFC 5545' : 'wanted a line such as NAME:VALUE';
    throw faultAt(number, `${wanted}, got ${quoted(isRule ? findBadPart(written) : text)}.`);
  }
  const [name, params, type, value] = parsed;
  // The parser guesses it from the value, whatever is said.
  const [, said] = VALUE_TYPE.exec(before.replaceAll(/"[^"]*"/g, '')) ?? [];
  const line = { written, source: text, line: number };
  return { name, params, type: said?.toLowerCase() ?? type, value, ...line };
}

type JProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];

/** @returns Null when it is no line of RFC 5545. */
function parseLine(text: string): JProperty | null {
  try {
    return ICAL.parse.property(text) as JProperty;
  } catch {
    // Beside its own errors the parser throws whatever a malformed text makes of it.
    return null;
  }
}

/** The part of a rule that keeps it from being read. */
function findBadPart(rule: string): string {
  const parts = rule.split(';');
  return parts.find((part) => parseLine(`RRULE:${part}`) === null) ?? rule;
}
