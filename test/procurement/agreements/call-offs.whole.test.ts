import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PEOPLE, PORI } from '../../booking/access/people.js';
import { asking } from '../../support/fakes/hub-keys.js';
import { startAgreements, type Shown } from './agreements-network.js';

type Network = Awaited<ReturnType<typeof startAgreements>>;

let network: Network;

beforeAll(async () => {
  network = await startAgreements();
});
afterAll(() => network.close());

const ask: Network['ask'] = (...question) => network.ask(...question);
const send: Network['send'] = (...command) => network.send(...command);
const make: Network['make'] = (...command) => network.make(...command);
const made: Network['made'] = (...command) => network.made(...command);
const read: Network['read'] = (...question) => network.read(...question);
const order: Network['order'] = (...command) => network.order(...command);

describe('an agreement', () => {
  it('is made once by its organisation, whose it is where none is named', async () => {
    const idempotencyKey = randomUUID();
    const first = await made({ idempotencyKey });
    expect(first).toMatchObject({ organisationId: PORI, warnings: [], use: { orders: 0 } });
    expect((await made({ idempotencyKey })).id).toBe(first.id);
    const other = await make({ idempotencyKey, title: 'Muu' });
    expect(other.payload).toMatchObject({
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
    expect((await make({ organisationId: null }, PEOPLE.coordinator)).payload).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field: ['organisationId'] }],
    });
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

  const price = (cpv: string, net = '20.00') => ({ cpv, unit: 'HOUR', net });
  it.each([
    [{ idempotencyKey: '' }, 'idempotencyKey'],
    [{ from: '2027-12-31', to: '2027-01-01' }, 'to'],
    [{ to: '2037-01-02' }, 'to'],
    [{ cpv: ['90910000-8'] }, 'cpv.0'],
    [{ cpv: [] }, 'cpv'],
    [{ ceiling: '0' }, 'ceiling'],
    [{ ceiling: '12,50' }, 'ceiling'],
    [{ country: 'NO' }, 'country'],
    [{ country: 'SE' }, 'country'],
    [{ title: ' ' }, 'title'],
    [{ cooperatives: ['Karhu!'] }, 'cooperatives.0'],
    [{ prices: [price('90910000', 'x')] }, 'prices.0.net'],
    [{ prices: [price('90911200'), price('90900000')] }, 'prices.1.cpv'],
    [{ prices: [price('90911200'), price('90911200')] }, 'prices.1'],
    [{ reserved: 'RES_PUB_SER' }, 'cpv.0'],
    [{ reserved: 'RES_PUB_SER', cpv: ['85312000'], to: '2030-01-01' }, 'to'],
  ])('is not made of %j', async (input, field) => {
    expect((await make(input)).payload).toMatchObject({
      agreement: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: field.split('.') }],
    });
  });

  it('is made of another organisation by nobody', async () => {
    expect((await make({ organisationId: 'nobody' })).code).toBe('FORBIDDEN');
  });

  it('is made with cooperatives of the network alone, which offer what it buys, in its currency', async () => {
    const refused = async (cooperative: string) =>
      (await make({ cooperatives: ['karhu', cooperative] })).payload?.userErrors;

    expect(await refused('stranger')).toMatchObject([
      { code: 'NOT_FOUND', field: ['cooperatives'] },
    ]);
    for (const [cooperative, why] of [
      ['lumo', 'nothing of it'],
      ['roxen', 'in SEK'],
    ] as const) {
      expect(await refused(cooperative)).toMatchObject([
        {
          ...{ code: 'OUTSIDE_AGREEMENT', field: ['cooperatives'] },
          message: expect.stringContaining(why),
        },
      ]);
    }
  });

  it('has its orders priced as was agreed', async () => {
    const { id } = await made({ prices: [price('90910000', '20.05')] });
    await order(id, 8);

    expect((await read(id)).agreement?.use).toMatchObject({ net: '20.05', percent: '28.6' });
  });

  it('has its orders counted against its ceiling, and refuses what is outside of it', async () => {
    const { id } = await made();
    expect((await order(id, 8)).data.placeOrder.order).not.toBeNull();
    expect((await read(id)).agreement).toMatchObject({
      use: {
        net: '28.00',
        percent: '40.0',
        orders: 1,
        latest: [{ reference: expect.any(String), state: 'CONFIRMED', net: '28.00' }],
      },
      warnings: [],
    });
    await order(id, 9);
    const { agreement } = await read(id);
    expect(agreement?.use?.percent).toBe('80.0');
    expect(agreement?.warnings.map(({ code }) => code)).toEqual(['CEILING_80']);
    expect(agreement?.warnings[0]?.text.text).toContain('56,00 / 70,00 EUR (80,0 %)');
    await order(id, 10);
    expect((await read(id)).agreement?.warnings.map(({ code }) => code)).toEqual(['CEILING_100']);
    const ended = await send('endAgreement', { agreementId: id, on: '2027-03-21' });
    expect(ended.payload?.agreement?.to).toBe('2027-03-21');
    const late = await order(id, 11);
    expect(late.data.placeOrder).toMatchObject({
      order: null,
      userErrors: [{ code: 'OUTSIDE_AGREEMENT' }],
    });
    const past = await send('endAgreement', { agreementId: id, on: '2027-01-02' });
    expect(past.payload?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['on'] }]);
    const again = await send('endAgreement', { agreementId: id, on: '2027-12-31' });
    expect(again.payload?.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['on'] }]);
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

  it('shows its complaints to those who may read it, the latest first', async () => {
    const { id } = await made();
    const placed = await order(id, 12);
    const orderReference = placed.data.placeOrder.order?.reference;
    const about = { agreementId: id, cooperative: 'karhu' };
    await send('recordComplaint', { ...about, idempotencyKey: 'c1', kind: 'DELAY' });
    const late = { ...about, idempotencyKey: 'c2', kind: 'QUALITY', orderReference };
    await send('recordComplaint', late);

    const { complaints } = (await read(id, PEOPLE.staff)).agreement ?? {};
    expect(complaints).toMatchObject({
      edges: [{ node: { cooperative: { id: 'karhu' }, kind: 'QUALITY', orderReference } }],
      pageInfo: { hasNextPage: true },
    });
    const { data } = await ask<{ agreement: Pick<Shown, 'complaints'> }>(
      `query ($id: ID!, $after: String) { agreement(id: $id) {
        complaints(after: $after) { edges { node { kind orderReference } } pageInfo { hasNextPage } } } }`,
      { id, after: complaints?.edges[0]?.cursor },
      PEOPLE.officer,
    );
    expect(data?.agreement.complaints).toEqual({
      edges: [{ node: { kind: 'DELAY', orderReference: null } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('takes complaints about its own orders alone', async () => {
    const [one, other] = [await made(), await made()];
    const placed = await order(other.id, 13);
    const complain = async (orderReference: string, cooperative = 'karhu') => {
      const input = { agreementId: one.id, cooperative, kind: 'DELAY', orderReference };
      const { payload } = await send('recordComplaint', { ...input, idempotencyKey: 'c' });
      return payload?.userErrors[0];
    };

    const field = ['orderReference'];
    expect(await complain('AAA-AAA')).toMatchObject({ code: 'NOT_FOUND', field });
    const others = placed.data.placeOrder.order?.reference ?? '';
    expect(await complain(others)).toMatchObject({ code: 'NOT_FOUND', field });
    expect(await complain('x')).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is shown without its use while the booking process does not tell', async () => {
    const { id } = await made({ to: '2027-04-01' });
    network.bookingClient.moveTo('http://127.0.0.1:9');
    try {
      expect((await read(id)).agreement).toMatchObject({
        ...{ use: null, followUp: null },
        warnings: [{ code: 'EXPIRES_WITHIN_60_DAYS' }],
      });
    } finally {
      network.bookingClient.moveTo(network.booking.url);
    }
  });

  it('tells the booking process alone of its terms', async () => {
    const { id } = await made({ prices: [price('90910000', '20.05')] });
    const told = (scope: 'agreements' | 'read') =>
      fetch(`${network.url}/agreements/${id}`, {
        headers: asking('procurement', '', null, { process: 'booking', scope }),
      });
    expect((await told('read')).status).toBe(403);
    expect((await fetch(`${network.url}/agreements/${id}`)).status).toBe(403);
    expect(await (await told('agreements')).json()).toEqual({
      ...{ organisationId: PORI, cooperatives: ['karhu'] },
      ...{ startsAt: '2026-12-31T22:00:00.000Z', endsAt: '2027-12-31T22:00:00.000Z' },
      ...{ cpv: ['90910000'], currency: 'EUR' },
      prices: [{ cpv: '90910000', unit: 'HOUR', netMinor: 2_005 }],
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
