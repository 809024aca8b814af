import { OVER } from '../../orders/order/break-up.js';
import { cooperativeOf, isWaiting } from '../../orders/order/order-state.js';
import type { BookingState, NotificationEvent } from '../../schema.generated.js';
import type { ToldLeg } from '../../store/outbox.js';
import type { OrderLegRecord, OrderRecord } from '../../store/records.js';
import { addHappenings, type Happening } from './happening.js';

/**
 * The next version of an order with what has happened to it, for others to be told. While a command is being carried out nothing has: what
 * is agreed at one cooperative may be taken back as long as another has not answered.
 */
export function withHappenings(before: OrderRecord, next: OrderRecord, at: Date): OrderRecord {
  if (next.task !== null) return next;
  const { told, happenings } = happeningsOf(before, next);
  const isSame = told.every((leg, number) => isEqual(leg, before.told?.[number]));
  return {
    ...next,
    ...(!isSame && { told }),
    ...(happenings.length > 0 && { outbox: addHappenings(next, happenings, at) }),
  };
}

const ORDER: readonly NotificationEvent[] = [
  'ORDER_CONFIRMED',
  'ORDER_PLACE_GIVEN',
  'ORDER_MOVED',
  'ORDER_CANCELLED',
];

/** What of an order others have not been told yet, and how its legs stand once they are. */
export function happeningsOf(
  before: OrderRecord,
  next: OrderRecord,
): { readonly told: readonly ToldLeg[]; readonly happenings: readonly Happening[] } {
  // Of an order of an earlier release nobody was told anything: what it was before counts as known.
  const known =
    before.told ?? before.legs.map((leg) => ({ state: standOf(leg), start: leg.start }));
  const legs = next.legs.map((leg, number) => {
    const was = known[number] ?? { state: 'OPEN', start: leg.start };
    return isUnsettled(next, leg, was) ? { now: was, event: null } : changeOf(was, leg);
  });
  const happenings = ORDER.flatMap((event): Happening[] => {
    const meant = legs.flatMap((leg, number) => (leg.event === event ? [number] : []));
    return meant.length === 0 ? [] : [{ event, legs: meant }];
  });
  return { told: legs.map(({ now }) => now), happenings };
}

interface LegChange {
  readonly now: ToldLeg;
  readonly event: NotificationEvent | null;
}

function changeOf(was: ToldLeg, leg: OrderLegRecord): LegChange {
  const now = { state: standOf(leg), start: leg.agreedStart ?? leg.start };
  const wasAhead = was.state === 'AGREED' || was.state === 'WAITING';
  switch (now.state) {
    case 'OPEN':
      // What was agreed or waits is at most asked for anew; a place that is held for the one who waits was given.
      if (was.state === 'WAITING' && leg.state === 'HELD') {
        return { now, event: 'ORDER_PLACE_GIVEN' };
      }
      return { now: wasAhead ? was : now, event: null };
    case 'WAITING':
      return { now: was.state === 'AGREED' ? was : now, event: null };
    case 'AGREED':
      if (was.state === 'WAITING') return { now, event: 'ORDER_PLACE_GIVEN' };
      if (was.state === 'OPEN') return { now, event: 'ORDER_CONFIRMED' };
      return { now, event: isEqual(was, now) ? null : 'ORDER_MOVED' };
    case 'OVER':
      return { now, event: wasAhead ? 'ORDER_CANCELLED' : null };
  }
}

/** Whether it is not known yet what becomes of a leg, or it is over for good, whatever its owner says later. */
function isUnsettled(order: OrderRecord, leg: OrderLegRecord, was: ToldLeg): boolean {
  if (was.state === 'OVER') return true;
  if (standOf(leg) === 'OVER') return false;
  if (order.state === 'FAILED' || order.state === 'CANCELLED' || order.state === 'EXPIRED') {
    return true;
  }
  const cooperative = cooperativeOf(leg);
  return order.owed.some((owed) => owed.cooperative === cooperative);
}

const AGREED: readonly BookingState[] = ['CONFIRMED', 'STARTED', 'COMPLETED', 'NO_SHOW'];

/** What is no state at all is refused where it is written. */
function standOf(leg: OrderLegRecord): ToldLeg['state'] {
  if (AGREED.includes(leg.state)) return 'AGREED';
  if (OVER.includes(leg.state)) return 'OVER';
  return isWaiting(leg) ? 'WAITING' : 'OPEN';
}

function isEqual(one: ToldLeg, other: ToldLeg | undefined): boolean {
  return one.state === other?.state && one.start.getTime() === other.start.getTime();
}
