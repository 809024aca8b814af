import { MINUTE_MS } from '../../shared/words/dates.js';
import type { LocalDays } from './local-days.js';
import type { Occupation } from './types.js';

/** The part of a time that lies on one local day. */
interface DayPart {
  readonly epochDay: number;
  /** Elapsed minutes. */
  readonly minutes: number;
}

/** A time cut at the local midnights after its beginning and before its end. */
export interface DaySpan {
  /** Its first and last day; one where it lies on one day. */
  readonly ends: readonly DayPart[];
  /** The days between those, whole ones: the first and the one after the last; equal where there is none. */
  readonly wholeFrom: number;
  readonly wholeTo: number;
}

export function daySpanOf(days: LocalDays, from: number, to: number): DaySpan {
  const first = days.of(from);
  const last = to <= first.endsAt ? first : days.of(to - 1);
  const partOf = (epochDay: number, start: number, end: number): DayPart => ({
    epochDay,
    minutes: (end - start) / MINUTE_MS,
  });
  const ends =
    first === last
      ? [partOf(first.epochDay, from, to)]
      : [partOf(first.epochDay, from, first.endsAt), partOf(last.epochDay, last.startsAt, to)];
  const wholeFrom = first.epochDay + 1;
  return { ends, wholeFrom, wholeTo: Math.max(wholeFrom, last.epochDay) };
}

/** Person-minutes booked on each local day, against a daily budget. */
export class DayBudget {
  private readonly bookedByEpochDay = new Map<number, number>();
  /** The last answer of `unitsForWhole`: all starts of a day ask about the same whole days, two at most. */
  private lastWhole = { from: 0, to: 0, units: Infinity };

  /** @param limit - Person-minutes a day; null for no limit. */
  constructor(
    private readonly days: LocalDays,
    readonly limit: number | null,
  ) {}

  /** Charges each day for the booking's minutes there, as far as they lie in [from, to). The buffer is not charged. */
  charge({ startsAt, endsAt, quantity }: Occupation, from: number, to: number): void {
    const start = Math.max(startsAt, from);
    const end = Math.min(endsAt, to);
    if (end <= start) return;
    const { ends, wholeFrom, wholeTo } = daySpanOf(this.days, start, end);
    for (const { epochDay, minutes } of ends) this.add(epochDay, minutes * quantity);
    for (let epochDay = wholeFrom; epochDay < wholeTo; epochDay += 1) {
      this.add(epochDay, this.minutesOf(epochDay) * quantity);
    }
  }

  booked(epochDay: number): number {
    return this.bookedByEpochDay.get(epochDay) ?? 0;
  }

  /** Never below 0; Infinity without a limit. */
  left(epochDay: number): number {
    return this.limit === null ? Infinity : Math.max(0, this.limit - this.booked(epochDay));
  }

  /** How many units the budget lets work through all of a time. */
  unitsFor({ ends, wholeFrom, wholeTo }: DaySpan): number {
    if (this.limit === null) return Infinity;
    return ends.reduce(
      (units, { epochDay, minutes }) => Math.min(units, Math.floor(this.left(epochDay) / minutes)),
      this.unitsForWhole(wholeFrom, wholeTo),
    );
  }

  private unitsForWhole(from: number, to: number): number {
    if (from !== this.lastWhole.from || to !== this.lastWhole.to) {
      let units = Infinity;
      for (let epochDay = from; epochDay < to; epochDay += 1) {
        units = Math.min(units, Math.floor(this.left(epochDay) / this.minutesOf(epochDay)));
      }
      this.lastWhole = { from, to, units };
    }
    return this.lastWhole.units;
  }

  private add(epochDay: number, minutes: number): void {
    this.bookedByEpochDay.set(epochDay, this.booked(epochDay) + minutes);
    this.lastWhole = { from: 0, to: 0, units: Infinity };
  }

  private minutesOf(epochDay: number): number {
    const { startsAt, endsAt } = this.days.at(epochDay);
    return (endsAt - startsAt) / MINUTE_MS;
  }
}
