import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { FakeCooperative, type Behaviour } from '../../support/fakes/cooperative.js';
import { put } from '../../support/json-path.js';
import { withRoles } from '../../shared/identity/policy/askers.js';

const SECRET = 'mongodb://admin:hunter2@10.0.0.5/coop';
/** What must not leave, also where the address around it was cut away. */
const LEAK = /hunter2|4815162342/;

const raw = (body: string, status = 200, type = 'application/json'): Behaviour => ({
  kind: 'raw',
  ...{ status, type, body },
});
const errors = (error: object, data?: object): Behaviour =>
  raw(JSON.stringify({ errors: [{ message: SECRET, ...error }], ...data }));
const edit = (edits: Readonly<Record<string, unknown>>, ofHead = false): Behaviour => ({
  kind: 'tamper',
  tamper: (page) => {
    for (const [path, value] of Object.entries(edits)) put(page, path, value);
  },
  ofHead,
});
const service = (field: string, value: unknown): Behaviour =>
  edit({ [`changes.0.service.${field}`]: value });

const ANSWERS: readonly [name: string, behaviour: Behaviour][] = [
  ['an error', errors({})],
  ["an error's code", errors({ extensions: { code: SECRET } })],
  ["an error's extensions", errors({ extensions: { [SECRET]: SECRET, argument: SECRET } })],
  ["an error's path", errors({ path: [SECRET] })],
  ['an error beside data', errors({ path: ['x'] }, { data: { catalogueChanges: null } })],
  ['an error that is refused with status 400', { ...errors({}), status: 400 } as Behaviour],
  ['an error with its places', errors({ locations: [{ line: 1, column: 1, source: SECRET }] })],
  ['errors of another form', raw(JSON.stringify({ errors: SECRET }))],
  ['a message that is a number', raw(JSON.stringify({ errors: [{ message: 4815162342 }] }))],
  ['data of another form', raw(JSON.stringify({ data: SECRET }))],
  ['another field', raw(JSON.stringify({ data: { [SECRET]: SECRET } }))],
  ['no JSON', raw(SECRET)],
  ['the content type', raw('{}', 200, `text/${SECRET.replaceAll(/[:/@]/g, '-')}`)],
  ['an error page', raw(SECRET, 500, 'text/html')],
  ['the body of a redirect', raw(SECRET, 302)],
  ['the feed itself', raw(JSON.stringify({ data: { catalogueChanges: SECRET } }))],
  ['the epoch of a bad page', edit({ epoch: SECRET, revision: -1 })],
  ['a long epoch', edit({ epoch: SECRET.repeat(20) })],
  ['the revision', edit({ revision: SECRET })],
  ['a revision out of range', edit({ revision: 4815162342 })],
  ["a row's revision", edit({ 'changes.0.revision': SECRET })],
  ["a row's number", edit({ 'changes.0.revision': 4815162342 })],
  ['hasMore', edit({ hasMore: SECRET })],
  ['the changes', edit({ changes: SECRET })],
  ['a change', edit({ 'changes.0': SECRET })],
  ['a service', edit({ 'changes.0.service': SECRET })],
  ['a profile', edit({ 'changes.0.cooperative': SECRET })],
  ["a profile's id", edit({ 'changes.1.cooperative.id': SECRET })],
  ['the time zone', edit({ 'changes.1.cooperative.timeZone': SECRET })],
  ['the country', edit({ 'changes.1.cooperative.country': SECRET })],
  ['the business id', edit({ 'changes.1.cooperative.businessId': [SECRET] })],
  ['a language', edit({ 'changes.1.cooperative.languages': [SECRET] })],
  ['a scheme', edit({ 'changes.1.cooperative.evidence': [{ scheme: SECRET }] })],
  [
    'a contact',
    edit({ 'changes.1.cooperative.contact': { email: null, phone: null, url: SECRET } }),
  ],
  ['the withdrawal', edit({ 'changes.0.withdrawnAt': SECRET })],
  ['an id', service('id', SECRET)],
  ['an own id twice', edit({ 'changes.2': { revision: 8, withdrawnAt: SECRET } })],
  ["another's id", service('id', 'lumo:hunter2')],
  ['a kind', service('kind', SECRET)],
  ['a key', service('price', { [SECRET]: SECRET })],
  ['a price', service('price.net', SECRET)],
  ['a wrong gross', service('price.gross', '4815162342.00')],
  ['the VAT', service('price.vatRate', SECRET)],
  ['a currency', service('price.currency', SECRET)],
  ['a code', service('cpv', [SECRET])],
  ['a municipality', service('municipalities', [SECRET])],
  ['a picture', service('images', [{ url: SECRET, alt_fi: null, alt_sv: null, alt_en: null }])],
  ['an instant', service('updatedAt', SECRET)],
  ["a title's language", service('title_fi.language', SECRET)],
  ['a summary', service('capacity', SECRET)],
  ["a summary's day", service('capacity', { from: SECRET, minMinutes: 1, longestMinutes: [] })],
  ["a head's epoch", edit({ epoch: [SECRET] }, true)],
  ["a head's revision", edit({ revision: SECRET }, true)],
  ["a head's changes", edit({ changes: SECRET }, true)],
];

