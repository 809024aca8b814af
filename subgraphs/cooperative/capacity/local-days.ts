import { Temporal } from 'temporal-polyfill';
import { DAY_MS, MINUTE_MS, dateOf, epochDayOf, weekdayOf } from '../../shared/words/dates.js';
import type { Weekday } from '../../shared/words/dates.js';

/** A part of a day with one offset from UTC. Most days are one; a day on which the clocks change is two. */
interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
  /** Wall time minus UTC, in milliseconds. */
  readonly offset: number;
}

/** One date in one zone: 23, 24 or 25 hours. */
export interface LocalDay {
  readonly date: string;
  readonly epochDay: number;
  readonly weekday: Weekday;
  readonly startsAt: number;
  readonly endsAt: number;
  /** In order, without gaps between them. */
  readonly stretches: readonly Stretch[];
}

/** A time without a change of the clocks, which the zone's rules are asked about once. */
interface Calm {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const MOST_DAYS_KEPT = 5_000;
const MOST_ZONES_KEPT = 50;

/** The days of one zone, each worked out once. */
export class LocalDays {
  private readonly dayByEpochDay = new Map<number, LocalDay>();
  private calms: Calm[] = [];

  constructor(private readonly timeZone: string) {}

  at(epochDay: number): LocalDay {
    const kept = this.dayByEpochDay.get(epochDay);
    if (kept) return kept;
    if (this.dayByEpochDay.size >= MOST_DAYS_KEPT) {
      this.dayByEpochDay.clear();
      this.calms = [];
    }
    const day = this.calmDay(epochDay) ?? this.lookUp(epochDay);
    this.dayByEpochDay.set(epochDay, day);
    return day;
  }

  /** The day, where it lies within a known time without a change of the clocks, and does not touch its ends; else null. */
  private calmDay(epochDay: number): LocalDay | null {
    const midnight = epochDay * DAY_MS;
    const calm = this.calms.find(
      ({ from, to, offset }) => from < midnight - offset && midnight - offset + DAY_MS < to,
    );
    if (!calm) return null;
    const { offset } = calm;
    const [startsAt, endsAt] = [midnight - offset, midnight - offset + DAY_MS];
    const stretches = [{ startsAt, endsAt, offset }];
    return { ...named(epochDay), startsAt, endsAt, stretches };
  }

  private lookUp(epochDay: number): LocalDay {
    const day = readDay(this.timeZone, epochDay);
    const [only, ...more] = day.stretches;
    if (only && more.length === 0) this.calms.push(calmAround(this.timeZone, only));
    return day;
  }

  /** The local day in which an instant lies. */
  of(instant: number): LocalDay {
    let day = this.at(Math.floor(instant / DAY_MS));
    while (instant < day.startsAt) day = this.at(day.epochDay - 1);
    while (instant >= day.endsAt) day = this.at(day.epochDay + 1);
    return day;
  }

  /**
   * The instant of a wall time.
   * @param wallMinutes - Minutes since 00:00 on the wall clock, below 1440. Of a time that exists twice the earlier is
   *   taken; one that does not exist is moved on by the length of the gap ("compatible" in Temporal's words).
   */
  instantOf(day: LocalDay, wallMinutes: number): number {
    const wall = day.epochDay * DAY_MS + wallMinutes * MINUTE_MS;
    for (const { startsAt, endsAt, offset } of day.stretches) {
      const instant = wall - offset;
      if (instant >= startsAt && instant < endsAt) return instant;
    }
    return Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1)).toZonedDateTime(
      this.timeZone,
    ).epochMilliseconds;
  }
}

function readDay(timeZone: string, epochDay: number): LocalDay {
  const plain = Temporal.PlainDate.from(dateOf(epochDay));
  const start = plain.toZonedDateTime(timeZone);
  const end = plain.add({ days: 1 }).toZonedDateTime(timeZone);
  const stretches: Stretch[] = [];
  let at = start;
  while (at.offsetNanoseconds !== end.offsetNanoseconds) {
    const change = at.getTimeZoneTransition('next');
    if (!change || change.epochMilliseconds >= end.epochMilliseconds) break;
    stretches.push(stretchOf(at, change));
    at = change;
  }
  stretches.push(stretchOf(at, end));
  return {
    ...named(epochDay),
    startsAt: start.epochMilliseconds,
    endsAt: end.epochMilliseconds,
    stretches,
  };
}

function named(epochDay: number): Pick<LocalDay, 'date' | 'epochDay' | 'weekday'> {
  return { date: dateOf(epochDay), epochDay, weekday: weekdayOf(epochDay) };
}

/** @param stretch - All of a day, which may begin or end with a change. */
function calmAround(timeZone: string, { endsAt, offset }: Stretch): Calm {
  const last = Temporal.Instant.fromEpochMilliseconds(endsAt - 1).toZonedDateTimeISO(timeZone);
  return {
    from: last.getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: last.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset,
  };
}

function stretchOf(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Stretch {
  return {
    startsAt: from.epochMilliseconds,
    endsAt: to.epochMilliseconds,
    offset: from.offsetNanoseconds / 1e6,
  };
}

const daysByZone = new Map<string, LocalDays>();

/** @throws RangeError when there is no such zone, once a day is asked. */
export function localDaysOf(timeZone: string): LocalDays {
  const kept = daysByZone.get(timeZone);
  if (kept) return kept;
  if (daysByZone.size >= MOST_ZONES_KEPT) daysByZone.clear();
  const days = new LocalDays(timeZone);
  daysByZone.set(timeZone, days);
  return days;
}

/** Milliseconds since 00:00 on the wall clock. */
export function wallClockOf(day: LocalDay, instant: number): number {
  const stretch = day.stretches.find(({ endsAt }) => instant < endsAt);
  return instant + (stretch?.offset ?? 0) - day.epochDay * DAY_MS;
}

/** All instants of a day whose wall clock stands on the grid, in order; a repeated hour gives both. */
export function gridStartsOf(day: LocalDay, gridMinutes: number): number[] {
  const grid = gridMinutes * MINUTE_MS;
  const starts: number[] = [];
  for (const { startsAt, endsAt, offset } of day.stretches) {
    const midnight = day.epochDay * DAY_MS - offset;
    const first = midnight + Math.ceil((startsAt - midnight) / grid) * grid;
    for (let start = first; start < endsAt; start += grid) starts.push(start);
  }
  return starts;
}

/** First instant of a local day, and of the day after it. */
export function dayBounds(
  timeZone: string,
  date: string,
): { readonly startsAt: number; readonly endsAt: number } {
  const { startsAt, endsAt } = localDaysOf(timeZone).at(epochDayOf(date));
  return { startsAt, endsAt };
}

/** The local date of an instant. */
export function dateAt(timeZone: string, instant: number): string {
  return localDaysOf(timeZone).of(instant).date;
}
