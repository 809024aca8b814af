import { CapacityTable } from './capacity-table.js';
import { MINUTE_MS, epochDayOf } from './dates.js';
import { gridStartsOf, localDaysOf, type LocalDay } from './local-days.js';
import { findPublicHoliday } from './public-holidays.js';
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

/**
 * What is free on each day, worked out day by day as the caller asks for the next: others can have a turn in between.
 * @param from - First date, included.
 * @param to - Last date, included; no rows when it is before the first.
 * @param minutes - Length of the leg that `starts` and `status` are about. Below the service's minimum, or beyond 366
 *   days, no start has a place.
 * @yields One row a day, in order.
 */
export function* availabilityOf(
  input: CapacityInput,
  from: string,
  to: string,
  minutes: number,
): Generator<DayCapacity, void> {
  const days = localDaysOf(input.timeZone);
  const first = days.at(epochDayOf(from));
  const last = days.at(epochDayOf(to));
  if (last.epochDay < first.epochDay) return;
  const table = tableFor(input, first, last, minutes);
  for (let epochDay = first.epochDay; epochDay <= last.epochDay; epochDay += 1) {
    yield describeDay(table, days.at(epochDay), minutes);
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
  isOffered: (startsAt: number) => boolean = () => true,
): number[] {
  const days = localDaysOf(input.timeZone);
  const asked = days.of(leg.startsAt);
  const last = days.at(asked.epochDay + DAYS_AHEAD);
  const table = tableFor(input, asked, last, leg.minutes);
  for (let day = asked; day.epochDay <= last.epochDay; day = days.at(day.epochDay + 1)) {
    const starts: number[] = [];
    for (const startsAt of gridStartsOf(day, input.service.gridMinutes)) {
      if (startsAt < table.earliestStart) continue;
      if (placesAt(table, day, startsAt, leg.minutes, leg.resource) < leg.quantity) continue;
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

function placesAt(
  table: CapacityTable,
  day: LocalDay,
  startsAt: number,
  minutes: number,
  resource: string | null,
): number {
  if (minutes < table.input.service.minMinutes || minutes > LONGEST_MINUTES) return 0;
  const open = table.openThroughout(table.candidates(resource), day, startsAt, minutes);
  return table.room(open, startsAt, minutes).places;
}

function describeDay(table: CapacityTable, day: LocalDay, minutes: number): DayCapacity {
  const { country, service } = table.input;
  const starts: { startsAt: number; places: number }[] = [];
  let hasEarlier = false;
  for (const startsAt of gridStartsOf(day, service.gridMinutes)) {
    const isTooSoon = startsAt < table.earliestStart;
    if (isTooSoon && hasEarlier) continue;
    const places = placesAt(table, day, startsAt, minutes, null);
    if (places === 0) continue;
    if (isTooSoon) hasEarlier = true;
    else starts.push({ startsAt, places });
  }
  return {
    date: day.date,
    status: statusOf(table, day, starts.length > 0, hasEarlier),
    holiday: findPublicHoliday(country, day.date),
    freeMinutes: freeMinutesOf(table, day),
    starts,
  };
}

function statusOf(
  table: CapacityTable,
  day: LocalDay,
  hasStart: boolean,
  hasEarlier: boolean,
): DayStatus {
  if (table.isHolidayOff(table.resources, day.date)) return 'PUBLIC_HOLIDAY';
  if (table.resources.every((resource) => resource.openTimes(day).length === 0)) return 'CLOSED';
  if (hasStart) return 'OPEN';
  return hasEarlier ? 'TOO_SOON' : 'FULL';
}

function freeMinutesOf(table: CapacityTable, day: LocalDay): number {
  const free = table.resources.reduce((sum, resource) => sum + resource.freeMinutes(day), 0);
  return Math.floor(Math.min(free, table.budget.left(day.epochDay)));
}
