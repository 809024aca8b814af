import { Temporal } from 'temporal-polyfill';
import type { AgreementRecord } from '../store/agreement-records.js';

const ZONES = { FI: 'Europe/Helsinki', SE: 'Europe/Stockholm' } as const;

/** From the first instant of its first day to that after its last, by the clocks of the buyer's country. */
export function timeOf({ country, from, to }: Pick<AgreementRecord, 'country' | 'from' | 'to'>): {
  readonly startsAt: Date;
  readonly endsAt: Date;
} {
  const midnight = (day: Temporal.PlainDate): Date =>
    new Date(day.toZonedDateTime(ZONES[country]).epochMilliseconds);
  return {
    startsAt: midnight(Temporal.PlainDate.from(from)),
    endsAt: midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

/** The day that it is in a country. */
export function dayIn(country: AgreementRecord['country'], now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(ZONES[country])
    .toPlainDate()
    .toString();
}
