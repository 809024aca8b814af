import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import {
  BUYER,
  codes,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
} from '../support.js';
import type { Scope } from '../../../subgraphs/shared/identity/processes/hub-processes.js';
import { signerOf, verifierOf } from '../../support/fakes/hub-keys.js';

describe('a cooperative that has joined since booking last looked', () => {
  let database: Database;
  let clock: TestClock;
  let owners: FakeOwners;
  let booking: RunningBooking;
  let urls: Map<string, string>;

  beforeEach(async () => {
    database = await openFreshDatabase();
    clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    urls = new Map(['karhu', 'lumo'].map((id) => [id, owners.owner(id).url]));
    for (const id of urls.keys()) owners.registry.remove(id);
    booking = await startBooking(database, owners, clock);
    for (const [id, url] of urls) owners.registry.set({ id, url });
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });

  it.each(['holdOrder', 'placeOrder'])(
    'is ordered from by %s, and leads and pays',
    async (name) => {
      const costShares = [
        { cooperative: 'karhu', percent: '40' },
        { cooperative: 'lumo', percent: '60' },
      ];

      const payload = await booking.command(
        name,
        orderOf([leg('karhu', 10, { costShares })], { leadCooperative: 'lumo' }),
      );

      expect(payload.userErrors).toEqual([]);
      expect(payload.order?.state).toBe(name === 'holdOrder' ? 'HELD' : 'CONFIRMED');
    },
  );

  it('is enrolled in', async () => {
    const input = { buyer: BUYER, channel: 'PHONE', leg: leg('karhu') };

    expect(codes(await booking.command('enrol', input))).toEqual([]);
  });

  it('is ordered from in a series', async () => {
    const { data } = await booking.ask<{ placeSeries: { userErrors: object[] } }>(
      'mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) { userErrors { code } } }',
      {
        input: {
          ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'PHONE' },
          ...{ ...leg('karhu'), until: '2027-04-05', dryRun: true },
        },
      },
    );

    expect(data.placeSeries.userErrors).toEqual([]);
  });

  it('is not there when the registry has none', async () => {
    const payload = await booking.command('holdOrder', orderOf([leg('saimaa')]));

    expect(codes(payload)).toEqual(['NOT_FOUND']);
  });

  it('is unavailable, and not unknown, while the registry does not answer', async () => {
    owners.registry.isDead = true;

    const payload = await booking.command('holdOrder', orderOf([leg('karhu')]));

    expect(codes(payload)).toEqual(['COOPERATIVE_UNAVAILABLE']);
  });
});

describe('the orders that a cooperative is still to carry out', () => {
  let database: Database;
  let clock: TestClock;
  let owners: FakeOwners;
  let booking: RunningBooking;

  beforeEach(async () => {
    database = await openFreshDatabase();
    clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo'], clock);
    booking = await startBooking(database, owners, clock, { verifier: verifierOf('booking') });
  });
  afterEach(async () => {
    await booking.close();
    await owners.close();
    await database.close();
  });

  const signed = (issuer: string, scope: Scope) =>
    signerOf(issuer).headersFor({ audience: 'booking', scope, body: null });
  const openAt = async (id: string, headers: object = signed('catalogue', 'orders')) => {
    const { statusCode, body } = await request(`${booking.url}/open-orders/${id}`, {
      headers: { ...headers },
    });
    return { status: statusCode, json: (await body.json()) as Record<string, unknown> };
  };
  const place = async (cooperatives: readonly string[], hour: number) => {
    const legs = cooperatives.map((id) => leg(id, hour));
    const { order, secret } = await booking.command('placeOrder', orderOf(legs));
    return { id: order?.id ?? '', secret, reference: order?.reference };
  };

  it('are counted and named until they are over, called off or run out', async () => {
    const both = await place(['karhu', 'lumo'], 8);
    const cancelled = await place(['karhu'], 10);
    const { order: held } = await booking.command('holdOrder', orderOf([leg('karhu', 12)]));

    const before = await openAt('karhu');
    const { id, secret } = cancelled;
    await booking.command('cancelOrder', { orderId: id, secret });
    clock.advance(20);
    const after = await openAt('karhu');
    const ofLumo = await openAt('lumo');
    clock.advance(60 * 24 * 60);

    expect(before.json).toEqual({
      count: 3,
      references: [held?.reference, cancelled.reference, both.reference],
    });
    expect(after.json).toEqual({ count: 1, references: [both.reference] });
    expect(ofLumo.json).toEqual(after.json);
    expect((await openAt('karhu')).json).toEqual({ count: 0, references: [] });
  });

  it('are told to the catalogue only', async () => {
    const forbidden = { status: 403, json: { code: 'FORBIDDEN' } };

    expect(await openAt('karhu', {})).toMatchObject(forbidden);
    expect(await openAt('karhu', signed('gateway', 'read'))).toMatchObject(forbidden);
    expect((await openAt('karhu', signed('gateway', 'orders'))).status).toBe(401);
    expect(await openAt('Karhu;')).toMatchObject({ status: 400, json: { code: 'BAD_USER_INPUT' } });
  });
});
