import { say, type Sentence } from '../../../shared/words/said/say.js';
import { sayOrderState } from '../../words/states.js';
import type {
  LegChangeRecord,
  OrderLegRecord,
  OrderRecord,
  SeriesRecord,
} from '../../store/records.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import { isForgotten } from '../order/forgetting.js';
import { isOpen, stateOf } from '../order/order-state.js';
import { UNASKED } from '../order/unasked-leg.js';
import { findSeries } from './find-series.js';
import {
  addDays,
  dayIn,
  daysBetween,
  shiftBetween,
  shifted,
  weeklyStarts,
  yearAfter,
} from './series-dates.js';

/** What is to become of the rest of a series. */
export interface SeriesWish {
  readonly act: 'changeSeries';
  readonly fromLeg: number;
  readonly start: Date | null;
  readonly minutes: number | null;
  /** `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly end: boolean;
  readonly skipConflicts: boolean;
}

/** What is to be done for it. `done`: nobody need be asked. Visits that change or are called off are named by their legs, rising by start. */
export type ChangePlan =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly series: SeriesRecord }
  | {
      readonly kind: 'cancel';
      readonly legs: readonly number[];
      readonly series: SeriesRecord;
    }
  | {
      readonly kind: 'change';
      readonly changes: readonly LegChangeRecord[];
      readonly series: SeriesRecord;
    }
  | {
      readonly kind: 'add';
      readonly added: readonly OrderLegRecord[];
      readonly series: SeriesRecord;
    };

/** As many as owners are asked about at a time. */
const LARGEST_LEGS = 100;

/** Whether it is one change, and one that can be, whatever the order is. */
export function refusalsOfWish({ start, minutes, until, end }: SeriesWish): Refusal[] {
  const changes = [start !== null || minutes !== null, until !== null, end];
  if (changes.filter(Boolean).length !== 1) {
    const message = say`Wanted one change: "start" or "minutes" or both of them, "until", or "end".`;
    return [refuse('BAD_USER_INPUT', message)];
  }
  if (minutes === null || minutes >= 1) return [];
  return [refuse('BAD_USER_INPUT', say`Wanted at least 1, got ${minutes}.`, ['minutes'])];
}

/** What a change of a series means for an order, of which its owners are not asked. @param zone - The owner's. */
export function planChange(
  order: OrderRecord,
  wish: SeriesWish,
  zone: string,
  now: Date,
): ChangePlan {
  const { legs } = order;
  const from = legs[wish.fromLeg];
  if (!from) {
    const message = say`Wanted the number of a leg, 0 to ${legs.length - 1}, got ${wish.fromLeg}.`;
    return no('BAD_USER_INPUT', message, 'fromLeg');
  }
  const series = findSeries(order, zone);
  if (!series) return no('INVALID_STATE', say`The order is no series of weekly visits.`, 'orderId');
  const state = stateOf(order, now);
  if (state !== 'CONFIRMED') {
    const message = say`A series that is ${sayOrderState(state)} cannot be changed.`;
    return no('INVALID_STATE', message, 'orderId');
  }
  const meant = meantLegs(order, from, now);
  if (wish.end) {
    const until = earlier(series.until, addDays(dayIn(from.start, zone), -1));
    return cancelling(meant, { ...series, until });
  }
  if (wish.until === null) return changing(order, wish, series, meant, zone);
  if (wish.until > series.until) return adding(order, from, wish.until, series, zone, now);
  const { until } = wish;
  const before = addDays(dayIn(from.start, zone), -1);
  const after = meant.filter((number) => dayIn(startOf(order, number), zone) > until);
  return cancelling(after, { ...series, until: until < before ? before : until });
}

/** Numbers of the legs that stand, are still to come, and begin no earlier than one; by start. */
function meantLegs({ legs }: OrderRecord, from: OrderLegRecord, now: Date): number[] {
  return legs
    .map((leg, number) => ({ ...leg, number }))
    .filter(({ state, start }) => state === 'CONFIRMED' && start >= from.start && start > now)
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .map(({ number }) => number);
}

function cancelling(legs: readonly number[], series: SeriesRecord): ChangePlan {
  return legs.length === 0 ? { kind: 'done', series } : { kind: 'cancel', legs, series };
}

function changing(
  order: OrderRecord,
  { fromLeg, start, minutes }: SeriesWish,
  series: SeriesRecord,
  meant: readonly number[],
  zone: string,
): ChangePlan {
  if (!meant.includes(fromLeg)) {
    const message = say`Wanted the number of a visit that stands and is still to come, got that of another.`;
    return no('INVALID_STATE', message, 'fromLeg');
  }
  const first = startOf(order, fromLeg);
  const shift = shiftBetween(first, start ?? first, zone);
  const changes = meant.map((leg): LegChangeRecord => {
    const before = startOf(order, leg);
    // The very instant that was asked for, also where the clocks show it twice.
    const at = leg === fromLeg && start ? start : shifted(before, zone, shift);
    return { leg, start: at, minutes: minutes ?? order.legs[leg]?.minutes ?? series.minutes };
  });
  const next: SeriesRecord = {
    ...series,
    start: shifted(series.start, zone, shift),
    minutes: minutes ?? series.minutes,
    until: addDays(series.until, start ? daysBetween(first, start, zone) : 0),
  };
  const isSame = ({ leg, ...change }: LegChangeRecord): boolean =>
    startOf(order, leg).getTime() === change.start.getTime() &&
    order.legs[leg]?.minutes === change.minutes;
  return changes.every(isSame)
    ? { kind: 'done', series: next }
    : { kind: 'change', changes, series: next };
}

function adding(
  order: OrderRecord,
  from: OrderLegRecord,
  until: string,
  series: SeriesRecord,
  zone: string,
  now: Date,
): ChangePlan {
  const { legs } = order;
  if (isForgotten(order)) {
    const message = say`Who ordered it was forgotten, as its time was over; order another series.`;
    return no('INVALID_STATE', message, 'orderId');
  }
  const latest = yearAfter(series.until);
  if (until > latest) {
    return no('BAD_USER_INPUT', say`Wanted a day up to ${latest}, got ${until}.`, 'until');
  }
  const isTaken = (start: Date): boolean =>
    legs.some((leg) => isOpen(leg) && leg.start.getTime() === start.getTime());
  const starts = weeklyStarts(series.start, zone, series.everyWeeks, until).filter(
    (start) => dayIn(start, zone) > series.until && start > now && !isTaken(start),
  );
  const next = { ...series, until };
  if (starts.length === 0) return { kind: 'done', series: next };
  const all = legs.length + starts.length;
  if (all > LARGEST_LEGS) {
    const message = say`Wanted at most ${LARGEST_LEGS} legs in all, got ${all}; order the rest as another series.`;
    return no('BAD_USER_INPUT', message, 'until');
  }
  const { serviceId, resourceId, quantity, costShares, agreedPrice = null } = from;
  const terms = { serviceId, resourceId, quantity, costShares, agreedPrice };
  const added = starts.map((start) => ({ ...terms, start, minutes: series.minutes, ...UNASKED }));
  return { kind: 'add', added, series: next };
}

function startOf({ legs }: OrderRecord, number: number): Date {
  const leg = legs[number];
  if (!leg) throw new Error(`The order has no leg ${number}.`);
  return leg.start;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function no(code: Refusal['code'], message: Sentence, field: string): ChangePlan {
  return { kind: 'refused', refusal: refuse(code, message, [field]) };
}