/** Who is told nothing of it. */
const OTHERS = ['STAFF lumo', 'MEMBER karhu', 'HOUSEHOLD', 'AUDITOR', 'MACHINE 1572860-0'];

describe('what an endpoint writes', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let catalogue: RunningCatalogue;
  let logged = '';

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    const log = pino({ level: 'warn' }, { write: (line: string) => (logged += line) });
    catalogue = await startCatalogue(database, { registry: new Map([['karhu', karhu.url]]), log });
  });
  beforeEach(async () => {
    karhu.behaviour = { kind: 'normal' };
    karhu.publish('siivous');
    karhu.putProfile({});
    await catalogue.look('karhu');
    karhu.publish('siivous');
    karhu.putProfile({});
    logged = '';
  });
  afterEach(() => {
    karhu.behaviour = { kind: 'normal' };
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await database.close();
  });

  const everything = (more: string): Promise<unknown> =>
    catalogue.ask(`{
      catalogue { edges { node { id title { text } } } sources { state reason syncedAt } }
      cooperatives { edges { node { id name status statusReason statusSince ${more} } } }
      service(id: "karhu:siivous") { id cooperative { statusReason ${more} } }
      _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
        ... on Cooperative { name status statusReason ${more} }
      }
    }`);

  const detailFor = (...roles: readonly string[]): Promise<unknown> =>
    catalogue.read(
      '{ cooperative(id: "karhu") { statusDetail } }',
      'cooperative.statusDetail',
      withRoles(...roles).caller,
    );

  it.each(ANSWERS)('never leaves the hub, though it be written in %s', async (_name, behaviour) => {
    karhu.behaviour = behaviour;

    const poked = await catalogue.send('POST', '/poke/karhu');
    const looked = await catalogue.look('karhu');

    const left = [
      poked,
      looked,
      await everything('statusDetail'),
      await catalogue.send('GET', '/registry'),
      await catalogue.send('PUT', '/registry/karhu', { body: { url: karhu.url } }),
      await catalogue.send('GET', '/ready'),
    ];
    expect(looked).toMatchObject({ kind: 'failed' });
    expect(poked.status).toBe(502);
    expect(JSON.stringify(left)).not.toMatch(LEAK);
  });

  it('is told to the operator in the log, to the coordinator and to its own staff', async () => {
    const words = 'There is no table "slots"';
    karhu.behaviour = errors({ message: `${words} for maija@example.org ${'x'.repeat(10_000)}` });

    await catalogue.look('karhu');

    const told = await detailFor('COORDINATOR');
    expect(told).toContain(`${words} for … xxx`);
    expect(String(told).length).toBeLessThanOrEqual(500);
    expect(await detailFor('STAFF karhu')).toBe(told);
    expect(await Promise.all(OTHERS.map((role) => detailFor(role)))).toEqual(
      OTHERS.map(() => null),
    );
    expect(logged).toContain('There is no table \\"slots\\" for … xxx');
    expect(logged.length).toBeLessThan(1_500);
    karhu.behaviour = { kind: 'normal' };
    await catalogue.look('karhu');
    expect(await detailFor('COORDINATOR')).toBeNull();
  });

  it('is told as it is now, and to nobody who follows the registry, when only its words change', async () => {
    const revision = async (): Promise<unknown> =>
      ((await catalogue.send('GET', '/registry')).json as { revision: number }).revision;
    karhu.behaviour = errors({ message: 'one' });
    await catalogue.look('karhu');
    const before = await revision();
    karhu.behaviour = errors({ message: 'two' });

    await catalogue.look('karhu');

    expect(await detailFor('COORDINATOR')).toBe('two');
    expect(await revision()).toBe(before);
  });

  it('is kept nowhere where it may be the number of a person', async () => {
    karhu.behaviour = edit({ 'changes.1.cooperative.businessId': '19'.repeat(30) });

    await catalogue.look('karhu');

    const detail = '{ cooperative(id: "karhu") { statusDetail statusReason } }';
    const told = await catalogue.read(detail, 'cooperative', withRoles('COORDINATOR').caller);
    expect(told).toMatchObject({ statusDetail: null });
    expect(JSON.stringify(told) + logged).not.toContain('1919');
  });
});
