import { RRuleTemporal } from 'rrule-temporal';
import { CalendarFault, shown } from './fault.js';
import { textOf } from './moments.js';

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
   * @param rule - As jCal has it.
   * @param start - Wall time from which it counts; given only where the rule itself gives it.
   * @param from - Wall time, included.
   * @param to - Wall time, excluded.
   * @throws CalendarFault when it is no rule of RFC 5545, or gives more than anybody can mean.
   */
  occurrencesOf(rule: unknown, start: number, from: number, to: number): number[] {
    const written = writeRule(Object(rule) as Record<string, unknown>);
    if (this.#tookMs > MOST_MS) {
      throw new CalendarFault(
        'Wanted rules that can be followed in two seconds; these take longer.',
      );
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
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CalendarFault(`RRULE: cannot follow ${shown(written)}: ${shown(reason)}.`);
    } finally {
      this.#tookMs += performance.now() - startedAt;
    }
  }
}

/** @throws CalendarFault when it gives more than some times a day. */
function writeRule(rule: Readonly<Record<string, unknown>>): string {
  const { freq } = rule;
  if (!FREQUENCIES.includes(freq)) {
    throw new CalendarFault(
      `RRULE: wanted FREQ to be one of ${FREQUENCIES.join(', ')}, got ${shown(freq)}.`,
    );
  }
  const timesADay = ['byhour', 'byminute', 'bysecond']
    .map((part) => rule[part])
    .reduce<number>((times, list) => times * (Array.isArray(list) ? list.length : 1), 1);
  if (timesADay > MOST_TIMES_A_DAY) {
    throw new CalendarFault(
      `RRULE: wanted at most ${MOST_TIMES_A_DAY} times a day, got ${timesADay}.`,
    );
  }
  return Object.entries(rule)
    .filter(([part]) => part !== 'until')
    .map(([part, value]) => writePart(part, value))
    .join(';');
}

function writePart(part: string, value: unknown): string {
  if (!PARTS.has(part)) {
    throw new CalendarFault(`RRULE: wanted the parts of RFC 5545, got ${shown(part)}.`);
  }
  const text = part === 'wkst' ? WEEKDAYS[Number(value) - 1] : value;
  return `${part.toUpperCase()}=${String(text)}`;
}
