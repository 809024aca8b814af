import { faultsOfDetails } from '../../../shared/order-details/read-details.js';
import { ownerOf } from '../../../shared/words/ids.js';
import { isPlainText, PLAIN_TEXT, shown } from '../../../shared/words/plain-text.js';
import { Email } from '../../../shared/network-file/forms.js';
import type { ConfirmBookingsInput } from '../../schema.generated.js';
import type { Refusal } from '../rules/refusal.js';

const LONGEST_TEXT = 200;
const LONGEST_PHONE = 50;
const LONGEST_HOLD = 1440;
const MOST_LEGS = 100;

/** Refuses an id that is not this cooperative's. @param field - Where the id is in the input. */
export function refuseStranger(cooperativeId: string, id: string, field: string): Refusal | null {
  const owner = ownerOf(id);
  if (owner === cooperativeId) return null;
  const came = shown(id);
  if (owner !== null) {
    return { code: 'FORBIDDEN', message: `${cooperativeId} does not own ${came}.`, field: [field] };
  }
  return badInput(`Wanted an id of ${cooperativeId}, got ${came}.`, field);
}

/** Refuses a text that is empty or long, or that nobody writes. */
export function refuseText(text: string, ...field: string[]): Refusal | null {
  if (text.length < 1 || text.length > LONGEST_TEXT) {
    return badInput(`Wanted 1 to ${LONGEST_TEXT} characters, got ${text.length}.`, ...field);
  }
  return isPlainText(text) ? null : badInput(`Wanted ${PLAIN_TEXT}, got another.`, ...field);
}

/** Whom a command is for, and what the order says of them. */
export type ForCustomer = Pick<ConfirmBookingsInput, 'customer' | 'details'>;

/** Refuses a customer who has no name, or a phone or e-mail that can be none, and details that can be none. */
export function refuseCustomer({ customer, details }: ForCustomer): Refusal | null {
  const { name, phone, email, municipality } = customer;
  const fault = refuseText(name, 'customer', 'name');
  if (fault) return fault;
  if (!/\S/.test(name)) return badInput('Wanted a name, got a blank.', 'customer', 'name');
  if (phone && phone.length > LONGEST_PHONE) {
    const message = `Wanted at most ${LONGEST_PHONE} characters, got ${phone.length}.`;
    return badInput(message, 'customer', 'phone');
  }
  if (email != null && !Email.safeParse(email).success) {
    return badInput('Wanted an e-mail address of at most 320 characters.', 'customer', 'email');
  }
  const [wrong] = faultsOfDetails(details, municipality);
  return wrong ? badInput(String(wrong.message), 'details', ...wrong.field) : null;
}

export function refuseHoldMinutes(minutes: number): Refusal | null {
  if (minutes >= 1 && minutes <= LONGEST_HOLD) return null;
  return badInput(`Wanted 1 to ${LONGEST_HOLD} minutes, got ${minutes}.`, 'holdMinutes');
}

/** Refuses none, too many, and a number that is there twice or below 0. */
export function refuseLegNumbers(legs: readonly { readonly leg: number }[]): Refusal | null {
  if (legs.length < 1 || legs.length > MOST_LEGS) {
    return badInput(`Wanted 1 to ${MOST_LEGS} legs, got ${legs.length}.`, 'legs');
  }
  const position = legs.findIndex(
    ({ leg }, index) => leg < 0 || legs.findIndex((other) => other.leg === leg) < index,
  );
  if (position < 0) return null;
  const message = `Wanted each number from 0 once, got ${String(legs[position]?.leg)}.`;
  return badInput(message, 'legs', String(position), 'leg');
}

/** The first refusal there is; null when there is none. */
export function firstOf(...refusals: readonly (Refusal | null)[]): Refusal | null {
  return refusals.find((refusal) => refusal !== null) ?? null;
}

export function badInput(message: string, ...field: string[]): Refusal {
  return { code: 'BAD_USER_INPUT', message, field };
}
