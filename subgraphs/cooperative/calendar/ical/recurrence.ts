import { RRuleTemporal } from 'rrule-temporal';
import { faultAt } from './fault.js';
import type { Property } from './jcal.js';
import { textOf, wrong } from './moments.js';
import { parseRule, type Rule } from './rule-grammar.js';

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
    const written = writeRule(parseRule(property));
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

/** A rule without its `UNTIL`. */
function writeRule(rule: Rule): string {
  return [...rule]
    .filter(([part]) => part !== 'UNTIL')
    .map(([part, text]) => `${part}=${text}`)
    .join(';');
}
