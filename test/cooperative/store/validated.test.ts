import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { BookingDataSource } from '../../../subgraphs/cooperative/bookings/rows/booking-data-source.js';
import { Guards } from '../../../subgraphs/cooperative/bookings/rows/guards.js';
import type { LedgerChanges } from '../../../subgraphs/cooperative/bookings/rules/ledger.js';
import type {
  BookingRecord,
  WaitingRecord,
} from '../../../subgraphs/cooperative/store/booking-records.js';
import { createModels, type Models } from '../../../subgraphs/cooperative/store/collections.js';
import { inTransaction } from '../../../subgraphs/shared/mongo/transaction.js';
import { writeRows, type RowWrite } from '../../../subgraphs/cooperative/store/write-rows.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';

type Row = Readonly<Record<string, unknown>>;

const NOW = new Date('2027-03-01T08:00:00Z');
const REFUSED = { name: 'ValidationError' };
const TIMEOUT_MS = 10_000;

const PRICE = { netMinor: 2_800, vatHundredths: 2_550, currency: 'EUR' } as const;
const ORDER = { id: 'an-order', reference: '7KD-4PM', leg: 0, resource: null, isReplaced: false };
const LISTING = {
  ...{ kind: 'SERVICE', title: { fi: 'Siivous' }, description: {}, languages: ['fi'] },
  ...{ cpv: ['90910000'], municipalities: ['FI-609'], unit: 'HOUR', price: PRICE, images: [] },
};
const CAPACITY = { from: '2027-03-01', minMinutes: 60, longestMinutes: [480, 0] };
const FEED = {
  listing: LISTING,
  capacity: CAPACITY,
  revision: 1,
  updatedAt: NOW,
  withdrawnAt: null,
};
const EVENT = { at: NOW, kind: 'HELD', startsAt: NOW, endsAt: NOW };

/** What each collection takes, and changes of it that it does not. */
const CASES: Readonly<
  Record<Exclude<keyof Models, 'meta'>, { valid: Row; faults: readonly Row[] }>
