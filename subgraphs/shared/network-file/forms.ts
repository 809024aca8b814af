import { isTimeZone } from '../words/dates.js';
import { z } from 'zod';
import { isDate } from '../../../schema/scalars.js';
import { TEXT_LANGUAGES } from '../words/localized.js';
import { parseMinorUnits, parseVatRate } from '../words/money.js';

// Every `error` in this folder is the phrase after "wanted": the reader's message adds what came.

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WALL_DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/;

function isUrl(text: string): boolean {
  return URL.canParse(text);
}

function textOf(pattern: RegExp, error: string, longest = 2_000) {
  const limit = { error: `${error}, at most ${longest} characters`, abort: true };
  return z.string({ error }).max(longest, limit).regex(pattern, { error, abort: true });
}

/** A text of which something can be seen. Lengths end where the catalogue's feed reader stops reading. */
export function text(longest: number) {
  return textOf(/\S/, 'a text', longest);
}

/** Names the description of a file to editors; nothing here reads it. */
export const SchemaAddress = text(2_000).describe(
  'Where editors find this description: an address, or a path such as "../schema/network.schema.json".',
);

export const CooperativeId = textOf(
  /^[a-z][a-z0-9-]{1,30}$/,
  'a slug such as "karhu": a letter, then 1 to 30 of a-z, 0-9 and hyphen',
);

export const LocalId = textOf(
  /^[A-Za-z0-9_.-]{1,64}$/,
  'an id such as "siivous": 1 to 64 of A-Z, a-z, 0-9, "_", "." and "-"',
);

export const LanguageCode = textOf(/^[a-z]{2}$/, 'an ISO 639-1 code in lower case such as "fi"');

export const MunicipalityCode = textOf(
  /^(FI-\d{3}|SE-\d{4})$/,
  'a municipality such as "FI-609" or "SE-0580"',
);

export const CpvCode = textOf(
  /^\d{8}(-\d)?$/,
  'a CPV code of 8 digits such as "90910000", with or without its check digit',
);

const DATE = 'a date that exists such as "2027-03-22"';
export const DateText = textOf(/^\d{4}-\d{2}-\d{2}$/, DATE).refine(isDate, { error: DATE });

/** Wall time at which something begins: 00:00 to 23:59. */
export const TimeText = textOf(WALL_TIME, 'a wall time such as "08:00"');

/** Wall time at which something ends: 00:00 to 24:00. */
export const EndTimeText = textOf(
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  'a wall time such as "16:00", at most "24:00"',
);

const DATE_TIME = 'a wall time with its date and without an offset such as "2027-03-22T08:00"';
export const DateTimeText = textOf(WALL_DATE_TIME, DATE_TIME).refine(
  (text) => isDate(text.slice(0, 10)),
  { error: DATE_TIME },
);

export const PostalCode = textOf(
  /^\d{3} ?\d{2}$/,
  'a postal code of five digits such as "28100" or "582 22"',
  6,
);

/** Of a place on the earth: from -`most` to `most`. */
export function degrees(most: number) {
  const error = `degrees from -${most} to ${most}`;
  return z.number({ error }).min(-most, { error }).max(most, { error });
}

const TIME_ZONE = 'an IANA time zone such as "Europe/Helsinki"';
export const TimeZone = textOf(/^[A-Za-z]/, TIME_ZONE).refine(isTimeZone, { error: TIME_ZONE });

const AMOUNT = 'a decimal string such as "28.00"';
export const Amount = textOf(/^\d{1,9}(\.\d{1,2})?$/, AMOUNT).refine(
  (text) => parseMinorUnits(text) !== null,
  { error: AMOUNT },
);

const RATE = 'a decimal string from "0" to "100" such as "25.5"';
export const VatRate = textOf(/^\d{1,3}(\.\d{1,2})?$/, RATE).refine(
  (text) => parseVatRate(text) !== null,
  { error: RATE },
);

export const Email = textOf(/^[^\s@]+@[^\s@]+$/, 'an e-mail address', 320);

const WEB_ADDRESS = 'a web address such as "https://example.org"';
export const WebAddress = textOf(/^https?:\/\/\S+$/, WEB_ADDRESS).refine(isUrl, {
  error: WEB_ADDRESS,
});

const HTTPS_ADDRESS = 'an address that starts with "https://"';
export const HttpsAddress = textOf(/^https:\/\/\S+$/, HTTPS_ADDRESS).refine(isUrl, {
  error: HTTPS_ADDRESS,
});

const INSTANT = 'an instant with an offset such as "2027-03-01T08:00:00Z"';
export const Instant = z.iso.datetime({ offset: true, error: INSTANT });

/** A whole number of at least `least`, small enough for GraphQL's Int. */
export function wholeNumber(least: number, most = 2_147_483_647) {
  const range = most < 2_147_483_647 ? `from ${least} to ${most}` : `of at least ${least}`;
  const error = `a whole number ${range}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

export const Flag = z.boolean({ error: 'true or false' });

const [FI, SV, EN] = TEXT_LANGUAGES;

/** A text in any of the network's languages; may be empty. */
export function localizedTexts(longest: number) {
  const texts = text(longest).exactOptional();
  return z.strictObject(
    { [FI]: texts, [SV]: texts, [EN]: texts },
    { error: 'texts by language such as {"fi": "…"}' },
  );
}

const TITLE = 'a text in at least one of fi, sv and en';
/** A text in at least one of the network's languages. */
export const LocalizedTitle = localizedTexts(500)
  .refine((texts) => Object.keys(texts).length > 0, { error: TITLE })
  .meta({ minProperties: 1 });

/** One of a closed set. */
export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A list; `what` names its members in the plural. */
export function listOf<Row extends z.ZodType>(row: Row, what: string, most = 100_000) {
  return z
    .array(row, { error: `a list of ${what}` })
    .max(most, { error: `a list of at most ${most} ${what}` });
}
