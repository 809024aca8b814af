import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type {
  ErasureRecord,
  SecretRecord,
} from '../../../subgraphs/booking/privacy/erasure-records.js';
import { sealErasure } from '../../../subgraphs/booking/privacy/sealed-erasures.js';
import type { ErasureRecord as KnownErasure } from '../../../subgraphs/cooperative/store/erasures.js';
import { digestsOf } from '../../../subgraphs/shared/privacy/person.js';
import { bookableFile, MONDAY } from '../../cooperative/bookings/support.js';
import { startCooperative, type RunningCooperative } from '../../cooperative/support.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import { eventually } from '../../support/eventually.js';
import { placesOf } from '../../support/personal-data.js';
import { ANNA, backUp, startBookedAnna, type BookedAnna } from './support.js';

const ERASE = 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { at } }';
const REQUEST = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  request { id }
} }`;
const MARKER = /\b(?:anna|virtanen)|1234567/i;
const LOST = ['orders', 'requests', 'erasures'];

let network: BookedAnna;
let lumo: RunningCooperative;
const warnings: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line) => warnings.push(line) });
  network = await startBookedAnna({ log });
  lumo = await startCooperative({ cooperativeId: 'lumo' });
  lumo.clock.set(network.clock.now().toISOString());
});
beforeEach(async () => {
  await network.forgetAll();
  // An answer that was under way tells of an erasure before this, which leaves alone what is made from now on.
  network.clock.advance(1);
});
afterAll(async () => {
  await network.close();
  await lumo.close();
});

const erase = (input: object, asker = withRoles('COORDINATOR')) =>
  network.ask(asker, ERASE, { input: { idempotencyKey: randomUUID(), ...input } });
const ofOrders = async () =>
  (await placesOf(network.database, MARKER)).filter((place) => /^(orders|requests)/.test(place));
const erasures = () => network.database.connection.collection<ErasureRecord>('erasures');
const atKarhu = () => network.karhu.database.connection.collection<KnownErasure>('erasures');
const secretOf = async (_id: SecretRecord['_id']): Promise<Buffer> => {
  const secrets = network.database.connection.collection<SecretRecord>('secrets');
  const found = await secrets.findOne({ _id });
  return Buffer.from(found?.secret ?? '', 'base64url');
};

describe('a booking database that was restored to before an erasure', () => {
  it('learns it from a cooperative, and has orders and the other cooperatives forget too', async () => {
    await lumo.import(
      bookableFile({ id: 'lumo', members: [{ id: 'm1', name: 'Anna', email: ANNA.email }] }),
    );
    await network.register({ id: 'lumo', url: 'http://127.0.0.1:9/graphql' });
    await network.order();
    const restore = await backUp(network.database, LOST);
    await erase({ email: ANNA.email, phone: ANNA.phone });
    const [before] = await erasures().find().toArray();
    expect(await restore()).toEqual(['orders']);
    await network.register({ id: 'lumo', url: `${lumo.url}/graphql` });

    const [after] = await eventually(
      () => erasures().find().toArray(),
      ([one]) => one?.owners.every(({ doneAt }) => doneAt !== null) === true,
    );

    expect(await ofOrders()).toEqual([]);
    expect(await placesOf(lumo.database, MARKER)).toEqual([]);
    const owners = ['karhu', 'lumo'].map((cooperative) => ({
      ...{ cooperative, doneAt: expect.any(Date) },
    }));
    expect(after).toEqual({ ...before, owners });
    network.owners.registry.remove('lumo');
  });

  it('learns one of a request that no cooperative has anything of', async () => {
    const { data } = await network.ask<{ createRequest: { request: { id: string } } }>(
      withRoles('COORDINATOR'),
      REQUEST,
      {
        input: {
          ...{ idempotencyKey: randomUUID(), channel: 'PHONE', what: 'Siivousta' },
          ...{ caller: { name: 'Anna', municipality: 'FI-609' }, cpv: ['90910000'] },
          ...{ municipality: 'FI-609', start: `${MONDAY}T07:00:00Z`, minutes: 60 },
        },
      },
    );
    const restore = await backUp(network.database, LOST);
    const requestId = data?.createRequest.request.id ?? '';
    await erase({ requestId });
    expect(await restore()).toContain('requests');

    await eventually(ofOrders, (places) => places.length === 0);

    // The network may learn of others, which cooperatives still know.
    expect(await erasures().countDocuments({ orders: requestId })).toBe(1);
  });

  it('learns one that was for a cooperative alone, and leaves orders alone', async () => {
    await network.order();
    const restore = await backUp(network.database, LOST);
    await erase({ email: ANNA.email, cooperative: 'karhu' }, withRoles('STAFF karhu'));
    await restore();

    await eventually(
      () => erasures().find({ isHere: false }).toArray(),
      ([one]) => one?.owners[0]?.doneAt != null,
    );

    expect(await ofOrders()).toContain('orders.buyer.name');
  });
});

/** An erasure of Anna that nobody has asked for. */
async function erasureOfAnna(): Promise<ErasureRecord> {
  const at = network.clock.now();
  return {
    ...{ _id: randomUUID(), keyHash: 'a'.repeat(64), bodyHash: 'b'.repeat(64), at, askedAt: at },
    ...{ digests: digestsOf(await secretOf('persons'), ANNA, null), orders: [] },
    ...{ isHere: true, isDoneHere: true, owners: [{ cooperative: 'karhu', doneAt: null }] },
  };
}

describe('a cooperative that lies', () => {
  /** Has karhu tell of an erasure. @returns What is stored of Anna once it was heard. */
  const told = async (sealed: string): Promise<string[]> => {
    await network.order();
    warnings.length = 0;
    const { _id, at, digests, orders } = await erasureOfAnna();
    await atKarhu().insertOne({ _id, at, key: 'a2V5', digests, orders, sealed });
    await eventually(
      () => Promise.resolve(warnings.map((line) => JSON.parse(line) as object)),
      (lines) => lines.length > 0,
    );
    expect(JSON.parse(warnings[0] ?? '')).toMatchObject({ cooperative: 'karhu', erasures: 1 });
    expect(await erasures().countDocuments({ _id })).toBe(0);
    return ofOrders();
  };

  it('has nobody forgotten by what is sealed with another key, such as that of digests', async () => {
    const key = await secretOf('persons');

    expect(await told(await sealErasure(key, await erasureOfAnna()))).toContain(
      'orders.buyer.name',
    );
  });

  it('has nobody forgotten by an erasure that it has altered', async () => {
    const key = await secretOf('erasures');
    const other = { ...(await erasureOfAnna()), digests: digestsOf(randomBytes(32), ANNA, null) };
    const [head, , seal] = (await sealErasure(key, other)).split('.');
    const [, payload] = (await sealErasure(key, await erasureOfAnna())).split('.');

    expect(await told([head, payload, seal].join('.'))).toContain('orders.buyer.name');
  });

  it('has nobody forgotten by any other text', async () => {
    expect(await told('e1')).toContain('orders.buyer.name');
  });
});
