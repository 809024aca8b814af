import { isUtf8 } from 'node:buffer';
import { contentLines } from './content-lines.js';

/** These stand directly in a calendar. One within another means that something between them is missing. */
const OUTER_PARTS: ReadonlySet<string> = new Set([
  ...['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE'],
]);
/** Two of one of these in a part are two parts that have run into one another. */
const ONCE: ReadonlySet<string> = new Set(['UID', 'DTSTART', 'DTEND', 'DURATION', 'RECURRENCE-ID']);
const LINE = /^([\w.-]+)(?:;[^:]*)?:/;

interface Part {
  readonly name: string;
  /** Of `ONCE`, those seen in it. */
  readonly seen: Set<string>;
}

/**
 * Whether a text is one iCalendar from its BEGIN to its END (RFC 5545), each part in it whole, and nothing after it. What
 * it says is not looked at.
 */
export function isWholeCalendar(text: Buffer): boolean {
  if (!isUtf8(text)) return false;
  const open: Part[] = [];
  let isOver = false;
  for (const { text: line } of contentLines(text.toString('latin1'))) {
    if (isOver) return false;
    const [start = '', written = ''] = LINE.exec(line) ?? [];
    const name = written.toUpperCase();
    const part = open.at(-1);
    if (name === 'BEGIN') {
      const begun = line.slice(start.length).trim().toUpperCase();
      if (!mayStandIn(begun, part)) return false;
      open.push({ name: begun, seen: new Set() });
    } else if (name === 'END') {
      if (open.pop()?.name !== line.slice(start.length).trim().toUpperCase()) return false;
      isOver = open.length === 0;
    } else {
      if (name === '' || !part || part.seen.has(name)) return false;
      if (ONCE.has(name)) part.seen.add(name);
    }
  }
  return isOver;
}

function mayStandIn(name: string, outer: Part | undefined): boolean {
  if (name === 'VCALENDAR') return outer === undefined;
  return outer !== undefined && (outer.name === 'VCALENDAR' || !OUTER_PARTS.has(name));
}
