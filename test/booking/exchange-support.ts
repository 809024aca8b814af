import { buildSubgraphSchema } from '@apollo/subgraph';
import { randomUUID } from 'node:crypto';
import { scalarResolvers } from '../../schema/scalars.js';
import { subgraphTypeDefs } from '../../schema/sdl.js';
import { createExchange, type Exchange } from '../../subgraphs/booking/exchange/create-exchange.js';
import { exchangeResolvers } from '../../subgraphs/booking/exchange/resolvers.js';
import type { OrderRecord } from '../../subgraphs/booking/model.js';
import type { OrderOutcome } from '../../subgraphs/booking/orders/outcome.js';
import { HttpOwnerClient } from '../../subgraphs/booking/owner-client.js';
import { refuse, type Refusal } from '../../subgraphs/booking/refusal.js';
import type {
  CandidateAnswer,
  HoldOrderInput,
  UserErrorCode,
} from '../../subgraphs/booking/schema.generated.js';
import { RegistryFollower } from '../../subgraphs/shared/endpoint-table.js';
import { ownerOf } from '../../subgraphs/shared/ids.js';
import { createLogger } from '../../subgraphs/shared/logger.js';
import type { Closable } from '../../subgraphs/shared/process.js';
import { createSubgraphServer } from '../../subgraphs/shared/subgraph-server.js';
import { ask, type Answer } from '../support/ask.js';
import { openFreshDatabase } from '../support/database.js';
import {
  honest,
  startFakeEndpoint,
  type Behaviour,
  type FakeEndpoint,
} from '../support/fake-endpoint.js';
import { startFakeRegistry } from '../support/fake-registry.js';

/** The network's clock stands here; offers' deadlines are real time all the same. */
export const NOW = '2027-03-01T08:00:00.000Z';
export const START = '2027-03-22T07:00:00.000Z';

/** A service of the fake network and what its owner says of it. */
export interface FakeWork {
  readonly id: string;
  readonly title: string;
  readonly cpv: string;
  /** Gross price of the quote; null where the owner refuses. */
  readonly gross: string | null;
  readonly currency: 'EUR' | 'SEK';
  readonly refusal: UserErrorCode | null;
  readonly alternatives: readonly string[];
  /** What the catalogue's copy says. */
  readonly hasRoom: boolean;
}

export function work(id: string, change: Partial<FakeWork> = {}): FakeWork {
  return {
    ...{ id, title: 'Siivous', cpv: '90910000', gross: '100.00', currency: 'EUR' },
    ...{ refusal: null, alternatives: [], hasRoom: true },
    ...change,
  };
}

function quoteOf({ gross, currency }: FakeWork) {
  const line = { units: '3', unit: 'HOUR', unitNet: '1.00', net: gross, vatRate: '0', vat: '0.00' };
  return { net: gross, vat: '0.00', gross, currency, lines: [{ ...line, gross }] };
}

interface HoldInput {
  readonly cooperative: string;
  readonly dryRun: boolean;
  readonly orderReference: string;
  readonly municipality: string;
  readonly legs: readonly { readonly leg: number; readonly serviceId: string }[];
}

/** An owner's endpoint that judges by `works`. */
function ownerSchema(works: () => readonly FakeWork[]) {
  const holdBookings = (_root: unknown, { input }: { input: HoldInput }) => {
    if (!input.dryRun) throw new Error('Nothing may be held.');
    const [leg] = input.legs;
    const found = works().find(({ id }) => id === leg?.serviceId);
    if (!found || found.refusal) {
      const code = found?.refusal ?? 'NOT_FOUND';
      const field = ['legs', '0', 'start'];
      const alternatives = found?.alternatives ?? [];
      return { legs: [], userErrors: [{ code, message: `It is ${code}.`, field, alternatives }] };
    }
    return { legs: [{ leg: 0, quote: quoteOf(found) }], userErrors: [] };
  };
  return buildSubgraphSchema({
    typeDefs: subgraphTypeDefs('cooperative'),
    resolvers: { ...scalarResolvers, Mutation: { holdBookings } },
  });
}

interface SearchArguments {
  readonly search: {
    readonly text?: string | null;
    readonly cpv?: readonly string[];
    readonly available?: object;
  };
  readonly first: number;
  readonly after?: string | null;
}

