import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { StoredOrder } from '../../../subgraphs/booking/store/collections.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { asking } from '../../support/fakes/hub-keys.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import { ask as askProcess } from '../../support/ask.js';
import { at } from '../../support/json-path.js';
import { catalogueOf, work } from '../exchange/support/exchange-works.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import {
  BUYER,
  forgetOrders,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type RunningBooking,
} from '../support.js';

const ORDER = `id problem history { text } legs { problem }`;
const TAKEN = {
  fi: 'karhu kieltäytyi rivistä 0 (SLOT_TAKEN): muut ehtivät ensin, joten tälle ei ole tilaa: 60 minuuttia, alku 22.3.2027 klo 12.00 (kohdassa "start").',
  sv: 'karhu avböjde rad 0 (SLOT_TAKEN): andra hann före, så det finns inte plats för 60 minuter från 22 mars 2027 kl. 12.00 (vid "start").',
  en: 'karhu refused leg 0 (SLOT_TAKEN): others were first, so there is no room for 60 minutes from 2027-03-22T12:00+02:00 (at "start").',
};

describe('what is said through the gateway', () => {
  let database: Database;
  let clock: TestClock;
  let owners: FakeOwners;
  let catalogue: FakeEndpoint;
  let booking: RunningBooking;
  let gateway: GatewayNetwork;

  beforeAll(async () => {
    database = await openFreshDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    clock = new TestClock();
    owners = await startFakeOwners(['karhu', 'lumo', 'tuki'], clock);
    owners.registry.set({ id: 'karhu', timeZone: 'Europe/Helsinki' });
    owners.registry.set({ id: 'lumo', timeZone: 'Europe/Stockholm' });
    owners.registry.set({ id: 'tuki', timeZone: 'Nowhere/At_All' });
    catalogue = await startFakeEndpoint(
      catalogueOf({ works: [work('karhu:siivous')], neverRead: [] }),
    );
    booking = await startBooking(database, owners, clock, { catalogueUrl: catalogue.url });
    const urls = `catalogue=http://127.0.0.1:9/graphql,booking=${booking.url}/graphql`;
    gateway = await startGatewayNetwork({ cooperatives: [], env: { SUBGRAPH_URLS: urls } });
  });
  afterEach(async () => {
    await gateway.close();
    await booking.close();
    await catalogue.close();
    await owners.close();
    await forgetOrders(database);
    await database.connection.collection('requests').deleteMany({});
  });

  const ask = async (language: string | null, query: string, variables: object) => {
    const headers = language === null ? {} : { 'accept-language': language };
    const { data, errors } = await gateway.ask(query, { ...variables }, headers);
    expect(errors).toBeUndefined();
    return data;
  };
  const place = (language: string | null, input: object) =>
    ask(
      language,
      `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
        order { ${ORDER} } secret userErrors { message } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
  const read = async (language: string | null, id: unknown, secret: unknown) =>
    at(
      await ask(
        language,
        `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { ${ORDER} } }`,
        { id, secret },
      ),
      'order',
    );
  /** With a leg that is had, and one that is not. */
  const placeInPart = async (language: string) => {
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    const legs = [leg('karhu'), leg('lumo')];
    const placed = await place(language, orderOf(legs, { policy: 'BEST_EFFORT' }));
    const [order, secret] = [at(placed, 'placeOrder.order'), at(placed, 'placeOrder.secret')];
    return { order, id: at(order, 'id'), secret };
  };

  it('is a refusal in the language of who asks, and of who repeats it, by the owner’s clocks', async () => {
    const buyer = { ...BUYER, municipality: 'SE-0180' };
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    const input = { ...orderOf([leg('karhu')], { buyer }), idempotencyKey: randomUUID() };
    const messageFor = async (language: string | null) =>
      at(await place(language, input), 'placeOrder.userErrors.0.message');

    expect(await messageFor('fi')).toBe(TAKEN.fi);
    expect(await messageFor('sv-SE')).toBe(TAKEN.sv);
    expect(await messageFor('en')).toBe(TAKEN.en);
    expect(await messageFor(null)).toBe(TAKEN.en);
    expect(await messageFor('de')).toBe(TAKEN.en);
  });

  it('has times by the buyer’s clocks where the owner’s are not known', async () => {
    await booking.command('placeOrder', orderOf([leg('tuki')]));
    await booking.command('placeOrder', orderOf([leg('lumo')]));

    const there = await place('sv', orderOf([leg('lumo')]));
    const here = await place('sv', orderOf([leg('tuki')]));

    expect(at(there, 'placeOrder.userErrors.0.message')).toContain('22 mars 2027 kl. 11.00');
    expect(at(here, 'placeOrder.userErrors.0.message')).toContain('22 mars 2027 kl. 12.00');
  });

  it('is a problem and a history that another reads in another language', async () => {
    const { order, id, secret } = await placeInPart('fi');
    const historyOf = (seen: unknown) =>
      (at(seen, 'history') as { text: string }[]).map(({ text }) => text);

    expect(at(order, 'legs.0.problem')).toBe(TAKEN.fi);
    expect(historyOf(order)).toEqual([
      'Tilaus tehtiin.',
      'Paikkoja pyydetään: karhu, lumo.',
      'Alustavasti varattu. Vahvistusta pyydetään: lumo.',
      `Tilaus on vahvistettu; hylättiin: ${TAKEN.fi}`,
    ]);
    const inSwedish = await read('sv', id, secret);
    expect(at(inSwedish, 'legs.0.problem')).toBe(TAKEN.sv);
    expect(historyOf(inSwedish)).toEqual([
      'Beställningen gjordes.',
      'Platser begärs: karhu, lumo.',
      'Preliminärt bokad. Bekräftelse begärs: lumo.',
      `Beställningen är bekräftad; avslogs: ${TAKEN.sv}`,
    ]);
    expect(historyOf(await read(null, id, secret))).toEqual([
      'The order was made.',
      'Places are asked for at karhu, lumo.',
      'Held. Confirmation is asked for at lumo.',
      `The order is confirmed; refused: ${TAKEN.en}`,
    ]);
  });

  it('is what keeps an order from going on', async () => {
    const placed = await booking.command('placeOrder', orderOf([leg('karhu'), leg('lumo')]));
    const [row] = owners.owner('lumo').ledger.of(placed.order?.id ?? '');
    if (row) row.state = 'STARTED';
    owners.owner('lumo').fail('error', 'readBookings');
    const input = {
      orderId: placed.order?.id,
      secret: placed.secret,
      idempotencyKey: randomUUID(),
    };

    const cancelled = await ask(
      'sv',
      `mutation ($input: OrderActionInput!) { cancelOrder(input: $input) { order { problem } userErrors { message } } }`,
      { input },
    );

    const problem = at(cancelled, 'cancelOrder.order.problem');
    expect(problem).toBe(
      `Allt kunde inte avbokas: ${String(at(cancelled, 'cancelOrder.userErrors.0.message'))}`,
    );
    expect(problem).toContain('lumo avböjde rad 1 (INVALID_STATE): det kan inte göras');
  });

  it('is a visit of a series that cannot be had', async () => {
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    const input = {
      ...{ idempotencyKey: randomUUID(), buyer: BUYER, channel: 'WEB', dryRun: true },
      ...{ serviceId: 'karhu:siivous', start: '2027-03-22T10:00:00Z', minutes: 60 },
      until: '2027-03-30',
    };
    const messageFor = async (language: string) =>
      at(
        await ask(
          language,
          'mutation ($input: PlaceSeriesInput!) { placeSeries(input: $input) { conflicts { message } } }',
          { input },
        ),
        'placeSeries.conflicts.0.message',
      );

    expect(await messageFor('fi')).toContain('alku 22.3.2027 klo 12.00.');
    expect(await messageFor('sv')).toBe(
      'karhu avböjde (SLOT_TAKEN): andra hann före, så det finns inte plats för 60 minuter från 22 mars 2027 kl. 12.00.',
    );
  });

  it('is in English of orders that an earlier release has stored', async () => {
    const { id, secret } = await placeInPart('fi');
    const orders = database.connection.collection<StoredOrder>('orders');
    const stored = await orders.findOne({ _id: String(id) });
    const log = stored?.log.map(({ at: when, text }) => ({ at: when, text }));
    await orders.updateOne({ _id: String(id) }, { $set: { log: log ?? [] } });

    expect(at(await read('fi', id, secret), 'history.0.text')).toBe('The order was made.');
  });

  it('is why somebody cannot take a piece of work, by their own clocks', async () => {
    await booking.command('placeOrder', orderOf([leg('karhu')]));
    const need = {
      municipality: 'SE-0180',
      start: '2027-03-22T10:00:00Z',
      minutes: 60,
      cpv: ['90910000'],
    };
    const { caller } = withRoles('COORDINATOR');

    const { data } = await askProcess<unknown>(
      booking.url,
      'query ($need: WorkNeedInput!) { whoCanTake(need: $need) { candidates { message } whyNobody { message } } }',
      { need },
      (body) => ({ ...(caller && asking('booking', body, caller)), 'accept-language': 'sv' }),
    );

    expect(at(data, 'whoCanTake')).toEqual({
      candidates: [
        {
          message:
            'karhu avböjde (SLOT_TAKEN): andra hann före, så det finns inte plats för 60 minuter från 22 mars 2027 kl. 12.00.',
        },
      ],
      whyNobody: { message: 'Ingen som erbjuder detta där kan ta det då.' },
    });
  });

  it('is what a request for work waits for, and not what people wrote of it', async () => {
    const caller = { name: 'Aino Aalto', municipality: 'FI-684', phone: '+358 40 1234567' };
    const input = {
      ...{ idempotencyKey: randomUUID(), what: 'Ikkunoiden pesu', municipality: 'FI-609' },
      ...{ start: '2027-03-22T10:00:00Z', minutes: 60, channel: 'PHONE', caller },
    };
    catalogue.behaviour = (_request, response) => response.destroy();
    const made = at(
      await ask(
        'fi',
        'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { request { id problem } secret } }',
        { input },
      ),
      'createRequest',
    );
    const [requestId, secret] = [at(made, 'request.id'), at(made, 'secret')];
    const seen = async (language: string) =>
      ask(
        language,
        'query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { problem outcome } }',
        { id: requestId, secret },
      );

    expect(at(made, 'request.problem')).toBe('Ketään pystyvää ei löytynyt. Luettelo ei vastaa.');
    expect(await seen('sv')).toEqual({
      workRequest: { problem: 'Ingen hittades som kan. Katalogen svarar inte.', outcome: null },
    });
    const outcome = 'The start has passed.';
    await ask(
      'fi',
      'mutation ($input: CloseRequestInput!) { closeRequest(input: $input) { request { id } } }',
      { input: { requestId, secret, outcome, idempotencyKey: randomUUID() } },
    );
    expect(await seen('fi')).toEqual({ workRequest: { problem: null, outcome } });
  });

  it('is why a command is not for who sends it', async () => {
    const placed = await booking.command('placeOrder', orderOf([leg('karhu')]));
    const input = {
      orderId: placed.order?.id,
      secret: 'x'.repeat(43),
      idempotencyKey: randomUUID(),
    };

    const refused = await ask(
      'fi',
      'mutation ($input: OrderActionInput!) { cancelOrder(input: $input) { userErrors { message } } }',
      { input },
    );

    expect(at(refused, 'cancelOrder.userErrors.0.message')).toMatch(
      /^Tähän tarvitaan salaisuus, joka annettiin, kun se tehtiin, rooli .* tai [A-Z]+\.$/,
    );
  });
});
