import { MINUTE_MS } from '../../../shared/words/dates.js';
import { availabilityOf, dayBounds, type DayCapacity } from '../../capacity/index.js';
import type { ServiceRecord } from '../../store/records.js';
import type { BookingDesk } from './booking-desk.js';
import type { Rulebook } from '../rules/rulebook.js';
import { scopeOfLeg, unite, type Scope } from '../rules/scope.js';
import { Turns } from '../../../shared/turns/turns.js';

/** Of which service, for which days, both included, and for how long a booking. */
export interface AvailabilityQuestion {
  readonly service: ServiceRecord;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/**
 * What is free of services on each day. A start for which people wait has no place for others, and places that they are about to
 * get are taken. Two queries for all of the questions, in most cases.
 * @param signal - Ends the work when nobody waits for it any more: rejects with its reason.
 * @returns The days of each question, in the order asked.
 */
export async function loadAvailability(
  desk: BookingDesk,
  rulebook: Rulebook,
  questions: readonly AvailabilityQuestion[],
  signal: AbortSignal,
): Promise<DayCapacity[][]> {
  const ledger = await desk.view(
    rulebook,
    unite(questions.map((asked) => scopeOf(rulebook, asked))),
  );
  const answers: DayCapacity[][] = [];
  const turns = new Turns(signal);
  for (const { service, from, to, minutes } of questions) {
    const isOffered = (startsAt: number) => !ledger.isWaitedFor(service._id, startsAt);
    const days: DayCapacity[] = [];
    for (const day of availabilityOf(ledger.capacityOf(service), from, to, minutes, isOffered)) {
      days.push(day);
      await turns.pass();
    }
    answers.push(days);
  }
  return answers;
}

function scopeOf(rulebook: Rulebook, { service, from, to, minutes }: AvailabilityQuestion): Scope {
  const { timeZone } = rulebook;
  const first = dayBounds(timeZone, from).startsAt;
  const last = dayBounds(timeZone, to).endsAt + minutes * MINUTE_MS;
  return scopeOfLeg(rulebook, service._id, null, { from: first, to: last });
}
