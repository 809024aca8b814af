import { say } from '../../../shared/words/said/say.js';
import type { OrderLegRecord, OrderRecord, OwedRecord } from '../../store/records.js';
import { asProblem, problemOf } from '../../store/problem.js';
import { sayBookingState } from '../../words/states.js';
import { applyLeg } from './apply-answers.js';
import { breakUp, isBroken } from '../order/break-up.js';
import { disagreementProblem, disagreementText, judgeRow } from '../order/disagreement.js';
import { cooperativeOf, isOpen, note, settle } from '../order/order-state.js';
import type { KnownLeg, OwnerBooks } from '../order/question.js';
import { changeLegs, waitingProblem } from '../order/task.js';

/** The order after its owners said how its legs stand. What is to be done about it is in `owed`. */
export function applyRows(before: OrderRecord, rows: readonly KnownLeg[], now: Date): OrderRecord {
  return conclude(before, readLegs(before, rows, now), now);
}

/** The same of all that owners have of the order, and of what they do not have. */
export function applyBooks(
  before: OrderRecord,
  books: readonly OwnerBooks[],
  now: Date,
): OrderRecord {
  const read = readLegs(
    before,
    books.flatMap(({ rows }) => rows),
    now,
  );
  return conclude(before, markMissing(read, books), now);
}

/**
 * The order with its legs as owners have them, for looking at only: while a command is being carried out, what follows is decided
 * when that is over.
 */
export function showBooks(
  before: OrderRecord,
  books: readonly OwnerBooks[],
  now: Date,
): OrderRecord {
  const rows = books.flatMap((book) => book.rows);
  const { legs } = markMissing(readLegs(before, rows, now), books);
  return { ...before, legs };
}

/** Whether anything but the time of asking is new. */
export function isChanged(before: OrderRecord, after: OrderRecord): boolean {
  const known = ({ legs, state }: OrderRecord): string =>
    JSON.stringify([state, legs.map((leg) => ({ ...leg, stateAsOf: null }))]);
  return known(before) !== known(after);
}

const AGREED = { disagreement: null, problem: null } as const;

function readLegs(before: OrderRecord, rows: readonly KnownLeg[], now: Date): OrderRecord {
  return rows.reduce((order, row) => readLeg(order, row, now), before);
}

function readLeg(before: OrderRecord, row: KnownLeg, now: Date): OrderRecord {
  const leg = before.legs[row.number];
  if (!leg || (!isOpen(leg) && isTakenBack(before, row.number))) return before;
  const judgement = judgeRow(leg, row.state);
  switch (judgement.kind) {
    case 'ignore':
      return leg.disagreement == null ? before : changeLeg(before, row.number, AGREED);
    case 'believe':
      return believe(before, row, now);
    case 'list':
    case 'confirm':
    case 'take-back': {
      const { disagreement, kind } = judgement;
      const isStanding = disagreement === 'STILL_STANDING';
      const problem = asProblem(
        isStanding && isOpen(leg) ? problemOf(leg) : disagreementText(leg, row.state),
      );
      // What is not called off is shown as standing; but what has run out here was never agreed.
      const order = isStanding && leg.state !== 'EXPIRED' ? believe(before, row, now) : before;
      const marked = changeLeg(order, row.number, { disagreement, ...problem });
      return kind === 'list' ? marked : ask(marked, row.number, kind, now);
    }
  }
}

/** Takes a leg over as its owner has it. */
function believe(before: OrderRecord, row: KnownLeg, now: Date): OrderRecord {
  const order = applyLeg(before, row, 'read', now);
  if (before.legs[row.number]?.state === row.state) return order;
  const state = sayBookingState(row.state);
  return note(order, now, say`Leg ${row.number} is ${state}, says its owner.`);
}

