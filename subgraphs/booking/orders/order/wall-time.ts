import { timeZoneOf } from '../../../shared/words/municipality.js';
import type { Moment } from '../../../shared/words/said/moment.js';

/** The zone of a cooperative's clocks; null where it is not known. */
export type ZoneOf = (cooperative: string) => string | null;

/**
 * An instant as the clocks of whoever does the work show it.
 * @param timeZone - Theirs; null or absent where it is not known. Then those of `municipality` count, where the buyer is.
 */
export function wallTimeOf(
  at: Date,
  timeZone: string | null | undefined,
  municipality: string,
): Moment {
  return { at, zone: timeZone ?? timeZoneOf(municipality) };
}
