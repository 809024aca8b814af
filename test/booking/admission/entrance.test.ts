import { expect, it } from '@jest/globals';
import { Entrance } from '../../../subgraphs/booking/orders/admission/entrance.js';
import { MakingPlaces } from '../../../subgraphs/booking/orders/admission/making-places.js';
import { OwnerPlaces } from '../../../subgraphs/booking/orders/admission/owner-places.js';

const open = (lookUpMs = 60_000): Entrance =>
  new Entrance({
    ofOwners: new OwnerPlaces({ most: 2, least: 1, waitMs: 4_000 }),
    ofProcess: new MakingPlaces({ most: 4, least: 1, longMs: 500, waitsAfterMs: 1_000 }),
    ...{ waitMs: 4_000, lookUpMs },
  });

it('gives back the place at an owner where the process has none', () => {
  const entrance = open();
  for (const owner of ['a', 'b', 'c', 'd']) expect(entrance.enter([owner], true).kind).toBe('in');

  for (let times = 0; times < 3; times += 1) {
    expect(entrance.enter(['karhu'], true)).toMatchObject({
      refusal: { code: 'TOO_BUSY', retry: true, retryAfterSeconds: 4 },
    });
  }
  expect(entrance.enter(['karhu'], false).kind).toBe('in');
});

it('looks up a few at the same time, so that a slow database is not asked for all who are refused', async () => {
  const entrance = open();
  let answer = (): void => undefined;
  const answered = new Promise<'order'>((resolve) => {
    answer = () => {
      resolve('order');
    };
  });
  let asked = 0;
  const lookUp = (): Promise<'order' | null> =>
    entrance.lookUp(() => {
      asked += 1;
      return answered;
    });
  const first = Array.from({ length: 12 }, lookUp);

  expect(await lookUp()).toBeNull();
  expect(asked).toBe(4);
  answer();
  expect(await Promise.all(first)).toEqual(Array.from({ length: 12 }, () => 'order'));
  expect(await lookUp()).toBe('order');
});

it('does not wait for a slow database', async () => {
  const silent = new Promise<'order'>(() => undefined);

  expect(await open(1).lookUp(() => silent)).toBeNull();
});

it('tells whoever looks up that it failed', async () => {
  const failure = new Error('No database.');

  await expect(open().lookUp(() => Promise.reject(failure))).rejects.toBe(failure);
});
