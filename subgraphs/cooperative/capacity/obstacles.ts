import type { CapacityTable, Room } from './capacity-table.js';
import { MINUTE_MS } from '../../shared/words/dates.js';
import type { LocalDay } from './local-days.js';
import { LONGEST_MINUTES, type Leg } from './types.js';

// What is in the way of a leg, in two steps. Judging a leg and telling why a day cannot be booked ask the same, so that they
// cannot disagree.

/** The first day on which a leg lies that is a public holiday for all who could do it; null when there is none. */
export function holidayInTheWay(
  table: CapacityTable,
  { startsAt, minutes, resource }: Leg,
): LocalDay | null {
  const endsAt = startsAt + minutes * MINUTE_MS;
  const off = table.holidaysOff(resource);
  return off.find((holiday) => startsAt < holiday.endsAt && holiday.startsAt < endsAt) ?? null;
}

/** Whether nobody works, or is open, for so long; null when somebody is. @param day - On which the leg starts. */
export function hoursInTheWay(
  table: CapacityTable,
  day: LocalDay,
  leg: Leg,
): 'PUBLIC_HOLIDAY' | 'OUTSIDE_HOURS' | null {
  if (leg.minutes > LONGEST_MINUTES) return 'OUTSIDE_HOURS';
  if (holidayInTheWay(table, leg)) return 'PUBLIC_HOLIDAY';
  const { startsAt, minutes, resource } = leg;
  const open = table.openThroughout(table.candidates(resource), day, startsAt, minutes);
  return open.length === 0 ? 'OUTSIDE_HOURS' : null;
}

/** What there is at a start for a leg of this length. */
export function roomFor(table: CapacityTable, day: LocalDay, leg: Leg): Room {
  const { startsAt, minutes, resource } = leg;
  const open = table.openThroughout(table.candidates(resource), day, startsAt, minutes);
  return table.room(open, startsAt, minutes);
}

/** Whether there are too few places even though nothing were booked, or only because of what is; null when there are enough. */
export function placesInTheWay(
  table: CapacityTable,
  day: LocalDay,
  leg: Leg,
): 'CAPACITY_EXCEEDED' | 'SLOT_TAKEN' | null {
  if (leg.quantity <= roomFor(table, day, leg).places) return null;
  const { places } = roomFor(table.unbooked, day, leg);
  return leg.quantity > places ? 'CAPACITY_EXCEEDED' : 'SLOT_TAKEN';
}
