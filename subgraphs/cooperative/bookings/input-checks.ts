import { ownerOf } from '../../shared/ids.js';
import type { Refusal } from './refusal.js';

const LONGEST_TEXT = 200;
const LONGEST_HOLD = 1440;
const MOST_LEGS = 100;

/** Refuses an id that is not this cooperative's. @param field - Where the id is in the input. */
export function refuseStranger(cooperativeId: string, id: string, field: string): Refusal | null {
  const owner = ownerOf(id);
  if (owner === cooperativeId) return null;
  const came = JSON.stringify(id);
  if (owner !== null) {
    return { code: 'FORBIDDEN', message: `${cooperativeId} does not own ${came}.`, field: [field] };
  }
  return badInput(`Wanted an id of ${cooperativeId}, got ${came}.`, field);
}

/** Refuses a text that is empty or long. */
export function refuseText(text: string, field: string): Refusal | null {
  if (text.length >= 1 && text.length <= LONGEST_TEXT) return null;
  return badInput(`Wanted 1 to ${LONGEST_TEXT} characters, got ${text.length}.`, field);
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
