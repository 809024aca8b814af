import { epochDayOf, DAY_MS, type Weekday } from '../../../shared/words/dates.js';
import { WEEKDAYS } from '../../../shared/words/closed-sets.js';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { PAGE_TEXTS } from './page-texts.js';

const LOCALES = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' } as const satisfies Readonly<
  Record<TextLanguage, string>
>;

/** 1970-01-05, a Monday. */
const A_MONDAY = 4;

/** Days, times and amounts as people write them in one language. */
export class InWords {
  readonly #date: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #instant: Intl.DateTimeFormat;

  constructor(readonly language: TextLanguage) {
    const locale = LOCALES[language];
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    this.#instant = new Intl.DateTimeFormat(locale, {
      ...{ dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' },
    });
  }

  date(date: string): string {
    return this.#date.format(epochDayOf(date) * DAY_MS);
  }

  weekday(weekday: Weekday): string {
    return this.#weekday.format((A_MONDAY + WEEKDAYS.indexOf(weekday)) * DAY_MS);
  }

  /** In UTC, which it says. */
  instant(at: Date): string {
    return this.#instant.format(at);
  }

  /** Such as `46 h 30 min`. @param minutes - Whole, not negative. */
  minutes(minutes: number): string {
    const { hours, minutes: unit } = PAGE_TEXTS[this.language];
    const rest = minutes % 60;
    const whole = `${(minutes - rest) / 60} ${hours}`;
    return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
  }
}
