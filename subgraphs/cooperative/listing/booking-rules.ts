import { leastMinutesOf } from '../bookings/rules/rulebook.js';
import { WEEKDAYS, type NOT_BOOKABLE_REASONS } from '../../shared/words/closed-sets.js';
import type {
  BookingRulesRecord,
  OpeningHoursRecord,
  ResourceRecord,
  ServiceRecord,
} from '../store/records.js';

type Booked = Pick<
  ServiceRecord,
  'kind' | 'minMinutes' | 'gridMinutes' | 'leadTimeMinutes' | 'resources'
>;
type Hours = ResourceRecord['hours'][number];

/** As the contract has it. */
const MOST_HOURS = 500;
/** Before every day, and after it. */
const [BEFORE, AFTER] = ['', '9999-99-99'];

/** By which rules a service is booked. @param hours - Of all resources that do it. */
export function createBookingRules(service: Booked, hours: readonly Hours[]): BookingRulesRecord {
  const { kind, minMinutes, gridMinutes, leadTimeMinutes } = service;
  return {
    minMinutes: leastMinutesOf(service),
    gridMinutes,
    leadTimeMinutes,
    courseMinutes: kind === 'TRAINING' ? (minMinutes ?? null) : null,
    openingHours: mergeHours(hours),
  };
}

/** Why a service on offer cannot be booked; null where it can. @param hours - Of all resources that do it. */
export function whyNotBookable(
  { resources }: Booked,
  hours: readonly Hours[],
): (typeof NOT_BOOKABLE_REASONS)[number] | null {
  if (resources.length === 0) return 'NO_RESOURCE';
  return hours.length === 0 ? 'NO_HOURS' : null;
}

/**
 * Hours of several resources put together: those that hold on the same days, by weekday, those that meet as one. By weekday and time; of
 * more than are told, those that hold longest.
 */
export function mergeHours(hours: readonly Hours[]): OpeningHoursRecord[] {
  const byTime = (one: OpeningHoursRecord, other: OpeningHoursRecord): number =>
    WEEKDAYS.indexOf(one.weekday) - WEEKDAYS.indexOf(other.weekday) ||
    compareTexts(one.from, other.from) ||
    compareTexts(one.to, other.to) ||
    compareTexts(one.validFrom ?? BEFORE, other.validFrom ?? BEFORE) ||
    compareTexts(one.validTo ?? AFTER, other.validTo ?? AFTER);
  const merged = new Map<string, OpeningHoursRecord[]>();
  for (const row of hours.flatMap(onEachDay).toSorted(byTime)) {
    const { weekday, validFrom, validTo } = row;
    const key = JSON.stringify([weekday, validFrom, validTo]);
    const rows = merged.get(key) ?? [];
    const last = rows.at(-1);
    if (last && row.from <= last.to) {
      rows[rows.length - 1] = { ...last, to: row.to > last.to ? row.to : last.to };
    } else rows.push(row);
    merged.set(key, rows);
  }
  return [...merged.values()]
    .flat()
    .toSorted((one, other) => compareTexts(other.validTo ?? AFTER, one.validTo ?? AFTER))
    .slice(0, MOST_HOURS)
    .toSorted(byTime);
}

function onEachDay({ days, from, to, validFrom, validTo }: Hours): OpeningHoursRecord[] {
  const valid = { validFrom: validFrom ?? null, validTo: validTo ?? null };
  return [...new Set(days)].map((weekday) => ({ weekday, from, to, ...valid }));
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
