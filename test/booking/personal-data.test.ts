import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { KEPT_DAYS } from '../../schema/privacy.js';
import { OrderDataSource } from '../../subgraphs/booking/orders/queries/data-source.js';
import { Forgetter } from '../../subgraphs/booking/privacy/forgetter.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';
import { coverageOf, placesOf, registeredPlaces } from '../support/personal-data.js';
import { startNetwork, START, type FakeNetwork } from './exchange/support/exchange-network.js';
import { createRequest, recordSpokenAnswer } from './exchange/support/exchange-support.js';
import { work } from './exchange/support/exchange-works.js';
import { openForEach } from './opening.js';
import {
  leg,
  orderOf,
  type PayloadAnswer,
  type RunningBooking,
  type TestClock,
} from './support.js';

/** In every field that takes something personal. */
const MARKED = {
  name: 'Planttu Merkki',
  email: 'planttu@example.org',
  phone: '+358 40 9876543',
  organisationId: '1572860-0',
};
const DETAILS = {
  place: { street: 'Plantunkatu 4', postalCode: '28100', accessNote: 'Ovikoodi on Merkillä' },
  ...{ wish: 'Merkin toive', reference: 'Merkki 1', language: 'fi' },
  invoicing: { eInvoiceAddress: '0037:Planttu', operator: 'Planttu' },
};
/** The pseudonym of who is signed in cannot be chosen, but where it is from. */
const MARKER = /plant[tu]|merk[ki]|9876543|1572860|^gateway |^https:\/\/id\.example /i;
const DAY_MS = 86_400_000;
const nothing = { forget: () => Promise.resolve() };
const FORGETTING = { audit: nothing, erasures: nothing, claims: nothing };

describe('an order', () => {
  let clock: TestClock;
  let database: Database;
  let booking: RunningBooking;

  openForEach(['karhu', 'lumo'], (opened) => {
    ({ clock, database, booking } = opened);
  });

  const forgetAfter = async (days: number): Promise<void> => {
    const orders = new OrderDataSource(database.connection, 10_000);
    const nobody = {
      findToForget: () => Promise.resolve([]),
      change: () => Promise.reject(new Error()),
    };
    clock.advance(days * 24 * 60);
    await new Forgetter({
      ...{ orders, requests: nobody, ...FORGETTING, clock, log: pino({ level: 'silent' }) },
    }).forget();
  };
  const READ =
    'query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { state reference buyer { name municipality phone email organisationId } details { wish } } }';
  const place = async () => {
    const buyer = { ...MARKED, municipality: 'FI-609' };
    const { data } = await booking.ask<{ placeOrder: PayloadAnswer }>(
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { id } secret } }',
      {
        input: {
          idempotencyKey: 'key',
          ...orderOf([leg('karhu'), leg('lumo')], { buyer, details: DETAILS }),
        },
      },
    );
    const { order, secret } = data.placeOrder;
    return { id: order?.id, secret };
  };

  it('keeps its buyer only where the register of personal data says so', async () => {
    await place();

    const { used, missing } = coverageOf('booking', await placesOf(database, MARKER));

    expect(missing).toEqual([]);
    expect(used).toEqual(registeredPlaces('booking').filter((one) => one.startsWith('orders.')));
  });

  it('knows its buyer until its time is over, then nobody finds a trace, and it stands as it was', async () => {
    const which = await place();
    await forgetAfter(KEPT_DAYS.order);
    expect(await placesOf(database, MARKER)).not.toEqual([]);

    await forgetAfter(40);

    expect(await placesOf(database, MARKER)).toEqual([]);
    const { data } = await booking.ask(READ, which);
    expect(data).toMatchObject({
      order: {
        state: 'CONFIRMED',
        buyer: {
          name: '–',
          municipality: 'FI-609',
          phone: null,
          email: null,
          organisationId: null,
        },
        details: null,
      },
    });
  });
});

describe('a request of the work exchange', () => {
  let network: FakeNetwork;
  afterEach(() => network.close());

  const plant = async (): Promise<void> => {
    network = await startNetwork([work('aalto:siivous')]);
    const made = await createRequest(network, {
      what: 'Planttu Merkki pyytää siivousta',
      caller: { ...MARKED, municipality: 'FI-684' },
      details: DETAILS,
    });
    const said = { accepted: false, note: 'Merkki ei ehdi' };
    await recordSpokenAnswer(network, made.request?.offers[0]?.id, said);
  };
  const forgetAt = async (now: Date): Promise<void> => {
    const orders = new OrderDataSource(network.database.connection, 10_000);
    await orders.prepare();
    await new Forgetter({
      ...{
        orders,
        requests: network.exchange.requests,
        ...FORGETTING,
        clock: { now: () => now },
      },
      log: pino({ level: 'silent' }),
    }).forget();
  };
  const end = Date.parse(START) + KEPT_DAYS.request * DAY_MS;

  it('keeps its caller only where the register of personal data says so', async () => {
    await plant();

    const { used, missing } = coverageOf('booking', await placesOf(network.database, MARKER));

    expect(missing).toEqual([]);
    expect(used).toEqual(registeredPlaces('booking').filter((one) => one.startsWith('requests.')));
  });

  it('knows its caller until its time is over, then nobody finds a trace', async () => {
    await plant();
    await forgetAt(new Date(end - 1));
    expect(await placesOf(network.database, MARKER)).not.toEqual([]);

    await forgetAt(new Date(end));

    expect(await placesOf(network.database, MARKER)).toEqual([]);
    expect(await network.exchange.requests.findToForget(new Date(end), 10)).toEqual([]);
  });
});
