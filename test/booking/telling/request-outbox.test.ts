import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withOffer } from '../../../subgraphs/booking/exchange/request/transitions.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { anOffer, aRequest } from './records.js';
import { openBench, type Bench } from './support.js';

describe('the outbox of a request', () => {
  let database: Database;
  let bench: Bench;

  beforeAll(async () => {
    database = await openFreshDatabase();
    bench = await openBench(database);
    await bench.requests.insert(aRequest([anOffer('karhu')]));
  });
  afterAll(() => database.close());

  const events = async () =>
    ((await bench.requests.find('a-request'))?.outbox ?? []).map(({ event }) => event);

  it('says once what a step has written that another goes on from', async () => {
    const read = await bench.requests.find('a-request');
    if (read === null) throw new Error('There is no request.');
    const warned = await bench.requests.replace(read, withOffer(read, 'karhu', { isWarned: true }));
    if (warned === null) throw new Error('It was not written.');

    const after = { ...warned, problem: 'Something.' };
    expect(await bench.requests.replace(read, after)).toMatchObject({ problem: 'Something.' });
    expect(await events()).toEqual(['OFFER_MADE', 'OFFER_EXPIRING']);
    expect(await bench.requests.replace(read, after)).toBeNull();
  });

  it('is emptied without a change of the request, also of what somebody has written once more', async () => {
    const read = await bench.requests.find('a-request');
    if (read === null) throw new Error('There is no request.');
    const ids = (read.outbox ?? []).map(({ id }) => id);
    await bench.requests.markTold('a-request', ids);
    expect(await events()).toEqual([]);

    expect(await bench.requests.replace(read, { ...read, problem: null })).not.toBeNull();
    expect(await events()).toEqual(['OFFER_MADE', 'OFFER_EXPIRING']);
    await bench.requests.markTold('a-request', ids);
    expect(await bench.requests.findWithOutbox(1)).toEqual([]);
  });
});
