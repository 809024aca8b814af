import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/ask.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { queriesOf } from '../../support/count-queries.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { leg, orderOf, startBooking, TestClock, type RunningBooking } from '../support.js';

interface Made {
  readonly id: string;
  readonly secret: string;
}

const CALLER = { name: 'Aino', municipality: 'FI-609' };

let database: Database;
let owners: FakeOwners;
let booking: RunningBooking;
const orders: Made[] = [];
const requests: Made[] = [];

beforeAll(async () => {
  const clock = new TestClock();
  database = await openFreshDatabase();
  owners = await startFakeOwners(['karhu'], clock);
  booking = await startBooking(database, owners, clock, { sweepMs: 3_600_000 });
  for (const hour of [8, 9, 10]) {
    const { order, secret } = await booking.command('placeOrder', orderOf([leg('karhu', hour)]));
    orders.push({ id: order?.id ?? '', secret: secret ?? '' });
    const { data } = await booking.ask<{
      createRequest: { request: { id: string }; secret: string };
    }>(
      `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { request { id } secret } }`,
      {
        input: {
          ...{ idempotencyKey: `request ${hour}`, what: 'Siivous', municipality: 'FI-609' },
          ...{ start: '2027-03-22T10:00:00Z', minutes: 60, channel: 'PHONE', caller: CALLER },
        },
      },
    );
    const { request, secret: ofRequest } = data.createRequest;
    requests.push({ id: request.id, secret: ofRequest });
  }
});
afterAll(async () => {
  await booking.close();
  await owners.close();
  await database.close();
});

/** Asks for these rows, each under an alias of its own. @returns The answer, and what was asked of a collection. */
async function cost(field: string, rows: readonly Made[], collection: string) {
  const fields = rows.map(
    ({ id, secret }, index) => `a${index}: ${field}(id: "${id}", secret: "${secret}") { id state }`,
  );
  let answer: Answer<Record<string, { readonly id: string } | null>> | undefined;
  const queries = await queriesOf(async () => {
    answer = await booking.ask(`{ ${fields.join(' ')} }`, {}, PUBLIC);
  });
  return { answer, asked: queries.filter((query) => query.startsWith(`${collection}.`)) };
}
const fifty = (rows: readonly Made[]) =>
  Array.from({ length: 50 }, (_none, index) => rows[index % rows.length] ?? { id: '', secret: '' });

describe.each([
  ['order', 'orders', orders],
  ['workRequest', 'requests', requests],
] as const)('%s(id:)', (field, collection, rows) => {
  it('costs one query, however many rows and aliases a request names', async () => {
    const { answer, asked } = await cost(field, fifty(rows), collection);

    expect(answer?.errors).toBeUndefined();
    expect(Object.values(answer?.data ?? {}).map((row) => row?.id)).toEqual(
      fifty(rows).map(({ id }) => id),
    );
    expect(asked).toEqual([`${collection}.find`]);
  });

  it('refuses a wrong secret under its alias alone', async () => {
    const [known] = rows;
    const wrong = { id: known?.id ?? '', secret: 'wrong' };

    const { answer, asked } = await cost(field, [...rows, wrong], collection);

    expect(answer?.errors?.map(({ path }) => path)).toEqual([['a3']]);
    expect(answer?.data['a3']).toBeNull();
    expect(answer?.data['a0']).toMatchObject({ id: known?.id });
    expect(asked).toHaveLength(1);
  });
});

describe('order(id:) under many aliases', () => {
  it('asks its owner once', async () => {
    const [known] = orders;
    const reads = () =>
      owners.owner('karhu').commands.filter((command) => command === 'readBookings').length;
    const before = reads();

    await cost('order', fifty(known ? [known] : []), 'orders');

    expect(reads() - before).toBe(1);
  });
});
