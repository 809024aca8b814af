import { CapacityTable, spread } from './capacity-table.js';
import { MINUTE_MS } from '../../shared/words/dates.js';
import { localDaysOf, wallClockOf } from './local-days.js';
import { holidayInTheWay, hoursInTheWay, placesInTheWay, roomFor } from './obstacles.js';
import { findPublicHoliday } from '../../shared/words/public-holidays.js';
import {
  type CapacityInput,
  type Leg,
  type CapacityRefusal,
  type RefusalCode,
  type ResourceRules,
  type Verdict,
} from './types.js';
import { clockText, formatWallTime } from './wall-times.js';

/** What an owner may do without by saying yes; a closure, a budget or a place that is taken is none of it. */
const WAIVED: ReadonlySet<RefusalCode> = new Set(['TOO_SOON', 'OUTSIDE_HOURS', 'PUBLIC_HOLIDAY']);

const ALL_DAY: ResourceRules['hours'] = [
  { days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '00:00', to: '24:00' },
];

/**
 * Whether a leg can be booked now, and with which resources.
 * @returns The shares add up to the leg's quantity. A refusal carries the first code that applies, in the order of
 *   `RefusalCode`.
 */
export function judgeLeg(input: CapacityInput, leg: Leg): Verdict {
  const { timeZone, service, now } = input;
  const { startsAt, minutes, quantity } = leg;
  const wall = (instant: number) => formatWallTime(timeZone, instant);

  if (startsAt < now) {
    return refuse('IN_THE_PAST', `a start at ${wall(now)} or later`, wall(startsAt));
  }
  const day = localDaysOf(timeZone).of(startsAt);
  const clock = wallClockOf(day, startsAt);
  if (clock % (service.gridMinutes * MINUTE_MS) !== 0) {
    const grid = `a start on the ${service.gridMinutes}-minute grid`;
    return refuse('OFF_GRID', grid, clockText(clock));
  }
  if (minutes < service.minMinutes) {
    return refuse('TOO_SHORT', `at least ${service.minMinutes} minutes`, `${minutes}`);
  }
  const asked = `${minutes} minutes from ${wall(startsAt)}`;
  const table = new CapacityTable(input, {
    from: day.startsAt,
    to: startsAt + minutes * MINUTE_MS,
  });
  const hours = hoursInTheWay(table, day, leg);
  if (hours === 'OUTSIDE_HOURS') return refuse(hours, 'a time within the opening hours', asked);
  if (hours === 'PUBLIC_HOLIDAY') {
    const { date } = holidayInTheWay(table, leg) ?? day;
    const name = Object.values(findPublicHoliday(input.country, date) ?? {})[0] ?? '';
    return refuse(hours, 'a working day', `${asked} on the public holiday ${date} (${name})`);
  }
  const taken = placesInTheWay(table, day, leg);
  const room = roomFor(table, day, leg);
  switch (taken) {
    case null: {
      if (startsAt >= table.earliestStart) return { kind: 'fits', shares: spread(room, quantity) };
      const soonest = `a start at ${wall(table.earliestStart)} or later`;
      return refuse('TOO_SOON', soonest, wall(startsAt));
    }
    case 'CAPACITY_EXCEEDED': {
      const { places } = roomFor(table.unbooked, day, leg);
      return refuse(taken, `at most ${places} at a time for ${asked}`, `${quantity}`);
    }
    case 'SLOT_TAKEN': {
      const left = `${wall(startsAt)} with ${room.places} left by other bookings`;
      return refuse(taken, `a start with ${quantity} free for ${minutes} minutes`, left);
    }
  }
}

/**
 * Whether a leg can be booked to which its owner has said yes. The rules hold as far as they allow it: the lead time goes first, the
 * hours only where they are in the way still, so that whoever is at work is taken before whoever is not.
 */
export function judgeAgreedLeg(input: CapacityInput, leg: Leg): Verdict {
  const verdict = judgeLeg(input, leg);
  if (!isWaived(verdict)) return verdict;
  const soon = { ...input, service: { ...input.service, leadTimeMinutes: 0 } };
  const sooner = judgeLeg(soon, leg);
  if (!isWaived(sooner)) return sooner;
  const resources = input.resources.map((rules) => ({
    ...rules,
    hours: ALL_DAY,
    worksOnPublicHolidays: true,
  }));
  return judgeLeg({ ...soon, resources }, leg);
}

function isWaived(verdict: Verdict): boolean {
  return verdict.kind === 'refused' && WAIVED.has(verdict.code);
}

function refuse(code: RefusalCode, wanted: string, got: string): CapacityRefusal {
  return { kind: 'refused', code, message: `Wanted ${wanted}, got ${got}.` };
}
