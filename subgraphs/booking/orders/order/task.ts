import type {
  CommandOutcome,
  OrderLegRecord,
  OrderRecord,
  TaskRecord,
} from '../../store/records.js';
import { messageOf, type Refusal } from '../../store/refusal.js';
import { cooperativesOf, isOpen, isWaiting, note, settle } from './order-state.js';
import { isPromised, keptOutcome } from './promises.js';
import { say, type Said, type Sentence } from '../../../shared/words/said/say.js';
import { asProblem } from '../../store/problem.js';
import { sayOrderState } from '../../words/states.js';
import { wallTimeOf } from './wall-time.js';

/** So many commands, and as many refusals, an order remembers; then it takes no more of them. */
const MOST_COMMANDS = 500;
const MOST_REFUSALS = 5_000;

/** Of an order's legs, those for which `isMeant` holds are changed. */
export function changeLegs(
  order: OrderRecord,
  isMeant: (leg: OrderLegRecord, number: number) => boolean,
  change: Partial<OrderLegRecord>,
): OrderRecord {
  const legs = order.legs.map((leg, number) =>
    isMeant(leg, number) ? { ...leg, ...change } : leg,
  );
  return { ...order, legs };
}

/** Begins a task: what it asks of whom is written down before anybody is asked. */
export function begin(
  order: OrderRecord,
  task: Omit<TaskRecord, 'number' | 'refusals'>,
  now: Date,
): OrderRecord {
  const number = order.version + 1;
  const begun: OrderRecord = {
    ...order,
    state: 'PENDING',
    problem: null,
    expiresAt: null,
    attempts: 0,
    task: { ...task, number, refusals: [] },
  };
  return note(begun, now, say`${askedFor(task.step)} ${task.open.join(', ')}.`);
}

/** Goes on to confirm what was held. */
export function goOnToConfirm(order: OrderRecord, task: TaskRecord, now: Date): OrderRecord {
  const open = cooperativesOf(order.legs.filter(({ state }) => state === 'HELD'));
  const next: OrderRecord = { ...order, attempts: 0, task: { ...task, step: 'confirm', open } };
  return note(next, now, say`Held. ${askedFor('confirm')} ${open.join(', ')}.`);
}

/** Ends a task: its command has its answer, and the order the state that follows from its legs. */
export function finish(
  order: OrderRecord,
  task: TaskRecord,
  isEffective: boolean,
  now: Date,
): OrderRecord {
  const [late] = isEffective || !isPromised(order, task.keyHash) ? [] : task.refusals;
  const problem = asProblem(waitingProblem(order) ?? (late ? messageOf(late) : null));
  const ended = settle({ ...order, task: null, attempts: 0, ...problem });
  const answered = answer(ended, task, { isEffective, userErrors: task.refusals });
  return note(answered, now, endText(task, answered));
}

/** How an order ends that could not be had. */
export interface Ending {
  readonly state: 'FAILED' | 'EXPIRED';
  /** `release` while nothing can have been confirmed yet. */
  readonly act: 'release' | 'cancel';
  /** Cooperatives at which something may be left beside the legs that are known to stand. */
  readonly mayHaveSome: readonly string[];
  /** When nothing can be left of it; null when that must be asked. */
  readonly until: Date | null;
}

/** Ends a task and with it the order; who asked to make it has had no effect. */
export function fail(order: OrderRecord, task: TaskRecord, ending: Ending, now: Date): OrderRecord {
  const { keyHash, refusals } = task;
  const [first] = refusals;
  const ended = giveUp(order, ending, first ? messageOf(first) : say`It could not be had.`, now);
  return answer(ended, task, { isEffective: keyHash !== null, userErrors: refusals });
}

/**
 * Ends an order: what may be kept or agreed somewhere is to be taken back. Such legs stay as they are until their owner has
 * done so; the others are over now.
 * @param problem - Why, for people.
 */