/** Has the owner asked once more, by itself only this one time. */
function ask(
  order: OrderRecord,
  number: number,
  kind: 'confirm' | 'take-back',
  now: Date,
): OrderRecord {
  const leg = order.legs[number];
  if (!leg) return order;
  const act = kind === 'confirm' ? 'confirm' : 'cancel';
  const cooperative = cooperativeOf(leg);
  const isSame = (one: OwedRecord): boolean =>
    one.cooperative === cooperative && one.act === act && one.number === order.version;
  const before = order.owed.find(isSame)?.legs ?? [];
  const owed = {
    cooperative,
    act,
    until: null,
    legs: [...before, number],
    number: order.version,
  } as const;
  const others = order.owed.filter((one) => !isSame(one));
  const asked = changeLeg(order, number, { reconciledAt: now });
  const text =
    kind === 'confirm'
      ? say`Confirmation of leg ${number} is asked for at ${cooperative} once more.`
      : say`Calling off of leg ${number} is asked for at ${cooperative} once more.`;
  return note({ ...asked, owed: [...others, owed] }, now, text);
}

/** Flags what owners do not have, though it should stand, or have in a form that says nothing. */
function markMissing(before: OrderRecord, books: readonly OwnerBooks[]): OrderRecord {
  return books.reduce((order, { cooperative, rows, unreadable, isWhole }) => {
    const isMissing = (leg: OrderLegRecord, number: number): boolean =>
      cooperativeOf(leg) === cooperative && !rows.some((row) => row.number === number);
    const legs = order.legs.map((leg, number) => {
      if (!isMissing(leg, number)) return leg;
      if (!isOpen(leg)) return isWhole && leg.disagreement != null ? { ...leg, ...AGREED } : leg;
      if (unreadable.includes(number)) {
        const problem = say`What its owner says of it cannot be, or not be of what was ordered.`;
        return { ...leg, disagreement: 'UNREADABLE' as const, ...asProblem(problem) };
      }
      if (!isWhole || leg.stateAsOf === null) return leg;
      const problem = disagreementText(leg, null);
      return { ...leg, disagreement: 'NOT_KNOWN' as const, ...asProblem(problem) };
    });
    return { ...order, legs };
  }, before);
}

/** What follows for the order as a whole. */
function conclude(before: OrderRecord, read: OrderRecord, now: Date): OrderRecord {
  const order = noteFindings(before, read, now);
  // Its owners have not ended it, so they do not bring it back.
  if (before.state === 'FAILED' || before.state === 'EXPIRED') return order;
  const hasWaited = before.legs.some(({ state }) => state === 'REQUESTED');
  const had = disagreementProblem(before);
  const isStale = hasWaited || (had !== null && String(had) === before.problem);
  const kept = isStale ? null : problemOf(before);
  const problem = waitingProblem(order) ?? disagreementProblem(order) ?? kept;
  const settled = settle({ ...order, ...asProblem(problem) });
  return isBroken(before, settled) ? breakUp(settled, now) : settled;
}

/** Writes down where owners have begun to disagree; other terms are told by the leg, and another start has its own entry. */
function noteFindings(before: OrderRecord, order: OrderRecord, now: Date): OrderRecord {
  return order.legs.reduce((noted, leg, number) => {
    const { disagreement } = leg;
    if (disagreement === 'OTHER_START' || disagreement === 'OTHER_TERMS') return noted;
    const isNew = disagreement != null && before.legs[number]?.disagreement !== disagreement;
    return isNew ? note(noted, now, say`Leg ${number}: ${problemOf(leg) ?? disagreement}`) : noted;
  }, order);
}

/** Whether a leg's owner is being asked already to take back what it may have of it. */
function isTakenBack({ owed, legs }: OrderRecord, number: number): boolean {
  const leg = legs[number];
  return owed.some(
    (one) => leg && one.cooperative === cooperativeOf(leg) && (one.legs?.includes(number) ?? true),
  );
}

function changeLeg(order: OrderRecord, number: number, change: Partial<OrderLegRecord>) {
  return changeLegs(order, (_leg, index) => index === number, change);
}
