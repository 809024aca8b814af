import type { TestCooperative } from './cooperatives.js';

/** A booking as its owner tells it. */
export interface BookingRow {
  readonly id: string;
  readonly service: { readonly id: string };
  readonly resourceId: string;
  readonly start: string;
  readonly end: string;
  readonly quantity: number;
  readonly state: string;
  readonly orderReference: string | null;
}

/** States that take up places. */
export const COUNTING: readonly string[] = ['HELD', 'CONFIRMED', 'STARTED', 'COMPLETED'];
const MINUTE_MS = 60_000;
export const minuteOf = (instant: string): number => Date.parse(instant) / MINUTE_MS;

/** Counts minute by minute: slow and obvious. */
export function findOverbooking(
  cooperative: TestCooperative,
  bookings: readonly BookingRow[],
): string[] {
  const faults: string[] = [];
  const counting = bookings.filter(({ state }) => COUNTING.includes(state));
  const bufferOf = (row: BookingRow): number =>
    cooperative.services.find(({ id }) => id === row.service.id)?.bufferMinutes ?? 0;
  const addTo = (counts: Map<string, number>, key: string, more: number): void => {
    counts.set(key, (counts.get(key) ?? 0) + more);
  };
  for (const resource of cooperative.resources) {
    const own = counting.filter(
      ({ resourceId }) => resourceId === `${cooperative.id}:${resource.id}`,
    );
    const units = new Map<string, number>();
    const budget = new Map<string, number>();
    for (const row of own) {
      const [start, end] = [minuteOf(row.start), minuteOf(row.end)];
      for (let minute = start; minute < end + bufferOf(row); minute += 1) {
        addTo(units, String(minute), row.quantity);
      }
      addTo(budget, row.start.slice(0, 10), (end - start) * row.quantity);
    }
    for (const [minute, count] of units) {
      if (count > resource.size)
        faults.push(
          `${cooperative.id}:${resource.id} has ${count} of ${resource.size} at minute ${minute}`,
        );
    }
    for (const [day, minutes] of budget) {
      if (resource.minutesPerDay !== null && minutes > resource.minutesPerDay)
        faults.push(`${cooperative.id}:${resource.id} has ${minutes} minutes on ${day}`);
    }
  }
  for (const service of cooperative.services) {
    const budget = new Map<string, number>();
    for (const row of counting.filter(({ service: { id } }) => id === service.id)) {
      addTo(
        budget,
        row.start.slice(0, 10),
        (minuteOf(row.end) - minuteOf(row.start)) * row.quantity,
      );
    }
    for (const [day, minutes] of budget) {
      if (service.maxMinutesPerDay !== null && minutes > service.maxMinutesPerDay)
        faults.push(`${service.id} has ${minutes} minutes on ${day}`);
    }
  }
  return faults;
}
