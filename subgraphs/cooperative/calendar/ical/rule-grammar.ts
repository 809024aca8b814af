import { quoted, faultAt } from './fault.js';
import type { Property } from './jcal.js';
import { wrong } from './moments.js';

/** The parts of a rule as the file has them, by name in capitals: `COUNT` is `3`. */
export type Rule = ReadonlyMap<string, string>;

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const WEEKDAY = 'SU|MO|TU|WE|TH|FR|SA';
const DAY = new RegExp(`^(?:[+-]?(\\d{1,2}))?(?:${WEEKDAY})$`);
const MOST_TIMES_A_DAY = 24;
const MOST_DIGITS = 9;

/** Whether a text is the value of a part, and what is wanted when it is not. */
interface Form {
  readonly fits: (text: string) => boolean;
  readonly wanted: string;
}

/** The parts of RFC 5545 section 3.3.10. */
const FORM_BY_PART: ReadonlyMap<string, Form> = new Map([
  [
    'FREQ',
    {
      fits: (text) => FREQUENCIES.includes(text),
      wanted: `FREQ to be one of ${FREQUENCIES.join(', ')}`,
    },
  ],
  // Read by whoever knows the zone.
  ['UNTIL', { fits: () => true, wanted: 'a date or time' }],
  ['COUNT', { fits: isCount, wanted: 'COUNT to be a whole number from 1 on' }],
  ['INTERVAL', { fits: isCount, wanted: 'INTERVAL to be a whole number from 1 on' }],
  [
    'WKST',
    { fits: (text) => DAY.test(text) && text.length === 2, wanted: 'WKST to be a day such as MO' },
  ],
  [
    'BYDAY',
    {
      fits: (text) => text.split(',').every(isDay),
      wanted: 'BYDAY to be days such as MO, or such as -1MO with up to 53',
    },
  ],
  ['BYSECOND', numbers('BYSECOND', 0, 60)],
  ['BYMINUTE', numbers('BYMINUTE', 0, 59)],
  ['BYHOUR', numbers('BYHOUR', 0, 23)],
  ['BYMONTHDAY', numbers('BYMONTHDAY', 1, 31, true)],
  ['BYYEARDAY', numbers('BYYEARDAY', 1, 366, true)],
  ['BYWEEKNO', numbers('BYWEEKNO', 1, 53, true)],
  ['BYMONTH', numbers('BYMONTH', 1, 12)],
  ['BYSETPOS', numbers('BYSETPOS', 1, 366, true)],
]);

/** With which frequencies a part goes; the others go with each. */
const FREQUENCIES_BY_PART: ReadonlyMap<string, readonly string[]> = new Map([
  ['BYMONTHDAY', ['DAILY', 'MONTHLY', 'YEARLY']],
  ['BYYEARDAY', ['YEARLY']],
  ['BYWEEKNO', ['YEARLY']],
]);

/**
 * Reads a rule from what the file has, as parsers take much for a rule that is none.
 * @throws CalendarFault when RFC 5545 has no such rule, or it gives more than some times a day.
 */
export function parseRule(property: Property): Rule {
  const rule = new Map<string, string>();
  // Some programs end a rule with a semicolon.
  for (const part of property.written.trim().split(';').filter(Boolean)) {
    const [, written = part, text = ''] = /^([^=]*)=(.*)$/.exec(part.toUpperCase()) ?? [];
    const form = FORM_BY_PART.get(written);
    if (!form) {
      const wanted = `the parts of RFC 5545, of which ${written.toLowerCase()} is none`;
      throw wrong(property, wanted, part);
    }
    if (rule.has(written)) throw wrong(property, `one ${written} in a rule`, part);
    if (!form.fits(text)) throw wrong(property, form.wanted, part);
    rule.set(written, text);
  }
  refuseContradictions(rule, property);
  return rule;
}

function refuseContradictions(rule: Rule, property: Property): void {
  const refuse = (name: string, wanted: string): never => {
    throw wrong(property, wanted, `${name}=${rule.get(name) ?? ''}`);
  };
  const freq = rule.get('FREQ');
  if (freq === undefined) {
    throw wrong(property, FORM_BY_PART.get('FREQ')?.wanted ?? '', property.written);
  }
  if (rule.has('COUNT') && rule.has('UNTIL')) refuse('COUNT', 'either COUNT or UNTIL');
  for (const [name, frequencies] of FREQUENCIES_BY_PART) {
    if (rule.has(name) && !frequencies.includes(freq)) {
      refuse(name, `${name} with FREQ ${frequencies.join(' or ')} alone, not ${freq}`);
    }
  }
  if (/\d/.test(rule.get('BYDAY') ?? '')) {
    if (freq !== 'MONTHLY' && freq !== 'YEARLY') {
      refuse('BYDAY', `numbers in BYDAY with FREQ MONTHLY or YEARLY alone, not ${freq}`);
    }
    if (rule.has('BYWEEKNO')) refuse('BYDAY', 'no numbers in BYDAY beside BYWEEKNO');
  }
  const others = [...rule.keys()].filter((name) => name.startsWith('BY') && name !== 'BYSETPOS');
  if (rule.has('BYSETPOS') && others.length === 0) {
    refuse('BYSETPOS', 'BYSETPOS beside another part such as BYDAY');
  }
  const timesADay = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
    .map((name) => rule.get(name)?.split(',').length ?? 1)
    .reduce((times, count) => times * count, 1);
  if (timesADay > MOST_TIMES_A_DAY) {
    const wanted = `RRULE: wanted at most ${MOST_TIMES_A_DAY} times a day, got ${timesADay}`;
    throw faultAt(property.line, `${wanted} of ${quoted(property.written)}.`);
  }
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text) && text.length <= MOST_DIGITS && Number(text) > 0;
}

function isDay(text: string): boolean {
  const [whole, number = '1'] = DAY.exec(text) ?? [];
  return whole !== undefined && Number(number) >= 1 && Number(number) <= 53;
}

/** Whole numbers from the first to the last, or counted from the end with a minus. */
function numbers(name: string, first: number, last: number, isSigned = false): Form {
  const form = isSigned ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/;
  const signs = isSigned ? ', or from the end with a minus' : '';
  return {
    fits: (text) =>
      text.split(',').every((number) => {
        const size = Math.abs(Number(number));
        return form.test(number) && size >= first && size <= last;
      }),
    wanted: `${name} to be whole numbers from ${first} to ${last}${signs}`,
  };
}
