/** How an attempt to deliver a message ended. Reasons are our own words, and quote nothing that came. */
export type AttemptEnd =
  | { readonly kind: 'delivered' }
  /** It is tried again. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      /** Whether whatever else is sent there would fail too. */
      readonly isOfLane: boolean;
    }
  /** It is given up at once. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is nobody to tell any more. */
  | { readonly kind: 'pointless'; readonly reason: string };

export function pointless(reason: string): AttemptEnd {
  return { kind: 'pointless', reason };
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const LONGEST_REST_MS = 600_000;

/** Until the next attempt: 5 s, then four times as long each time, 6 h at most, all more or less by a fifth. */
export function waitMs(attempts: number, random: () => number): number {
  return spread(Math.min(FIRST_WAIT_MS * 4 ** Math.max(attempts - 1, 0), LONGEST_WAIT_MS), random);
}

/** For how long nothing is sent to a server that has failed so often in a row: 5 s, then twice as long each time, 10 min at most. */
export function restMs(failures: number, random: () => number): number {
  return spread(Math.min(FIRST_WAIT_MS * 2 ** Math.max(failures - 1, 0), LONGEST_REST_MS), random);
}

/** So that not everything that failed at once comes back at once. */
function spread(ms: number, random: () => number): number {
  return Math.round(ms * (0.8 + 0.4 * random()));
}
