import { isAtOrBelowCpv } from '../../shared/words/cpv.js';
import type { CpvMatch } from '../need/need.js';

/** Best first. */
const MATCHES = ['EXACT', 'BROADER', 'PARTIAL'] as const satisfies readonly CpvMatch[];

function matchOf(offered: string, wanted: string): CpvMatch | null {
  if (offered === wanted) return 'EXACT';
  // Most are of another division: this is asked of every offer and lot.
  if (!offered.startsWith(wanted.slice(0, 2))) return null;
  if (isAtOrBelowCpv(wanted, offered)) return 'BROADER';
  return isAtOrBelowCpv(offered, wanted) ? 'PARTIAL' : null;
}

/**
 * How well an offer's best code matches a lot's, by their places in the tree, whether or not a list labels them; null where none does.
 * Codes have 8 digits.
 */
export function cpvMatch(offered: readonly string[], wanted: string): CpvMatch | null {
  const found = offered.map((code) => matchOf(code, wanted));
  return MATCHES.find((match) => found.includes(match)) ?? null;
}
