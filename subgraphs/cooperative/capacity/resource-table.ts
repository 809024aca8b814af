import { MINUTE_MS } from '../../shared/words/dates.js';
import { DayBudget } from './day-budget.js';
import type { LocalDay } from './local-days.js';
import { Occupancy } from './occupancy.js';
import { minutesOf, openTimesOf, type Interval, type Place } from './open-times.js';
import type { Occupation, ResourceRules } from './types.js';

/** One resource over some time: when it is open, how much of it is taken, what is left of its daily budget. */
export class ResourceTable {
  readonly budget: DayBudget;
  private readonly occupancy: Occupancy;
  private readonly openByEpochDay = new Map<number, readonly Interval[]>();
  private readonly openEndByEpochDay = new Map<number, number>();

  /**
   * @param occupations - Of this resource and within reach.
   * @param time - What is asked about; open time is not looked for beyond its end.
   */
  constructor(
    readonly rules: ResourceRules,
    private readonly place: Place,
    occupations: readonly Occupation[],
    private readonly time: Interval,
  ) {
    this.budget = new DayBudget(place.days, rules.minutesPerDay);
    for (const occupation of occupations) this.budget.charge(occupation, time.from, time.to);
    this.occupancy = new Occupancy(
      occupations.map(({ startsAt, endsAt, quantity, bufferMinutes }) => ({
        from: startsAt,
        to: endsAt + bufferMinutes * MINUTE_MS,
        units: quantity,
      })),
      rules.size,
    );
  }

  openTimes(day: LocalDay): readonly Interval[] {
    let open = this.openByEpochDay.get(day.epochDay);
    if (!open) {
      open = openTimesOf(this.rules, day, this.place);
      this.openByEpochDay.set(day.epochDay, open);
    }
    return open;
  }

  /** Until when the resource is open without a break, over midnights too; the instant itself when it is closed. */
  openUntil(day: LocalDay, instant: number): number {
    const open = this.openTimes(day).find(({ from, to }) => from <= instant && instant < to);
    if (!open) return instant;
    return open.to < day.endsAt ? open.to : this.openFromMidnight(day.epochDay + 1);
  }

  /** How many units are free for all of [from, to); below 0 when more are booked than there are. */
  freeUnits(from: number, to: number): number {
    return this.rules.size - this.occupancy.peak(from, to);
  }

  /** The first instant from `instant` on at which no unit is free; Infinity when there is none. */
  firstFull(instant: number): number {
    return this.occupancy.firstFull(instant);
  }

  /** The first instant from `instant` on at which a unit is free. */
  firstFree(instant: number): number {
    return this.occupancy.firstFree(instant);
  }

  /** Person-minutes of a day that are neither booked nor beyond the budget. */
  freeMinutes(day: LocalDay): number {
    const booked = this.budget.booked(day.epochDay);
    const unbooked = minutesOf(this.openTimes(day)) * this.rules.size - booked;
    return Math.max(0, Math.min(unbooked, this.budget.left(day.epochDay)));
  }

  /** Until when it is open without a break from the start of a day; that start when it is closed then. */
  private openFromMidnight(epochDay: number): number {
    const passed: number[] = [];
    let day = this.place.days.at(epochDay);
    let end = this.openEndByEpochDay.get(day.epochDay);
    while (end === undefined) {
      passed.push(day.epochDay);
      const first = day.startsAt < this.time.to ? this.openTimes(day)[0] : undefined;
      if (first?.from !== day.startsAt) end = day.startsAt;
      else if (first.to < day.endsAt) end = first.to;
      else {
        day = this.place.days.at(day.epochDay + 1);
        end = this.openEndByEpochDay.get(day.epochDay);
      }
    }
    for (const key of passed) this.openEndByEpochDay.set(key, end);
    return end;
  }
}