/** A catalogue that lists these works. */
export function catalogueOf(network: Pick<FakeNetwork, 'works' | 'neverRead'>): Behaviour {
  const catalogue = (_root: unknown, { search, first, after }: SearchArguments) => {
    const isFound = (one: FakeWork): boolean =>
      (search.cpv ?? []).every((code) => one.cpv.startsWith(code.slice(0, 3))) &&
      one.title.toLowerCase().includes(search.text?.toLowerCase() ?? '');
    const all = network.works.filter(isFound);
    const rows = search.available ? all.filter(({ hasRoom }) => hasRoom) : all;
    const from = after ? Number(after) : 0;
    const page = rows.slice(from, from + first);
    const end = from + page.length;
    return {
      edges: page.map((one) => ({
        node: { id: one.id, cooperative: { id: ownerOf(one.id) } },
        cursor: one.id,
        matchedBy: ['TITLE'],
      })),
      pageInfo: { hasNextPage: end < rows.length, endCursor: page.length > 0 ? String(end) : null },
      sources: network.neverRead.map((id) => ({ cooperative: { id }, state: 'NEVER' })),
    };
  };
  return honest(
    buildSubgraphSchema({
      typeDefs: subgraphTypeDefs('catalogue'),
      resolvers: { ...scalarResolvers, Query: { catalogue } },
    }),
  );
}

/** What a cooperative does with an order. */
export type OrderBehaviour =
  | { readonly kind: 'confirm' | 'pending' | 'unreached' }
  | { readonly kind: 'refuse'; readonly code: UserErrorCode }
  | { readonly kind: 'crash' };

/** Orders without owners: idempotent by key, each cooperative behaves as told. */
export class FakeOrders {
  readonly placed: HoldOrderInput[] = [];
  readonly orders = new Map<string, Pick<OrderRecord, '_id' | 'state' | 'problem' | 'answer'>>();
  readonly behaviours = new Map<string, OrderBehaviour>();
  readonly #outcomes = new Map<string, OrderOutcome>();

  /** Ids of the orders that stand. */
  get confirmed(): string[] {
    return [...this.orders.values()]
      .filter(({ state }) => state === 'CONFIRMED')
      .map(({ _id }) => _id);
  }

  async placeOrder(input: HoldOrderInput): Promise<OrderOutcome> {
    await Promise.resolve();
    this.placed.push(input);
    const known = this.#outcomes.get(input.idempotencyKey);
    if (known) return known;
    const cooperative = ownerOf(input.legs[0]?.serviceId ?? '') ?? '';
    const behaviour = this.behaviours.get(cooperative) ?? { kind: 'confirm' };
    if (behaviour.kind === 'crash') throw new Error('The process was killed.');
    const outcome = this.#outcomeOf(behaviour);
    this.#outcomes.set(input.idempotencyKey, outcome);
    return outcome;
  }

  findOrder(id: string): Promise<OrderRecord | null> {
    return Promise.resolve((this.orders.get(id) as OrderRecord | undefined) ?? null);
  }

  /** An order's owner has answered at last. */
  decide(id: string, state: 'CONFIRMED' | 'FAILED', answer: readonly Refusal[] = []): void {
    this.orders.set(id, {
      _id: id,
      state,
      problem: null,
      answer: { isEffective: state === 'CONFIRMED', userErrors: answer },
    });
  }

  #outcomeOf(behaviour: OrderBehaviour): OrderOutcome {
    const refusedWith = (code: UserErrorCode): OrderOutcome => ({
      ...{ order: null, secret: null },
      userErrors: [refuse(code, `The cooperative says ${code}.`)],
    });
    if (behaviour.kind === 'refuse') return refusedWith(behaviour.code);
    if (behaviour.kind === 'unreached') return refusedWith('COOPERATIVE_UNAVAILABLE');
    const state = behaviour.kind === 'confirm' ? 'CONFIRMED' : 'PENDING';
    const order = { _id: randomUUID(), state, problem: null, answer: null } as const;
    this.orders.set(order._id, order);
    return { order: order as unknown as OrderRecord, secret: 'of the order', userErrors: [] };
  }
}

/** A catalogue, owners over HTTP, and an exchange between them. */
export interface FakeNetwork extends Closable {
  readonly exchange: Exchange;
  /** A second process on the same database. */
  startAnother(): Promise<Exchange>;
  readonly orders: FakeOrders;
  readonly catalogue: FakeEndpoint;
  readonly owners: ReadonlyMap<string, FakeEndpoint>;
  /** Has an owner that was closed listen again where it did. */
  reopen(cooperative: string): Promise<void>;
  /** May be changed at any time. */
  works: FakeWork[];
  neverRead: string[];
  /** Lets real time pass. */
  pass(minutes: number): void;
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
}

