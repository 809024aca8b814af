import type { Matched } from '../../../subgraphs/procurement/matching/match.js';
import type { NeedInput } from '../../../subgraphs/procurement/need/check-need.js';
import {
  SupplierSearch,
  type SupplierSearchOptions,
} from '../../../subgraphs/procurement/search/supplier-search.js';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { NEED, NOW } from '../pori.js';

const NOTHING: Matched = {
  ...{ lots: [], proposals: [], isCut: false, leftOut: [] },
  joint: { demandMinutes: 0, coveredMinutes: 0, strictMinutes: 0, shortfall: [] },
};

export const LONE_NEED = NEED as NeedInput;
export const ANYBODY = { isSignedIn: false, buyer: null };
export const OFFICER = { isSignedIn: true, buyer: '0137323-9' };

/** A search in a network without cooperatives, in which nothing is verified. */
export function loneSearch(given: Partial<SupplierSearchOptions> = {}): SupplierSearch {
  return new SupplierSearch({
    suppliers: { load: () => Promise.resolve([]) },
    verifications: { findStanding: () => Promise.resolve([]) },
    agreements: { findReservedByArt77: () => Promise.reject(new Error('Nothing is by Art. 77.')) },
    owners: { ask: () => Promise.reject(new Error('Nobody is asked.')) },
    matcher: { match: () => Promise.resolve(NOTHING) },
    ...{ lists: BUILT_IN_LISTS, clock: createStoppedClock(new Date(NOW)) },
    ...{ ownerTimeoutMs: 1_000, answerWithinMs: 10_000 },
    log: {
      warn: () => {
        throw new Error('There is nothing to tell.');
      },
    },
    ...given,
  });
}
