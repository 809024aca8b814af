import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { plainPhone } from './person.js';

/**
 * Whether a telephone number is one that can be dialled, by the numbering plan of its country. It is read as `plainPhone` reads it, by which people are
 * counted and forgotten: a number that the plan writes otherwise than that would be two, and is none.
 * @param country - Where a number without one is dialled, such as `FI`.
 */
export function isWellFormedPhone(phone: string, country: string): boolean {
  const plain = plainPhone(phone, country);
  const read = plain === null ? undefined : parsePhoneNumberFromString(plain);
  return read !== undefined && read.isValid() && read.number === plain;
}
