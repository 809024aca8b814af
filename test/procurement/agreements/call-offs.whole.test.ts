import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { ProcessClient } from '../../../subgraphs/shared/identity/processes/routes/process-client.js';
import { AgreementsClient } from '../../../subgraphs/booking/orders/agreements/agreements-client.js';
import { CallOffsClient } from '../../../subgraphs/procurement/agreements/call-offs-client.js';
import { createProcurementServer } from '../../../subgraphs/procurement/server.js';
import type { SubgraphServer } from '../../../subgraphs/shared/graphql/subgraph-server.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PEOPLE, PORI } from '../../booking/access/people.js';
import {
  BUYER,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
} from '../../booking/support.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { openFreshDatabase } from '../../support/database.js';
import { asking, processKeyOf, signerOf, verifierOf } from '../../support/fakes/hub-keys.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';

const log = pino({ level: 'silent' });
const TERMS = {
  ...{ country: 'FI', kind: 'FRAMEWORK', title: 'Koulujen siivous', unit: 'Kuninkaanhaan koulu' },
  ...{ cpv: ['90910000'], cooperatives: ['karhu'], ceiling: '70.00', currency: 'EUR' },
  ...{ from: '2027-01-01', to: '2027-12-31' },
};
const SHOWN = `id organisationId cpv to cooperatives { id } warnings { code text(language: "fi") { text } }
  use { net percent orders latest { orderId reference } }
  followUp { cooperative { id } promisedMinutes deliveredMinutes complaints }`;

interface Shown {
  readonly id: string;
  readonly to: string;
  readonly organisationId: string;
  readonly warnings: readonly { readonly code: string; readonly text: { readonly text: string } }[];
  readonly use: { readonly net: string; readonly percent: string; readonly orders: number } | null;
  readonly followUp: readonly object[] | null;
}
interface Payload {
  readonly agreement: Shown | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
}

let databases: Database[];
let owners: FakeOwners;
let booking: RunningBooking;
let procurement: SubgraphServer;
let url: string;
let bookingClient: ProcessClient;
let procurementClient: ProcessClient;
let callOffs: CallOffsClient;
const clock = new TestClock();

beforeAll(async () => {
  databases = [await openFreshDatabase(), await openFreshDatabase()];
  owners = await startFakeOwners(['karhu', 'lumo'], clock);
  for (const id of owners.ids) owners.owner(id).ledger.capacityByService.set(`${id}:siivous`, 100);
  procurementClient = new ProcessClient({
    ...{ url: 'http://127.0.0.1:9', audience: 'procurement', scope: 'agreements' },
    signer: signerOf('booking'),
  });
  const agreements = new AgreementsClient(procurementClient, log);
  booking = await startBooking(databases[0] as Database, owners, clock, { agreements });
  bookingClient = new ProcessClient({
    ...{ url: booking.url, audience: 'booking', scope: 'orders' },
    signer: signerOf('procurement'),
  });
  callOffs = new CallOffsClient(bookingClient, log);
  procurement = await createProcurementServer({
    connection: (databases[1] as Database).connection,
    ...{ databaseTimeoutMs: units(100), registryUrl: owners.registry.url, registryPollMs: 60_000 },
    ...{ catalogueUrl: 'http://127.0.0.1:9/graphql', lists: BUILT_IN_LISTS, callOffs, clock },
    ...{ signer: signerOf('procurement'), verifier: verifierOf('procurement') },
    ...{ recordKey: processKeyOf('procurement'), ocidPrefix: 'ocds-213czf', isProduction: false },
    ...{ ownerTimeoutMs: units(20), answerWithinMs: units(100), log },
  });
  url = await procurement.listen('127.0.0.1', 0);
  procurementClient.moveTo(url);
});
afterAll(async () => {
  await procurement.close();
  await booking.close();
  await bookingClient.close();
  await procurementClient.close();
  await owners.close();
  for (const database of databases) await database.close();
});

interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

