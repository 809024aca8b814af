import { expect, it } from '@jest/globals';
import { MatchingError } from '../../../subgraphs/procurement/matching/matcher.js';
import type { ListedSupplier } from '../../../subgraphs/procurement/owners/supplier-pages.js';
import { units } from '../../support/unit.js';
import { ANYBODY, LONE_NEED, loneSearch, OFFICER } from './lone-search.js';

const TOO_BUSY = { extensions: { code: 'TOO_BUSY' } };

/** A catalogue that tells when it is let. */
function catalogue() {
  let tell = (): void => undefined;
  const listed = new Promise<readonly ListedSupplier[]>((resolve) => {
    tell = () => {
      resolve([]);
    };
  });
  const asked = { times: 0 };
  const load = () => {
    asked.times += 1;
    return listed;
  };
  return { suppliers: { load }, asked, tell };
}

it('four searches are made at once, sixteen wait, and a further one is refused', async () => {
  const { suppliers, asked, tell } = catalogue();
  const search = loneSearch({ suppliers });
  const all = Array.from({ length: 20 }, () => search.find(LONE_NEED, ANYBODY));

  await expect(search.find(LONE_NEED, ANYBODY)).rejects.toMatchObject(TOO_BUSY);
  expect(asked.times).toBe(4);
  tell();

  expect(await Promise.all(all)).toHaveLength(20);
  expect((await search.find(LONE_NEED, ANYBODY)).answers).toEqual([]);
});

it('whoever is signed in has a place, however many search without a name', async () => {
  const { suppliers, asked, tell } = catalogue();
  const search = loneSearch({ suppliers });
  const all = Array.from({ length: 20 }, () => search.find(LONE_NEED, ANYBODY));

  const officers = search.find(LONE_NEED, OFFICER);
  expect(asked.times).toBe(5);
  tell();

  expect((await officers).answers).toEqual([]);
  await Promise.all(all);
});

it('who has waited for a third of the time is refused, while there is time to answer', async () => {
  const { suppliers, tell } = catalogue();
  const answerWithinMs = units(30);
  const search = loneSearch({ suppliers, answerWithinMs });
  const began = performance.now();
  const all = Array.from({ length: 4 }, () => search.find(LONE_NEED, ANYBODY));

  await expect(search.find(LONE_NEED, ANYBODY)).rejects.toMatchObject(TOO_BUSY);
  const waited = performance.now() - began;
  tell();

  expect(await Promise.all(all)).toHaveLength(4);
  expect(waited).toBeLessThan(answerWithinMs);
});

it.each([
  ['is not done', 'TIMED_OUT', 'GATEWAY_TIMEOUT'],
  ['has not begun', 'NO_THREAD', 'TOO_BUSY'],
] as const)('arithmetic that %s in time is told by a code of its own', async (_what, why, code) => {
  const match = () => Promise.reject(new MatchingError(why, 'No.'));

  await expect(loneSearch({ matcher: { match } }).find(LONE_NEED, ANYBODY)).rejects.toMatchObject({
    extensions: { code },
  });
});
