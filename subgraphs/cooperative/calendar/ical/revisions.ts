import { faultAt, quoted } from './fault.js';
import { findProperty } from './jcal.js';
import { parseMoment } from './moments.js';
import type { Statement } from './statement.js';
import type { Zones } from './zones.js';

/** What holds of all that is said about one event. */
export interface Series {
  /** The event, with what was added to it: its rules apply. */
  readonly masters: readonly Statement[];
  /** Of single occurrences, which do not take place as the masters have it. */
  readonly changes: readonly Statement[];
}

/** Who answers or asks says nothing about when an event is. */
const ANSWERS: ReadonlySet<string> = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/** What decides when an event is: of two revisions with the same SEQUENCE it is the same, unless they are two events. */
const TIMES = ['dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate'];

/**
 * Finds what holds of all that is said about events, wherever it stands in the file (RFC 5546 section 2.1.5): of what has
 * the same UID and RECURRENCE-ID, the highest SEQUENCE.
 * @throws CalendarFault when an event is answered that is not there.
 */
export function findSeries(events: readonly Statement[]): Series[] {
  return [...groupBy(events, ({ uid }) => uid).values()].map((group) => {
    const said = group.filter(({ method }) => !ANSWERS.has(method));
    const answer = group.find(({ method }) => ANSWERS.has(method));
    if (answer && said.length === 0) throw unknownEvent(answer);
    const changes = said.filter(({ recurrence }) => recurrence !== null);
    const masters = said.filter(({ recurrence }) => recurrence === null);
    // Without a UID nothing can be told to be about the same event.
    if (group[0]?.uid == null) return { masters, changes };
    const whole = masters.filter(({ method }) => method !== 'ADD');
    const holding = findNewest(whole);
    const added = masters.filter(({ method }) => method === 'ADD');
    const changesOfMasters = changes.filter((change) => isOfHolding(change, whole, holding));
    const origins = originsOf(holding);
    const byOccurrence = groupBy(changesOfMasters, (change) => occurrenceKey(change, origins));
    return {
      masters: [...holding, ...added.filter((addition) => !isObsolete(addition, holding))],
      changes: [...byOccurrence.values()].flatMap(findNewest),
    };
  });
}

/** Of busy periods those that hold: the newest of each UID, and all that have none. */
export function findNewestOfEach(periods: readonly Statement[]): Statement[] {
  return [...groupBy(periods, ({ uid }) => uid)].flatMap(([uid, group]) =>
    uid === null ? group : findNewest(group),
  );
}

/**
 * Of statements about one thing those that hold: the highest SEQUENCE. Of several such the latest DTSTAMP holds where they
 * name the same times or it calls off; others are taken for different events of a careless writer, and all hold.
 */
function findNewest(statements: readonly Statement[]): Statement[] {
  const sequence = highest(statements);
  const last = statements.filter((statement) => statement.sequence === sequence);
  // Careless senders call off without counting up.
  const cancels = last.filter(({ method }) => method === 'CANCEL');
  if (cancels.length > 0) return cancels;
  if (last.length < 2) return last;
  const stamped = last.map((statement) => {
    return { statement, times: timesOf(statement), stamp: stampOf(statement) };
  });
  const latestByTimes = new Map<string, number>();
  for (const { times, stamp } of stamped) {
    latestByTimes.set(times, Math.max(stamp ?? -Infinity, latestByTimes.get(times) ?? -Infinity));
  }
  // What is called off may be written in fewer or other words than before, so that speaks of them all.
  const off = Math.max(
    ...stamped.map(({ statement, stamp }) => (statement.isCalledOff ? stamp : null) ?? -Infinity),
  );
  // So does one that names no times at all.
  const latestOf = (times: string): number =>
    Math.max(latestByTimes.get(times) ?? -Infinity, latestByTimes.get('') ?? -Infinity, off);
  return stamped
    .filter(({ times, stamp }) => stamp === null || stamp >= latestOf(times))
    .map(({ statement }) => statement);
}

function highest(statements: readonly Statement[]): number {
  return statements.reduce((most, { sequence }) => Math.max(most, sequence), -Infinity);
}

/** Whether the event was called off as a whole, or made anew, since. */
function isObsolete({ sequence }: Statement, holding: readonly Statement[]): boolean {
  if (holding.length === 0) return false;
  const newest = highest(holding);
  return sequence < newest || (sequence === newest && holding.every((one) => one.isCalledOff));
}

/**
 * Whether a change belongs to the revision of its event that holds. It belongs to the last one before it in its calendar.
 * Where all there are newer, which is how some programs write what they have now, to the first of them; a calendar without
 * any speaks of the last one before it in the file.
 */
function isOfHolding(
  change: Statement,
  masters: readonly Statement[],
  holding: readonly Statement[],
): boolean {
  if (masters.length === 0) return true;
  const newest = highest(holding);
  if (holding.every((one) => one.isCalledOff)) return change.sequence > newest;
  const beside = masters.filter(({ calendar }) => calendar === change.calendar);
  const candidates = beside.length > 0 ? beside : masters;
  const before = candidates.filter(({ sequence }) => sequence <= change.sequence);
  if (before.length > 0) return highest(before) === newest;
  return beside.length > 0 && beside.every(({ sequence }) => sequence === newest);
}

/** The zones in which the events begin, by name. */
function originsOf(masters: readonly Statement[]): ReadonlyMap<string | null, Zones> {
  const origins = new Map<string | null, Zones>();
  for (const { component, zones, isCalledOff } of masters) {
    const start = isCalledOff ? null : findProperty(component, 'dtstart');
    if (start) origins.set(parseMoment(start.written, start).zone, zones);
  }
  return origins;
}

/** The same for two that name the same occurrence. */
function occurrenceKey(
  { recurrence, zones }: Statement,
  origins: ReadonlyMap<string | null, Zones>,
): string {
  if (recurrence === null) return '';
  if (recurrence.isDate) return `day ${recurrence.wall}`;
  if (recurrence.zone !== null || origins.size === 0) return String(zones.instantOf(recurrence));
  // Some programs leave the zone out where they mean that of the event.
  const instants = Array.from(origins, ([zone, own]) => own.instantOf({ ...recurrence, zone }));
  return String(Math.min(...instants));
}

function timesOf({ component }: Statement): string {
  return component.properties
    .filter(({ name }) => TIMES.includes(name))
    .map(({ source }) => source)
    .sort()
    .join('\n');
}

/** Null when it has none. */
function stampOf({ component, zones }: Statement): number | null {
  const property = findProperty(component, 'dtstamp');
  return property && zones.instantOf(parseMoment(property.written, property));
}

function unknownEvent({ calendar, component, method, uid }: Statement): Error {
  const line = findProperty(calendar, 'method')?.line ?? component.line;
  const wanted = `METHOD: wanted the event itself, of UID ${quoted(uid ?? '')}, beside an answer to it`;
  return faultAt(line, `${wanted}, got ${method} alone.`);
}

function groupBy<Key>(
  statements: readonly Statement[],
  keyOf: (statement: Statement) => Key,
): Map<Key, Statement[]> {
  const groups = new Map<Key, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return groups;
}