> = {
  cooperatives: {
    valid: {
      ...{ _id: 'karhu', name: 'Karhu', country: 'FI', businessId: '1234567-1' },
      ...{ timeZone: 'Europe/Helsinki', municipality: 'FI-609', serves: [], languages: ['fi'] },
      ...{ evidence: [], revision: 1, updatedAt: NOW },
    },
    faults: [{ country: 'XX' }, { name: undefined }, { serves: undefined }, { revision: -1 }],
  },
  members: {
    valid: { _id: 'm1', languages: ['fi'], public: ['name'] },
    faults: [{ public: ['shoes'] }, { languages: undefined }, { languages: [null] }],
  },
  resources: {
    valid: {
      ...{ _id: 'w1', kind: 'WORKER', size: 1, skills: [], languages: [], closures: [] },
      hours: [{ days: ['MO'], from: '08:00', to: '16:00' }],
      worksOnPublicHolidays: false,
    },
    faults: [
      { kind: 'ROBOT' },
      { hours: [{ days: ['XX'], from: '08:00', to: '16:00' }] },
      { hours: undefined },
      { size: 0 },
      { size: 1.5 },
    ],
  },
  services: {
    valid: {
      ...{ _id: 'siivous', kind: 'SERVICE', title: { fi: 'Siivous' }, description: {} },
      ...{ cpv: ['90910000'], resources: ['w1'], skills: [], unit: 'HOUR', price: PRICE },
      ...{ gridMinutes: 15, bufferMinutes: 0, leadTimeMinutes: 0, images: [] },
      ...{ isPublished: true, isRemoved: false, feed: FEED },
    },
    faults: [
      { unit: 'YEAR' },
      { price: { ...PRICE, currency: 'USD' } },
      { price: { ...PRICE, netMinor: -1 } },
      { resources: undefined },
      { gridMinutes: 1_441 },
      { feed: { ...FEED, listing: undefined } },
      { feed: { ...FEED, capacity: { ...CAPACITY, longestMinutes: [-1] } } },
    ],
  },
  bookings: {
    valid: {
      ...{ _id: 'b1', service: 'siivous', resource: 'w1', startsAt: NOW, endsAt: NOW, quantity: 1 },
      ...{ state: 'HELD', expiresAt: NOW, origin: 'hub', order: ORDER, customer: null },
      ...{ deliveredMinutes: null, price: { ...PRICE, unit: 'HOUR' }, history: [EVENT] },
      isLong: false,
    },
    faults: [
      { state: 'REQUESTED' },
      { origin: 'elsewhere' },
      { history: [{ ...EVENT, kind: 'LOST' }] },
      { resource: undefined },
      { order: { ...ORDER, leg: -1 } },
      { quantity: 0 },
      { deliveredMinutes: -1 },
    ],
  },
  waiting: {
    valid: {
      ...{ _id: 'l1', order: ORDER, service: 'siivous', startsAt: NOW, endsAt: NOW, quantity: 1 },
      ...{ customer: null, price: { ...PRICE, unit: 'HOUR' }, state: 'REQUESTED' },
      ...{ since: NOW, turn: 0 },
    },
    faults: [{ state: 'HELD' }, { price: undefined }, { turn: -1 }],
  },
  guards: {
    valid: { _id: 'resource:w1', writes: 0 },
    faults: [{ writes: undefined }, { writes: -1 }],
  },
  commands: {
    valid: { _id: 'order:an-order', isClosed: false, writes: 0, at: NOW },
    faults: [{ isClosed: undefined }, { writes: -1 }, { at: undefined }],
  },
  calendars: {
    valid: { _id: 'w1', closures: [{ from: '2027-03-10T12:00', to: '2027-03-10T13:00' }] },
    faults: [{ closures: undefined }, { closures: [{ from: '2027-03-10T12:00' }] }],
  },
  erasures: {
    valid: { _id: 'e1', at: NOW, key: 'a2V5', digests: ['ZGlnZXN0'], orders: [], sealed: null },
    faults: [{ key: undefined }, { digests: undefined }, { orders: [null] }],
  },
};

let database: Database;
let models: Models;

beforeAll(async () => {
  database = await openFreshDatabase();
  models = createModels(database.connection);
});
afterAll(() => database.close());

const modelOf = (name: string) => models[name as keyof Models] as unknown as Model<{ _id: string }>;
const stored = (name: string) => modelOf(name).find().lean();
const write = (name: string, writes: readonly object[]) =>
  inTransaction(database.connection, (session) =>
    writeRows(modelOf(name), writes as RowWrite<{ _id: string }>[], session, TIMEOUT_MS),
  );

describe.each(Object.entries(CASES))('%s', (name, { valid, faults }) => {
  const filter = { _id: String(valid['_id']) };

  beforeEach(async () => {
    await modelOf(name).createCollection();
    await modelOf(name).deleteMany({});
  });

  it('are written where all is right', async () => {
    await write(name, [{ insertOne: { document: { ...valid } } }]);
    await write(name, [{ replaceOne: { filter, replacement: { ...valid }, upsert: true } }]);
    await modelOf(name).replaceOne(filter, { ...valid });

    expect(await stored(name)).toEqual([valid]);
  });

  it.each(faults)('are not added with %j', async (fault) => {
    const document = { ...valid, ...fault };

    await expect(write(name, [{ insertOne: { document } }])).rejects.toMatchObject(REFUSED);
    await expect(
      write(name, [{ replaceOne: { filter, replacement: document, upsert: true } }]),
    ).rejects.toMatchObject(REFUSED);
    await expect(
      modelOf(name).replaceOne(filter, document, { upsert: true }),
    ).rejects.toMatchObject(REFUSED);
    expect(await stored(name)).toEqual([]);
  });

  it.each(faults.filter((fault) => !Object.values(fault).includes(undefined)))(
    'are not changed to %j',
    async (fault) => {
      await write(name, [{ insertOne: { document: { ...valid } } }]);
      const update = { $set: fault };

      await expect(write(name, [{ updateOne: { filter, update } }])).rejects.toMatchObject(REFUSED);
      await expect(modelOf(name).updateOne(filter, update)).rejects.toMatchObject(REFUSED);
      expect(await stored(name)).toEqual([valid]);
    },
  );
});

