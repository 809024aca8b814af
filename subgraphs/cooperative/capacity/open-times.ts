import { MINUTE_MS } from '../../shared/words/dates.js';
import type { LocalDay, LocalDays } from './local-days.js';
import { isPublicHoliday } from '../../shared/words/public-holidays.js';
import { parseWallTime, wallMinutesOf } from './wall-times.js';
import type { ResourceRules } from './types.js';

/** Instants; the end is excluded. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Whose zone and holidays count. */
export interface Place {
  readonly timeZone: string;
  readonly country: string;
  readonly days: LocalDays;
}

/** When one resource is open on one local day: in order, apart from each other, never beyond the day. */
export function openTimesOf(
  rules: ResourceRules,
  day: LocalDay,
  place: Place,
): readonly Interval[] {
  if (!rules.worksOnPublicHolidays && isPublicHoliday(place.country, day.date)) return [];
  const open = rules.hours
    .filter(
      ({ days, validFrom, validTo }) =>
        days.includes(day.weekday) &&
        (validFrom === undefined || validFrom <= day.date) &&
        (validTo === undefined || day.date <= validTo),
    )
    .map(({ from, to }) => ({
      from: instantOn(day, from, place.days),
      to: instantOn(day, to, place.days),
    }));
  return without(closuresOn(rules, day, place), merge(open));
}

/** Elapsed minutes. */
export function minutesOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + (to - from), 0) / MINUTE_MS;
}

function instantOn(day: LocalDay, time: string, days: LocalDays): number {
  return time === '24:00' ? day.endsAt : days.instantOf(day, wallMinutesOf(time));
}

function closuresOn(rules: ResourceRules, day: LocalDay, { timeZone }: Place): Interval[] {
  let closures = closuresByRules.get(rules);
  if (!closures) {
    closures = new Closures(rules.closures);
    closuresByRules.set(rules, closures);
  }
  return closures.on(day.date).map(({ from, to }) => ({
    from: parseWallTime(timeZone, from),
    to: parseWallTime(timeZone, to),
  }));
}

type Closure = ResourceRules['closures'][number];

/** Found by their days: an imported calendar has hundreds. */
class Closures {
  readonly #byStart: readonly Closure[];
  /** For each of them the latest end of it and all before it. */
  readonly #latestEnds: readonly string[];

  constructor(closures: readonly Closure[]) {
    this.#byStart = [...closures].sort((a, b) => (a.from < b.from ? -1 : 1));
    let latest = '';
    this.#latestEnds = this.#byStart.map(({ to }) => (latest = to > latest ? to : latest));
  }

  /** Those that touch a date. */
  on(date: string): Closure[] {
    let [low, high] = [0, this.#byStart.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#byStart[middle]?.from ?? '').slice(0, 10) <= date) low = middle + 1;
      else high = middle;
    }
    const found: Closure[] = [];
    for (let index = low - 1; (this.#latestEnds[index] ?? '') >= date; index -= 1) {
      const closure = this.#byStart[index];
      if (closure && closure.to >= date) found.push(closure);
    }
    return found;
  }
}

const closuresByRules = new WeakMap<ResourceRules, Closures>();

/** The same times, in order and apart from each other. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    if (next.to <= next.from) continue;
    const last = merged.at(-1);
    if (last && next.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      merged.push(next);
    }
  }
  return merged;
}

function without(closures: readonly Interval[], open: readonly Interval[]): readonly Interval[] {
  return merge(closures).reduce<readonly Interval[]>(
    (left, { from, to }) =>
      left
        .flatMap((interval) => [
          { from: interval.from, to: Math.min(interval.to, from) },
          { from: Math.max(interval.from, to), to: interval.to },
        ])
        .filter((interval) => interval.from < interval.to),
    open,
  );
}
