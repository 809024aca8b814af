import type {
  CapacityInput,
  DayStatus,
  Leg,
  Occupation,
  RefusalCode,
  ResourceRules,
} from '../../../subgraphs/cooperative/capacity/index.js';

// The rules of capacity once more, told minute by minute and unit by unit: slow, obvious, and sharing no code with what
// it checks. Zones come from Intl, holidays from a list in this file.

const MINUTE = 60_000;
const TEN_YEARS = 3653 * 1440 * MINUTE;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const HOLIDAYS: Record<string, readonly string[]> = {
  FI: ['2027-03-26', '2027-03-28', '2027-03-29', '2027-11-06', '2027-12-06'],
  SE: ['2027-03-26', '2027-03-28', '2027-03-29', '2027-06-06', '2027-11-06'],
};

/** Minutes of some days, each with the text that the wall clock shows. */
export interface Film {
  readonly origin: number;
  /** "2027-03-22T08:00", one a minute from the origin on. */
  readonly walls: readonly string[];
  readonly dates: readonly string[];
  /** The first minute that shows it. */
  readonly indexByWall: ReadonlyMap<string, number>;
  readonly minutesByDate: ReadonlyMap<string, readonly number[]>;
}

const films = new Map<string, Film>();

/** From a day before the date until `days` days after it, and a bit more. */
export function filmOf(timeZone: string, firstDate: string, days: number): Film {
  const key = [timeZone, firstDate, days].join();
  const kept = films.get(key);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const origin = Date.parse(`${firstDate}T00:00:00Z`) - 1440 * MINUTE;
  const walls = Array.from({ length: (days + 2) * 1440 }, (_none, minute) =>
    format.format(origin + minute * MINUTE).replace(' ', 'T'),
  );
  const dates = walls.map((wall) => wall.slice(0, 10));
  const indexByWall = new Map<string, number>();
  const minutesByDate = new Map<string, number[]>(dates.map((date) => [date, []]));
  walls.forEach((wall, index) => {
    if (!indexByWall.has(wall)) indexByWall.set(wall, index);
    minutesByDate.get(wall.slice(0, 10))?.push(index);
  });
  const film = { origin, walls, dates, indexByWall, minutesByDate };
  films.set(key, film);
  return film;
}

export class SlowModel {
  private readonly openByResource = new Map<string, boolean[]>();
  private readonly dates: readonly string[];
  private readonly indexByWall: ReadonlyMap<string, number>;

  constructor(
    readonly input: CapacityInput,
    private readonly film: Film,
  ) {
    this.dates = film.dates;
    this.indexByWall = film.indexByWall;
    for (const rules of input.resources) this.openByResource.set(rules.id, this.filmOpen(rules));
  }

  resources(asked: string | null): ResourceRules[] {
    return this.input.service.resources.flatMap((id) =>
      this.input.resources.filter((rules) => rules.id === id && (asked ?? id) === id),
    );
  }

  /** The local date of an instant. */
  dateAt(instant: number): string {
    return this.dates[Math.floor((instant - this.film.origin) / MINUTE)] ?? '';
  }

  /** The minutes of a date at which the wall clock stands on the grid. */
  gridStarts(date: string): number[] {
    return (this.film.minutesByDate.get(date) ?? [])
      .filter((index) => this.minutesOfDay(index) % this.input.service.gridMinutes === 0)
      .map((index) => this.film.origin + index * MINUTE);
  }

  /** Whether it is neither too soon nor too late for a leg of so long. */
  isAllowed(start: number, minutes: number): boolean {
    return this.isFarEnough(start) && !this.isTooLate(start, minutes);
  }

  isTooLate(start: number, minutes: number): boolean {
    return start + minutes * MINUTE > this.input.now + TEN_YEARS;
  }

  isOpen(rules: ResourceRules, start: number, minutes: number): boolean {
    const open = this.openByResource.get(rules.id) ?? [];
    return this.minutesFrom(start, minutes).every((index) => open[index]);
  }

