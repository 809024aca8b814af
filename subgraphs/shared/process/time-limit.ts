/** How long after its time limit a request that still waits is broken off, should the limit have failed to. */
export const NET_MS = 1_000;

interface TimeLimit {
  readonly signal: AbortSignal;
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
}

/** Options of an undici request that may take so long, from connecting to the last byte. @param limitMs - At least 1. */
export function within(limitMs: number): TimeLimit {
  const netMs = limitMs + NET_MS;
  return { signal: AbortSignal.timeout(limitMs), headersTimeout: netMs, bodyTimeout: netMs };
}