async function ask<Data>(query: string, variables: object, asker: Asker): Promise<Answer<Data>> {
  const body = JSON.stringify({ query, variables });
  const headers = asking('procurement', body, asker.caller);
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', ...headers },
  });
  return (await response.json()) as Answer<Data>;
}
const send = async (name: string, input: object, asker: Asker = PEOPLE.officer) => {
  const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
    agreement { ${SHOWN} } userErrors { code field } } }`;
  const { data, errors = [] } = await ask<Record<string, Payload>>(query, { input }, asker);
  return { payload: data?.[name] ?? null, code: errors[0]?.extensions.code ?? null };
};
const make = (input: object = {}, asker: Asker = PEOPLE.officer) =>
  send('makeAgreement', { idempotencyKey: randomUUID(), ...TERMS, ...input }, asker);
const made = async (input: object = {}): Promise<Shown> => {
  const { payload, code } = await make(input);
  if (!payload?.agreement) throw new Error(JSON.stringify([payload, code]));
  return payload.agreement;
};
const read = async (id: string, asker: Asker = PEOPLE.officer) => {
  const query = `query ($id: ID!) { agreement(id: $id) { ${SHOWN} } }`;
  const { data, errors = [] } = await ask<{ agreement: Shown | null }>(query, { id }, asker);
  return { agreement: data?.agreement ?? null, code: errors[0]?.extensions.code ?? null };
};
const order = (agreementId: string, hour: number) =>
  booking.ask<{ placeOrder: { order: { id: string } | null; userErrors: object[] } }>(
    `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }`,
    {
      input: {
        ...orderOf([leg('karhu', hour)], { buyer: { ...BUYER, organisationId: PORI } }),
        ...{ idempotencyKey: randomUUID(), agreementId },
      },
    },
    PEOPLE.officer,
  );

describe('an agreement', () => {
  it('is made once by its organisation, whose it is where none is named', async () => {
    const idempotencyKey = randomUUID();
    const first = await made({ idempotencyKey });
    expect(first).toMatchObject({ organisationId: PORI, warnings: [], use: { orders: 0 } });
    expect((await made({ idempotencyKey })).id).toBe(first.id);
    const other = await make({ idempotencyKey, title: 'Muu' });
    expect(other.payload).toEqual({
      agreement: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
    });
  });

  it('is made and read by whose it is, and by nobody else', async () => {
    const { id } = await made();
    const making = async (asker: Asker, organisationId: string | null = PORI) =>
      (await make({ organisationId }, asker)).code;
    expect(await making(PEOPLE.public)).toBe('UNAUTHENTICATED');
    expect(await making(PEOPLE.officerOfTurku)).toBe('FORBIDDEN');
    expect(await making(PEOPLE.staff)).toBe('FORBIDDEN');
    expect(await making(PEOPLE.coordinator)).toBeNull();
    expect(await making(PEOPLE.coordinator, null)).toBe('BAD_USER_INPUT');
    const codes = [];
    for (const asker of [PEOPLE.officer, PEOPLE.coordinator, PEOPLE.staff, PEOPLE.machineOfPori]) {
      codes.push((await read(id, asker)).code);
    }
    expect(codes).toEqual([null, null, null, null]);
    expect((await read(id, PEOPLE.staffOfLumo)).code).toBe('FORBIDDEN');
    expect((await read(id, PEOPLE.officerOfTurku)).code).toBe('FORBIDDEN');
    expect((await read(id, PEOPLE.public)).code).toBe('UNAUTHENTICATED');
    expect(await read('none')).toEqual({ agreement: null, code: null });
  });

  it('is listed for whose it is, page by page', async () => {
    const list =
      'query ($after: String) { agreements(first: 1, after: $after) { edges { node { organisationId } cursor } pageInfo { hasNextPage } } }';
    type List = { agreements: { edges: { node: object; cursor: string }[]; pageInfo: object } };
    const turku = await ask<List>(list, {}, PEOPLE.officerOfTurku);
    expect(turku.data?.agreements.edges).toEqual([]);
    const first = await ask<List>(list, {}, PEOPLE.officer);
    expect(first.data?.agreements).toMatchObject({
      edges: [{ node: { organisationId: PORI } }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.data?.agreements.edges[0]?.cursor;
    const second = await ask<List>(list, { after }, PEOPLE.officer);
    expect(second.data?.agreements.edges).toHaveLength(1);
    expect((await ask(list, { after: 'x' }, PEOPLE.officer)).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it.each([
    [{ from: '2027-12-31', to: '2027-01-01' }, 'PERIOD_REVERSED'],
    [{ to: '2037-01-02' }, 'PERIOD_TOO_LONG'],
    [{ cpv: ['90910000-8'] }, 'CPV_CHECK_DIGIT'],
    [{ cpv: [] }, 'BAD_USER_INPUT'],
    [{ ceiling: '0' }, 'BAD_USER_INPUT'],
    [{ ceiling: '12,50' }, 'BAD_USER_INPUT'],
    [{ country: 'NO' }, 'BAD_USER_INPUT'],
    [{ title: ' ' }, 'BAD_USER_INPUT'],
    [{ organisationId: 'nobody' }, 'FORBIDDEN'],
    [{ cooperatives: ['Karhu!'] }, 'BAD_USER_INPUT'],
    [{ prices: [{ cpv: '90910000', unit: 'HOUR', net: 'x' }] }, 'BAD_USER_INPUT'],
  ])('is not made of %j', async (input, code) => {
    expect((await make(input)).code).toBe(code);
  });

  it('is made with cooperatives of the network alone', async () => {
    const { payload } = await make({ cooperatives: ['karhu', 'stranger'] });
    expect(payload?.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['cooperatives'] }]);
  });

  it('has its orders counted against its ceiling, and refuses what is outside of it', async () => {
    const { id } = await made();
    expect((await order(id, 8)).data.placeOrder.order).not.toBeNull();
    expect((await read(id)).agreement).toMatchObject({
      use: {
        net: '28.00',
        percent: '40.0',
        orders: 1,
        latest: [{ reference: expect.any(String) }],
      },
      warnings: [],
    });
    await order(id, 9);
    const { agreement } = await read(id);
    expect(agreement?.use?.percent).toBe('80.0');
    expect(agreement?.warnings.map(({ code }) => code)).toEqual(['CEILING_80']);
    expect(agreement?.warnings[0]?.text.text).toContain('56.00 / 70.00 EUR (80.0 %)');
    await order(id, 10);
    expect((await read(id)).agreement?.warnings.map(({ code }) => code)).toEqual(['CEILING_100']);
    const ended = await send('endAgreement', { agreementId: id, on: '2027-03-21' });
    expect(ended.payload?.agreement?.to).toBe('2027-03-21');
    const late = await order(id, 11);
    expect(late.data.placeOrder).toMatchObject({
      order: null,
      userErrors: [{ code: 'BAD_USER_INPUT' }],
    });
    const again = await send('endAgreement', { agreementId: id, on: '2027-12-31' });
    expect(again.payload?.userErrors).toEqual([{ code: 'INVALID_STATE', field: ['on'] }]);
  });

  it('counts complaints, each once', async () => {
    const { id } = await made();
    const input = { idempotencyKey: 'k1', agreementId: id, cooperative: 'karhu', kind: 'DELAY' };
    await send('recordComplaint', input);
    const { payload } = await send('recordComplaint', input);
    expect(payload?.agreement?.followUp).toMatchObject([{ complaints: 1 }]);
    const other = await send('recordComplaint', { ...input, kind: 'OTHER' });
    expect(other.payload?.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    const stranger = { ...input, idempotencyKey: 'k2', cooperative: 'lumo' };
    expect((await send('recordComplaint', stranger)).payload?.userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', field: ['cooperative'] },
    ]);
    expect(
      (await send('recordComplaint', { ...input, idempotencyKey: 'k3' }, PEOPLE.officerOfTurku))
        .code,
    ).toBe('FORBIDDEN');
  });

  it('is shown without its use while the booking process does not tell', async () => {
    const { id } = await made({ to: '2027-04-01' });
    bookingClient.moveTo('http://127.0.0.1:9');
    try {
      expect((await read(id)).agreement).toMatchObject({
        ...{ use: null, followUp: null },
        warnings: [{ code: 'EXPIRES_WITHIN_60_DAYS' }],
      });
    } finally {
      bookingClient.moveTo(booking.url);
    }
  });

  it('tells the booking process alone of its terms', async () => {
    const { id } = await made();
    const told = (scope: 'agreements' | 'read') =>
      fetch(`${url}/agreements/${id}`, {
        headers: asking('procurement', '', null, { process: 'booking', scope }),
      });
    expect((await told('read')).status).toBe(403);
    expect((await fetch(`${url}/agreements/${id}`)).status).toBe(403);
    expect(await (await told('agreements')).json()).toEqual({
      ...{ organisationId: PORI, cooperatives: ['karhu'] },
      ...{ startsAt: '2026-12-31T22:00:00.000Z', endsAt: '2027-12-31T22:00:00.000Z' },
    });
  });
});

describe('a limit of procurement law', () => {
  it('is told to everybody, with its source, in the value’s own currency', async () => {
    const query = `query ($input: ThresholdCheckInput!) { thresholdCheck(input: $input) {
      limits { scope amount isReached source } notice(language: "en") { text } } }`;
    const value = { country: 'FI', kind: 'SERVICES', value: '60000.00', currency: 'EUR' };
    const { data } = await ask<{ thresholdCheck: { limits: object[]; notice: object } }>(
      query,
      { input: { ...value, on: '2027-05-03' } },
      PEOPLE.public,
    );
    expect(data?.thresholdCheck.limits).toMatchObject([
      { scope: 'EU', amount: '216000.00', isReached: false },
      {
        scope: 'FI',
        amount: '60000.00',
        isReached: true,
        source: expect.stringContaining('1397/2016'),
      },
    ]);
    const bad = await ask(query, { input: { ...value, value: 'x' } }, PEOPLE.public);
    expect(bad.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
