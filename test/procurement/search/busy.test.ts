import { expect, it } from '@jest/globals';
import type { Matched } from '../../../subgraphs/procurement/matching/match.js';
import { MatchingError } from '../../../subgraphs/procurement/matching/matcher.js';
import type { NeedInput } from '../../../subgraphs/procurement/need/check-need.js';
import type { ListedSupplier } from '../../../subgraphs/procurement/owners/supplier-pages.js';
import { SupplierSearch } from '../../../subgraphs/procurement/search/supplier-search.js';
import { systemClock } from '../../../subgraphs/shared/process/clock.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { NEED } from '../pori.js';

const NOTHING: Matched = {
  ...{ lots: [], proposals: [], isCut: false },
  joint: { demandMinutes: 0, coveredMinutes: 0, strictMinutes: 0, shortfall: [] },
};

/** A search that asks nobody. */
const searching = (
  load: () => Promise<readonly ListedSupplier[]>,
  match: () => Promise<Matched> = () => Promise.resolve(NOTHING),
): SupplierSearch =>
  new SupplierSearch({
    ...{ suppliers: { load }, verifications: { findStanding: () => Promise.resolve([]) } },
    agreements: { findReservedByArt77: () => Promise.reject(new Error('Nobody buys.')) },
    owners: { ask: () => Promise.reject(new Error('Nobody is asked.')) },
    ...{ matcher: { match }, lists: BUILT_IN_LISTS, clock: systemClock },
    ...{ ownerTimeoutMs: 1_000, answerWithinMs: 10_000 },
  });
const need = NEED as NeedInput;

it('four searches are made at once, sixteen wait, and a further one is refused', async () => {
  let tell = (): void => undefined;
  const listed = new Promise<readonly ListedSupplier[]>((resolve) => {
    tell = () => {
      resolve([]);
    };
  });
  let loads = 0;
  const search = searching(() => {
    loads += 1;
    return listed;
  });
  const all = Array.from({ length: 20 }, () => search.find(need));

  await expect(search.find(need)).rejects.toMatchObject({ extensions: { code: 'TOO_BUSY' } });
  expect(loads).toBe(4);
  tell();

  expect(await Promise.all(all)).toHaveLength(20);
  expect((await search.find(need)).answers).toEqual([]);
});

it('arithmetic that is not done in time is told as GATEWAY_TIMEOUT', async () => {
  const failing = () => Promise.reject(new MatchingError('TIMED_OUT', 'No.'));
  const search = searching(() => Promise.resolve([]), failing);

  await expect(search.find(need)).rejects.toMatchObject({
    extensions: { code: 'GATEWAY_TIMEOUT' },
  });
});
