import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExchangeDataSource } from '../../../subgraphs/booking/exchange/request/data-source.js';
import type {
  WorkOfferRecord,
  WorkRequestRecord,
} from '../../../subgraphs/booking/exchange/request/records.js';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { NOW, standingOrder } from '../saga/order-records.js';

const REFUSED = { name: 'ValidationError' };

let database: Database;

beforeAll(async () => {
  database = await openFreshDatabase();
});
afterAll(() => database.close());

/** All documents of a collection, as they are. */
const stored = (name: string) => database.connection.collection(name).find().toArray();

/** A change that no record may have, whatever its type says. */
const wrong = <Row>(change: object): Partial<Row> => change;

describe('an order', () => {
  const order = standingOrder({ state: 'HELD', expiresAt: NOW });
  const [leg] = order.legs;
  const command = { keyHash: 'key', bodyHash: 'body', outcome: null };
  let orders: OrderDataSource;

  const faults = [
    ['a state that there is not', { state: 'ASLEEP' }],
    ['a leg in a state that there is not', { legs: [{ ...leg, state: 'ASLEEP' }] }],
    ['a leg without a start', { legs: [{ ...leg, start: undefined }] }],
    ['a leg with null for its bookings', { legs: [{ ...leg, bookings: null }] }],
    ['less than no minutes', { legs: [{ ...leg, minutes: -60 }] }],
    ['half a cent', { legs: [{ ...leg, quote: { ...leg?.quote, netMinor: 0.5 } }] }],
    ['less than no attempts', { attempts: -1 }],
    ['null for its channel', { channel: null }],
    ['a command without its body', { commands: [{ ...command, bodyHash: undefined }] }],
    ['a buyer with a name beyond its limit', { buyer: { ...order.buyer, name: 'a'.repeat(201) } }],
  ] as const;

  beforeEach(async () => {
    await database.connection.collection('orders').deleteMany({});
    orders = new OrderDataSource(database.connection, 10_000);
    await orders.prepare();
  });

  it.each([...faults, ['no policy', { policy: undefined }] as const])(
    'is not made with %s',
    async (_fault, change) => {
      const made = orders.insert({ ...order, ...wrong<OrderRecord>(change) });

      await expect(made).rejects.toMatchObject(REFUSED);
      expect(await stored('orders')).toEqual([]);
    },
  );

  it.each(faults)('does not get %s', async (_fault, change) => {
    await orders.insert(order);
    const before = await stored('orders');

    const written = orders.write(order, { ...order, ...wrong<OrderRecord>(change) });

    await expect(written).rejects.toMatchObject(REFUSED);
    expect(await stored('orders')).toEqual(before);
  });

  it('does not get a field that no order has', async () => {
    const change = wrong<OrderRecord>({ colour: 'red' });
    const strict = { name: 'StrictModeError' };

    await expect(orders.insert({ ...order, ...change })).rejects.toMatchObject(strict);
    await orders.insert(order);
    await expect(orders.write(order, { ...order, ...change })).rejects.toMatchObject(strict);
  });

  it('lacks what has no value', async () => {
    const without = { ...order, ...wrong<OrderRecord>({ isAgreedByPhone: undefined }) };
    await orders.insert(without);
    await orders.write(without, {
      ...without,
      legs: [{ ...leg, ...wrong({ agreedPrice: undefined }) }] as never,
    });

    const [found] = await stored('orders');
    expect(found).not.toHaveProperty('isAgreedByPhone');
    expect(found).not.toHaveProperty('legs.0.agreedPrice');
  });

  it('remembers no command without its body', async () => {
    await orders.insert(order);
    const before = await stored('orders');

    const joined = orders.join(order, { ...command, ...wrong({ bodyHash: undefined }) });

    await expect(joined).rejects.toMatchObject(REFUSED);
    expect(await stored('orders')).toEqual(before);
  });

  it('of an earlier release, without what came later, is still written', async () => {
    const { disagreement, agreedStart, reconciledAt, ...oldLeg } = { ...leg };
    expect([disagreement, agreedStart, reconciledAt]).toEqual([null, null, null]);
    const old = { ...order, legs: [oldLeg] } as OrderRecord;
    await database.connection.collection<{ _id: string }>('orders').insertOne({ ...old });

    const read = await orders.findById(old._id);
    const written =
      read && (await orders.write(read, { ...read, state: 'CONFIRMED', legs: [...read.legs] }));

    expect(written).toMatchObject({ state: 'CONFIRMED', version: old.version + 1 });
  });
});

describe('a request of the work exchange', () => {
  const offer: WorkOfferRecord = {
    ...{
      id: 'an-offer',
      cooperative: 'karhu',
      service: 'karhu:siivous',
      state: 'OFFERED',
      round: 1,
    },
    ...{
      offeredAt: NOW,
      deadline: NOW,
      answeredAt: null,
      isSpoken: false,
      note: null,
      booking: null,
    },
  };
  const request: WorkRequestRecord = {
    ...{ _id: 'a-request', version: 1, reference: '7KD-4PM', state: 'OFFERED', what: 'Siivous' },
    ...{ cpv: [], municipality: 'FI-609', start: NOW, minutes: 60, quantity: 1, channel: 'WEB' },
    caller: standingOrder().buyer,
    ...{ roundSize: 3, answerMinutes: 30, round: 1, offers: [offer], order: null, outcome: null },
    ...{ problem: null, createdAt: NOW, recordedAt: NOW, nextTryAt: null },
    ...{ secretHash: 'hash', sealedSecret: 'sealed' },
    commands: [{ key: 'key', body: 'body', offer: null, refusals: [] }],
  };
  const faults = [
    ['a state that there is not', { state: 'ASLEEP' }],
    ['an offer in a state that there is not', { offers: [{ ...offer, state: 'ASLEEP' }] }],
    ['an offer without its cooperative', { offers: [{ ...offer, cooperative: undefined }] }],
    ['a caller who is nowhere', { caller: { ...request.caller, municipality: undefined } }],
    ['no list of its commands', { commands: undefined }],
    ['less than no minutes', { minutes: -1 }],
  ] as const;
  let requests: ExchangeDataSource;

  beforeEach(async () => {
    await database.connection.collection('requests').deleteMany({});
    requests = new ExchangeDataSource(database.connection, 10_000);
    await requests.prepare();
  });

  it.each(faults)('is not made with %s', async (_fault, change) => {
    const made = requests.insert({ ...request, ...wrong<WorkRequestRecord>(change) });

    await expect(made).rejects.toMatchObject(REFUSED);
    expect(await stored('requests')).toEqual([]);
  });

  it.each(faults)('is not replaced by one with %s', async (_fault, change) => {
    await requests.insert(request);
    const before = await stored('requests');

    const replaced = requests.replace(request, { ...request, ...wrong<WorkRequestRecord>(change) });

    await expect(replaced).rejects.toMatchObject(REFUSED);
    expect(await stored('requests')).toEqual(before);
  });

  it('is made and replaced where all is right', async () => {
    expect(await requests.insert(request)).toBe(true);
    expect(await requests.replace(request, { ...request, state: 'CLOSED' })).toMatchObject({
      version: 2,
    });
  });
});