  /** Tried upwards, one more unit at a time. */
  places(start: number, minutes: number, asked: string | null): number {
    if (minutes < this.input.service.minMinutes) return 0;
    const bookings = this.input.occupations;
    let most = 0;
    for (const rules of this.resources(asked)) {
      let quantity = 0;
      while (this.fitsOn(rules, start, minutes, quantity + 1, bookings)) quantity += 1;
      most += quantity;
    }
    while (most > 0 && !this.fitsService(start, minutes, most, bookings)) most -= 1;
    return most;
  }

  /** Code of the refusal; null when the leg fits. */
  verdict(leg: Leg): RefusalCode | null {
    const { service, now, country } = this.input;
    const { startsAt, minutes, quantity, resource } = leg;
    const index = (startsAt - this.film.origin) / MINUTE;
    if (startsAt < now) return 'IN_THE_PAST';
    if (!Number.isInteger(index)) return 'OFF_GRID';
    if (this.minutesOfDay(index) % service.gridMinutes !== 0) return 'OFF_GRID';
    if (minutes < service.minMinutes) return 'TOO_SHORT';
    const resources = this.resources(resource);
    const dates = new Set(this.minutesFrom(startsAt, minutes).map((minute) => this.dates[minute]));
    for (const date of dates) {
      if (!HOLIDAYS[country]?.includes(date ?? '')) continue;
      if (!resources.some((rules) => rules.worksOnPublicHolidays)) return 'PUBLIC_HOLIDAY';
    }
    if (!resources.some((rules) => this.isOpen(rules, startsAt, minutes))) return 'OUTSIDE_HOURS';
    if (this.places(startsAt, minutes, resource) >= quantity) {
      return this.isFarEnough(startsAt) ? null : 'TOO_SOON';
    }
    const empty = new SlowModel({ ...this.input, occupations: [] }, this.film);
    return empty.places(startsAt, minutes, resource) < quantity
      ? 'CAPACITY_EXCEEDED'
      : 'SLOT_TAKEN';
  }

  status(date: string, minutes: number): DayStatus {
    const resources = this.resources(null);
    const isClosed = resources.every((rules) => this.openMinutes(rules, date) === 0);
    const refused = new Map<RefusalCode | 'TOO_LATE' | null, number[]>();
    for (const startsAt of this.gridStarts(date)) {
      const leg = { startsAt, minutes, quantity: 1, resource: null };
      const isPast = startsAt < this.input.now;
      const late = !isPast && this.isTooLate(startsAt, minutes);
      const code = late ? 'TOO_LATE' : this.verdict(leg);
      refused.set(code, [...(refused.get(code) ?? []), startsAt]);
    }
    const isOpen = (start: number) => resources.some((rules) => this.isOpen(rules, start, minutes));
    if (refused.has(null)) return 'OPEN';
    if (refused.has('TOO_SOON')) return 'TOO_SOON';
    if (refused.has('SLOT_TAKEN')) return 'FULL';
    if (refused.has('CAPACITY_EXCEEDED')) return 'CAPACITY_EXCEEDED';
    if (refused.get('TOO_LATE')?.some(isOpen)) return 'TOO_LATE';
    if (refused.get('IN_THE_PAST')?.some(isOpen)) return 'IN_THE_PAST';
    if (refused.has('OUTSIDE_HOURS')) return isClosed ? 'CLOSED' : 'OUTSIDE_HOURS';
    if (refused.has('PUBLIC_HOLIDAY')) return 'PUBLIC_HOLIDAY';
    if (refused.has('TOO_LATE')) return 'TOO_LATE';
    return 'IN_THE_PAST';
  }

  freeMinutes(date: string): number {
    const { service, occupations } = this.input;
    let free = 0;
    for (const rules of this.resources(null)) {
      const booked = this.bookedOn(
        date,
        occupations.filter(({ resource }) => resource === rules.id),
      );
      const unbooked = this.openMinutes(rules, date) * rules.size - booked;
      const budget = rules.minutesPerDay === null ? unbooked : rules.minutesPerDay - booked;
      free += Math.max(0, Math.min(unbooked, budget));
    }
    if (service.maxMinutesPerDay === null) return free;
    const own = occupations.filter((occupation) => occupation.service === service.id);
    return Math.min(free, Math.max(0, service.maxMinutesPerDay - this.bookedOn(date, own)));
  }