describe('what a command has changed', () => {
  const nothing: LedgerChanges = {
    ...{ added: [], changed: [], waitingAdded: [], waitingChanged: [], waitingRemoved: [] },
    orders: new Map(),
  };
  const booking = CASES.bookings.valid as unknown as BookingRecord;
  const waiting = CASES.waiting.valid as unknown as WaitingRecord;
  const wrong = 'ASLEEP' as never;

  it.each<[string, Partial<LedgerChanges>]>([
    ['a booking', { added: [{ ...booking, state: wrong }] }],
    ['a changed booking', { changed: [{ ...booking, quantity: -1 }] }],
    ['a waiting leg', { waitingAdded: [{ ...waiting, state: wrong }] }],
  ])('is refused as a whole for %s that cannot be', async (_what, changes) => {
    for (const name of ['bookings', 'waiting', 'commands']) {
      await modelOf(name).createCollection();
      await modelOf(name).deleteMany({});
    }
    const bookings = new BookingDataSource(models, TIMEOUT_MS);

    const written = inTransaction(database.connection, (session) =>
      bookings.write(
        {
          ...nothing,
          orders: new Map([['an-order', { isClosed: false, isNew: true }]]),
          ...changes,
        },
        [{ key: 'key', hash: 'hash', answer: {} }],
        NOW,
        session,
      ),
    );

    await expect(written).rejects.toMatchObject(REFUSED);
    for (const name of ['bookings', 'waiting', 'commands']) expect(await stored(name)).toEqual([]);
  });
});

describe('a part of a service', () => {
  const filter = { _id: 'siivous' };

  it.each([
    { 'feed.capacity': { ...CAPACITY, longestMinutes: [-1] }, 'feed.revision': 2 },
    { 'feed.capacity': { ...CAPACITY, from: undefined }, 'feed.revision': 2 },
    { 'feed.capacity': CAPACITY, 'feed.revision': -1 },
  ])('is not changed to %j', async ($set) => {
    const { valid } = CASES.services;
    await modelOf('services').deleteMany({});
    await write('services', [{ insertOne: { document: { ...valid } } }]);

    const written = write('services', [{ updateOne: { filter, update: { $set } } }]);

    await expect(written).rejects.toMatchObject(REFUSED);
    expect(await stored('services')).toEqual([valid]);
  });
});

describe('a guard', () => {
  it('is not made without a name', async () => {
    await modelOf('guards').deleteMany({});

    const made = new Guards(models.guards, TIMEOUT_MS).create([null as never]);

    await expect(made).rejects.toThrow('_id');
    expect(await stored('guards')).toEqual([]);
  });
});

describe('what a database is', () => {
  const first = { cooperative: 'karhu', epoch: 'e', revision: 0, collectionId: null };

  it.each([{ epoch: undefined }, { cooperative: null }, { revision: -1 }])(
    'is not begun with %j',
    async (fault) => {
      const begun = models.meta.findOneAndUpdate(
        { _id: 'meta' },
        { $setOnInsert: { ...first, ...fault } },
        { upsert: true },
      );

      await expect(begun).rejects.toMatchObject(REFUSED);
      expect(await stored('meta')).toEqual([]);
    },
  );

  it('is not changed to what cannot be, and has no rules where it is old', async () => {
    await database.connection
      .collection<{ _id: string }>('meta')
      .insertOne({ _id: 'meta', ...first, ...{ writes: 3 } });

    await models.meta.updateOne({ _id: 'meta' }, { $set: { revision: 1 } });
    const written = models.meta.updateOne({ _id: 'meta' }, { $set: { revision: -1 } });

    await expect(written).rejects.toMatchObject(REFUSED);
    expect(await stored('meta')).toMatchObject([{ revision: 1 }]);
  });
});
