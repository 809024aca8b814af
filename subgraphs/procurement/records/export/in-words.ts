import { DAY_MS, type Weekday } from '../../../shared/words/dates.js';
import { WEEKDAYS } from '../../../shared/words/closed-sets.js';
import type { TextLanguage } from '../../../shared/words/localized.js';
import { dayIn, LOCALES } from '../../suppliers/value-words.js';
import { PAGE_TEXTS } from './page-texts.js';

/** 1970-01-05, a Monday. */
const A_MONDAY = 4;

/** Days, times and amounts as people write them in one language. */
export class InWords {
  readonly #weekday: Intl.DateTimeFormat;
  readonly #instant: Intl.DateTimeFormat;

  /** @param timeZone - Of all times. */
  constructor(
    readonly language: TextLanguage,
    timeZone: string,
  ) {
    const locale = LOCALES[language];
    this.#weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    this.#instant = new Intl.DateTimeFormat(locale, {
      ...{ dateStyle: 'long', timeStyle: 'long', timeZone },
    });
  }

  date(date: string): string {
    return dayIn(this.language, date);
  }

  weekday(weekday: Weekday): string {
    return this.#weekday.format((A_MONDAY + WEEKDAYS.indexOf(weekday)) * DAY_MS);
  }

  /** With the zone, which it says. */
  instant(at: Date): string {
    return this.#instant.format(at);
  }

  /** Such as `180 000,00 €`. @param amount - With two decimals. */
  amount(amount: string, currency: string): string {
    const format = new Intl.NumberFormat(LOCALES[this.language], { style: 'currency', currency });
    return format.format(amount as Intl.StringNumericLiteral);
  }

  /** Such as `46 h 30 min`. @param minutes - Whole, not negative. */
  minutes(minutes: number): string {
    const { hours, minutes: unit } = PAGE_TEXTS[this.language];
    const rest = minutes % 60;
    const whole = `${(minutes - rest) / 60} ${hours}`;
    return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
  }
}
