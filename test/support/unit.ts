/** How long a unit is on a machine with nothing else to do, and how long it may become. */
const LEAST_MS = 100;
const MOST_MS = 400;

/** The unit of this run, as `measureUnitMs` gave it when it began. */
const UNIT_MS = Math.min(
  Math.max(LEAST_MS, Number(process.env['TEST_UNIT_MS'] ?? LEAST_MS)),
  MOST_MS,
);

/** How many times slower than a quiet machine this one is; never below 1. */
export const SLOWNESS = UNIT_MS / LEAST_MS;

/**
 * A limit in milliseconds. Limits of tests are told in units: a time that is long enough anywhere would be too long to wait for,
 * and one that is short is too short on a busy machine.
 * @param count - In tenths of a second of a quiet machine.
 */
export function units(count: number): number {
  return Math.round(count * UNIT_MS);
}
