import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CooperativeAsker } from '../askers.js';
import { cooperativeFile, startCooperative, type RunningCooperative } from '../support.js';

const ERASE = `mutation ($input: ErasePersonsInput!) { erasePersons(input: $input) {
  done unsent userErrors { code }
} }`;
const BOOKING: CooperativeAsker = { process: 'booking', scope: 'privacy', caller: null };
const COUNT = 103;

interface Erased {
  readonly erasePersons: { readonly done: readonly string[]; readonly unsent: readonly string[] };
}

let karhu: RunningCooperative;
beforeAll(async () => {
  karhu = await startCooperative();
  await karhu.import(cooperativeFile());
});
afterAll(() => karhu.close());

const idOf = (index: number) => `e${String(index).padStart(3, '0')}`;
const atOf = (index: number) => new Date(Date.UTC(2027, 0, 1) + index * 1_000).toISOString();
const erase = async (
  indexes: readonly number[],
  { stretch = {}, isSealed = true } = {},
): Promise<Erased['erasePersons']> => {
  const erasures = indexes.map((index) => ({
    ...{ id: idOf(index), at: atOf(index), digests: [], orderIds: [] },
    ...(isSealed && { sealed: `sealed ${index}` }),
  }));
  const key = Buffer.alloc(32).toString('base64url');
  const input = { cooperative: 'karhu', key, erasures, ...stretch };
  const { data } = await karhu.ask<Erased>(ERASE, { input }, BOOKING);
  return data.erasePersons;
};

describe('erasePersons', () => {
  it('tells of what is known and was not sent: the latest first, a page of it, in a stretch of time', async () => {
    const all = Array.from({ length: COUNT }, (_, index) => index);
    expect(await erase(all)).toMatchObject({ done: all.map(idOf), unsent: [] });
    await erase([COUNT], { isSealed: false });

    const { unsent } = await erase([]);
    const others = await erase([0, 2]);
    const some = await erase([11], { stretch: { from: atOf(10), before: atOf(13) } });

    expect(unsent).toHaveLength(100);
    expect([unsent[0], unsent.at(-1)]).toEqual(['sealed 102', 'sealed 3']);
    expect(others.unsent.at(-1)).toBe('sealed 3');
    expect(some).toEqual({ done: ['e011'], unsent: ['sealed 12', 'sealed 10'], userErrors: [] });
  });
});
