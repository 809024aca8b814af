import type { QueryFilter } from 'mongoose';
import { badUserInput } from '../../../../schema/errors.js';
import type { Share } from '../../access/booking-access.js';
import { readingsOf, UNUSED_LETTERS } from '../../store/references.js';
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
  | { readonly reference: { readonly $in: readonly string[] } }
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
    ...(reference == null ? [] : [{ reference: { $in: checkReference(reference) } }]),
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

function checkReference(text: string): string[] {
  const readings = readingsOf(text);
  if (readings.length > 0) return readings;
  throw badUserInput(
    `Wanted a reference such as "7KD-4PM", got something else. References never use ${UNUSED_LETTERS}.`,
    'filter.reference',
  );
}

/**
 * The rows that were found, where a reference with letters that none has leaves one reading.
 * @param after - After which place they were looked for; null from the start.
 * @throws BAD_USER_INPUT where it leaves none or several.
 */
export function checkReadings<Row>(
  { reference }: Pick<OrderFilter, 'reference'>,
  after: object | null,
  rows: readonly Row[],
): readonly Row[] {
  if (reference == null || readingsOf(reference).length === 1) return rows;
  if (rows.length === 1 || (rows.length === 0 && after !== null)) return rows;
  const left = rows.length === 0 ? 'none' : 'more than one';
  const message = `Wanted a reference such as "7KD-4PM". They never use ${UNUSED_LETTERS}: with others in their places ${left} is left.`;
  throw badUserInput(message, 'filter.reference');
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
