import type { Interval } from '../capacity/open-times.js';

/** So many units of a resource taken for some time. */
interface Taken extends Interval {
  readonly quantity: number;
}

/**
 * The times in which no unit is free, in order and apart from each other. Bookings that follow each other without a gap
 * are one time.
 * @param size - Units of the resource.
 */
export function fullTimes(taken: readonly Taken[], size: number): Interval[] {
  const changes = new Map<number, number>();
  for (const { from, to, quantity } of taken) {
    changes.set(from, (changes.get(from) ?? 0) + quantity);
    changes.set(to, (changes.get(to) ?? 0) - quantity);
  }
  const full: Interval[] = [];
  let units = 0;
  let fullSince: number | null = null;
  for (const [at, change] of [...changes].sort(([a], [b]) => a - b)) {
    units += change;
    if (units >= size) {
      fullSince ??= at;
    } else if (fullSince !== null) {
      full.push({ from: fullSince, to: at });
      fullSince = null;
    }
  }
  return full;
}
