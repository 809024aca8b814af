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

/**
 * When people of one cooperative can be booked within the windows of a need. Windows stand apart: a booking ends its buffer before the
 * next window, so that what is planned in one is never in the way of the other.
 */
export class OwnerChances {
  /** The owner's days in each window. */
  private readonly parts: readonly (readonly DayPart[])[];
  private readonly firstDay: number;

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
    const parts = this.parts[index];
    if (!window || !parts) return [];
    const { bufferMinutes, earliestStart, gridMinutes, minMinutes, waitedFor } = service;
    const latest = Math.min(window.to, (next?.from ?? Infinity) - bufferMinutes);
    return person.free.flatMap((free) => {
      const from = Math.max(window.from, free.from, earliestStart);
      const to = Math.min(latest, free.to, (free.takenFrom ?? Infinity) - bufferMinutes);
      const starts = gridStartsIn(parts, gridMinutes, { from, to: to - minMinutes }).filter(
        (start) => !waitedFor.has(start),
      );
      const [first] = starts;
      return first === undefined ? [] : [{ service, from: first, to, starts: new Set(starts) }];
    });
  }
}
