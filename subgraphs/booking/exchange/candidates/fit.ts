import type { MatchFit } from '../../schema.generated.js';

/** How well a service fits a piece of work, its owner unasked. */
export interface Fit {
  readonly fit: MatchFit;
  /** The catalogue's, comparable within one search; null where nothing was searched for. */
  readonly score: number | null;
  /** Whether its score is at least half of the best one that was found: finer differences say less than the way to the place. */
  readonly isStrong: boolean;
  /** From where the work is to where the cooperative is, to 0.1 km; null where that is not known. */
  readonly distanceKm: number | null;
}

const STRONG_SHARE = 0.5;

/** Whether a score is near the best one. */
export function isStrongScore(score: number | null, best: number | null): boolean {
  return score === null || best === null || score >= best * STRONG_SHARE;
}

/** The best-fitting first, then the nearest; of one cooperative the better match. 0 for equals. */
export function compareByFit(one: Fit, other: Fit): number {
  return (
    Number(one.fit === 'LOOSE') - Number(other.fit === 'LOOSE') ||
    Number(other.isStrong) - Number(one.isStrong) ||
    compareDistance(one.distanceKm, other.distanceKm) ||
    (other.score ?? 0) - (one.score ?? 0)
  );
}

/** Unknown ones last. */
function compareDistance(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}
