import { Temporal } from 'temporal-polyfill';

function wallTime(instant: Date, zone: string): Temporal.PlainDateTime {
  const exact = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return exact.toZonedDateTimeISO(zone).toPlainDateTime();
}

/** A time that the clocks skip is taken as the one an hour later. */
function instantOf(wall: Temporal.PlainDateTime, zone: string): Date {
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds);
}

/** The last day that can be written `YYYY-MM-DD`. */
const LAST_DAY = '9999-12-31';

/** The last day that a series may have: a year after the day of its first visit, `YYYY-MM-DD`. */
export function latestDay(first: Date, zone: string): string {
  return yearAfter(dayIn(first, zone));
}

/** A year after a day, `YYYY-MM-DD`. */
export function yearAfter(day: string): string {
  const latest = Temporal.PlainDate.from(day).add({ years: 1 });
  return Temporal.PlainDate.compare(latest, LAST_DAY) > 0 ? LAST_DAY : latest.toString();
}

/** The day of an instant, `YYYY-MM-DD`. */
export function dayIn(instant: Date, zone: string): string {
  return wallTime(instant, zone).toPlainDate().toString();
}

/** So many days after a day, `YYYY-MM-DD`. @param days - Before it where below 0. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days one instant's day lies after another's. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  const [first, last] = [from, to].map((instant) => wallTime(instant, zone).toPlainDate());
  return first && last ? first.until(last, { largestUnit: 'day' }).days : 0;
}

/** Whether two visits are at the same hour of the same weekday. */
export function isSameHour(one: Date, other: Date, zone: string): boolean {
  const [a, b] = [wallTime(one, zone), wallTime(other, zone)];
  return a.dayOfWeek === b.dayOfWeek && a.toPlainTime().equals(b.toPlainTime());
}

/** By how much clocks on the wall differ between two instants. */
export function shiftBetween(from: Date, to: Date, zone: string): Temporal.Duration {
  return wallTime(from, zone).until(wallTime(to, zone), { largestUnit: 'day' });
}

/** An instant by so much earlier or later on the clocks on the wall. */
export function shifted(instant: Date, zone: string, shift: Temporal.Duration): Date {
  return shift.blank ? instant : instantOf(wallTime(instant, zone).add(shift), zone);
}

/** The same visits on each of the other weekdays of their weeks, Monday to Sunday, at the same hour. */
export function onOtherWeekdays(starts: readonly Date[], zone: string): Date[][] {
  const [first] = starts;
  if (!first) return [];
  const { dayOfWeek } = wallTime(first, zone);
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((day) => day !== dayOfWeek)
    .map((day) => Temporal.Duration.from({ days: day - dayOfWeek }))
    .map((shift) => starts.map((start) => shifted(start, zone, shift)));
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
    starts.push(weeks === 0 ? first : instantOf(visit, zone));
  }
}
