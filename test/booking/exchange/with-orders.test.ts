import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { orderOf } from '../../../subgraphs/booking/exchange/request/bookings.js';
import type { WorkRequestRecord } from '../../../subgraphs/booking/exchange/request/records.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import {
  acceptOffer,
  createRequest,
  findRequest,
  offersOf,
  recordSpokenAnswer,
  type RequestPayload,
  type SeenRequest,
} from './support/exchange-support.js';
import { catalogueOf, work } from './support/exchange-works.js';
import { codes, startBooking, TestClock, type RunningBooking } from '../support.js';

const NAMES = ['aalto', 'berg'];

describe('the work exchange on real orders', () => {
  let clock: TestClock;
  let realClock: TestClock;
  let database: Database;
  let owners: FakeOwners;
  let catalogue: FakeEndpoint;
  let running: RunningBooking[];
  let booking: RunningBooking;

  const startProcess = async (): Promise<RunningBooking> => {
    const catalogueUrl = catalogue.url;
    const started = await startBooking(database, owners, clock, {
      ...{ catalogueUrl, realClock },
    });
    running.push(started);
    return started;
  };
  const bookingsOf = (id: string): string[] =>
    owners
      .owner(id)
      .ledger.rows.filter(({ state }) => state === 'CONFIRMED' || state === 'HELD')
      .map(({ state }) => state);
  /** While real time passes. */
  const becomesTaken = (made: RequestPayload): Promise<SeenRequest | null> =>
    eventually(
      () => {
        realClock.advance(0.2);
        return findRequest(booking, made.request?.id);
      },
      (request) => request?.state === 'TAKEN',
    );
  const offerOf = (made: RequestPayload, id: string): string | undefined =>
    made.request?.offers.find(({ cooperative }) => cooperative.id === id)?.id;

  beforeEach(async () => {
    clock = new TestClock();
    realClock = new TestClock();
    running = [];
    database = await openFreshDatabase();
    owners = await startFakeOwners(NAMES, clock);
    const works = NAMES.map((id) => work(`${id}:siivous`));
    catalogue = await startFakeEndpoint(catalogueOf({ works, neverRead: [] }));
    booking = await startProcess();
  });
  afterEach(async () => {
    for (const one of running) await one.close();
    await owners.close();
    await catalogue.close();
    await database.close();
  });

  it('books the work once, however many accept at two processes at the same moment', async () => {
    const other = await startProcess();
    for (let time = 0; time < 5; time += 1) {
      const start = `2027-03-2${time + 2}T07:00:00Z`;
      const made = await createRequest(booking, { start });

      const answers = await Promise.all(
        NAMES.map((id, index) => acceptOffer(index === 0 ? booking : other, offerOf(made, id))),
      );

      expect(answers.filter(({ order }) => order !== null)).toHaveLength(1);
      expect(NAMES.flatMap(bookingsOf)).toEqual(
        Array.from({ length: time + 1 }, () => 'CONFIRMED'),
      );
    }
  });

  it('tells whose the work is to the cooperative that has taken it', async () => {
    const made = await createRequest(booking);

    await acceptOffer(booking, offerOf(made, 'berg'));

    const { data } = await booking.ask<{ workRequest: object }>(
      `query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) {
        order { state buyer { name municipality } legs { state } }
      } }`,
      { id: made.request?.id, secret: made.secret },
    );
    expect(data.workRequest).toEqual({
      order: {
        state: 'CONFIRMED',
        buyer: { name: 'Aino Aalto', municipality: 'FI-609' },
        legs: [{ state: 'CONFIRMED' }],
      },
    });
  });

  it('lets the secret of the request open its order, which has none of its own', async () => {
    const made = await createRequest(booking);
    const { order } = await acceptOffer(booking, offerOf(made, 'berg'));
    const id = order?.id ?? '';
    const secret = made.secret ?? '';

    expect((await booking.order(id, secret)).data.order?.state).toBe('CONFIRMED');
    expect(await database.connection.collection('orders').findOne()).toMatchObject({
      sealedSecret: null,
    });
    const none = await booking.command('cancelOrder', { orderId: id });
    expect(codes(none)).toEqual(['FORBIDDEN']);
    const start = '2027-03-23T07:00:00.000Z';
    const moved = await booking.command('moveOrder', { orderId: id, secret, start });
    expect(moved.order?.legs[0]?.start).toBe(start);
    const cancelled = await booking.command('cancelOrder', { orderId: id, secret });
    expect(cancelled.order?.state).toBe('CANCELLED');
  });

  it('gives no secret to who reads the key of the order in the database and places it again', async () => {
    const made = await createRequest({
      ask: (query, variables) => booking.ask(query, variables, PUBLIC),
    });
    const { order } = await acceptOffer(booking, offerOf(made, 'berg'));
    const request = await database.connection
      .collection<WorkRequestRecord>('requests')
      .findOne({ _id: made.request?.id ?? '' });
    const offer = request?.offers.find(({ state }) => state === 'ACCEPTED');
    if (!request || !offer?.booking) throw new Error('Nothing was booked.');

    const again = await booking.command('placeOrder', orderOf(request, offer, offer.booking));

    expect(again.order?.id).toBe(order?.id);
    expect(again.secret).toBeNull();
  });

  it('refuses who comes too late for the place, and offers on', async () => {
    const made = await createRequest(booking, { roundSize: 1 });
    const [offered] = made.request?.offers ?? [];
    const first = offered?.cooperative.id ?? '';
    await createRequest(booking, { roundSize: 2 }).then((rival) =>
      acceptOffer(booking, offerOf(rival, first)),
    );

    const { offer, userErrors } = await acceptOffer(booking, offered?.id);

    expect(offer).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'SLOT_TAKEN' }]);
    expect(offersOf(await findRequest(booking, made.request?.id))).toEqual([
      `${first} FAILED`,
      `${NAMES.find((id) => id !== first) ?? ''} OFFERED`,
    ]);
  });

  it('takes the work when the owner, which lost the answer to the order, answers again', async () => {
    const made = await createRequest(booking);
    owners.owner('aalto').fail('hang', 'holdBookings', 20);

    const { offer } = await acceptOffer(booking, offerOf(made, 'aalto'));
    expect(offer).toMatchObject({ state: 'PENDING', caller: null });

    owners.owner('aalto').mend();
    await becomesTaken(made);
    expect(bookingsOf('aalto')).toEqual(['CONFIRMED']);
  });

  it('books a spoken yes when the cooperative that was down is back', async () => {
    await owners.owner('aalto').close();
    const made = await createRequest(booking);
    await recordSpokenAnswer(booking, offerOf(made, 'aalto'), { accepted: true });
    await eventually(
      () => findRequest(booking, made.request?.id),
      (request) => request?.problem?.includes('does not answer') === true,
    );

    await owners.owner('aalto').listen();

    const taken = await becomesTaken(made);
    expect(offersOf(taken).sort()).toEqual(['aalto ACCEPTED', 'berg WITHDRAWN']);
    expect(bookingsOf('aalto')).toEqual(['CONFIRMED']);
  });
});
