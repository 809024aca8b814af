import { say, type Said } from '../../../shared/words/said/say.js';
import type { Disagreement, OrderLegRecord, OrderRecord } from '../../store/records.js';
import type { BookingState } from '../../schema.generated.js';
import { problemOf } from '../../store/problem.js';
import { sayBookingState } from '../../words/states.js';
import { OVER } from './break-up.js';
import { isOpen } from './order-state.js';

/** What a leg may have become without our asking. */
const FOLLOWERS: Partial<Record<BookingState, readonly BookingState[]>> = {
  REQUESTED: ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW', ...OVER],
  HELD: OVER,
  // A hold runs out, an agreement does not.
  CONFIRMED: ['STARTED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DECLINED'],
  STARTED: ['CONFIRMED', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DECLINED'],
};

/** States in which an owner has something of a leg that is over here. */
const STANDING: readonly BookingState[] = ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW'];

/**
 * What follows from where an owner says that a leg stands. `believe`: the leg is so now. `take-back`: it is over here, and is
 * called off at the owner once more. `confirm`: it is agreed, and the owner holds it only. `list`: a person has to see to it.
 */
export type Judgement =
  | { readonly kind: 'believe' | 'ignore' }
  | { readonly kind: 'take-back' | 'confirm' | 'list'; readonly disagreement: Disagreement };

const BELIEVE: Judgement = { kind: 'believe' };
const IGNORE: Judgement = { kind: 'ignore' };
const UNPLACED: Judgement = { kind: 'list', disagreement: 'OTHER_STATE' };
const STILL_THERE: Judgement = { kind: 'list', disagreement: 'STILL_STANDING' };

/**
 * Judges an owner's row against the order. After a restored backup an owner may have forgotten a confirmation, a move or a
 * cancellation: what the order has called off is called off again, once by itself; nothing that was agreed is dropped.
 */
export function judgeRow(leg: OrderLegRecord, said: BookingState): Judgement {
  const { state } = leg;
  if (state === said) return leg.disagreement === 'STILL_STANDING' ? STILL_THERE : BELIEVE;
  if (FOLLOWERS[state]?.includes(said)) return BELIEVE;
  if (isOpen(leg)) {
    const isForgotten = state === 'CONFIRMED' && said === 'HELD' && leg.reconciledAt == null;
    return isForgotten ? { kind: 'confirm', disagreement: 'OTHER_STATE' } : UNPLACED;
  }
  const isCalledOff = state === 'CANCELLED' || state === 'DECLINED';
  if (isCalledOff && (said === 'HELD' || said === 'CONFIRMED' || said === 'REQUESTED')) {
    return leg.reconciledAt == null
      ? { kind: 'take-back', disagreement: 'STILL_STANDING' }
      : STILL_THERE;
  }
  // Of what has run out here and is held there, nothing is left before long.
  return OVER.includes(state) && STANDING.includes(said) ? STILL_THERE : IGNORE;
}

/** The disagreement in words. @param said - Where the owner says that it stands; null where it says nothing of it. */
export function disagreementText(leg: OrderLegRecord, said: BookingState | null): Said {
  const here = sayBookingState(leg.state);
  if (said === null) return say`Its owner knows nothing of it; it is ${here} here.`;
  return say`Its owner has it as ${sayBookingState(said)}; it is ${here} here.`;
}

/** What keeps an order from being as its owners have it, for people; null when nothing does. */
export function disagreementProblem({ legs }: Pick<OrderRecord, 'legs'>): Said | null {
  const number = legs.findIndex(({ disagreement }) => disagreement != null);
  const leg = legs[number];
  return leg ? say`Leg ${number}: ${problemOf(leg) ?? say`its owner disagrees.`}` : null;
}

/** Whether somebody has to look at an order. */
export function needsAttention({ legs }: Pick<OrderRecord, 'legs'>): boolean {
  return legs.some(({ disagreement }) => disagreement != null);
}
