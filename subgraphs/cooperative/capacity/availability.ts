import { CapacityTable } from './capacity-table.js';
import { MINUTE_MS, epochDayOf } from '../../shared/words/dates.js';
import { gridStartsOf, localDaysOf, type LocalDay } from './local-days.js';
import { hoursInTheWay, placesInTheWay, roomFor } from './obstacles.js';
import { findPublicHoliday } from '../../shared/words/public-holidays.js';
import {
  LONGEST_MINUTES,
  type CapacityInput,
  type DayCapacity,
  type DayStatus,
  type Leg,
} from './types.js';

/** On how many days after the requested one alternatives are sought. */
export const DAYS_AHEAD = 14;
const MOST_ALTERNATIVES = 3;

/** Why a start cannot be had. The rest of the name says what would be if it were not for that. */
type Hindrance =
  | 'TOO_SOON'
  | 'SLOT_TAKEN'
  | 'CAPACITY_EXCEEDED'
  | 'TOO_LATE_BUT_OPEN'
  | 'PAST_BUT_OPEN'
  | 'OUTSIDE_HOURS'
  | 'PUBLIC_HOLIDAY'
  | 'TOO_LATE'
  | 'PAST';

/**
 * What a day is called by the start of it that comes nearest to being had, the nearest first. The codes that ordering these starts
 * gets have the same names, but for SLOT_TAKEN. A day outside the hours on which nothing is open is CLOSED.
 */
const STATUS_BY_HINDRANCE: Readonly<Record<Hindrance, DayStatus>> = {
  TOO_SOON: 'TOO_SOON',
  SLOT_TAKEN: 'FULL',
  CAPACITY_EXCEEDED: 'CAPACITY_EXCEEDED',
  TOO_LATE_BUT_OPEN: 'TOO_LATE',
  PAST_BUT_OPEN: 'IN_THE_PAST',
  OUTSIDE_HOURS: 'OUTSIDE_HOURS',
  PUBLIC_HOLIDAY: 'PUBLIC_HOLIDAY',
  TOO_LATE: 'TOO_LATE',
  PAST: 'IN_THE_PAST',
};
const HINDRANCES = Object.keys(STATUS_BY_HINDRANCE) as Hindrance[];

/** Whether others may have a start: one for which people wait is kept for them, and counts as taken. */
export type IsOffered = (startsAt: number) => boolean;

/**
 * What is free on each day, worked out day by day as the caller asks for the next: others can have a turn in between.
 * @param from - First date, included.
 * @param to - Last date, included; no rows when it is before the first.
 * @param minutes - Length of the leg that `starts` and `status` are about.
 * @yields One row a day, in order.
 * @throws RangeError when the length is below the service's minimum: that is no day's fault.
 */
export function* availabilityOf(
  input: CapacityInput,
  from: string,
  to: string,
  minutes: number,
  isOffered: IsOffered = () => true,
): Generator<DayCapacity, void> {
  const { minMinutes } = input.service;
  if (minutes < minMinutes) {
    throw new RangeError(`Wanted at least ${minMinutes} minutes, got ${minutes}.`);
  }
  const days = localDaysOf(input.timeZone);
  const first = days.at(epochDayOf(from));
  const last = days.at(epochDayOf(to));
  if (last.epochDay < first.epochDay) return;
  const table = tableFor(input, first, last, minutes);
  for (let epochDay = first.epochDay; epochDay <= last.epochDay; epochDay += 1) {
    yield describeDay(table, days.at(epochDay), minutes, isOffered);
  }
}

/**
 * Starts at which the same leg would fit now: at most three, earliest first, all of one local day. That day is the
 * requested one, at any time of it, else the first of the next 14 that has any.
 * @param isOffered - Starts that are not count as taken.
 */