const ORDER = {
  Order: {
    id: ({ _id }: OrderRecord) => _id,
    buyer: () => ({ name: 'Aino', municipality: 'FI-609' }),
  },
};

export interface NetworkOptions {
  readonly areRolesOpen?: boolean;
  /** What the network's clock shows. */
  readonly now?: () => string;
}

/** @param works - Each one's cooperative gets an endpoint of its own. */
export async function startNetwork(
  works: readonly FakeWork[],
  { areRolesOpen = true, now = () => NOW }: NetworkOptions = {},
): Promise<FakeNetwork> {
  const log = createLogger('test', 'silent');
  const database = await openFreshDatabase();
  const registry = await startFakeRegistry();
  const owners = new Map<string, FakeEndpoint>();
  const answer = honest(ownerSchema(() => network.works));
  for (const id of new Set(works.map((one) => ownerOf(one.id) ?? ''))) {
    const endpoint = await startFakeEndpoint(answer);
    owners.set(id, endpoint);
    registry.set({ id, url: endpoint.url });
  }
  const catalogue = await startFakeEndpoint(() => undefined);
  const follower = new RegistryFollower({
    ...{ registryUrl: registry.url, pollMs: 60_000, timeoutMs: 1_000, log },
  });
  await follower.start();
  const ownerClient = new HttpOwnerClient({ registry: follower, token: undefined, log });
  const orders = new FakeOrders();
  let elapsedMs = Date.parse('2026-11-24T08:00:00Z');
  const exchanges: Exchange[] = [];
  const startExchange = async (): Promise<Exchange> => {
    const exchange = await createExchange({
      connection: database.connection,
      databaseTimeoutMs: 5_000,
      catalogueUrl: catalogue.url,
      owners: ownerClient,
      orders,
      clock: { now: () => new Date(now()) },
      elapsedClock: { now: () => new Date(elapsedMs) },
      areRolesOpen,
      sweepIntervalMs: 60_000,
      log,
    });
    exchanges.push(exchange);
    return exchange;
  };
  const exchange = await startExchange();
  const loaders = { orderById: { load: (id: string) => orders.findOrder(id) } };
  const server = await createSubgraphServer({
    name: 'booking',
    resolvers: { ...exchangeResolvers, ...ORDER },
    createContext: () => ({ exchange, loaders }),
    isReady: () => true,
    log,
  });
  const base = await server.listen('127.0.0.1', 0);
  const network: FakeNetwork = {
    exchange,
    startAnother: startExchange,
    ...{ orders, catalogue, owners },
    reopen: async (cooperative) => {
      const { port } = new URL(owners.get(cooperative)?.url ?? '');
      owners.set(cooperative, await startFakeEndpoint(answer, Number(port)));
    },
    works: [...works],
    neverRead: [],
    pass: (minutes) => {
      elapsedMs += minutes * 60_000;
    },
    ask: (query, variables) => ask(base, query, { ...variables }),
    close: async () => {
      await server.close();
      for (const one of exchanges) await one.close();
      await ownerClient.close();
      await follower.close();
      for (const endpoint of [...owners.values(), catalogue, registry]) await endpoint.close();
      await database.close();
    },
  };
  catalogue.behaviour = catalogueOf(network);
  return network;
}

/** Whatever answers the exchange's questions. */
export type Asked = Pick<FakeNetwork, 'ask'>;

/** What `whoCanTake` answers. */
export interface Candidates {
  readonly whoCanTake: {
    readonly candidates: readonly {
      readonly cooperative: { readonly id: string };
      readonly service: { readonly id: string };
      readonly answer: CandidateAnswer;
      readonly reason: UserErrorCode | null;
      readonly quote: { readonly gross: string; readonly currency: string } | null;
      readonly alternatives: readonly string[];
    }[];
    readonly complete: boolean;
    readonly notAnswering: readonly { readonly id: string }[];
  };
}

interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** An offer as its cooperative sees it. */
export interface SeenOffer {
  readonly id: string;
  readonly cooperative: { readonly id: string };
  readonly service: { readonly id: string };
  readonly state: string;
  readonly round: number;
  readonly note: string | null;
  readonly isSpoken: boolean;
  readonly answeredAt: string | null;
  readonly deadline: string;
  readonly caller: { readonly name: string } | null;
}

