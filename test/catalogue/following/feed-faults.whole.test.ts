import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { startCatalogue, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openFreshDatabase } from '../../support/database.js';
import { put } from '../../support/json-path.js';
import { FakeCooperative, type Behaviour } from '../../support/fakes/cooperative.js';

const PROFILE = {
  id: 'karhu',
  name: 'Karhu',
  country: 'FI',
  businessId: '1572860-0',
  timeZone: 'Europe/Helsinki',
  municipality: 'FI-609',
  serves: [],
  languages: [],
  evidence: [],
  contact: null,
};
const SCRIPT = 'javascript:alert(1)';
const picture = { url: SCRIPT, alt_fi: null, alt_sv: null, alt_en: null };

/** What is put where in an answer, and where the reason says it is. Row 0 is the profile, row 1 the service. */
const PAGES: readonly [name: string, edits: Readonly<Record<string, unknown>>, reason: string][] = [
  ['no epoch', { epoch: undefined }, 'epoch:'],
  ['a revision that is a string', { revision: '3' }, 'revision:'],
  ['changes that are no list', { changes: {} }, 'changes:'],
  ['hasMore without changes', { changes: [], hasMore: true }, 'hasMore:'],
  ['a last row below the latest', { revision: 5 }, 'changes:'],
  ['no last row', { 'changes.1': undefined, 'changes.length': 1 }, 'changes:'],
  ['no rows though there are newer ones', { changes: [] }, 'changes:'],
  ['hasMore at the latest', { hasMore: true }, 'hasMore:'],
  ['a latest revision below what was read', { revision: 1, changes: [] }, 'revision:'],
  ['rows in falling order', { 'changes.1.revision': 1 }, 'changes[1].revision:'],
  ['a revision above the latest', { 'changes.1.revision': 99 }, 'changes[1].revision:'],
  ['neither service nor profile', { 'changes.1.service': null }, 'changes[1]:'],
  ['both', { 'changes.1.cooperative': PROFILE }, 'changes[1]:'],
  ["another's service", { 'changes.1.service.id': 'lumo:x' }, 'changes[1].service.id:'],
  ['a malformed id', { 'changes.1.service.id': 'karhu:ä' }, 'changes[1].service.id:'],
  ["another's profile", { 'changes.0.cooperative.id': 'lumo' }, 'changes[0].cooperative.id:'],
  ['an unknown kind', { 'changes.1.service.kind': 'GIFT' }, 'changes[1].service.kind:'],
  ['a null kind', { 'changes.1.service.kind': null }, 'changes[1].service.kind:'],
  ['a check digit', { 'changes.1.service.cpv': ['90910000-9'] }, 'changes[1].service.cpv[0]:'],
  ['a string for a list', { 'changes.1.service.cpv': '90910000' }, 'changes[1].service.cpv:'],
  ['no municipality', { 'changes.1.service.municipalities': ['609'] }, 'municipalities[0]:'],
  ['a price in no form', { 'changes.1.service.price.net': '28,00' }, 'price.net:'],
  ['a price as number', { 'changes.1.service.price.net': 28 }, 'price.net:'],
  ['a wrong gross', { 'changes.1.service.price.gross': '35.15' }, 'price.gross:'],
  ['VAT above 100', { 'changes.1.service.price.vatRate': '101' }, 'price.vatRate:'],
  ['an unknown currency', { 'changes.1.service.price.currency': 'USD' }, 'price.currency:'],
  ['no title', { 'changes.1.service.title_fi': null }, 'service.title:'],
  ['a long title', { 'changes.1.service.title_fi.text': 'x'.repeat(501) }, 'title_fi.text:'],
  ['a picture from a script', { 'changes.1.service.images': [picture] }, 'images[0].url:'],
  ['no such day', { 'changes.1.service.updatedAt': '2026-02-30T00:00:00Z' }, 'updatedAt:'],
  ['an unknown scheme', { 'changes.0.cooperative.evidence': [{ scheme: 'GUILD' }] }, '[0].scheme:'],
  ['no company', { 'changes.0.cooperative.businessId': '0000000-0' }, 'cooperative.businessId:'],
  ['no such time zone', { 'changes.0.cooperative.timeZone': 'Turku' }, 'cooperative.timeZone:'],
  [
    'a contact behind a script',
    { 'changes.0.cooperative.contact': { email: null, phone: null, url: SCRIPT } },
    'contact.url:',
  ],
];

/** What is put where in the summary of row 1. */
const SUMMARIES: readonly [name: string, edits: object, reason: string][] = [
  ['no such day', { from: '2027-02-29' }, 'capacity.from:'],
  ['a minimum of nothing', { minMinutes: 0 }, 'capacity.minMinutes:'],
  ['no minimum', { minMinutes: undefined }, 'capacity.minMinutes:'],
  ['half minutes', { longestMinutes: [480, 0.5] }, 'capacity.longestMinutes[1]:'],
  ['less than nothing', { longestMinutes: [-1] }, 'capacity.longestMinutes[0]:'],
  ['longer than a year', { longestMinutes: [527_041] }, 'capacity.longestMinutes[0]:'],
  ['null for a day', { longestMinutes: [null] }, 'capacity.longestMinutes[0]:'],
  ['too many days', { longestMinutes: Array(401).fill(0) }, 'capacity.longestMinutes:'],
  ['a list for a summary', [480], 'service.capacity:'],
];

