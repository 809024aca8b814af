import { Temporal } from 'temporal-polyfill';

function wallTime(instant: Date, zone: string): Temporal.PlainDateTime {
  const exact = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return exact.toZonedDateTimeISO(zone).toPlainDateTime();
}

/** The last day that can be written `YYYY-MM-DD`. */
const LAST_DAY = '9999-12-31';

/** The last day that a series may have: a year after the day of its first visit, `YYYY-MM-DD`. */
export function latestDay(first: Date, zone: string): string {
  const latest = wallTime(first, zone).toPlainDate().add({ years: 1 });
  return Temporal.PlainDate.compare(latest, LAST_DAY) > 0 ? LAST_DAY : latest.toString();
}

/**
 * The visits of a series: at the first one's wall time and weekday. A time that the clocks skip is taken as the one an hour later.
 * @param everyWeeks - At least 1.
 * @param until - Last day in `zone`, included.
 */
export function weeklyStarts(first: Date, zone: string, everyWeeks: number, until: string): Date[] {
  const wall = wallTime(first, zone);
  const starts: Date[] = [];
  for (let weeks = 0; ; weeks += everyWeeks) {
    const visit = wall.add({ weeks });
    if (Temporal.PlainDate.compare(visit.toPlainDate(), until) > 0) return starts;
    // The very instant that was asked for, also where the clocks show it twice.
    const instant = weeks === 0 ? first.getTime() : visit.toZonedDateTime(zone).epochMilliseconds;
    starts.push(new Date(instant));
  }
}
