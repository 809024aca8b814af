import { validate as validateYtunnus, format as formatYtunnus } from 'stdnum/lib/cjs/fi/ytunnus.js';
import { validate as validateOrgnr, format as formatOrgnr } from 'stdnum/lib/cjs/se/orgnr.js';

/** VAT forms: the number with its country, in Sweden with two digits more. */
const FINNISH = /^(?:FI)?(\d{7})-?(\d)$/;
const SWEDISH = /^(?:(\d{6})-?(\d{4})|SE(\d{10})01)$/;

function parseFinnish(text: string): string | null {
  const match = FINNISH.exec(text);
  const digits = match ? `${match[1] ?? ''}${match[2] ?? ''}` : '';
  return validateYtunnus(digits).isValid ? formatYtunnus(digits) : null;
}

function parseSwedish(text: string): string | null {
  const match = SWEDISH.exec(text);
  const digits = match ? (match[3] ?? `${match[1] ?? ''}${match[2] ?? ''}`) : '';
  return validateOrgnr(digits).isValid ? formatOrgnr(digits) : null;
}

/** How a country's number is called and what it looks like, for messages. */
export const BUSINESS_ID_FORMS: Readonly<Record<'FI' | 'SE', string>> = {
  FI: 'a Y-tunnus with a right check digit such as "1572860-0"',
  SE: 'an organisationsnummer with a right check digit such as "556703-7485"',
};

/**
 * Reads a company's number, also in its VAT form.
 * @returns The canonical form, `1572860-0` or `556703-7485`; null when it is not a number of that country.
 */
export function parseBusinessId(country: 'FI' | 'SE', text: string): string | null {
  return country === 'FI' ? parseFinnish(text) : parseSwedish(text);
}
