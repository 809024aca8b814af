import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import {
  createModels,
  type CatalogueModels,
} from '../../../subgraphs/catalogue/store/collections.js';
import { CatalogueDataSource } from '../../../subgraphs/catalogue/store/data-source.js';
import { LeaseDataSource } from '../../../subgraphs/catalogue/store/lease-data-source.js';
import type { LeaseRecord } from '../../../subgraphs/catalogue/store/records.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';

type Row = Readonly<Record<string, unknown>>;

const NOW = new Date('2027-03-01T08:00:00Z');
const REFUSED = { name: 'ValidationError' };
const TIMEOUT_MS = 10_000;

const PRICE = { netMinor: 2_800, grossMinor: 3_514, vatRate: '25.5', currency: 'EUR' };
const CAPACITY = { from: '2027-03-01', minMinutes: 60, longestMinutes: [480, 0] };
const POSITION = { epoch: 'e', revision: 1, reading: 'r', isComplete: true };
const PROFILE = {
  ...{ id: 'karhu', name: 'Karhu', country: 'FI', businessId: '1234567-1', evidence: [] },
  ...{ timeZone: 'Europe/Helsinki', municipality: 'FI-609', serves: [], languages: ['fi'] },
  contact: null,
};
const LEASE: LeaseRecord = { _id: 'feed', holder: 'me', expiresAt: NOW, syncedAt: { karhu: NOW } };

/** What each collection takes, and changes of it that it does not. */
const CASES: Readonly<Record<keyof CatalogueModels, { valid: Row; faults: readonly Row[] }>> = {
  services: {
    valid: {
      ...{ _id: 'karhu:siivous', cooperative: 'karhu', kind: 'SERVICE', title: { fi: 'Siivous' } },
      ...{ description: {}, languages: ['fi'], cpv: ['90910000'], municipalities: ['FI-609'] },
      ...{ unit: 'HOUR', price: PRICE, images: [], updatedAt: NOW, ownerUpdatedAt: NOW },
      ...{ withdrawnAt: null, capacity: CAPACITY, reading: 'r', sequence: 1 },
    },
    faults: [
      { kind: 'GOODS' },
      { price: { ...PRICE, currency: 'USD' } },
      { price: { ...PRICE, netMinor: -1 } },
      { title: undefined },
      { cpv: undefined },
      { capacity: { ...CAPACITY, longestMinutes: [-1] } },
      { sequence: -1 },
    ],
  },
  registrations: {
    valid: {
      ...{ _id: 'karhu', url: 'http://127.0.0.1:9/graphql', status: 'ACTIVE', reason: null },
      ...{ since: NOW, state: 'FRESH', stateReason: null, syncedAt: NOW, position: POSITION },
      ...{ serviceCount: 0, profile: PROFILE, sequence: 1 },
    },
    faults: [
      { status: 'ASLEEP' },
      { state: 'ASLEEP' },
      { url: undefined },
      { serviceCount: -1 },
      { position: { ...POSITION, revision: -1 } },
      { profile: { ...PROFILE, businessId: undefined } },
    ],
  },
  lists: {
    valid: { _id: 'cpv', digest: 'd', cpv: [], municipalities: [], sequence: 1 },
    faults: [{ digest: undefined }, { cpv: null }, { sequence: -1 }],
  },
  counters: {
    valid: { _id: 'changes', sequence: 0, registryRevision: 0, updatedAt: NOW },
    faults: [{ updatedAt: undefined }, { sequence: -1 }, { registryRevision: 0.5 }],
  },
  leases: {
    valid: { ...LEASE },
    faults: [{ holder: undefined }, { expiresAt: null }, { syncedAt: { karhu: 'today' } }],
  },
};

let database: Database;
let models: CatalogueModels;

beforeAll(async () => {
  database = await openFreshDatabase();
  models = createModels(database.connection);
});
afterAll(() => database.close());

const modelOf = (name: string) =>
  models[name as keyof CatalogueModels] as unknown as Model<{ _id: string }>;
const stored = (name: string) => modelOf(name).find().lean();

describe.each(Object.entries(CASES))('%s', (name, { valid, faults }) => {
  const { _id, ...fields } = valid;
  const filter = { _id: String(_id) };
  const replace = (replacement: object) =>
    modelOf(name).bulkWrite([{ replaceOne: { filter, replacement, upsert: true } }] as never);

  beforeEach(async () => {
    await modelOf(name).createCollection();
    await modelOf(name).deleteMany({});
  });

  it('are written where all is right', async () => {
    await modelOf(name).updateOne(filter, { $set: fields }, { upsert: true });
    await replace({ ...valid });

    expect(await stored(name)).toEqual([valid]);
  });

  it.each(faults)('are not added with %j', async (fault) => {
    await expect(replace({ ...valid, ...fault })).rejects.toMatchObject(REFUSED);
    await expect(
      modelOf(name).updateOne(filter, { $set: { ...fields, ...fault } }, { upsert: true }),
    ).rejects.toMatchObject(REFUSED);
    expect(await stored(name)).toEqual([]);
  });

  it.each(faults.filter((fault) => !Object.values(fault).includes(undefined)))(
    'are not changed to %j',
    async (fault) => {
      await replace({ ...valid });

      const written = modelOf(name).findOneAndUpdate(filter, { $set: fault });

      // What cannot even be cast is refused on the way.
      await expect(written).rejects.toMatchObject({
        name: expect.stringMatching(/^(Validation|Cast)Error$/),
      });
      expect(await stored(name)).toEqual([valid]);
    },
  );
});

describe('the catalogue’s data source', () => {
  it('registers nobody without an address, and moves nobody to none', async () => {
    await modelOf('registrations').deleteMany({});
    const catalogue = new CatalogueDataSource(database.connection, TIMEOUT_MS);
    await catalogue.prepare(NOW);

    await expect(
      catalogue.putRegistrations(new Map([['karhu', null as never]]), NOW),
    ).rejects.toMatchObject(REFUSED);
    expect(await stored('registrations')).toEqual([]);

    await catalogue.putRegistrations(new Map([['karhu', 'http://127.0.0.1:9/graphql']]), NOW);
    const before = await stored('registrations');
    await expect(
      catalogue.putRegistrations(new Map([['karhu', null as never]]), NOW),
    ).rejects.toMatchObject(REFUSED);
    expect(await stored('registrations')).toEqual(before);
  });

  it('takes, renews and gives back no lease that nobody holds', async () => {
    await modelOf('leases').deleteMany({});
    const leases = new LeaseDataSource(database.connection, TIMEOUT_MS);
    const nobodys = { ...LEASE, holder: null as never };

    await expect(leases.takeLease(nobodys, NOW)).rejects.toMatchObject(REFUSED);
    expect(await leases.takeLease(LEASE, NOW)).toBe(true);
    await expect(leases.releaseLease(nobodys)).rejects.toMatchObject(REFUSED);
    expect(await leases.findLease()).toEqual(LEASE);
  });
});
