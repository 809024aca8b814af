import { CapacityTable } from './capacity-table.js';
import { MINUTE_MS, epochDayOf } from '../../shared/words/dates.js';
import type { DayBudget } from './day-budget.js';
import { gridStartsOf, localDaysOf, type LocalDay, type LocalDays } from './local-days.js';
import type { ResourceTable } from './resource-table.js';
import { LONGEST_MINUTES, type CapacityInput } from './types.js';

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
  const end = last.endsAt + LONGEST_MINUTES * MINUTE_MS;
  const table = new CapacityTable(input, { from: first.startsAt, to: end });
  const candidates = table.resources.map((resource) => ({
    resource,
    reach: new BudgetReach(localDays, [resource.budget, table.budget], end),
  }));
  return Array.from({ length: days }, (_none, index) =>
    longestOn(table, candidates, localDays.at(first.epochDay + index)),
  );
}

interface Candidate {
  readonly resource: ResourceTable;
  readonly reach: BudgetReach;
}

function longestOn(table: CapacityTable, candidates: readonly Candidate[], day: LocalDay): number {
  const starts = gridStartsOf(day, table.input.service.gridMinutes).filter(
    (startsAt) => startsAt >= table.earliestStart,
  );
  const buffer = table.input.service.bufferMinutes * MINUTE_MS;
  let longest = 0;
  for (const { resource, reach } of candidates) {
    // The end of the free time that a start lies in is that of every later start before it.
    let freeTo = -Infinity;
    for (const startsAt of starts) {
      if (startsAt >= freeTo) freeTo = freeUntil(resource, day, startsAt, buffer);
      const end = Math.min(freeTo, startsAt + LONGEST_MINUTES * MINUTE_MS);
      if ((end - startsAt) / MINUTE_MS <= longest) continue;
      const affordable = Math.min(end, reach.from(day, startsAt)) - startsAt;
      longest = Math.max(longest, Math.floor(affordable / MINUTE_MS));
    }
  }
  return longest;
}

/** Until when one unit is open and not taken, its buffer allowed for; may be before the start. */
function freeUntil(
  resource: ResourceTable,
  day: LocalDay,
  startsAt: number,
  bufferMs: number,
): number {
  const open = resource.openUntil(day, startsAt);
  return open <= startsAt ? startsAt : Math.min(open, resource.firstFull(startsAt) - bufferMs);
}

/** How far the budgets of each day let one place go on. Each midnight is looked at once, whatever the number of starts. */
class BudgetReach {
  private readonly untilByEpochDay = new Map<number, number>();

  /** @param end - Nothing is asked beyond it. */
  constructor(
    private readonly days: LocalDays,
    private readonly budgets: readonly DayBudget[],
    private readonly end: number,
  ) {}

  /** The instant, at or after `startsAt`, at which a budget is used up; Infinity when none is before the end. */
  from(day: LocalDay, startsAt: number): number {
    const left = Math.min(...this.budgets.map((budget) => budget.left(day.epochDay)));
    const until = startsAt + left * MINUTE_MS;
    return until < day.endsAt ? until : this.fromMidnight(day.epochDay + 1);
  }

  private fromMidnight(epochDay: number): number {
    let until = this.untilByEpochDay.get(epochDay);
    if (until === undefined) {
      const day = this.days.at(epochDay);
      until = day.startsAt < this.end ? this.from(day, day.startsAt) : Infinity;
      this.untilByEpochDay.set(epochDay, until);
    }
    return until;
  }
}
