import {
  HORIZON_DAYS,
  judgeLeg,
  type CapacityInput,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { gridStartsOf, localDaysOf } from '../../../subgraphs/cooperative/capacity/local-days.js';
import { epochDayOf } from '../../../subgraphs/shared/words/dates.js';
import { availabilityOf } from './builders.js';

const MINUTE = 60_000;
export const TEN_YEARS = HORIZON_DAYS * 1440 * MINUTE;

/** What ordering one place at each start of the grid gets: a code, or OPEN where it is had. */
export function codesOf(input: CapacityInput, date: string, minutes: number): string[] {
  const { service, timeZone, now } = input;
  const day = localDaysOf(timeZone).at(epochDayOf(date));
  return gridStartsOf(day, service.gridMinutes).map((startsAt) => {
    if (startsAt >= now && startsAt + minutes * MINUTE > now + TEN_YEARS) return 'TOO_LATE';
    const verdict = judgeLeg(input, { startsAt, minutes, quantity: 1, resource: null });
    if (verdict.kind === 'fits') return 'OPEN';
    return verdict.code === 'SLOT_TAKEN' ? 'FULL' : verdict.code;
  });
}

/** The day as the cooperative tells it. */
export function dayOf(input: CapacityInput, date: string, minutes: number) {
  const [day] = availabilityOf(input, date, date, minutes);
  if (!day) throw new Error(`There is no ${date}.`);
  return day;
}
