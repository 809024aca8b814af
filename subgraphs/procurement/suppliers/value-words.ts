import { DAY_MS, epochDayOf } from '../../shared/words/dates.js';
import type { TextLanguage } from '../../shared/words/localized.js';

/** How what values stand for is called; null where nobody knows. */
export interface Names {
  readonly cooperative: (id: string) => string | null;
  readonly place: (code: string, language: TextLanguage) => string | null;
}

/** Of which forms of a language dates and amounts are written in. */
export const LOCALES = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' } as const satisfies Readonly<
  Record<TextLanguage, string>
>;

type Write = (value: string, language: TextLanguage, names: Names) => string;

const forEach = <Format>(
  make: (locale: string) => Format,
): Readonly<Record<TextLanguage, Format>> => ({
  ...{ fi: make(LOCALES.fi), sv: make(LOCALES.sv), en: make(LOCALES.en) },
});

const DAYS = forEach(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
);
const AMOUNTS = forEach((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }));
const TENTHS = forEach((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }));
const LANGUAGES = forEach((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** A day such as `2027-06-21`: `21.6.2027`. */
export function dayIn(language: TextLanguage, day: string): string {
  return DAYS[language].format(epochDayOf(day) * DAY_MS);
}

const writeDay: Write = (day, language) => dayIn(language, day);

const writeAmount: Write = (amount, language) =>
  AMOUNTS[language].format(amount as Intl.StringNumericLiteral);

const writeTenths: Write = (percent, language) =>
  TENTHS[language].format(percent as Intl.StringNumericLiteral);

const writePlace: Write = (code, language, names) => {
  const name = names.place(code, language);
  return name === null ? code : `${name} (${code})`;
};

const writeCooperative: Write = (id, _language, names) => names.cooperative(id) ?? id;

const writeLanguage: Write = (code, language) => LANGUAGES[language].of(code) ?? code;

/** By the name of a value; what is not here is written as it is. */
const WRITTEN: ReadonlyMap<string, Write> = new Map([
  ...['validFrom', 'validTo', 'firstDay', 'lastDay', 'awarded', 'date', 'to'].map(
    (name) => [name, writeDay] as const,
  ),
  ...['used', 'ceiling'].map((name) => [name, writeAmount] as const),
  ...['municipality', 'municipalities'].map((name) => [name, writePlace] as const),
  ...([
    ['cooperative', writeCooperative],
    ['language', writeLanguage],
    ['percent', writeTenths],
  ] as const),
]);

/** A value of a reason as people write it. @param name - What it is, such as `validTo`. */
export function writeValue(
  name: string,
  value: string,
  language: TextLanguage,
  names: Names,
): string {
  return WRITTEN.get(name)?.(value, language, names) ?? value;
}
