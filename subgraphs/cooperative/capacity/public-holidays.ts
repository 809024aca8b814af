import type HolidayCalendar from 'date-holidays';
// The banner of the bundle has taken the plain name.
import { createRequire as createRequireAt } from 'node:module';
import { TEXT_LANGUAGES, type LocalizedText } from '../../shared/words/localized.js';

const MOST_YEARS_KEPT = 500;

// Required when first needed, not imported: with its tables of all countries and zones it would cost every process of
// a network some 60 ms and 20 MB at its start, and a bundle 1.5 MB.
const requireHere = createRequireAt(import.meta.url);
let loaded: typeof HolidayCalendar | null = null;

function calendarOf(country: string, languages: string[]): HolidayCalendar {
  loaded ??= requireHere('date-holidays') as typeof HolidayCalendar;
  return new loaded(country, { types: ['public'], languages });
}

const holidaysByYear = new Map<string, ReadonlyMap<string, LocalizedText>>();

/**
 * The public holiday on a date; null when it is none, or nothing is known of the country.
 * Source: date-holidays, type `public` only: no eves, no observances.
 * @param date - "2027-03-26"
 * @returns Its name in those of fi, sv and en in which it has one.
 */
export function findPublicHoliday(country: string, date: string): LocalizedText | null {
  const key = country + date.slice(0, 4);
  let holidays = holidaysByYear.get(key);
  if (!holidays) {
    if (holidaysByYear.size >= MOST_YEARS_KEPT) holidaysByYear.clear();
    holidays = readYear(country, date.slice(0, 4));
    holidaysByYear.set(key, holidays);
  }
  return holidays.get(date) ?? null;
}

function readYear(country: string, year: string): ReadonlyMap<string, LocalizedText> {
  const holidays = new Map<string, LocalizedText>();
  // Beyond the year 9999 a date starts with a sign; before the year 100 the library means the 20th century.
  if (!/^(?!00)\d{4}$/.test(year)) return holidays;
  const [own = 'en'] = calendarOf(country, []).getLanguages();
  const ownNames = namesIn(country, year, own);
  for (const language of TEXT_LANGUAGES) {
    for (const [date, name] of namesIn(country, year, language)) {
      const texts = holidays.get(date) ?? {};
      // Where a name is not translated the library gives it in the country's own language.
      if (language === own || name !== ownNames.get(date)) texts[language] = name;
      holidays.set(date, texts);
    }
  }
  return holidays;
}

function namesIn(country: string, year: string, language: string): Map<string, string> {
  const nameByDate = new Map<string, string>();
  for (const { date, name } of calendarOf(country, [language]).getHolidays(Number(year))) {
    const day = date.slice(0, 10);
    if (!nameByDate.has(day)) nameByDate.set(day, name);
  }
  return nameByDate;
}
