import { describe, expect, it } from '@jest/globals';
import { CompactSign } from 'jose';
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { ErasureRecord } from '../../../subgraphs/booking/privacy/erasure-records.js';
import { inBatches } from '../../../subgraphs/booking/privacy/erasure-batches.js';
import { LostErasures } from '../../../subgraphs/booking/privacy/lost-erasures.js';
import { readErased } from '../../../subgraphs/booking/privacy/owner-operations.js';
import { openErasure, sealErasure } from '../../../subgraphs/booking/privacy/sealed-erasures.js';

const KEY = randomBytes(32);
const NOW = new Date('2027-03-01T08:00:00Z');
const DAY_MS = 86_400_000;
const ERASURE: ErasureRecord = {
  ...{ _id: '0b1d5a5e-3f0b-4b1c-9d70-1f1f5c0f7a11', keyHash: 'a'.repeat(64) },
  ...{ bodyHash: 'b'.repeat(64), at: NOW, askedAt: NOW, digests: ['D'.repeat(43)] },
  ...{ orders: ['o1'], isHere: true, isDoneHere: true },
  owners: [{ cooperative: 'karhu', doneAt: NOW }],
};

describe('an erasure that is sealed', () => {
  it('is opened with the same key, as if nothing had been done of it', async () => {
    expect(await openErasure(KEY, await sealErasure(KEY, ERASURE))).toEqual({
      ...{ ...ERASURE, isDoneHere: false },
      owners: [{ cooperative: 'karhu', doneAt: null }],
    });
  });

  it('is not opened with another key, nor where a character of it is another', async () => {
    const text = await sealErasure(KEY, ERASURE);
    // The last character of each part may stand for fewer bits than it has.
    const altered = [0, 5, 40, 200, text.length - 10].map(
      (at) => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`,
    );

    expect(await openErasure(randomBytes(32), text)).toBeNull();
    for (const other of [...altered, '', '..', text.slice(0, -1)]) {
      expect(await openErasure(KEY, other)).toBeNull();
    }
  });

  it.each([
    ['a digest of another form', { digests: ['anna@example.org'] }],
    ['more digests than a person has', { digests: Array(3).fill('D'.repeat(43)) }],
    ['a time that is none', { at: 'yesterday' }],
    ['a field too many', { name: 'Anna' }],
  ])('is not opened with %s', async (_what, change) => {
    const [, payload = ''] = (await sealErasure(KEY, ERASURE)).split('.');
    const sealed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const text = await new CompactSign(Buffer.from(JSON.stringify({ ...sealed, ...change })))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(KEY);

    expect(await openErasure(KEY, text)).toBeNull();
  });
});

describe('erasures in batches', () => {
  const at = (ms: number) => ({ at: new Date(ms) });

  it('are one that is empty, of all times, where there are none', () => {
    expect(inBatches([], 2)).toEqual([{ some: [], stretch: { from: null, before: null } }]);
  });

  it('cover all times, and none twice, where several are of one instant too', () => {
    const batches = inBatches([1, 2, 2, 2, 2, 3].map(at), 2);

    expect(batches.map(({ some }) => some.map((one) => one.at.getTime()))).toEqual([
      [1, 2],
      [2, 2],
      [2, 3],
    ]);
    expect(
      batches.map(({ stretch: { from, before } }) => [from?.getTime(), before?.getTime()]),
    ).toEqual([
      [undefined, 2],
      [2, 2],
      [2, undefined],
    ]);
    expect(inBatches([1, 2].map(at), 2)).toHaveLength(1);
  });
});

describe('what a cooperative tells of erasures', () => {
  it('is malformed where there is more than was asked for', () => {
    const told = (count: number) => ({
      erasePersons: { done: [], unsent: Array(count).fill('a'), userErrors: [] },
    });

    expect(readErased(told(100)).unsent).toHaveLength(100);
    expect(() => readErased(told(101))).toThrow();
  });

  it('is taken back where erasures are still kept for so long', async () => {
    const stored: ErasureRecord[] = [];
    const lost = new LostErasures({
      sealKey: KEY,
      clock: { now: () => NOW },
      log: pino({ level: 'silent' }),
      erasures: {
        insertMissing: (erasures) => {
          stored.push(...erasures);
          return Promise.resolve(erasures.length);
        },
      },
    });
    const oldest = NOW.getTime() - KEPT_DAYS.erasure * DAY_MS;
    const texts = await Promise.all(
      [oldest - 1, oldest].map((at) => sealErasure(KEY, { ...ERASURE, at: new Date(at) })),
    );

    expect(await lost.takeBack('karhu', texts)).toBe(true);
    expect(stored.map(({ at }) => at.getTime())).toEqual([oldest]);
    expect(await lost.takeBack('karhu', texts.slice(0, 1))).toBe(false);
  });
});
