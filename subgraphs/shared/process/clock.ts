/** Tells domain code what time it is. Deadlines and leases use real elapsed time instead. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, as a network file's `now` asks for. */
export function createStoppedClock(instant: Date): Clock {
  return { now: () => new Date(instant) };
}

/** The clock that a process is to keep. @param now - The instant at which it stands still; it runs where undefined. */
export function createClock(now: string | undefined): Clock {
  return now === undefined ? systemClock : createStoppedClock(new Date(now));
}
