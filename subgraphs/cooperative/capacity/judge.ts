import { CapacityTable, spread } from './capacity-table.js';
import { MINUTE_MS } from './dates.js';
import { localDaysOf, wallClockOf } from './local-days.js';
import { findPublicHoliday } from './public-holidays.js';
import {
  LONGEST_MINUTES,
  type CapacityInput,
  type Leg,
  type Refusal,
  type RefusalCode,
  type Verdict,
} from './types.js';
import { clockText, formatWallTime } from './wall-times.js';

/**
 * Whether a leg can be booked now, and with which resources.
 * @returns The shares add up to the leg's quantity. A refusal carries the first code that applies, in the order of
 *   `RefusalCode`.
 */
export function judgeLeg(input: CapacityInput, leg: Leg): Verdict {
  const { timeZone, service, now } = input;
  const { startsAt, minutes, quantity } = leg;
  const wall = (instant: number) => formatWallTime(timeZone, instant);

  if (startsAt < now) {
    return refuse('IN_THE_PAST', `a start at ${wall(now)} or later`, wall(startsAt));
  }
  const days = localDaysOf(timeZone);
  const day = days.of(startsAt);
  const clock = wallClockOf(day, startsAt);
  if (clock % (service.gridMinutes * MINUTE_MS) !== 0) {
    const grid = `a start on the ${service.gridMinutes}-minute grid`;
    return refuse('OFF_GRID', grid, clockText(clock));
  }
  if (minutes < service.minMinutes) {
    return refuse('TOO_SHORT', `at least ${service.minMinutes} minutes`, `${minutes}`);
  }
  const asked = `${minutes} minutes from ${wall(startsAt)}`;
  const hours = 'a time within the opening hours';
  if (minutes > LONGEST_MINUTES) return refuse('OUTSIDE_HOURS', hours, asked);

  const endsAt = startsAt + minutes * MINUTE_MS;
  const time = { from: day.startsAt, to: endsAt };
  const table = new CapacityTable(input, time);
  const candidates = table.candidates(leg.resource);
  for (let touched = day; touched.startsAt < endsAt; touched = days.at(touched.epochDay + 1)) {
    if (!table.isHolidayOff(candidates, touched.date)) continue;
    const name = Object.values(findPublicHoliday(input.country, touched.date) ?? {})[0] ?? '';
    const holiday = `${asked} on the public holiday ${touched.date} (${name})`;
    return refuse('PUBLIC_HOLIDAY', 'a working day', holiday);
  }
  const open = table.openThroughout(candidates, day, startsAt, minutes);
  if (open.length === 0) return refuse('OUTSIDE_HOURS', hours, asked);
  if (startsAt < table.earliestStart) {
    return refuse('TOO_SOON', `a start at ${wall(table.earliestStart)} or later`, wall(startsAt));
  }

  const room = table.room(open, startsAt, minutes);
  if (quantity <= room.places) return { kind: 'fits', shares: spread(room, quantity) };
  const unbooked = new CapacityTable({ ...input, occupations: [] }, time);
  const whole = unbooked.room(
    unbooked.openThroughout(unbooked.candidates(leg.resource), day, startsAt, minutes),
    startsAt,
    minutes,
  );
  return quantity > whole.places
    ? refuse('CAPACITY_EXCEEDED', `at most ${whole.places} at a time for ${asked}`, `${quantity}`)
    : refuse(
        'SLOT_TAKEN',
        `a start with ${quantity} free for ${minutes} minutes`,
        `${wall(startsAt)} with ${room.places} left by other bookings`,
      );
}

function refuse(code: RefusalCode, wanted: string, got: string): Refusal {
  return { kind: 'refused', code, message: `Wanted ${wanted}, got ${got}.` };
}
