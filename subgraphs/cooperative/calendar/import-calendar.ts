import type { Clock } from '../../shared/process/clock.js';
import type { BookingDataSource } from '../bookings/rows/booking-data-source.js';
import { stateOf } from '../bookings/rules/booking-state.js';
import type { BookingRecord } from '../store/booking-records.js';
import { parseWallTime } from '../capacity/index.js';
import type { CalendarDataSource } from './calendar-data-source.js';
import type { Closure } from './read-busy-calendar.js';

export interface CalendarImporterOptions {
  readonly calendars: CalendarDataSource;
  readonly bookings: BookingDataSource;
  readonly clock: Clock;
  /** Told when closures have changed. Returns at once and never throws. */
  readonly onCapacityChanged: () => void;
}

/** What an import has done, or would do. */
export interface CalendarImport {
  readonly closures: number;
  /** Confirmed bookings that overlap a closure. They stand. */
  readonly conflictingBookings: number;
}

/** Closes resources while their own calendars are busy. */
export class CalendarImporter {
  constructor(private readonly options: CalendarImporterOptions) {}

  /**
   * Replaces the closures of a resource by the busy times of its own calendar.
   * @param resource - Local id.
   * @param ics - iCalendar text.
   * @returns Null when there is no such resource.
   * @throws CalendarFault when the text cannot be taken over; nothing is changed then.
   */
  async import(resource: string, ics: string, isDryRun: boolean): Promise<CalendarImport | null> {
    const { calendars, clock, onCapacityChanged } = this.options;
    const [known] = await calendars.findResources(resource);
    if (!known) return null;
    const { timeZone } = known;
    const now = clock.now();
    // Loaded when first needed: what parses calendars would cost the start of every process.
    const { readBusyCalendar } = await import('./read-busy-calendar.js');
    const closures = readBusyCalendar(ics, { timeZone, now: now.getTime() });
    if (!isDryRun) {
      const outcome = await calendars.replaceClosures(resource, closures);
      if (outcome === 'no resource') return null;
      if (outcome === 'replaced') onCapacityChanged();
    }
    // Counted afterwards: whatever is held later is judged by the new closures already.
    const conflictingBookings = await this.#countConflicts(resource, closures, timeZone, now);
    return { closures: closures.length, conflictingBookings };
  }

  async #countConflicts(
    resource: string,
    closures: readonly Closure[],
    timeZone: string,
    now: Date,
  ): Promise<number> {
    const times = closures.map(({ from, to }) => ({
      from: parseWallTime(timeZone, from),
      to: parseWallTime(timeZone, to),
    }));
    const [from, to] = [times[0]?.from, times.at(-1)?.to];
    if (from === undefined || to === undefined) return 0;
    const found = await this.options.bookings.findCounting({ from, to }, resource);
    const isInClosure = ({ startsAt, endsAt }: BookingRecord): boolean =>
      times.some((time) => startsAt.getTime() < time.to && time.from < endsAt.getTime());
    return found.filter((booking) => stateOf(booking, now) === 'CONFIRMED' && isInClosure(booking))
      .length;
  }
}