export interface SeenRequest {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly round: number;
  readonly offers: readonly SeenOffer[];
  readonly order: { readonly id: string } | null;
  readonly outcome: string | null;
  readonly problem: string | null;
  readonly caller: { readonly name: string };
}

export interface RequestPayload {
  readonly request: SeenRequest | null;
  readonly secret: string | null;
  readonly userErrors: readonly UserError[];
}

export interface OfferPayload {
  readonly offer: SeenOffer | null;
  readonly order: { readonly id: string } | null;
  readonly userErrors: readonly UserError[];
}

export const OFFER = `id cooperative { id } service { id } state round note isSpoken answeredAt deadline
  caller { name phone }`;
const REQUEST = `id reference state what cpv start round order { id } outcome problem caller { name }
  offers { ${OFFER} }`;
const OFFER_PAYLOAD = `{ offer { ${OFFER} } order { id } userErrors { code message field } }`;

/** Asks for work, by default for three hours of cleaning in Pori. */
export async function createRequest(network: Asked, change: object = {}): Promise<RequestPayload> {
  const { data } = await network.ask<{ createRequest: RequestPayload }>(
    `mutation ($input: CreateRequestInput!) {
      createRequest(input: $input) {
        request { ${REQUEST} } secret userErrors { code message field }
      }
    }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        what: 'Ikkunoiden pesu',
        cpv: ['90910000-9'],
        municipality: 'FI-609',
        start: START,
        minutes: 180,
        caller: { name: 'Aino Aalto', municipality: 'FI-684', phone: '+358 40 1234567' },
        channel: 'PHONE',
        ...change,
      },
    },
  );
  return data.createRequest;
}

export async function findRequest(
  network: Asked,
  id: string | undefined,
): Promise<SeenRequest | null> {
  const { data } = await network.ask<{ workRequest: SeenRequest | null }>(
    `query ($id: ID!) { workRequest(id: $id) { ${REQUEST} } }`,
    { id },
  );
  return data.workRequest;
}

/** Sends a command on an offer. @param name - The mutation. */
async function answerOffer(
  network: Asked,
  name: 'acceptOffer' | 'declineOffer' | 'recordSpokenAnswer',
  offerId: string | undefined,
  change: object = {},
): Promise<OfferPayload> {
  const type = {
    acceptOffer: 'AcceptOffer',
    declineOffer: 'DeclineOffer',
    recordSpokenAnswer: 'SpokenAnswer',
  };
  const { data } = await network.ask<Record<string, OfferPayload>>(
    `mutation ($input: ${type[name]}Input!) { ${name}(input: $input) ${OFFER_PAYLOAD} }`,
    { input: { idempotencyKey: randomUUID(), offerId, ...change } },
  );
  const payload = data[name];
  if (!payload) throw new Error(`${name} gave no answer.`);
  return payload;
}

export function acceptOffer(
  network: Asked,
  offerId: string | undefined,
  change: object = {},
): Promise<OfferPayload> {
  return answerOffer(network, 'acceptOffer', offerId, change);
}

export function recordSpokenAnswer(
  network: Asked,
  offerId: string | undefined,
  change: { readonly accepted: boolean; readonly [field: string]: unknown },
): Promise<OfferPayload> {
  return answerOffer(network, 'recordSpokenAnswer', offerId, change);
}

/** Closes a request that was made, with its secret. */
export async function closeRequest(
  network: Asked,
  { request, secret }: RequestPayload,
  change: object = {},
): Promise<RequestPayload> {
  const { data } = await network.ask<{ closeRequest: RequestPayload }>(
    `mutation ($input: CloseRequestInput!) {
      closeRequest(input: $input) { request { ${REQUEST} } userErrors { code field } }
    }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        requestId: request?.id,
        secret,
        outcome: 'Hoitui itse.',
        ...change,
      },
    },
  );
  return data.closeRequest;
}

export function decline(
  network: Asked,
  offerId: string | undefined,
  note: string | null = null,
): Promise<OfferPayload> {
  return answerOffer(network, 'declineOffer', offerId, { note });
}

/** "aalto OFFERED" of each offer, in the order of offering. */
export function offersOf(request: SeenRequest | null): string[] {
  return (request?.offers ?? []).map(({ cooperative, state }) => `${cooperative.id} ${state}`);
}
