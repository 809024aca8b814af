import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import { startMarkedNetwork, type Came, type MarkedNetwork } from './marked-network.js';

/** In every field of an order that is nobody else's to know, but for the name by which lists call it. */
const MARKER = /ruusu|orvokki|8765432/i;
const BUYER = {
  ...{ name: 'Aino Aalto', municipality: 'FI-609' },
  ...{ email: 'ruusu@example.org', phone: '+358 40 8765432' },
};
const DETAILS = {
  place: { street: 'Ruusukuja 4', postalCode: '28100', accessNote: 'Avain on orvokkiruukussa' },
  ...{ wish: 'Ruusut vasta lopuksi', reference: 'Orvokki-12', language: 'fi' },
  invoicing: { eInvoiceAddress: '9930:ruusu', operator: 'ORVOKKI' },
};

const CONTACT = 'name email phone';
const FIELDS = `details { wish reference language invoicing { eInvoiceAddress operator }
  place { street postalCode municipality latitude longitude accessNote } }`;
const ORDER = `id state reference problem buyer { ${CONTACT} } ${FIELDS} history { text } legs { state bookings { id customer { ${CONTACT} ${FIELDS} } } }`;
const HOLD = `mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { id state } secret userErrors { code message } } }`;
const CONFIRM = `mutation ($input: OrderActionInput!) { confirmOrder(input: $input) { order { state } userErrors { code message } } }`;
const REQUEST = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) { request { id state } userErrors { code message } } }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) {
  isDoneHere missing { cooperative { id } } userErrors { code message } } }`;
const READ = `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { ${ORDER} } }`;

/** Everything that has anything to do with orders, or with what is booked, and is no order by itself. */
const PLACES = [
  `{ orders { edges { node { ${ORDER} } } } }`,
  `{ workRequests { edges { node { what problem caller { ${CONTACT} } ${FIELDS} order { ${ORDER} } offers { note caller { ${CONTACT} } } } } } }`,
  ...['karhu', 'lumo'].flatMap((id) => [
    `{ workOffers(cooperative: "${id}") { what municipality note caller { ${CONTACT} } } }`,
    `{ cooperative(id: "${id}") { name waitingList { orderReference }
      bookings(from: "2027-03-22", to: "2027-03-23") { edges { node { orderReference state customer { ${CONTACT} ${FIELDS} } } } } } }`,
    `{ service(id: "${id}:siivous") { availability(from: "2027-03-22", to: "2027-03-23") { status starts { time } } } }`,
  ]),
  '{ catalogue { edges { node { service { id } } } } }',
  '{ auditEntries(from: "2020-01-01T00:00:00Z") { edges { node { act record fields subject } } } }',
];
const FEED = `{ catalogueChanges(since: 0) { changes { cooperative { name contact { email phone } }
  service { title { text } description { text } capacity { from } } } } }`;
const ACCOUNTS = [null, 'staff:karhu', 'staff:lumo', 'coordinator', 'auditor'] as const;

let marked: MarkedNetwork;
let headersOf: Map<string | null, Readonly<Record<string, string>>>;
beforeAll(async () => {
  marked = await startMarkedNetwork();
  headersOf = new Map([[null, {}]]);
  for (const account of ACCOUNTS) {
    if (account !== null) headersOf.set(account, await marked.network.as(account));
  }
});
afterAll(() => marked.close());

/** Asks the gateway as an account does; null for the public. */
async function askAs(account: string | null, query: string, variables: object = {}): Promise<Came> {
  const url = `${marked.network.urlByName.get('gateway') ?? ''}/graphql`;
  const response = await fetch(url, {
    ...{ method: 'POST', body: JSON.stringify({ query, variables }) },
    headers: { 'content-type': 'application/json', ...headersOf.get(account) },
  });
  const text = await response.text();
  const headers = JSON.stringify([...response.headers]);
  return { headers, text, json: JSON.parse(text) as Came['json'] };
}

/** Who is told something of it, and where: each place twice, as caches would have it. */
async function tellers(): Promise<string[]> {
  const told = new Set<string>();
  for (const account of ACCOUNTS) {
    for (const place of [...PLACES, ...PLACES]) {
      const { text, headers } = await askAs(account, place);
      if (MARKER.test(text) || MARKER.test(headers)) {
        told.add(`${account ?? 'the public'}: ${/\w+(?:\(\w+: "\w+)?/.exec(place)?.[0] ?? ''}`);
      }
    }
  }
  for (const id of ['karhu', 'lumo']) {
    const { text, json } = await marked.follow(id, FEED);
    expect(json.errors).toBeUndefined();
    if (MARKER.test(text)) told.add(`the feed of ${id}`);
  }
  return [...told];
}

