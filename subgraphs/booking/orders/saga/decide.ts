import type { Act, CommandOutcome, OrderRecord, TaskRecord } from '../../store/records.js';
import { say, type Said, type Sentence } from '../../../shared/words/said/say.js';
import { refuse } from '../../store/refusal.js';
import { sayBookingState, sayOrderState } from '../../words/states.js';
import type { UserErrorCode } from '../../schema.generated.js';
import {
  cooperativeOf,
  cooperativesOf,
  isOpen,
  legStateOf,
  stateOf,
} from '../order/order-state.js';

/** What a command on an existing order wants. */
export type Wish =
  | { readonly act: 'confirm' | 'extend' | 'cancel' }
  | { readonly act: 'cancelLeg'; readonly leg: number }
  | { readonly act: 'move'; readonly leg: number; readonly start: Date };

/** What is to be done for it: something is asked of owners, or it is answered at once. */
export type Decision =
  | { readonly kind: 'begin'; readonly task: Omit<TaskRecord, 'number' | 'refusals' | 'keyHash'> }
  | { readonly kind: 'answer'; readonly outcome: CommandOutcome };

/** Why an order that stands as it does takes no command of some kind. */
const NOT_CONFIRMED = (state: Said): Said => say`An order that is ${state} cannot be confirmed.`;
const NOT_EXTENDED = (state: Said): Said => say`An order that is ${state} cannot be kept longer.`;
const NOT_CANCELLED = (state: Said): Said => say`An order that is ${state} cannot be called off.`;
const NOT_MOVED = (state: Said): Said => say`An order that is ${state} cannot be moved.`;
const NOT_CUT = (state: Said): Said => say`An order that is ${state} cannot be called off in part.`;

const DONE: Decision = { kind: 'answer', outcome: { isEffective: true, userErrors: [] } };

function no(
  code: UserErrorCode,
  message: Sentence,
  field: readonly string[] | null = null,
): Decision {
  return {
    kind: 'answer',
    outcome: { isEffective: false, userErrors: [refuse(code, message, field)] },
  };
}

function wrongState(order: OrderRecord, now: Date, why: (state: Said) => Said): Decision {
  const state = stateOf(order, now);
  return state === 'EXPIRED'
    ? no('HOLD_EXPIRED', say`The hold has run out; nothing is kept any more.`)
    : no('INVALID_STATE', why(sayOrderState(state)));
}

/** Judges a command by what is known of the order; its owners are not asked. */
export function decide(order: OrderRecord, wish: Wish, now: Date): Decision {
  const state = stateOf(order, now);
  switch (wish.act) {
    case 'confirm':
      if (state === 'CONFIRMED') return DONE;
      return state === 'HELD' ? beginHeld(order, 'confirm') : wrongState(order, now, NOT_CONFIRMED);
    case 'extend':
      return state === 'HELD' ? beginHeld(order, 'extend') : wrongState(order, now, NOT_EXTENDED);
    case 'cancel':
      return decideCancel(order, now);
    case 'cancelLeg':
      return decideLeg(order, wish, now);
    case 'move':
      return decideLeg(order, wish, now);
  }
}

function beginHeld({ legs }: OrderRecord, act: 'confirm' | 'extend'): Decision {
  const open = cooperativesOf(legs.filter(({ state }) => state === 'HELD'));
  return { kind: 'begin', task: { act, step: act, leg: null, start: null, open } };
}

function decideCancel(order: OrderRecord, now: Date): Decision {
  const state = stateOf(order, now);
  if (state === 'CANCELLED') return DONE;
  if (state === 'EXPIRED' || state === 'FAILED') return wrongState(order, now, NOT_CANCELLED);
  const begun = order.legs.findIndex((leg) => !isOpen(leg) && isDelivered(leg.state));
  const started = order.legs.findIndex((leg) => leg.state === 'STARTED');
  const number = Math.max(begun, started);
  if (number >= 0) {
    const state = order.legs[number]?.state ?? 'STARTED';
    return no(
      'INVALID_STATE',
      say`Leg ${number} is ${sayBookingState(state)}; the others can be called off one by one.`,
    );
  }
  const known = cooperativesOf(order.legs.filter(isOpen));
  const open = [...new Set([...known, ...(order.task?.open ?? [])])];
  return { kind: 'begin', task: { act: 'cancel', step: 'cancel', leg: null, start: null, open } };
}

function isDelivered(state: string): boolean {
  return state === 'COMPLETED' || state === 'NO_SHOW';
}

function decideLeg(
  order: OrderRecord,
  wish: Extract<Wish, { readonly leg: number }>,
  now: Date,
): Decision {
  const leg = order.legs[wish.leg];
  if (!leg) {
    const message = say`Wanted the number of a leg, 0 to ${order.legs.length - 1}, got ${wish.leg}.`;
    return no('BAD_USER_INPUT', message, ['leg']);
  }
  const isMove = wish.act === 'move';
  const state = legStateOf(leg, now);
  const whole = stateOf(order, now);
  if (!isMove && state === 'CANCELLED') return DONE;
  // What other legs may still hold is given up with the order.
  if (whole === 'EXPIRED' || whole === 'FAILED') {
    return wrongState(order, now, isMove ? NOT_MOVED : NOT_CUT);
  }
  if (state === 'EXPIRED')
    return no('HOLD_EXPIRED', say`The hold of leg ${wish.leg} has run out.`, ['leg']);
  const isPossible =
    state === 'HELD' || state === 'CONFIRMED' || (!isMove && state === 'REQUESTED');
  if (!isPossible) {
    const is = sayBookingState(state);
    const message = isMove
      ? say`A leg that is ${is} cannot be moved.`
      : say`A leg that is ${is} cannot be called off.`;
    return no('INVALID_STATE', message, ['leg']);
  }
  // What its owner has already is asked for all the same where another start was agreed: now this one is.
  const isThere = isMove && leg.start.getTime() === wish.start.getTime();
  if (isThere && leg.agreedStart == null) return DONE;
  const task = { leg: wish.leg, open: [cooperativeOf(leg)] };
  return isMove
    ? { kind: 'begin', task: { ...task, act: 'move', step: 'move', start: wish.start } }
    : { kind: 'begin', task: { ...task, act: 'cancelLeg', step: 'cancel', start: null } };
}

/** Whether a command may break off what is being carried out, because an owner has not answered that. */
export function supersedes(act: Act, { act: current }: TaskRecord, attempts: number): boolean {
  if (attempts === 0 || current === 'hold') return false;
  return act === 'cancel' ? current !== 'cancel' : act === 'confirm' && current === 'extend';
}
