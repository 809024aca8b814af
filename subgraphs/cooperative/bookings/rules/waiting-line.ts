import { MINUTE_MS } from '../../../shared/words/dates.js';
import {
  dateAt,
  judgeLeg,
  type Leg,
  type Occupation,
  type RefusalCode,
  type Share,
} from '../../capacity/index.js';
import type { WaitingRecord } from '../../store/booking-records.js';
import { waitingState } from './booking-state.js';
import type { Rulebook } from './rulebook.js';

/** Somebody who need not wait any longer. */
export interface Promotion {
  readonly entry: WaitingRecord;
  /** Where the places are. */
  readonly shares: readonly Share[];
}

export interface LineState {
  /** In the order in which they had waited. */
  readonly promotions: readonly Promotion[];
  /** Service and start (`lineOf`) for which somebody still waits: nobody else may have a place there. */
  readonly lines: ReadonlySet<string>;
}

/** Only time or others' bookings are in the way of who is refused so; anybody else may wait in vain. */
const WORTH_WAITING: ReadonlySet<RefusalCode> = new Set(['SLOT_TAKEN', 'TOO_SOON']);

/** Those who wait for one service and start stand in one line. */
export function lineOf(service: string, startsAt: Date | number): string {
  return `${service} ${startsAt.valueOf()}`;
}

/** First come, first served. */
function inOrderOfWaiting(a: WaitingRecord, b: WaitingRecord): number {
  const since = a.since.getTime() - b.since.getTime();
  return since !== 0 ? since : a.turn - b.turn || (a._id < b._id ? -1 : 1);
}

/** The leg that somebody waits for. */
function waitedLeg({ startsAt, endsAt, quantity, order }: WaitingRecord): Leg {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
  return { startsAt: startsAt.getTime(), minutes, quantity, resource: order.resource };
}

/**
 * How many are served before somebody who waits, and could take that place: those before it in its line, and those of other lines
 * whose wishes meet its own on a resource, or draw on the same budget of a day.
 * @param waiting - All whose wishes may meet it, in any order.
 */
export function positionOf(
  rulebook: Rulebook,
  entry: WaitingRecord,
  waiting: readonly WaitingRecord[],
  now: Date,
): number {
  return waiting.filter(
    (other) =>
      waitingState(other, now) === 'REQUESTED' &&
      inOrderOfWaiting(other, entry) < 0 &&
      isInTheWay(rulebook, other, entry),
  ).length;
}

/** Whether what one gets may be what the other waits for. */
function isInTheWay(rulebook: Rulebook, other: WaitingRecord, entry: WaitingRecord): boolean {
  const isSameService = other.service === entry.service;
  if (isSameService && other.startsAt.getTime() === entry.startsAt.getTime()) return true;
  const isSameDay = shareDay(rulebook.timeZone, other, entry);
  if (isSameService && isSameDay && rulebook.hasBudget(entry.service)) return true;
  const wanted = placesOf(rulebook, entry);
  const isSameTime =
    other.startsAt.getTime() < freeAgainAt(rulebook, entry) &&
    entry.startsAt.getTime() < freeAgainAt(rulebook, other);
  return placesOf(rulebook, other).some(
    (id) =>
      wanted.includes(id) &&
      (isSameTime || (isSameDay && rulebook.findResource(id)?.minutesPerDay != null)),
  );
}

function placesOf(rulebook: Rulebook, { service, order }: WaitingRecord): readonly string[] {
  return rulebook.candidatesOf(service, order.resource);
}

function freeAgainAt(rulebook: Rulebook, { service, endsAt }: WaitingRecord): number {
  return endsAt.getTime() + rulebook.bufferOf(service) * MINUTE_MS;
}

function shareDay(timeZone: string, one: WaitingRecord, other: WaitingRecord): boolean {
  const [first, last] = daysOf(timeZone, one);
  const [otherFirst, otherLast] = daysOf(timeZone, other);
  return first <= otherLast && otherFirst <= last;
}

/** The first and the last local day of a wish. */
function daysOf(timeZone: string, { startsAt, endsAt }: WaitingRecord): [string, string] {
  return [dateAt(timeZone, startsAt.getTime()), dateAt(timeZone, endsAt.getTime() - 1)];
}

/**
 * Decides who of those waiting gets places now. In one line nobody overtakes: who does not fit yet stops those behind, even
 * such as would fit. Other lines go on, and who cannot fit at all any more, as the rules are now, stops nobody.
 * @param waiting - In any order; those whose start has passed get nothing and stop nobody.
 * @param occupations - All that is booked where they want to be.
 */
export function findPromotions(
  rulebook: Rulebook,
  waiting: readonly WaitingRecord[],
  occupations: readonly Occupation[],
  now: Date,
): LineState {
  const taken = [...occupations];
  const promotions: Promotion[] = [];
  const lines = new Set<string>();
  for (const entry of [...waiting].sort(inOrderOfWaiting)) {
    if (entry.state !== 'REQUESTED' || entry.startsAt <= now) continue;
    const line = lineOf(entry.service, entry.startsAt);
    const service = rulebook.findOffered(entry.service);
    if (lines.has(line)) continue;
    const verdict = service && judgeLeg(rulebook.capacityOf(service, taken, now), waitedLeg(entry));
    if (verdict?.kind !== 'fits') {
      if (verdict && WORTH_WAITING.has(verdict.code)) lines.add(line);
      continue;
    }
    promotions.push({ entry, shares: verdict.shares });
    taken.push(...verdict.shares.map((share) => rulebook.occupationOf({ ...entry, ...share })));
  }
  return { promotions, lines };
}
