import { z } from 'zod';
import { isOfForm } from '../../../schema/scalars.js';
import { TEXT_LANGUAGES, type LocalizedText } from '../../shared/words/localized.js';

// The parts of which an answer's rows consist. Each says what was wanted, and nothing of what came: that is the endpoint's text.

/** A string that passes `accepts`. @param wanted - Completes "wanted …". */
export function checkedString(wanted: string, accepts: (text: string) => boolean): z.ZodString {
  return z.string().check(z.refine(accepts, { error: `wanted ${wanted}` }));
}

/** Of GraphQL's Int. */
export const LARGEST_INT = 2_147_483_647;
export const Revision = z.int().min(0).max(LARGEST_INT);

export const Language = checkedString('a language code such as "fi"', (text) =>
  isOfForm('LanguageCode', text),
);
export const Country = checkedString('a country code such as "FI"', (text) =>
  isOfForm('CountryCode', text),
);
export const Municipality = checkedString('a municipality such as "FI-609"', (text) =>
  isOfForm('MunicipalityCode', text),
);
export const Cpv = checkedString('8 digits', (text) => /^\d{8}$/.test(text));
export const Day = checkedString('a date that exists', (text) => isOfForm('Date', text));
export const TimeOfDay = checkedString('a time of day such as "08:00"', (text) =>
  isOfForm('LocalTime', text),
);
export const Instant = checkedString('an instant with an offset', (text) =>
  isOfForm('DateTime', text),
).transform((text) => new Date(text));

/** A text of 1 to `longest` characters. */
export function text(longest: number): z.ZodString {
  return z.string().min(1).max(longest);
}

/** A web address of one of `protocols`, so that no script address ever reaches a page. */
export function webAddress(protocols: readonly string[]): z.ZodString {
  return checkedString(`an address with ${protocols.join(' or ')}`, (address) => {
    const isShort = address.length <= 2_000;
    return isShort && URL.canParse(address) && protocols.includes(new URL(address).protocol);
  });
}

export const TimeZone = checkedString('an IANA time zone', (zone) => {
  try {
    return zone.length <= 60 && new Intl.DateTimeFormat('en', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
});

/** A list of at most `most`, doubles dropped. */
export function setOf<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .array(item)
    .max(most)
    .transform((items) => [...new Set(items)]);
}

/**
 * The aliased fields `NAME_fi`, `NAME_sv` and `NAME_en` of the feed query. An owner without a text in the language asked for
 * answers in another; `gatherTexts` keeps a text only where the languages agree.
 */
export function aliasedTexts<Name extends string>(name: Name, longest: number) {
  return inEachLanguage(name, aliasedText(longest));
}

/** The same, where an endpoint may not have been asked for them. */
export function untoldTexts<Name extends string>(name: Name, longest: number) {
  return inEachLanguage(name, aliasedText(longest).default(null));
}

function aliasedText(longest: number) {
  return z.object({ text: text(longest), language: Language }).nullable();
}

function inEachLanguage<Name extends string, Text extends z.ZodType>(name: Name, Text: Text) {
  const shape = Object.fromEntries(TEXT_LANGUAGES.map((language) => [`${name}_${language}`, Text]));
  return shape as Record<`${Name}_${(typeof TEXT_LANGUAGES)[number]}`, Text>;
}

/** Gathers what `aliasedTexts` let through. */
export function gatherTexts(row: Readonly<Record<string, unknown>>, name: string): LocalizedText {
  const texts: LocalizedText = {};
  for (const language of TEXT_LANGUAGES) {
    const answer = row[`${name}_${language}`] as { text: string; language: string } | null;
    if (answer?.language === language) texts[language] = answer.text;
  }
  return texts;
}