export function giveUp(
  order: OrderRecord,
  { state, act, mayHaveSome, until }: Ending,
  problem: Sentence,
  now: Date,
): OrderRecord {
  const isKept = (leg: OrderLegRecord): boolean => isOpen(leg) && leg.bookings.length > 0;
  const owing = [...new Set([...mayHaveSome, ...cooperativesOf(order.legs.filter(isKept))])];
  const others = order.owed.filter(({ cooperative }) => !owing.includes(cooperative));
  const owed = [...others, ...owing.map((cooperative) => ({ cooperative, act, until }))];
  const change = { state: 'CANCELLED', expiresAt: null, waitingPosition: null } as const;
  const ended: OrderRecord = {
    ...changeLegs(order, (leg) => isOpen(leg) && !isKept(leg), change),
    ...{ state, ...asProblem(problem), owed, task: null, attempts: 0, expiresAt: null },
  };
  const taken =
    owing.length === 0 ? '' : say` What may be left is taken back at ${owing.join(', ')}.`;
  return note(ended, now, say`The order is ${sayOrderState(state)}: ${problem}${taken}`);
}

/** An order that its owners need not be asked to hold, since what it lacks is known: its conflicts. */
export function failAtOnce(order: OrderRecord, refusal: Refusal, now: Date): OrderRecord {
  const legs = order.legs.map((leg): OrderLegRecord => {
    const conflict = order.conflicts.find(({ start }) => start.getTime() === leg.start.getTime());
    return {
      ...leg,
      state: conflict ? 'DECLINED' : 'CANCELLED',
      ...asProblem(conflict ? messageOf(conflict) : null),
    };
  });
  const problem = messageOf(refusal);
  const answered = answer(
    { ...order, legs, state: 'FAILED', ...asProblem(problem) },
    { keyHash: null },
    {
      isEffective: false,
      userErrors: [refusal],
    },
  );
  return note(answered, now, say`The order is ${sayOrderState('FAILED')}: ${problem}`);
}

/** Remembers what a command is answered, unless its caller has been told something already. */
export function answer(
  order: OrderRecord,
  { keyHash }: Pick<TaskRecord, 'keyHash'>,
  outcome: CommandOutcome,
): OrderRecord {
  const kept = keptOutcome(order, keyHash, outcome);
  if (keyHash === null) return { ...order, answer: kept };
  const commands = order.commands.map((command) =>
    command.keyHash === keyHash ? { ...command, outcome: kept } : command,
  );
  return { ...order, commands };
}

/** Whether an order takes no more commands: it would have to forget one, and that could be sent again. */
export function isFull({ commands }: Pick<OrderRecord, 'commands'>): boolean {
  const refusals = commands.reduce((sum, { outcome, conflicts = null }) => {
    const late = outcome?.conflicts?.length ?? 0;
    return sum + (outcome?.userErrors.length ?? 0) + (conflicts?.length ?? 0) + late;
  }, 0);
  return commands.length >= MOST_COMMANDS || refusals >= MOST_REFUSALS;
}

/** Remembers a command. */
export function remember(
  order: OrderRecord,
  command: OrderRecord['commands'][number],
): OrderRecord {
  return { ...order, commands: [...order.commands, command] };
}

/** What keeps an order from going on that waits for a place; null when it does not. */
export function waitingProblem({ legs }: OrderRecord): Said | null {
  return legs.some(isWaiting) ? say`It is full; the order waits for a place.` : null;
}

function askedFor(step: TaskRecord['step']): Said {
  switch (step) {
    case 'hold':
      return say`Places are asked for at`;
    case 'enrol':
      return say`Enrolment is asked for at`;
    case 'confirm':
      return say`Confirmation is asked for at`;
    case 'extend':
      return say`More time is asked for at`;
    case 'move':
      return say`Another start is asked for at`;
    case 'change':
      return say`Other starts or lengths are asked for at`;
    case 'cancel':
      return say`Calling off is asked for at`;
  }
}

function endText({ act, leg, start, legs, refusals }: TaskRecord, order: OrderRecord): Said {
  const [first] = refusals;
  const state = sayOrderState(order.state);
  if (first) return say`The order is ${state}; refused: ${messageOf(first)}`;
  if (act === 'changeSeries') {
    return say`The series is changed, at ${legs?.length ?? 0} visits. The order is ${state}.`;
  }
  const number = leg ?? 0;
  const of = order.legs[number];
  if (act === 'move' && start) {
    const time = wallTimeOf(start, of?.timeZone, order.buyer.municipality);
    return say`Leg ${number} now begins at ${time}. The order is ${state}.`;
  }
  if (act === 'cancelLeg') return say`Leg ${number} is called off. The order is ${state}.`;
  return act === 'extend' ? say`The order is ${state} for longer.` : say`The order is ${state}.`;
}
