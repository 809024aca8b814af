import type { OrderLegRecord, OrderRecord } from '../model.js';
import type { BookingState } from '../schema.generated.js';
import type { KnownLeg } from './owner-answers.js';
import { note, settle } from './order-state.js';
import { applyLeg } from './apply-answers.js';
import { breakUp, isBroken, OVER } from './break-up.js';
import { waitingProblem } from './task.js';

/** What a leg may have become without our asking. Whatever else an owner says is not believed. */
const FOLLOWERS: Partial<Record<BookingState, readonly BookingState[]>> = {
  REQUESTED: ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW', ...OVER],
  HELD: OVER,
  CONFIRMED: ['STARTED', 'COMPLETED', 'NO_SHOW', ...OVER],
  STARTED: ['COMPLETED', 'NO_SHOW', ...OVER],
};

/** The order after its owners said how its legs stand; while nothing is being carried out. */
export function applyRows(before: OrderRecord, rows: readonly KnownLeg[], now: Date): OrderRecord {
  let order = before;
  for (const row of rows) {
    const leg = before.legs[row.number];
    if (!leg || !isCredible(leg, row)) continue;
    order = applyLeg(order, row, 'read', now);
    if (leg.state !== row.state) {
      order = note(order, now, `Leg ${row.number} is ${row.state.toLowerCase()}, says its owner.`);
    }
  }
  const hasWaited = before.legs.some(({ state }) => state === 'REQUESTED');
  const problem = waitingProblem(order) ?? (hasWaited ? null : order.problem);
  const settled = settle({ ...order, problem });
  return isBroken(before, settled) ? breakUp(settled, now) : settled;
}

/** Whether anything but the time of asking is new. */
export function isChanged(before: OrderRecord, after: OrderRecord): boolean {
  const known = ({ legs, state }: OrderRecord): string =>
    JSON.stringify([state, legs.map((leg) => ({ ...leg, stateAsOf: null }))]);
  return known(before) !== known(after);
}

function isCredible(leg: OrderLegRecord, row: KnownLeg): boolean {
  return leg.state === row.state || (FOLLOWERS[leg.state]?.includes(row.state) ?? false);
}