export function findAlternatives(
  input: CapacityInput,
  leg: Leg,
  isOffered: IsOffered = () => true,
): number[] {
  const days = localDaysOf(input.timeZone);
  const asked = days.of(leg.startsAt);
  const last = days.at(asked.epochDay + DAYS_AHEAD);
  const table = tableFor(input, asked, last, leg.minutes);
  for (let day = asked; day.epochDay <= last.epochDay; day = days.at(day.epochDay + 1)) {
    const starts: number[] = [];
    for (const startsAt of gridStartsOf(day, input.service.gridMinutes)) {
      if (!table.isInTime(startsAt, leg.minutes)) continue;
      if (placesAt(table, day, { ...leg, startsAt }) < leg.quantity) continue;
      if (!isOffered(startsAt)) continue;
      starts.push(startsAt);
      if (starts.length === MOST_ALTERNATIVES) break;
    }
    if (starts.length > 0) return starts;
  }
  return [];
}

function tableFor(
  input: CapacityInput,
  first: LocalDay,
  last: LocalDay,
  minutes: number,
): CapacityTable {
  const reach = Math.min(minutes, LONGEST_MINUTES) * MINUTE_MS;
  return new CapacityTable(input, { from: first.startsAt, to: last.endsAt + reach });
}

function placesAt(table: CapacityTable, day: LocalDay, leg: Leg): number {
  if (leg.minutes < table.input.service.minMinutes || leg.minutes > LONGEST_MINUTES) return 0;
  return roomFor(table, day, leg).places;
}

function describeDay(
  table: CapacityTable,
  day: LocalDay,
  minutes: number,
  isOffered: IsOffered,
): DayCapacity {
  const { country, service } = table.input;
  const starts: { startsAt: number; places: number }[] = [];
  for (const startsAt of gridStartsOf(day, service.gridMinutes)) {
    if (!table.isInTime(startsAt, minutes)) continue;
    const places = placesAt(table, day, onePlace(startsAt, minutes));
    if (places > 0 && isOffered(startsAt)) starts.push({ startsAt, places });
  }
  return {
    date: day.date,
    status: starts.length > 0 ? 'OPEN' : statusWithout(table, day, minutes, isOffered),
    holiday: findPublicHoliday(country, day.date),
    freeMinutes: freeMinutesOf(table, day),
    starts,
  };
}

/** Why none of the starts of a day can be had. */
function statusWithout(
  table: CapacityTable,
  day: LocalDay,
  minutes: number,
  isOffered: IsOffered,
): DayStatus {
  const found = new Set(
    gridStartsOf(day, table.input.service.gridMinutes).map((startsAt) =>
      hindranceOf(table, day, onePlace(startsAt, minutes), isOffered),
    ),
  );
  const nearest = HINDRANCES.find((hindrance) => found.has(hindrance));
  // A day without any start on the grid: the clocks were put forward over it.
  const status = STATUS_BY_HINDRANCE[nearest ?? 'OUTSIDE_HOURS'];
  const isClosed = table.resources.every((resource) => resource.openTimes(day).length === 0);
  return status === 'OUTSIDE_HOURS' && isClosed ? 'CLOSED' : status;
}

function hindranceOf(
  table: CapacityTable,
  day: LocalDay,
  leg: Leg,
  isOffered: IsOffered,
): Hindrance {
  const { startsAt, minutes } = leg;
  const hours = hoursInTheWay(table, day, leg);
  if (startsAt < table.input.now) return hours ? 'PAST' : 'PAST_BUT_OPEN';
  if (startsAt + minutes * MINUTE_MS > table.latestEnd && minutes <= LONGEST_MINUTES) {
    return hours ? 'TOO_LATE' : 'TOO_LATE_BUT_OPEN';
  }
  if (hours) return hours;
  const places = placesInTheWay(table, day, leg) ?? (isOffered(startsAt) ? null : 'SLOT_TAKEN');
  // With a place after the lead time, the day would be open.
  return places ?? 'TOO_SOON';
}

function onePlace(startsAt: number, minutes: number): Leg {
  return { startsAt, minutes, quantity: 1, resource: null };
}

function freeMinutesOf(table: CapacityTable, day: LocalDay): number {
  const free = table.resources.reduce((sum, resource) => sum + resource.freeMinutes(day), 0);
  return Math.floor(Math.min(free, table.budget.left(day.epochDay)));
}
