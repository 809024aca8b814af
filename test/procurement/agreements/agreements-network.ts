import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { ProcessClient } from '../../../subgraphs/shared/identity/processes/routes/process-client.js';
import { AgreementsClient } from '../../../subgraphs/booking/orders/agreements/agreements-client.js';
import { CallOffsClient } from '../../../subgraphs/procurement/agreements/call-offs-client.js';
import { createProcurementServer } from '../../../subgraphs/procurement/server.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PEOPLE, PORI } from '../../booking/access/people.js';
import { BUYER, leg, orderOf, startBooking, TestClock } from '../../booking/support.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { openFreshDatabase } from '../../support/database.js';
import { sendJson, startFakeEndpoint } from '../../support/fakes/endpoint.js';
import { asking, processKeyOf, signerOf, verifierOf } from '../../support/fakes/hub-keys.js';
import { startFakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';

const log = pino({ level: 'silent' });
const TERMS = {
  ...{ country: 'FI', kind: 'FRAMEWORK', title: 'Koulujen siivous', unit: 'Kuninkaanhaan koulu' },
  ...{ cpv: ['90910000'], cooperatives: ['karhu'], ceiling: '70.00', currency: 'EUR' },
  ...{ from: '2027-01-01', to: '2027-12-31' },
};
const SHOWN = `id organisationId cpv to cooperatives { id } warnings { code text(language: "fi") { text } }
  use { net percent orders latest { orderId reference state net } }
  followUp { cooperative { id } promisedMinutes deliveredMinutes complaints }
  complaints(first: 1) { edges { node { cooperative { id } kind orderReference at } cursor } pageInfo { hasNextPage } }`;

export interface Shown {
  readonly id: string;
  readonly to: string;
  readonly organisationId: string;
  readonly warnings: readonly { readonly code: string; readonly text: { readonly text: string } }[];
  readonly use: { readonly net: string; readonly percent: string; readonly orders: number } | null;
  readonly followUp: readonly object[] | null;
  readonly complaints: { readonly edges: readonly { readonly cursor: string }[] };
}
interface Payload {
  readonly agreement: Shown | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
}

/** A cooperative as the catalogue lists it, with one service. */
const listed = (id: string, cpv: string, currency = 'EUR') => {
  const service = { id: `${id}:siivous`, kind: 'SERVICE', cpv: [cpv], municipalities: ['FI-609'] };
  const services = {
    edges: [{ node: { ...service, price: { currency } } }],
    pageInfo: { hasNextPage: false, endCursor: null },
  };
  const about = { id, name: id, country: 'FI', businessId: '1572860-0', status: 'ACTIVE' };
  return { node: { ...about, evidence: [], services } };
};

interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** The procurement and the booking server, which ask each other, beside cooperatives and a catalogue that lists them. */
export async function startAgreements() {
  const [orders, agreementRecords] = [await openFreshDatabase(), await openFreshDatabase()];
  const clock = new TestClock();
  const owners = await startFakeOwners(['karhu', 'lumo', 'roxen'], clock);
  const edges = [
    listed('karhu', '90910000'),
    listed('lumo', '77310000'),
    listed('roxen', '90911200', 'SEK'),
  ];
  const catalogue = await startFakeEndpoint((_request, response) => {
    const pageInfo = { hasNextPage: false, endCursor: null };
    sendJson(response, { data: { cooperatives: { edges, pageInfo } } });
  });
  for (const id of owners.ids) owners.owner(id).ledger.capacityByService.set(`${id}:siivous`, 100);
  const procurementClient = new ProcessClient({
    ...{ url: 'http://127.0.0.1:9', audience: 'procurement', scope: 'agreements' },
    signer: signerOf('booking'),
  });
  const agreements = new AgreementsClient(procurementClient, log);
  const booking = await startBooking(orders, owners, clock, { agreements });
  const bookingClient = new ProcessClient({
    ...{ url: booking.url, audience: 'booking', scope: 'orders' },
    signer: signerOf('procurement'),
  });
  const callOffs = new CallOffsClient(bookingClient, log);
  const procurement = await createProcurementServer({
    connection: agreementRecords.connection,
    ...{ databaseTimeoutMs: units(100), registryUrl: owners.registry.url, registryPollMs: 60_000 },
    ...{ catalogueUrl: catalogue.url, lists: BUILT_IN_LISTS, callOffs, clock },
    ...{ signer: signerOf('procurement'), verifier: verifierOf('procurement') },
    ...{ recordKey: processKeyOf('procurement'), ocidPrefix: 'ocds-213czf', isProduction: false },
    ...{ ownerTimeoutMs: units(20), answerWithinMs: units(100), log },
  });
  const url = await procurement.listen('127.0.0.1', 0);
  procurementClient.moveTo(url);

  const close = async (): Promise<void> => {
    await procurement.close();
    await booking.close();
    await bookingClient.close();
    await procurementClient.close();
    await catalogue.close();
    await owners.close();
    for (const database of [orders, agreementRecords]) await database.close();
  };

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
    agreement { ${SHOWN} } userErrors { code field message } } }`;
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
    booking.ask<{
      placeOrder: { order: { id: string; reference: string } | null; userErrors: object[] };
    }>(
      `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { id reference } userErrors { code } } }`,
      {
        input: {
          ...orderOf([leg('karhu', hour)], { buyer: { ...BUYER, organisationId: PORI } }),
          ...{ idempotencyKey: randomUUID(), agreementId },
        },
      },
      PEOPLE.officer,
    );
  return { url, booking, bookingClient, close, ask, send, make, made, read, order };
}