const loggedLines = (): string[] =>
  marked.network
    .complaint()
    .split('\n')
    .filter((line) => MARKER.test(line));

describe('what an order says of its buyer', () => {
  it('is nowhere before it is confirmed, then with its owners and by its secret, and nowhere once the person is forgotten', async () => {
    const held = await askAs(null, HOLD, {
      input: {
        ...{ idempotencyKey: randomUUID(), channel: 'WEB', buyer: BUYER, details: DETAILS },
        legs: ['karhu', 'lumo'].map((id) => ({
          serviceId: `${id}:siivous`,
          ...{ start: '2027-03-22T07:00:00Z', minutes: 60 },
        })),
      },
    });
    const { order, secret } = held.json.data?.['holdOrder'] as {
      order: { id: string; state: string };
      secret: string;
    };
    const asked = await askAs(null, REQUEST, {
      input: {
        ...{ idempotencyKey: randomUUID(), channel: 'WEB', caller: BUYER, details: DETAILS },
        ...{ what: 'Siivousta', cpv: ['90910000'], municipality: 'FI-609' },
        ...{ start: '2027-03-23T07:00:00Z', minutes: 60 },
      },
    });
    const refused = await askAs(null, HOLD, {
      input: {
        ...{ idempotencyKey: randomUUID(), channel: 'WEB', legs: [] },
        buyer: { ...BUYER, phone: 'ruusu', email: 'orvokki' },
        details: { ...DETAILS, place: { ...DETAILS.place, postalCode: 'ruusu' } },
      },
    });
    const readBy = async (account: string | null) =>
      (await askAs(account, READ, { id: order.id })).text;

    expect(order.state).toBe('HELD');
    expect(asked.json.data).toMatchObject({ createRequest: { request: { state: 'OFFERED' } } });
    expect(refused.text).toContain('BAD_USER_INPUT');
    expect([held, asked, refused].filter(({ text }) => MARKER.test(text))).toEqual([]);
    expect(await tellers()).toEqual([]);
    for (const account of [null, 'staff:karhu', 'staff:lumo', 'auditor']) {
      expect(await readBy(account)).not.toMatch(MARKER);
    }
    expect((await askAs(null, READ, { id: order.id, secret })).text).toMatch(MARKER);
    expect(await readBy('coordinator')).toMatch(MARKER);

    const input = { idempotencyKey: randomUUID(), orderId: order.id, secret };
    const confirmed = await askAs(null, CONFIRM, { input });

    expect(confirmed.json.data).toMatchObject({ confirmOrder: { order: { state: 'CONFIRMED' } } });
    expect(await tellers()).toEqual([
      'staff:karhu: cooperative(id: "karhu',
      'staff:lumo: cooperative(id: "lumo',
    ]);
    for (const account of [null, 'staff:karhu', 'staff:lumo', 'auditor']) {
      expect(await readBy(account)).not.toMatch(MARKER);
    }
    const read = await askAs(null, READ, { id: order.id, secret });
    expect(read.json.data).toMatchObject({
      order: {
        buyer: { email: BUYER.email, phone: BUYER.phone },
        details: { ...DETAILS, place: { ...DETAILS.place, municipality: 'FI-609' } },
        // Of a booking it tells nobody but its owner whom it is for.
        legs: [{ bookings: [{ customer: null }] }, { bookings: [{ customer: null }] }],
      },
    });

    const erase = { idempotencyKey: randomUUID(), email: BUYER.email, phone: BUYER.phone };
    const isErased = await eventually(
      () => askAs('coordinator', ERASE, { input: erase }),
      ({ json }) => (json.data?.['erasePerson'] as { missing: unknown[] }).missing.length === 0,
    );

    expect(isErased.json.data).toMatchObject({ erasePerson: { isDoneHere: true } });
    expect(await tellers()).toEqual([]);
    const left = await askAs(null, READ, { id: order.id, secret });
    expect(left.json.data).toMatchObject({ order: { state: 'CONFIRMED', details: null } });
    expect(left.text).not.toMatch(MARKER);
    expect(marked.network.complaint()).not.toBe('');
    expect(loggedLines()).toEqual([]);
  });
});
