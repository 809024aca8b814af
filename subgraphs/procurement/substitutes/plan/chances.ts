import { epochDayOf } from '../../../shared/words/dates.js';
import { dayPartsOf, gridStartsIn, minutesInWindows, type DayPart } from './owner-days.js';
import type {
  Chances,
  FreeSubstitutes,
  ServiceMinutes,
  Stretch,
  Substitute,
  Terms,
  Time,
} from './types.js';

/** Starts are planned so far apart at least, however fine a grid is. */
const LEAST_GRID_MINUTES = 5;

/**
 * When people of one cooperative can be booked within the windows of a need. Windows stand apart: a booking ends its buffer before the
 * next window, so that what is planned in one is never in the way of the other.
 */
export class OwnerChances {
  /** The owner's days in each window. */
  private readonly parts: readonly (readonly DayPart[])[];
  private readonly firstDay: number;
  /** Where each service can begin, in each window, in order. Found when it is asked for first. */
  private readonly grids = new Map<string, ReadonlySet<number>[]>();

  constructor(
    private readonly owner: FreeSubstitutes,
    private readonly windows: readonly Time[],
  ) {
    this.parts = windows.map((window) => dayPartsOf(owner.timeZone, window));
    this.firstDay = epochDayOf(owner.from);
  }

  /** What is left of each service in each window. */
  serviceMinutes(): ServiceMinutes {
    const { services } = this.owner;
    return new Map(services.map(({ id, minutes }) => [id, this.inWindows(minutes)]));
  }

  /** One for each window. @param services - Those that count, the preferred first. */
  of(person: Substitute, services: readonly Terms[]): Chances[] {
    const minutes = this.inWindows(person.minutes);
    return this.windows.map((_window, index) => ({
      stretches: services.flatMap((service) => this.stretches(person, service, index)),
      minutes: minutes[index] ?? 0,
    }));
  }

  private inWindows(minutes: readonly number[] | null): number[] {
    return minutesInWindows(this.parts, minutes, this.firstDay);
  }

  private stretches(person: Substitute, service: Terms, index: number): Stretch[] {
    const [window, next] = [this.windows[index], this.windows[index + 1]];
    if (!window) return [];
    const grid = this.grid(service, index);
    const { bufferMinutes, earliestStart, minMinutes } = service;
    const latest = Math.min(window.to, (next?.from ?? Infinity) - bufferMinutes);
    return person.free.flatMap((free) => {
      const earliest = Math.max(window.from, free.from, earliestStart);
      const to = Math.min(latest, free.to, (free.takenFrom ?? Infinity) - bufferMinutes);
      if (to - minMinutes < earliest) return [];
      const from = firstFrom(grid, earliest);
      return from + minMinutes <= to ? [{ service, from, to, grid }] : [];
    });
  }

  private grid(service: Terms, index: number): ReadonlySet<number> {
    const grids = this.grids.get(service.id) ?? [];
    this.grids.set(service.id, grids);
    return (grids[index] ??= gridOf(service, this.parts[index] ?? []));
  }
}

function gridOf(
  { gridMinutes, earliestStart, waitedFor }: Terms,
  parts: readonly DayPart[],
): ReadonlySet<number> {
  const apart = gridMinutes * Math.ceil(LEAST_GRID_MINUTES / gridMinutes);
  return new Set(
    gridStartsIn(parts, apart).filter((start) => start >= earliestStart && !waitedFor.has(start)),
  );
}

/** Infinity where there is none. */
function firstFrom(grid: ReadonlySet<number>, earliest: number): number {
  for (const start of grid) if (start >= earliest) return start;
  return Infinity;
}

/** Whether work in a stretch can begin at an instant. */
export function isStart({ from, to, service, grid }: Stretch, at: number): boolean {
  return at >= from && at + service.minMinutes <= to && grid.has(at);
}

/** When something can begin or has to end in some stretches, in order. */
export function instantsOf(stretches: readonly Stretch[]): number[] {
  const instants = new Set(
    stretches.flatMap((stretch) => [
      ...[...stretch.grid].filter((at) => isStart(stretch, at)),
      stretch.to,
    ]),
  );
  return [...instants].sort((one, other) => one - other);
}
