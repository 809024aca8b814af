import { validate as validateYtunnus, format as formatYtunnus } from 'stdnum/lib/cjs/fi/ytunnus.js';
import { validate as validateOrgnr, format as formatOrgnr } from 'stdnum/lib/cjs/se/orgnr.js';
import { say, type Said } from '../words/said/say.js';

// Everything here reads texts as `compact` leaves them.

/** A Y-tunnus: its own form, the VAT number, or the OVT with or without its suffix of up to five characters. */
const FINNISH = /^(?:(?:FI)?(\d{8})|0037(\d{8})[0-9A-Z]{0,5})$/;
/** An organisationsnummer: its own form, the twelve digits of the tax office, or the VAT number. */
const SWEDISH = /^(?:(?:16)?(\d{10})|SE(\d{10})01)$/;

/** Of a person in Sweden, with or without the century; of a sole trader also as a VAT number. Days from 61 on are of those not registered there. */
const SWEDISH_PERSON =
  /^[A-Z+]*(?:1[6-9]|20)?\d{2}(?:0[1-9]|1[0-2])(?:[0-36-9]\d)\+?\d{4}(?:01)?[A-Z]*$/;
/** Of a person in Finland. The sign of the century, of which there are new ones since 2023, may be missing. */
const FINNISH_PERSON = /^[A-Z+]*(?:[0-3]\d)(?:0[1-9]|1[0-2])\d{2}[+A-FU-Y]?\d{3}[0-9A-Y]$/;

/** Blanks and dashes of all kinds are left out, letters are capitals. */
function compact(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .toUpperCase();
}

/** The number without its dressing, its check digit right or not; null when it cannot be a company's. */
function digitsOf(country: 'FI' | 'SE', text: string): string | null {
  const match = (country === 'FI' ? FINNISH : SWEDISH).exec(compact(text));
  const digits = match?.[1] ?? match?.[2] ?? '';
  // The library takes zeros for a company's number, and in Sweden also those of people: there the third digit, which in a
  // company's is 2 or more, is that of a month.
  return (country === 'FI' ? /[1-9]/ : /^..[2-9]/).test(digits) ? digits : null;
}

function formatOf(country: 'FI' | 'SE', digits: string): string {
  return country === 'FI' ? formatYtunnus(digits) : formatOrgnr(digits);
}

/** How a country's number is called and what it looks like, for messages. */
export function businessIdForm(country: string): Said {
  if (country === 'FI') return say`a Y-tunnus with a right check digit such as "1572860-0"`;
  if (country !== 'SE') return say`the number of a company, not of a person`;
  return say`an organisationsnummer with a right check digit such as "556703-7485", not the number of a person`;
}

/**
 * Reads a company's number in any of its spellings, so that two that name one company compare as equal. A text that is
 * refused may be a person's number: whoever refuses it neither shows nor logs it.
 * @returns The canonical form, `1572860-0` or `556703-7485`; null when it is no company's number of that country.
 */
export function parseBusinessId(country: 'FI' | 'SE', text: string): string | null {
  const digits = digitsOf(country, text);
  const validate = country === 'FI' ? validateYtunnus : validateOrgnr;
  return digits !== null && validate(digits).isValid ? formatOf(country, digits) : null;
}

/**
 * Reads what an endpoint tells, as `parseBusinessId` does, but for the check digit: a slip is for its owner to mend, and
 * nobody else's harm.
 * @param country - ISO 3166 code. Numbers of others than FI and SE are left as they are written.
 */
export function parseToldBusinessId(country: string, text: string): string | null {
  if (country !== 'FI' && country !== 'SE') {
    return isPersonalNumber(text) || isNobodys(text) ? null : text.trim();
  }
  const digits = digitsOf(country, text);
  return digits === null ? null : formatOf(country, digits);
}

/**
 * Reads the number of a company of which the country is not known.
 * @returns The canonical form where it is Finnish or Swedish, else the text; null when it may be a person's.
 */
export function parseAnyBusinessId(text: string): string | null {
  return (
    parseBusinessId('FI', text) ?? parseBusinessId('SE', text) ?? parseToldBusinessId('', text)
  );
}

/** Digits of a company's number that no further digit touches. */
const WITHIN = /(?<!\d)(?=(\d{7}[\s\p{Dash}]*\d|\d{6}[\s\p{Dash}]*\d{4})(?!\d))/gu;

/**
 * Every number that a text is, or has in it beside words and other numbers: of which companies it may speak. Check digits do not count.
 * @returns In their canonical forms, each once.
 */
export function businessIdsIn(text: string): string[] {
  const plain = text.normalize('NFKC');
  const parts = [
    plain,
    ...plain.split(/[^\p{L}\p{N}\p{Dash}]+/u),
    ...[...plain.matchAll(WITHIN)].map(([, digits = '']) => digits),
  ];
  const ids = (['FI', 'SE'] as const).flatMap((country) =>
    parts.flatMap((part) => parseToldBusinessId(country, part) ?? []),
  );
  return [...new Set(ids)];
}

/** Whether a text may be the number of a person in Finland or Sweden, however it is dressed, its check digit right or not. */
function isPersonalNumber(text: string): boolean {
  const compacted = compact(text).replaceAll(/[^0-9A-Z+]/g, '');
  return SWEDISH_PERSON.test(compacted) || FINNISH_PERSON.test(compacted);
}

/** Zeros, also in the dressing of an OVT, of the tax office or of a VAT number: nobody's number. */
function isNobodys(text: string): boolean {
  return /^(?:0+|0037(?=0{8})0+|160{10}|0{10}01)$/.test(compact(text).replaceAll(/[^0-9]/g, ''));
}
