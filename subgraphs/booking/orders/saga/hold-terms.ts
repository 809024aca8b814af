import type { OrderRecord } from '../../store/records.js';

/** How long places are kept. */
export interface HoldTerms {
  /** From when they are held, or extended. */
  readonly holdMinutes: number;
  /** From when the order was made, however often it is extended. */
  readonly longestMinutes: number;
}

const MINUTE_MS = 60_000;

/** For how many minutes from now a held order may be extended; null where it lasts already as long as any. */
export function extensionOf(
  { createdAt, expiresAt }: Pick<OrderRecord, 'createdAt' | 'expiresAt'>,
  { holdMinutes, longestMinutes }: HoldTerms,
  now: Date,
): number | null {
  const lastsMs = createdAt.getTime() + longestMinutes * MINUTE_MS - now.getTime();
  const minutes = Math.min(holdMinutes, Math.floor(lastsMs / MINUTE_MS));
  const isLonger = now.getTime() + minutes * MINUTE_MS > (expiresAt?.getTime() ?? 0);
  return minutes === holdMinutes || (minutes >= 1 && isLonger) ? minutes : null;
}
