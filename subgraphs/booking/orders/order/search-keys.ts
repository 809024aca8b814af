import { daysIn } from '../../../shared/words/dates.js';
import { foldAccents, withoutDots } from '../../../shared/words/fold-accents.js';
import type { BuyerRecord, OrderRecord } from '../../store/records.js';
import type { StoredOrder } from '../../store/collections.js';
import { needsAttention } from './disagreement.js';
import { forgetAt } from './forgetting.js';
import { endOf } from './order-state.js';

const TAIL_DIGITS = 7;
/** As the shortest that can be dialled, 112. */
export const LEAST_PHONE_DIGITS = 3;

/** The last 7 digits of a telephone number, however it is written, all of a shorter one; null when it has fewer than 3. */
export function phoneTailOf(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length < LEAST_PHONE_DIGITS ? null : digits.slice(-TAIL_DIGITS);
}

/** The words of a name as they are compared: who hears it does not hear how it is written, so no accent counts, nor do dots and rings. */
export function wordsOf(name: string): string[] {
  return withoutDots(foldAccents(name))
    .split(/[\s\p{P}]+/u)
    .filter(Boolean);
}

/** By what somebody is found who ordered or asked. */
export interface ContactKeys {
  /** As `phoneTailOf` has it. */
  readonly phoneTail: string | null;
  /** Words of the name, folded. */
  readonly nameWords: readonly string[];
}

export function contactKeysOf({ name, phone }: Pick<BuyerRecord, 'name' | 'phone'>): ContactKeys {
  return { phoneTail: phoneTailOf(phone), nameWords: [...new Set(wordsOf(name))] };
}

/** The day of an instant in Finland, `YYYY-MM-DD`. */
export const finnishDay = daysIn('Europe/Helsinki');

/** By what an order is found, by people and by what happens by itself. */
export function searchKeysOf(
  order: Pick<OrderRecord, 'buyer' | 'details' | 'maker' | 'legs'>,
): Pick<StoredOrder, 'phoneTail' | 'nameWords' | 'days' | 'ends' | 'needsAttention' | 'forgetAt'> {
  const { buyer, legs } = order;
  return {
    ...contactKeysOf(buyer),
    days: [...new Set(legs.map(({ start }) => finnishDay(start)))],
    // As with `forgetAt`: what is no instant is refused as a leg's start.
    ends: legs.map(endOf).filter((end) => !Number.isNaN(end.getTime())),
    needsAttention: needsAttention({ legs }),
    forgetAt: forgetAt(order),
  };
}
