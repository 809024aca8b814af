import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import type { BookingRecord } from '../../../subgraphs/cooperative/store/records.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { eventually } from '../../support/eventually.js';
import { placesOf } from '../../support/personal-data.js';
import { ANNA, backUp, startBookedAnna, type BookedAnna } from './support.js';

const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) {
  at isDoneHere missing { cooperative { id } since reason } userErrors { code field }
} }`;
const COORDINATOR = withRoles('COORDINATOR');
const MARKER = /\b(?:anna|virtanen)|1234567/i;

interface Erased {
  readonly at: string | null;
  readonly isDoneHere: boolean;
  readonly missing: readonly {
    readonly cooperative: { readonly id: string };
    readonly reason: string;
  }[];
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
  }[];
}

let network: BookedAnna;
beforeAll(async () => {
  network = await startBookedAnna();
});
beforeEach(() => network.forgetAll());
afterAll(() => network.close());

const erase = async (input: object, asker: Asker = COORDINATOR) => {
  const { data, errors } = await network.ask<{ erasePerson: Erased | null }>(asker, ERASE, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  return { erased: data?.erasePerson ?? null, codes: errors?.map((one) => one.extensions.code) };
};
const bookings = () =>
  network.karhu.database.connection
    .collection<Pick<BookingRecord, '_id' | 'state' | 'customer' | 'order'>>('bookings')
    .find()
    .toArray();
const places = async () => ({
  booking: (await placesOf(network.database, MARKER)).filter((place) =>
    /^(orders|requests)/.test(place),
  ),
  karhu: await placesOf(network.karhu.database, MARKER),
});

describe('erasePerson', () => {
  it('forgets a person in orders, bookings and members, however address and number are written, and nobody else', async () => {
    const { id } = await network.order();
    await network.order({ email: null, phone: '040-123 45 67' }, 8);
    await network.order({ name: 'Pentti', email: null, phone: '+358 40 7654321' }, 9);

    const { erased } = await erase({ email: ANNA.email.toUpperCase(), phone: ANNA.phone });

    expect(erased).toMatchObject({ isDoneHere: true, missing: [], userErrors: [] });
    // Pentti of Sweden has the same number but for the country.
    expect(await places()).toEqual({ booking: [], karhu: ['members.phone'] });
    const { data } = await network.booking.order(id);
    expect(data.order).toMatchObject({ state: 'CONFIRMED', total: [{ amount: '35.14' }] });
    const left = await bookings();
    expect(left.map(({ state, customer }) => [state, customer?.name ?? null])).toEqual([
      ['CONFIRMED', null],
      ['CONFIRMED', null],
      ['CONFIRMED', 'Pentti'],
    ]);
  });

  it('has the catalogue read the cooperative’s contact anew', async () => {
    const before = await network.karhu.feed();
    network.karhu.poke.mockClear();

    await erase({ email: ANNA.email });

    const { revision, rows } = await network.karhu.feed(before.revision);
    expect(revision).toBeGreaterThan(before.revision);
    expect(rows).toEqual([`${revision} karhu`]);
    expect(network.karhu.poke).toHaveBeenCalledTimes(1);
  });

  it('asks a cooperative that is down until it has done so, and says who is missing', async () => {
    await network.order();
    await network.register({ id: 'karhu', url: 'http://127.0.0.1:9/graphql' });
    const idempotencyKey = randomUUID();

    const { erased } = await erase({ idempotencyKey, email: ANNA.email });
    expect(erased).toMatchObject({
      isDoneHere: true,
      missing: [{ cooperative: { id: 'karhu' }, reason: 'could not be reached' }],
    });
    expect((await places()).karhu).not.toEqual([]);
    await network.register({ id: 'karhu', url: `${network.karhu.url}/graphql` });

    await eventually(
      async () => (await erase({ idempotencyKey, email: ANNA.email })).erased?.missing,
      (missing) => missing?.length === 0,
    );
    expect((await places()).karhu.filter((place) => place.includes('email'))).toEqual([]);
  });

  it('is done anew in a cooperative that was restored from a backup', async () => {
    await network.order();
    const restore = await backUp(network.karhu.database, ['members', 'bookings', 'erasures']);
    await erase({ email: ANNA.email, phone: ANNA.phone });
    await restore();
    expect((await places()).karhu).toContain('bookings.customer.name');

    await eventually(
      async () => (await places()).karhu,
      (left) => left.join() === 'members.phone',
    );
  });

  it('is done anew in orders that were restored, when a process starts', async () => {
    await network.order();
    const restore = await backUp(network.database, ['orders']);
    await erase({ email: ANNA.email });
    await restore();

    await network.startAnother();

    await eventually(
      async () => (await places()).booking,
      (left) => left.length === 0,
    );
  });

  it('leaves alone what a person orders later', async () => {
    await erase({ email: ANNA.email, phone: ANNA.phone });
    network.clock.advance(1);
    network.karhu.clock.set(network.clock.now().toISOString());
    await network.order();

    await network.startAnother();
    await network.karhu.server.sweeper.sweep();

    expect((await places()).booking).toContain('orders.buyer.name');
    expect((await places()).karhu).toContain('bookings.customer.name');
  });

  it('forgets by its secret one order, with its booking, and nothing else', async () => {
    const [first, second] = [await network.order({}, 7), await network.order({}, 8)];

    const { erased } = await erase({ orderId: first.id, secret: first.secret }, PUBLIC);

    expect(erased).toMatchObject({ isDoneHere: true, missing: [], userErrors: [] });
    const orders = await network.database.connection
      .collection<Pick<OrderRecord, '_id' | 'buyer'>>('orders')
      .find()
      .toArray();
    expect(orders.map(({ _id, buyer }) => [_id, buyer.name])).toEqual([
      [first.id, '–'],
      [second.id, 'Anna Virtanen'],
    ]);
    expect((await bookings()).map(({ order, customer }) => [order?.id, customer === null])).toEqual(
      [
        [first.id, true],
        [second.id, false],
      ],
    );
  });

  it('is for the staff at their own cooperative alone', async () => {
    await network.order();

    const { erased } = await erase(
      { email: ANNA.email, cooperative: 'karhu' },
      withRoles('STAFF karhu'),
    );

    expect(erased).toMatchObject({ missing: [], userErrors: [] });
    expect((await places()).booking).toContain('orders.buyer.name');
    expect((await places()).karhu.filter((place) => place.includes('email'))).toEqual([]);
  });

  it.each([
    ['the public', PUBLIC, {}],
    ['the public with a secret, for all of a person', PUBLIC, { withSecret: true }],
    ['a household', withRoles('HOUSEHOLD'), {}],
    ['staff, for all of the network', withRoles('STAFF karhu'), {}],
    ['another cooperative’s staff', withRoles('STAFF lumo'), { cooperative: 'karhu' }],
    ['the auditor', withRoles('AUDITOR'), {}],
  ])(
    'is not for %s',
    async (
      _who,
      asker,
      { withSecret = false, ...more }: { withSecret?: boolean; cooperative?: string },
    ) => {
      const { id: orderId, secret } = await network.order();

      const { erased, codes } = await erase(
        { email: ANNA.email, ...more, ...(withSecret && { orderId, secret }) },
        asker,
      );

      expect(erased).toBeNull();
      expect(codes).toEqual(['FORBIDDEN']);
      expect((await places()).booking).toContain('orders.buyer.name');
    },
  );

  it.each([
    [{}, 'BAD_USER_INPUT', null],
    [{ email: 'Anna' }, 'BAD_USER_INPUT', ['email']],
    [{ phone: '040 1234567' }, 'BAD_USER_INPUT', ['phone']],
    [{ email: ANNA.email, cooperative: 'otso' }, 'NOT_FOUND', ['cooperative']],
    [{ email: ANNA.email, idempotencyKey: '' }, 'BAD_USER_INPUT', ['idempotencyKey']],
  ])('refuses %j', async (input, code, field) => {
    const { erased } = await erase(input);

    expect(erased).toMatchObject({ at: null, userErrors: [{ code, field }] });
  });

  it('takes a key once', async () => {
    const idempotencyKey = randomUUID();
    const first = await erase({ idempotencyKey, email: ANNA.email });

    const again = await erase({ idempotencyKey, email: ANNA.email });
    const other = await erase({ idempotencyKey, phone: ANNA.phone });

    expect(again.erased?.at).toBe(first.erased?.at);
    expect(other.erased?.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
  });
});
