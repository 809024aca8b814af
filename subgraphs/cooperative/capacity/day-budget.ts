import type { LocalDays } from './local-days.js';
import { MINUTE_MS, type Occupation } from './types.js';

/** The part of a time that lies on one local day. */
export interface DayPart {
  readonly epochDay: number;
  /** Elapsed minutes. */
  readonly minutes: number;
}

/** A time cut at local midnights. */
export function dayPartsOf(days: LocalDays, from: number, to: number): DayPart[] {
  const parts: DayPart[] = [];
  let day = days.of(from);
  let at = from;
  while (at < to) {
    const until = Math.min(day.endsAt, to);
    parts.push({ epochDay: day.epochDay, minutes: (until - at) / MINUTE_MS });
    at = until;
    if (at < to) day = days.at(day.epochDay + 1);
  }
  return parts;
}

/** Person-minutes booked on each local day, against a daily budget. */
export class DayBudget {
  private readonly bookedByEpochDay = new Map<number, number>();

  /** @param limit - Person-minutes a day; null for no limit. */
  constructor(
    private readonly days: LocalDays,
    readonly limit: number | null,
  ) {}

  /** Charges each day for the booking's minutes there, as far as they lie in [from, to). The buffer is not charged. */
  charge(occupation: Occupation, from: number, to: number): void {
    const start = Math.max(occupation.startsAt, from);
    for (const part of dayPartsOf(this.days, start, Math.min(occupation.endsAt, to))) {
      this.bookedByEpochDay.set(
        part.epochDay,
        this.booked(part.epochDay) + part.minutes * occupation.quantity,
      );
    }
  }

  booked(epochDay: number): number {
    return this.bookedByEpochDay.get(epochDay) ?? 0;
  }

  /** Never below 0; Infinity without a limit. */
  left(epochDay: number): number {
    return this.limit === null ? Infinity : Math.max(0, this.limit - this.booked(epochDay));
  }

  /** How many units the budget lets work through all of these times. */
  unitsFor(parts: readonly DayPart[]): number {
    if (this.limit === null) return Infinity;
    let units = Infinity;
    for (const { epochDay, minutes } of parts) {
      units = Math.min(units, Math.floor(this.left(epochDay) / minutes));
    }
    return units;
  }
}