  /** Grows a leg of one place minute by minute, from every start of the day, on every resource. */
  longestStretch(date: string): number {
    const { service, occupations } = this.input;
    let longest = 0;
    for (const rules of this.resources(null)) {
      const open = this.openByResource.get(rules.id) ?? [];
      const onIt = occupations.filter(({ resource }) => resource === rules.id);
      const own = occupations.filter((occupation) => occupation.service === service.id);
      const isFree = this.unitsTaken(onIt).map((taken) => taken < rules.size);
      const bookedOnIt = this.bookedByDate(onIt);
      const bookedOwn = this.bookedByDate(own);
      for (const start of this.gridStarts(date)) {
        if (!this.isFarEnough(start)) continue;
        const first = (start - this.film.origin) / MINUTE;
        const used = new Map<string, number>();
        let minutes = 0;
        for (let index = first; open[index]; index += 1) {
          const day = this.dates[index] ?? '';
          const usedNow = (used.get(day) ?? 0) + 1;
          if (usedNow + (bookedOnIt.get(day) ?? 0) > (rules.minutesPerDay ?? Infinity)) break;
          if (usedNow + (bookedOwn.get(day) ?? 0) > (service.maxMinutesPerDay ?? Infinity)) break;
          const buffered = isFree.slice(
            minutes === 0 ? first : index,
            index + service.bufferMinutes + 1,
          );
          if (buffered.includes(false)) break;
          used.set(day, usedNow);
          minutes += 1;
        }
        longest = Math.max(longest, minutes);
      }
    }
    return longest;
  }

  /**
   * Gives every booking of one resource units of its own, each with its buffer.
   * @returns For each unit the minutes at which it is taken; null when some booking gets none.
   */
  assign(rules: ResourceRules, bookings: readonly Occupation[]): Set<number>[] | null {
    const units = Array.from({ length: rules.size }, () => new Set<number>());
    const inOrder = [...bookings].sort((a, b) => a.startsAt - b.startsAt);
    for (const booking of inOrder.filter(({ resource }) => resource === rules.id)) {
      const minutes = this.takenBy(booking);
      for (let copy = 0; copy < booking.quantity; copy += 1) {
        const unit = units.find((taken) => !minutes.some((minute) => taken.has(minute)));
        if (!unit) return null;
        for (const minute of minutes) unit.add(minute);
      }
    }
    return units;
  }

  /** Whether all days of a leg are within both budgets with all of these bookings. */
  isWithinBudgets(rules: ResourceRules, leg: Leg, bookings: readonly Occupation[]): boolean {
    return (
      this.fitsBudget(
        leg.startsAt,
        leg.minutes,
        0,
        rules.minutesPerDay,
        bookings.filter(({ resource }) => resource === rules.id),
      ) && this.fitsService(leg.startsAt, leg.minutes, 0, bookings)
    );
  }

  private isFarEnough(start: number): boolean {
    const { now, service } = this.input;
    return start >= now && start >= now + service.leadTimeMinutes * MINUTE;
  }

  private fitsOn(
    rules: ResourceRules,
    start: number,
    minutes: number,
    quantity: number,
    bookings: readonly Occupation[],
  ): boolean {
    if (!this.isOpen(rules, start, minutes)) return false;
    const onIt = bookings.filter(({ resource }) => resource === rules.id);
    if (!this.fitsBudget(start, minutes, quantity, rules.minutesPerDay, onIt)) return false;
    const { id, bufferMinutes } = this.input.service;
    const wish: Occupation = {
      resource: rules.id,
      service: id,
      startsAt: start,
      endsAt: start + minutes * MINUTE,
      quantity,
      bufferMinutes,
    };
    return this.assign(rules, [...onIt, wish]) !== null;
  }

