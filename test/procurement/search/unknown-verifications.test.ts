import { describe, expect, it } from '@jest/globals';
import { units } from '../../support/unit.js';
import { ANYBODY, LONE_NEED, loneSearch, OFFICER } from './lone-search.js';

const NEVER = new Promise<never>(() => undefined);

describe('a search while the database does not tell what is verified', () => {
  it.each([
    ['fails', () => Promise.reject(new Error('no primary')), 'no primary'],
    ['hangs', () => NEVER, `no answer within ${units(2)} ms`],
  ])('goes on where it %s, and the log says so', async (_how, findStanding, reason) => {
    const told: unknown[] = [];
    const log = { warn: (fields: object) => told.push(fields) };
    const search = loneSearch({
      ...{ verifications: { findStanding }, ownerTimeoutMs: units(2), log },
    });

    expect((await search.find(LONE_NEED, ANYBODY)).answers).toEqual([]);
    expect(told).toEqual([{ reason }]);
  });

  it('is not kept: what is kept says for ever what was verified', async () => {
    const findStanding = () => Promise.reject(new Error('no primary'));

    await expect(
      loneSearch({ verifications: { findStanding } }).find(LONE_NEED, OFFICER),
    ).rejects.toThrow('no primary');
  });
});