const json = (body: string): Behaviour => ({
  kind: 'raw',
  status: 200,
  type: 'application/json',
  body,
});

const ANSWERS: readonly [name: string, behaviour: Behaviour, reason: string][] = [
  [
    'HTML',
    { kind: 'raw', status: 200, type: 'text/html', body: '<p>' },
    'wanted plain JSON, got text/html',
  ],
  [
    'status 500',
    { kind: 'raw', status: 500, type: 'application/json', body: '{}' },
    'HTTP status 500',
  ],
  ['a redirect', { kind: 'raw', status: 302, type: 'text/html', body: '' }, 'HTTP status 302'],
  ['no JSON', json('{"data":'), 'wanted JSON'],
  ['a JSON number', json('5'), 'wanted a GraphQL answer'],
  ['null', json('null'), 'wanted a GraphQL answer'],
  ['no data', json('{"data":null}'), 'expected object'],
  ['errors', json('{"errors":[{"message":"Out\\nof order."}]}'), 'it has errors'],
  [
    'errors with a code of ours',
    json('{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}'),
    'it has errors (UNAUTHENTICATED)',
  ],
  [
    'a part of it with errors',
    json(
      '{"data":{"catalogueChanges":null},"errors":[{"message":"x","path":["catalogueChanges"]}]}',
    ),
    'it has errors',
  ],
  ['errors that are none', json('{"errors":{"length":1}}'), 'wanted a GraphQL answer'],
];

describe('an endpoint that answers something else than its feed', () => {
  let database: Database;
  let karhu: FakeCooperative;
  let lumo: FakeCooperative;
  let catalogue: RunningCatalogue;

  beforeAll(async () => {
    database = await openFreshDatabase();
    karhu = await FakeCooperative.start('karhu');
    lumo = await FakeCooperative.start('lumo');
    catalogue = await startCatalogue(database, {
      registry: new Map([
        ['karhu', karhu.url],
        ['lumo', lumo.url],
      ]),
    });
  });
  beforeEach(async () => {
    karhu.behaviour = { kind: 'normal' };
    karhu.replaceDatabase(`before ${expect.getState().currentTestName ?? ''}`.slice(0, 200));
    karhu.publish('siivous', { title: { fi: 'Ennen' } });
    await catalogue.look('karhu');
    karhu.putProfile({ name: 'Jälkeen' });
    karhu.publish('siivous', { title: { fi: 'Jälkeen' } });
  });
  afterEach(() => {
    karhu.behaviour = { kind: 'normal' };
  });
  afterAll(async () => {
    await catalogue.close();
    await karhu.close();
    await lumo.close();
    await database.close();
  });

  const expectRefused = async (behaviour: Behaviour, reason: string): Promise<void> => {
    karhu.behaviour = behaviour;
    const outcome = await catalogue.look('karhu');
    const { data } = await catalogue.ask(`{
      service(id: "karhu:siivous") { title { text } cooperative { name status statusReason } }
      catalogue { sources { cooperative { id } state reason } }
    }`);
    karhu.behaviour = { kind: 'normal' };
    const recovered = await catalogue.look('karhu');

    expect(outcome).toEqual({ kind: 'failed', reason: expect.stringContaining(reason) as unknown });
    const failed = outcome?.kind === 'failed' ? outcome.reason : '';
    expect(data).toEqual({
      service: {
        title: { text: 'Ennen' },
        cooperative: { name: 'Osuuskunta karhu', status: 'ACTIVE', statusReason: failed },
      },
      catalogue: {
        sources: [
          { cooperative: { id: 'karhu' }, state: 'STALE', reason: failed },
          { cooperative: { id: 'lumo' }, state: 'FRESH', reason: null },
        ],
      },
    });
    expect(recovered).toEqual({ kind: 'read', revision: karhu.revision });
  };

  it.each(PAGES)('is refused as a whole, for a reason: %s', async (_name, edits, reason) => {
    const tamper = (page: object): void => {
      for (const [path, value] of Object.entries(edits)) put(page, path, value);
    };
    await expectRefused({ kind: 'tamper', tamper }, reason);
  });

  it.each(SUMMARIES)(
    'is refused as a whole for a summary with %s',
    async (_name, edits, reason) => {
      const valid = { from: '2026-11-23', minMinutes: 60, longestMinutes: [480] };
      const capacity = Array.isArray(edits) ? edits : { ...valid, ...edits };
      const tamper = (page: object): void => {
        put(page, 'changes.1.service.capacity', capacity);
      };
      await expectRefused({ kind: 'tamper', tamper }, reason);
    },
  );

  it.each(ANSWERS)('is refused, for a reason: %s', async (_name, behaviour, reason) => {
    await expectRefused(behaviour, reason);
  });
});
