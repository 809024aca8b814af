import { say } from '../../../shared/words/said/say.js';
import type { OrderRecord } from '../../store/records.js';
import type { BookingState } from '../../schema.generated.js';
import { cooperativesOf, legStateOf } from './order-state.js';
import { giveUp, type Ending } from './task.js';

// What becomes of an order that loses a leg before it was confirmed.

/** States in which a leg stands no more. */
export const OVER: readonly BookingState[] = ['CANCELLED', 'EXPIRED', 'DECLINED'];

/** Whether an order of all or nothing has lost a leg that was held before. */
export function isBroken(before: OrderRecord, { policy, legs }: OrderRecord): boolean {
  const isLost = legs.some(
    ({ state }, number) => before.legs[number]?.state === 'HELD' && OVER.includes(state),
  );
  return policy === 'ALL_OR_NOTHING' && isLost;
}

/** How a broken order ends: what the other legs still hold is given back, unless the last of the holds is over before. */
export function brokenEnding({ legs }: OrderRecord): Ending {
  const ends = legs.flatMap(({ expiresAt }) => expiresAt ?? []);
  const until = ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
  const state = legs.some((leg) => leg.state === 'EXPIRED') ? 'EXPIRED' : 'FAILED';
  return { state, act: 'release', mayHaveSome: [], until };
}

/** Ends an order that its owners have broken. */
export function breakUp(order: OrderRecord, now: Date): OrderRecord {
  const ending = brokenEnding(order);
  const problem =
    ending.state === 'EXPIRED'
      ? say`The hold ran out.`
      : say`A cooperative has taken back its hold.`;
  return giveUp(order, ending, problem, now);
}

/** The order after the first of its holds ran out: it is over as a whole. */
export function expire(order: OrderRecord, now: Date): OrderRecord {
  const legs = order.legs.map((leg) => {
    const state = legStateOf(leg, now);
    return state === leg.state ? leg : { ...leg, state, expiresAt: null };
  });
  return breakUp({ ...order, legs }, now);
}

/** Cooperatives that declined a leg which they held before; they may have more of the order. */
export function declinedBy(before: OrderRecord, { legs }: OrderRecord): string[] {
  const isDeclined = (number: number): boolean => before.legs[number]?.state === 'HELD';
  return cooperativesOf(
    legs.filter(({ state }, number) => state === 'DECLINED' && isDeclined(number)),
  );
}
