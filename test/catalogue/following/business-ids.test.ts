import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';

const SHOWN = `{
  cooperative(id: "karhu") { name businessId status statusReason }
  catalogue { sources { state reason } }
}`;

describe('the business id that an endpoint tells', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;
  let logged: string;

  beforeEach(async () => {
    logged = '';
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        logged += chunk.toString();
        done();
      },
    });
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    const registry = new Map([['karhu', karhu.url]]);
    const log = pino({ level: 'trace', base: null, timestamp: false }, sink);
    catalogue = await startCatalogue(database, { registry, log });
  });
  afterEach(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  it.each([
    ['FI', '003715728600', '1572860-0'],
    ['FI', 'fi 1572860-0', '1572860-0'],
    ['SE', '16556016-0680', '556016-0680'],
    ['SE', 'SE556016068001', '556016-0680'],
  ])('is shown in its canonical form: %s %s', async (country, businessId, canonical) => {
    karhu.putProfile({ country, businessId });
    await catalogue.look('karhu');

    expect(await catalogue.read(SHOWN, 'cooperative.businessId')).toBe(canonical);
  });

  it.each([
    ['SE', '811228-9874'],
    ['SE', '8112289874'],
    ['SE', '198112289874'],
    ['SE', 'SE811228987401'],
    ['SE', '811288-9870'],
    ['SE', '811228-9875'],
    ['FI', '811228+9874'],
    ['FI', '281281-987T'],
    ['NO', '281281A987T'],
  ])("is neither shown nor logged when it is a person's: case %#", async (country, businessId) => {
    karhu.putProfile({ name: 'Uusi', country, businessId });
    await catalogue.look('karhu');
    const shown = JSON.stringify([
      await catalogue.ask(SHOWN),
      await catalogue.send('GET', '/registry'),
    ]);

    expect(shown).toContain('businessId: wanted');
    expect(shown).not.toContain('Uusi');
    expect(shown + logged).not.toMatch(/811228|811288|281281/);
  });

  it("is not shown when a copy made earlier has a person's", async () => {
    karhu.putProfile({ country: 'SE', businessId: '556016-0680' });
    await catalogue.look('karhu');
    await catalogue.close();
    await database.connection
      .collection('registrations')
      .updateOne({ _id: 'karhu' } as object, { $set: { 'profile.businessId': '811228-9874' } });
    karhu.behaviour = { kind: 'raw', status: 500, type: 'text/plain', body: '' };
    catalogue = await startCatalogue(database);

    expect(await catalogue.read(SHOWN, 'cooperative')).toMatchObject({ businessId: null });
  });
});
