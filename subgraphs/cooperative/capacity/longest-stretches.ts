import { CapacityTable } from './capacity-table.js';
import { epochDayOf } from './dates.js';
import { gridStartsOf, localDaysOf, type LocalDay } from './local-days.js';
import type { ResourceTable } from './resource-table.js';
import { LONGEST_MINUTES, MINUTE_MS, type CapacityInput } from './types.js';

/**
 * For each day the most minutes for which one place can be booked, of the starts on that day that are allowed now. The
 * service's minimum does not enter: the caller compares.
 * @param from - First date.
 * @returns One number a day, in order; 0 when there is none, at most 366 days.
 */
export function longestStretches(input: CapacityInput, from: string, days: number): number[] {
  if (days < 1) return [];
  const localDays = localDaysOf(input.timeZone);
  const first = localDays.at(epochDayOf(from));
  const last = localDays.at(first.epochDay + days - 1);
  const reach = LONGEST_MINUTES * MINUTE_MS;
  const table = new CapacityTable(input, { from: first.startsAt, to: last.endsAt + reach });
  return Array.from({ length: days }, (_none, index) =>
    longestOn(table, localDays.at(first.epochDay + index)),
  );
}

function longestOn(table: CapacityTable, day: LocalDay): number {
  let longest = 0;
  for (const startsAt of gridStartsOf(day, table.input.service.gridMinutes)) {
    if (startsAt < table.earliestStart) continue;
    for (const resource of table.resources) {
      const until = freeUntil(table, resource, day, startsAt);
      if ((until - startsAt) / MINUTE_MS <= longest) continue;
      longest = Math.max(longest, affordableMinutes(table, resource, day, startsAt, until));
    }
  }
  return longest;
}

/** Until when one unit is open and not taken, its buffer allowed for; may be before the start. */
function freeUntil(
  table: CapacityTable,
  resource: ResourceTable,
  day: LocalDay,
  startsAt: number,
): number {
  const open = resource.openUntil(day, startsAt);
  if (open <= startsAt) return startsAt;
  const buffer = table.input.service.bufferMinutes * MINUTE_MS;
  const longest = startsAt + LONGEST_MINUTES * MINUTE_MS;
  return Math.min(open, resource.firstFull(startsAt) - buffer, longest);
}

/** Whole minutes from a start, at most to `until`, that the budgets of each day allow for one place. */
function affordableMinutes(
  table: CapacityTable,
  resource: ResourceTable,
  firstDay: LocalDay,
  startsAt: number,
  until: number,
): number {
  const hasBudget = resource.budget.limit !== null || table.budget.limit !== null;
  if (!hasBudget) return Math.floor((until - startsAt) / MINUTE_MS);
  let day = firstDay;
  let at = startsAt;
  while (at < until) {
    const left = Math.min(resource.budget.left(day.epochDay), table.budget.left(day.epochDay));
    const next = Math.min(day.endsAt, until, at + left * MINUTE_MS);
    const isBroken = next < day.endsAt;
    at = next;
    if (isBroken) break;
    day = table.days.at(day.epochDay + 1);
  }
  return Math.floor((at - startsAt) / MINUTE_MS);
}
