import type { QueryFilter } from 'mongoose';
import { badUserInput } from '../../../../schema/errors.js';
import type { Share } from '../../access/booking-access.js';
import { normalizeReference } from '../../store/references.js';
import type { OrderFilter, OrderState } from '../../schema.generated.js';
import type { StoredOrder } from '../../store/collections.js';
import { LEAST_PHONE_DIGITS, phoneTailOf, wordsOf } from '../order/search-keys.js';

type Condition = QueryFilter<StoredOrder>;

const MOST_WORDS = 10;
/** Sorts after every letter that may follow a beginning. */
const LAST = '\uffff';

/** What to look for in the database. @param share - Those that may be read; null for all. @throws BAD_USER_INPUT when a condition cannot be one. */
export function conditionOf(filter: OrderFilter, share: Share | null, now: Date): Condition {
  const { state, needsAttention } = filter;
  const conditions: Condition[] = [
    ...findingConditions(filter),
    ...(state == null ? [] : [isIn(state, now)]),
    ...(needsAttention == null ? [] : [{ needsAttention: needsAttention || { $ne: true } }]),
    ...(share ? [isOf(share)] : []),
  ];
  return conditions.length === 0 ? {} : { $and: conditions };
}

/** On what is stored of an order as of a request of the work exchange. */
export type FindingCondition =
  | { readonly reference: string }
  | { readonly phoneTail: string }
  | { readonly nameWords: { readonly $elemMatch: { readonly $gte: string; readonly $lt: string } } }
  | { readonly days: string };

/** The conditions that orders and requests have in common. @throws BAD_USER_INPUT when one cannot be a condition. */
export function findingConditions({
  reference,
  phone,
  name,
  day,
}: Pick<OrderFilter, 'reference' | 'phone' | 'name' | 'day'>): FindingCondition[] {
  return [
    ...(reference == null ? [] : [{ reference: checkReference(reference) }]),
    ...(phone == null ? [] : [{ phoneTail: checkPhone(phone) }]),
    ...(name == null ? [] : checkName(name).map(beginsWith)),
    ...(day == null ? [] : [{ days: day }]),
  ];
}

/** As `verifiedOrganisation` has it. */
function isOf({ organisations, maker }: Share): Condition {
  return {
    $or: [
      { 'buyer.organisationId': { $in: [...organisations] }, maker: { $ne: null } },
      ...(maker === null ? [] : [{ maker }]),
    ],
  };
}

/** By what the order's state is at `now`, not by what is written down. */
function isIn(state: OrderState, now: Date): Condition {
  if (state === 'HELD') return { state, expiresAt: { $gt: now } };
  if (state !== 'EXPIRED') return { state };
  return { $or: [{ state }, { state: 'HELD', expiresAt: { $lte: now } }] };
}

/** On one and the same word, which two conditions on the list would not ask for. */
function beginsWith(word: string): FindingCondition {
  return { nameWords: { $elemMatch: { $gte: word, $lt: word + LAST } } };
}

function checkReference(text: string): string {
  const reference = normalizeReference(text);
  if (reference !== null) return reference;
  throw badUserInput(
    'Wanted a reference such as "7KD-4PM", got something else.',
    'filter.reference',
  );
}

function checkPhone(phone: string): string {
  const tail = phoneTailOf(phone);
  if (tail !== null) return tail;
  throw badUserInput(
    `Wanted a telephone number of at least ${LEAST_PHONE_DIGITS} digits.`,
    'filter.phone',
  );
}

function checkName(name: string): string[] {
  const words = wordsOf(name);
  if (words.length >= 1 && words.length <= MOST_WORDS) return words;
  throw badUserInput(`Wanted 1 to ${MOST_WORDS} beginnings of words.`, 'filter.name');
}
