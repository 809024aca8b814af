import type HolidayCalendar from 'date-holidays';
// The banner of the bundle has taken the plain name.
import { createRequire as createRequireAt } from 'node:module';
import { TEXT_LANGUAGES, type LocalizedText } from './localized.js';

const MOST_YEARS_KEPT = 500;

// Required when first needed, not imported: with its tables of all countries and zones it would cost every process of
// a network some 60 ms and 20 MB at its start, and a bundle 1.5 MB.
const requireHere = createRequireAt(import.meta.url);
let loaded: typeof HolidayCalendar | null = null;

function calendarOf(country: string, languages: string[]): HolidayCalendar {
  loaded ??= requireHere('date-holidays') as typeof HolidayCalendar;
  return new loaded(country, { types: ['public'], languages });
}

/** The public holidays of one country in one year. */
class HolidayYear {
  readonly #own: string;
  /** By date, in the country's own language. */
  readonly #ownNames: ReadonlyMap<string, string>;
  #texts: ReadonlyMap<string, LocalizedText> | null = null;

  /** @param year - "2027"; there are none in one that the library cannot tell. */
  constructor(
    private readonly country: string,
    private readonly year: string,
  ) {
    // Beyond the year 9999 a date starts with a sign; before the year 100 the library means the 20th century.
    const isTold = /^(?!00)\d{4}$/.test(year);
    this.#own = (isTold && calendarOf(country, []).getLanguages()[0]) || 'en';
    this.#ownNames = isTold ? this.#namesIn(this.#own) : new Map();
  }

  has(date: string): boolean {
    return this.#ownNames.has(date);
  }

  textOf(date: string): LocalizedText | null {
    if (!this.has(date)) return null;
    this.#texts ??= this.#readTexts();
    return this.#texts.get(date) ?? null;
  }

  #readTexts(): ReadonlyMap<string, LocalizedText> {
    const texts = new Map<string, LocalizedText>();
    for (const language of TEXT_LANGUAGES) {
      const names = language === this.#own ? this.#ownNames : this.#namesIn(language);
      for (const [date, name] of names) {
        const text = texts.get(date) ?? {};
        // Where a name is not translated the library gives it in the country's own language.
        if (language === this.#own || name !== this.#ownNames.get(date)) text[language] = name;
        texts.set(date, text);
      }
    }
    return texts;
  }

  #namesIn(language: string): Map<string, string> {
    const nameByDate = new Map<string, string>();
    const holidays = calendarOf(this.country, [language]).getHolidays(Number(this.year));
    for (const { date, name } of holidays) {
      const day = date.slice(0, 10);
      if (!nameByDate.has(day)) nameByDate.set(day, name);
    }
    return nameByDate;
  }
}

const holidaysByYear = new Map<string, HolidayYear>();

function holidaysOf(country: string, year: string): HolidayYear {
  const key = country + year;
  let holidays = holidaysByYear.get(key);
  if (!holidays) {
    if (holidaysByYear.size >= MOST_YEARS_KEPT) holidaysByYear.clear();
    holidays = new HolidayYear(country, year);
    holidaysByYear.set(key, holidays);
  }
  return holidays;
}

/**
 * Whether a date is a public holiday; false where nothing is known of the country. Where a year is looked at first, the names
 * take as long again for each language.
 * Source: date-holidays, type `public` only: no eves, no observances.
 * @param date - "2027-03-26"
 */
export function isPublicHoliday(country: string, date: string): boolean {
  return holidaysOf(country, date.slice(0, 4)).has(date);
}

/**
 * The public holiday on a date; null when it is none, see `isPublicHoliday`.
 * @param date - "2027-03-26"
 * @returns Its name in those of fi, sv and en in which it has one.
 */
export function findPublicHoliday(country: string, date: string): LocalizedText | null {
  return holidaysOf(country, date.slice(0, 4)).textOf(date);
}
