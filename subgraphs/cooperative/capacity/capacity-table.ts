import { DAY_MS, MINUTE_MS } from '../../shared/words/dates.js';
import { DayBudget, daySpanOf, type DaySpan } from './day-budget.js';
import { localDaysOf, type LocalDay, type LocalDays } from './local-days.js';
import type { Interval, Place } from './open-times.js';
import { isPublicHoliday } from '../../shared/words/public-holidays.js';
import { ResourceTable } from './resource-table.js';
import { HORIZON_DAYS, type CapacityInput, type Occupation, type Share } from './types.js';

/** What a start has to offer. */
export interface Room {
  /** The largest quantity that one leg may ask for. */
  readonly places: number;
  /** In the service's order; only those with a place. Together they may hold more than the service's budget allows. */
  readonly shares: readonly Share[];
}

/**
 * One service over some time, worked out once for all that is asked about it. Judging, availability and alternatives
 * read the same `room`, so that they cannot disagree.
 */
export class CapacityTable {
  readonly days: LocalDays;
  /** In the service's order. */
  readonly resources: readonly ResourceTable[];
  readonly budget: DayBudget;
  private emptied: CapacityTable | null = null;
  private readonly holidaysByResource = new Map<string | null, readonly LocalDay[]>();

  /**
   * @param input - Occupations beyond the reach of `time` are left out.
   * @param time - From the start of the first local day to the end of the last leg asked about.
   */
  constructor(
    readonly input: CapacityInput,
    private readonly time: Interval,
  ) {
    const { timeZone, country, service } = input;
    this.days = localDaysOf(timeZone);
    // Budgets are asked for whole days.
    const whole = { from: time.from, to: this.days.of(time.to).endsAt };
    const place: Place = { timeZone, country, days: this.days };
    const near = input.occupations.filter(isWithin(whole, service.bufferMinutes));
    const rulesById = new Map(input.resources.map((rules) => [rules.id, rules]));
    this.resources = [...new Set(service.resources)].flatMap((id) => {
      const rules = rulesById.get(id);
      if (!rules) return [];
      const own = near.filter(({ resource }) => resource === id);
      return [new ResourceTable(rules, place, own, whole)];
    });
    this.budget = new DayBudget(this.days, service.maxMinutesPerDay);
    for (const occupation of near) {
      if (occupation.service === service.id) this.budget.charge(occupation, whole.from, whole.to);
    }
  }

  /** The resource asked for, if the service has it; all of the service where null. */
  candidates(resource: string | null): readonly ResourceTable[] {
    if (resource === null) return this.resources;
    return this.resources.filter(({ rules }) => rules.id === resource);
  }

  /** Those that are open for all of a leg that starts on this day. */
  openThroughout(
    candidates: readonly ResourceTable[],
    day: LocalDay,
    startsAt: number,
    minutes: number,
  ): ResourceTable[] {
    const endsAt = startsAt + minutes * MINUTE_MS;
    return candidates.filter((candidate) => candidate.openUntil(day, startsAt) >= endsAt);
  }

  /**
   * What is left for a leg of so many minutes. Regards neither grid nor lead time nor minimum.
   * @param open - Resources that are open throughout.
   */
  room(open: readonly ResourceTable[], startsAt: number, minutes: number): Room {
    const endsAt = startsAt + minutes * MINUTE_MS;
    const freeAt = endsAt + this.input.service.bufferMinutes * MINUTE_MS;
    // Cut into days at most once, and only where there is something to count.
    let span: DaySpan | null = null;
    const affordable = (budget: DayBudget): number => {
      if (budget.limit === null) return Infinity;
      span ??= daySpanOf(this.days, startsAt, endsAt);
      return budget.unitsFor(span);
    };
    const shares: Share[] = [];
    let places = 0;
    for (const table of open) {
      const free = table.freeUnits(startsAt, freeAt);
      const quantity = free > 0 ? Math.min(free, affordable(table.budget)) : 0;
      if (quantity === 0) continue;
      shares.push({ resource: table.rules.id, quantity });
      places += quantity;
    }
    return { places: places > 0 ? Math.min(places, affordable(this.budget)) : 0, shares };
  }

  /** The same, though nothing were booked; made when first needed. */
  get unbooked(): CapacityTable {
    this.emptied ??= new CapacityTable({ ...this.input, occupations: [] }, this.time);
    return this.emptied;
  }

  /** Whether nobody of the candidates works on a day because it is a public holiday. */
  isHolidayOff(candidates: readonly ResourceTable[], date: string): boolean {
    return (
      isPublicHoliday(this.input.country, date) &&
      !candidates.some(({ rules }) => rules.worksOnPublicHolidays)
    );
  }

  /** Those public holidays in the table's time on which nobody works of whom `candidates` gives; in order. */
  holidaysOff(resource: string | null): readonly LocalDay[] {
    let off = this.holidaysByResource.get(resource);
    if (!off) {
      const candidates = this.candidates(resource);
      const found: LocalDay[] = [];
      let day = this.days.of(this.time.from);
      for (; day.startsAt < this.time.to; day = this.days.at(day.epochDay + 1)) {
        if (this.isHolidayOff(candidates, day.date)) found.push(day);
      }
      off = found;
      this.holidaysByResource.set(resource, off);
    }
    return off;
  }

  /** The first start that the lead time allows. */
  get earliestStart(): number {
    return this.input.now + this.input.service.leadTimeMinutes * MINUTE_MS;
  }

  /** The last end that anything may have. */
  get latestEnd(): number {
    return this.input.now + HORIZON_DAYS * DAY_MS;
  }

  /** Whether neither the lead time nor the horizon is in the way. */
  isInTime(startsAt: number, minutes: number): boolean {
    return startsAt >= this.earliestStart && startsAt + minutes * MINUTE_MS <= this.latestEnd;
  }
}

function isWithin(time: Interval, bufferMinutes: number): (occupation: Occupation) => boolean {
  const until = time.to + bufferMinutes * MINUTE_MS;
  return ({ startsAt, endsAt, bufferMinutes: ownBuffer }) =>
    startsAt < until && endsAt + ownBuffer * MINUTE_MS > time.from;
}

/** Shares of a room that make up a quantity it has places for: one resource if one can take all, else the first ones. */
export function spread(room: Room, quantity: number): Share[] {
  const single = room.shares.find((share) => share.quantity >= quantity);
  if (single) return [{ resource: single.resource, quantity }];
  const shares: Share[] = [];
  let left = quantity;
  for (const share of room.shares) {
    if (left === 0) break;
    const taken = Math.min(share.quantity, left);
    shares.push({ resource: share.resource, quantity: taken });
    left -= taken;
  }
  return shares;
}
