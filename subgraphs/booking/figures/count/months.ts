import { Temporal } from 'temporal-polyfill';

/** In whose days a cooperative counts. */
export type Zone = 'Europe/Helsinki' | 'Europe/Stockholm';

/** Where the network itself has its days. */
export const NETWORK_ZONE: Zone = 'Europe/Helsinki';

/** A calendar month. */
export interface Month {
  /** `2027-05`. */
  readonly name: string;
  /** First and last day, `2027-05-01` and `2027-05-31`. */
  readonly from: string;
  readonly to: string;
}

const ZONES: readonly Zone[] = ['Europe/Helsinki', 'Europe/Stockholm'];

/** The month of that name; null when there is none. @param name - Wanted as `2027-05`. */
export function monthNamed(name: string): Month | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return null;
  return monthOf(Temporal.PlainYearMonth.from(name));
}

/** The months in which two days lie and all between them, the first first. @param from - `YYYY-MM-DD`, not after `to`. */
export function monthsFrom(from: string, to: string): readonly Month[] {
  const last = Temporal.PlainYearMonth.from(Temporal.PlainDate.from(to));
  const months: Month[] = [];
  let month = Temporal.PlainYearMonth.from(Temporal.PlainDate.from(from));
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    months.push(monthOf(month));
    month = month.add({ months: 1 });
  }
  return months;
}

function monthOf(month: Temporal.PlainYearMonth): Month {
  const day = (number: number): string => month.toPlainDate({ day: number }).toString();
  return { name: month.toString(), from: day(1), to: day(month.daysInMonth) };
}

/** Successive months as stretches of time. */
export interface Calendar {
  /** The first instant that is in any of them, in whichever zone, and the first after all of them. */
  readonly from: Date;
  readonly until: Date;
  /** The number of the month of an instant, from 0; null when it is in none of them. */
  monthOf(instant: Date, zone: Zone): number | null;
}

/** @param months - At least one, each right after the one before. */
export function calendarOf(months: readonly Month[]): Calendar {
  const starts = new Map(ZONES.map((zone) => [zone, startsIn(zone, months)]));
  const all = [...starts.values()].flat();
  return {
    from: new Date(Math.min(...all)),
    until: new Date(Math.max(...all)),
    monthOf: (instant, zone) => {
      const number = (starts.get(zone) ?? []).findLastIndex((start) => start <= Number(instant));
      return number >= 0 && number < months.length ? number : null;
    },
  };
}

/** When each month begins, and when the last one is over: milliseconds since 1970. */
function startsIn(zone: Zone, months: readonly Month[]): readonly number[] {
  const last = months.at(-1);
  const after = last && Temporal.PlainDate.from(last.to).add({ days: 1 }).toString();
  return [...months.map(({ from }) => from), ...(after === undefined ? [] : [after])].map(
    (day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds,
  );
}
