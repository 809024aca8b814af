import { RRuleTemporal } from 'rrule-temporal';
import { faultAt, quoted } from './fault.js';
import type { Property } from './jcal.js';
import { textOf, wrong } from './moments.js';

/** The parts of RFC 5545, but for UNTIL. */
const PARTS: ReadonlySet<string> = new Set([
  ...['freq', 'interval', 'count', 'wkst', 'bysecond', 'byminute', 'byhour', 'byday'],
  ...['bymonthday', 'byyearday', 'byweekno', 'bymonth', 'bysetpos'],
]);

/** In the order of ical.js, which counts them from 1. */
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const FREQUENCIES: readonly unknown[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const MOST_TIMES_A_DAY = 24;
/** For all rules of one text. A thousand of the usual ones take a tenth of it. */
const MOST_MS = 2_000;

/** Follows recurrence rules, and refuses those that would keep the process busy. One for each text. */
export class RuleFollower {
  #tookMs = 0;

  /**
   * The wall times that a rule gives, in order. `UNTIL` is left to the caller, who knows the zone.
   * @param start - Wall time from which it counts; given only where the rule itself gives it.
   * @param from - Wall time, included.
   * @param to - Wall time, excluded.
   * @throws CalendarFault when it is no rule of RFC 5545, or gives more than anybody can mean.
   */
  occurrencesOf(property: Property, start: number, from: number, to: number): number[] {
    const written = writeRule(property);
    if (this.#tookMs > MOST_MS) {
      const message = 'RRULE: wanted rules that can be followed in two seconds; these take longer.';
      throw faultAt(property.line, message);
    }
    const first = textOf(start).replaceAll(/[-:]/g, '');
    const startedAt = performance.now();
    try {
      // In UTC a wall time is what it is: the zone's days of 23 and 25 hours come later. The library's own limits on
      // its work are not used: with them it looks at each occurrence since the start.
      return new RRuleTemporal({ rruleString: `DTSTART:${first}Z\nRRULE:${written}` })
        .between(new Date(from), new Date(to), true)
        .map(({ epochMilliseconds }) => epochMilliseconds)
        .filter((wall) => wall < to);
    } catch {
      // The library's own words are not passed on: they may quote what it has made of the rule.
      throw wrong(property, 'a rule that can be followed', property.written);
    } finally {
      this.#tookMs += performance.now() - startedAt;
    }
  }
}

/** The value of a part of a rule as the file has it: `20271231` for `UNTIL`; null when there is none. */
export function partOf({ written }: Property, name: string): string | null {
  return findPart(written, name)?.slice(name.length + 1) ?? null;
}

/** @param name - In any case. */
function findPart(written: string, name: string): string | undefined {
  const start = `${name.toUpperCase()}=`;
  // Of several the last counts, as for the parser.
  return written.split(';').findLast((part) => part.toUpperCase().startsWith(start));
}

/** @throws CalendarFault when it gives more than some times a day. */
function writeRule(property: Property): string {
  const { value, written } = property;
  const rule = Object(value) as Readonly<Record<string, unknown>>;
  const { freq } = rule;
  if (!FREQUENCIES.includes(freq)) {
    const wanted = `FREQ to be one of ${FREQUENCIES.join(', ')}`;
    throw wrong(property, wanted, findPart(written, 'freq') ?? written);
  }
  const timesADay = ['byhour', 'byminute', 'bysecond']
    .map((part) => rule[part])
    .reduce<number>((times, list) => times * (Array.isArray(list) ? list.length : 1), 1);
  if (timesADay > MOST_TIMES_A_DAY) {
    const wanted = `RRULE: wanted at most ${MOST_TIMES_A_DAY} times a day, got ${timesADay}`;
    throw faultAt(property.line, `${wanted} of ${quoted(written)}.`);
  }
  return (
    Object.entries(rule)
      // Some programs end a rule with a semicolon.
      .filter(([part]) => part !== 'until' && part !== '')
      .map(([part, text]) => writePart(part, text, property))
      .join(';')
  );
}

function writePart(part: string, value: unknown, property: Property): string {
  if (!PARTS.has(part)) {
    const { written } = property;
    const came = findPart(written, part) ?? written;
    throw wrong(property, `the parts of RFC 5545, of which ${part} is none`, came);
  }
  const text = part === 'wkst' ? WEEKDAYS[Number(value) - 1] : value;
  return `${part.toUpperCase()}=${String(text)}`;
}
