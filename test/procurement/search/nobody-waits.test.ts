import { expect, it } from '@jest/globals';
import type { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { ANYBODY, LONE_NEED, loneSearch } from './lone-search.js';

it('a search that nobody waits for gives its place to the next', async () => {
  const callers = Array.from({ length: 20 }, () => new AbortController());
  let begun = 0;
  const limits: TimeLimit[] = [];
  const search = loneSearch({
    suppliers: {
      load: () => {
        begun += 1;
        return Promise.resolve([]);
      },
    },
    matcher: {
      match: (_matching, limit) => {
        limits.push(limit);
        return new Promise((_resolve, reject) => {
          limit.wait(() => {
            reject(new Error('There was no time.'));
          });
        });
      },
    },
  });
  const gone = callers.map(({ signal }) => search.find(LONE_NEED, ANYBODY, { signal }));
  const next = search.find(LONE_NEED, { ...ANYBODY, isSignedIn: true });
  // Four are at the arithmetic, and one of somebody else.
  while (limits.length < 5) await new Promise(setImmediate);
  for (const caller of callers) caller.abort(new Error('Gone.'));
  limits.at(-1)?.end();

  const ends = await Promise.allSettled([...gone, next]);

  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  expect(begun).toBe(5);
});