  private fitsService(
    start: number,
    minutes: number,
    quantity: number,
    bookings: readonly Occupation[],
  ): boolean {
    const { id, maxMinutesPerDay } = this.input.service;
    const own = bookings.filter(({ service }) => service === id);
    return this.fitsBudget(start, minutes, quantity, maxMinutesPerDay, own);
  }

  private fitsBudget(
    start: number,
    minutes: number,
    quantity: number,
    limit: number | null,
    bookings: readonly Occupation[],
  ): boolean {
    if (limit === null) return true;
    const used = this.bookedByDate(bookings);
    const touched = new Set<string>();
    for (const index of this.minutesFrom(start, minutes)) {
      const date = this.dates[index] ?? '';
      touched.add(date);
      used.set(date, (used.get(date) ?? 0) + quantity);
    }
    return [...touched].every((date) => (used.get(date) ?? 0) <= limit);
  }

  private openMinutes(rules: ResourceRules, date: string): number {
    const open = this.openByResource.get(rules.id) ?? [];
    return (this.film.minutesByDate.get(date) ?? []).filter((index) => open[index]).length;
  }

  private bookedOn(date: string, bookings: readonly Occupation[]): number {
    return this.bookedByDate(bookings).get(date) ?? 0;
  }

  private bookedByDate(bookings: readonly Occupation[]): Map<string, number> {
    const booked = new Map<string, number>();
    for (const { startsAt, endsAt, quantity } of bookings) {
      for (const index of this.minutesFrom(startsAt, (endsAt - startsAt) / MINUTE)) {
        const date = this.dates[index] ?? '';
        booked.set(date, (booked.get(date) ?? 0) + quantity);
      }
    }
    return booked;
  }

  private unitsTaken(bookings: readonly Occupation[]): number[] {
    const taken = this.dates.map(() => 0);
    for (const booking of bookings) {
      for (const index of this.takenBy(booking))
        taken[index] = (taken[index] ?? 0) + booking.quantity;
    }
    return taken;
  }

  private takenBy({ startsAt, endsAt, bufferMinutes }: Occupation): number[] {
    return this.minutesFrom(startsAt, (endsAt - startsAt) / MINUTE + bufferMinutes);
  }

  /** Indexes of minutes on the film, or beyond its ends. */
  private minutesFrom(start: number, minutes: number): number[] {
    const first = (start - this.film.origin) / MINUTE;
    return Array.from({ length: minutes }, (_none, step) => first + step);
  }

  /** Whether the resource is open at each minute of the film. */
  private filmOpen(rules: ResourceRules): boolean[] {
    const open = this.dates.map(() => false);
    for (const date of new Set(this.dates)) {
      // The first and the last day are cut.
      if (!this.indexByWall.has(`${date}T00:00`) || date === this.dates.at(-1)) continue;
      const isHoliday = HOLIDAYS[this.input.country]?.includes(date);
      if (isHoliday && !rules.worksOnPublicHolidays) continue;
      const weekday = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()];
      for (const { days, from, to, validFrom = '0', validTo = '9' } of rules.hours) {
        if (!days.some((day) => day === weekday) || date < validFrom || date > validTo) continue;
        open.fill(true, this.indexOf(`${date}T${from}`), this.indexOf(`${date}T${to}`));
      }
    }
    for (const { from, to } of rules.closures) {
      open.fill(false, this.indexOf(from), this.indexOf(to));
    }
    return open;
  }

  /** The first minute that shows a wall time; an hour later on the clock when none does. */
  private indexOf(wall: string): number {
    if (wall.endsWith('T24:00')) return this.dates.lastIndexOf(wall.slice(0, 10)) + 1;
    const hour = Number(wall.slice(11, 13));
    const moved = wall.slice(0, 11) + String(hour + 1).padStart(2, '0') + wall.slice(13);
    const index = this.indexByWall.get(wall) ?? this.indexByWall.get(moved);
    if (index === undefined) throw new Error(`${wall} is not on the film.`);
    return index;
  }

  private minutesOfDay(index: number): number {
    const wall = this.film.walls[index] ?? '';
    return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  }
}
