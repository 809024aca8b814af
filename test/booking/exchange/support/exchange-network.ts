import {
  createExchange,
  type Exchange,
} from '../../../../subgraphs/booking/exchange/create-exchange.js';
import { createLoaders } from '../../../../subgraphs/booking/graph/loaders.js';
import { exchangeResolvers } from '../../../../subgraphs/booking/graph/exchange-resolvers.js';
import type { OrderRecord } from '../../../../subgraphs/booking/store/records.js';
import { BookingAccess } from '../../../../subgraphs/booking/access/booking-access.js';
import type { Asker } from '../../../../subgraphs/shared/identity/policy/rule.js';
import { HttpOwnerClient } from '../../../../subgraphs/shared/owners/client/owner-client.js';
import { RegistryFollower } from '../../../../subgraphs/shared/owners/endpoint-table.js';
import { ownerOf } from '../../../../subgraphs/shared/words/ids.js';
import { BUILT_IN_LISTS } from '../../../support/built-in-lists.js';
import { createLogger } from '../../../../subgraphs/shared/process/logger.js';
import type { Database } from '../../../../subgraphs/shared/mongo/database.js';
import type { Closable } from '../../../../subgraphs/shared/process/process.js';
import { createSubgraphServer } from '../../../../subgraphs/shared/graphql/subgraph-server.js';
import { withRoles } from '../../../shared/identity/policy/askers.js';
import { ask, type Answer } from '../../../support/ask.js';
import { openFreshDatabase } from '../../../support/database.js';
import {
  startFakeEndpoint,
  type Behaviour,
  type FakeEndpoint,
} from '../../../support/fakes/endpoint.js';
import { startFakeRegistry } from '../../../support/fakes/registry.js';
import { PATIENT_GUARD } from '../../../support/networks/patient-guard.js';
import { units } from '../../../support/unit.js';
import { FakeOrders } from './exchange-orders.js';
import { catalogueOf, ownerOffering, type FakeWork } from './exchange-works.js';
import { UNSIGNED } from '../../../../subgraphs/shared/identity/processes/sign-request.js';
import type { Limits } from '../../../../subgraphs/shared/network-file/limits.js';
import { RetryAfter } from '../../../../subgraphs/booking/graph/retry-after.js';
import { WIDE_LIMITS } from '../../../support/networks/wide-limits.js';
import { countingOn } from '../../strangers/counting.js';

/** The network's clock stands here; offers' deadlines are real time all the same. */
export const NOW = '2027-03-01T08:00:00.000Z';
export const START = '2027-03-22T07:00:00.000Z';

/** A catalogue, owners over HTTP, and an exchange between them. */
export interface FakeNetwork extends Closable {
  readonly exchange: Exchange;
  /** A second process on the same database. */
  startAnother(): Promise<Exchange>;
  readonly orders: FakeOrders;
  readonly database: Database;
  readonly catalogue: FakeEndpoint;
  readonly owners: ReadonlyMap<string, FakeEndpoint>;
  /** Has an owner that was closed listen again where it did. */
  reopen(cooperative: string): Promise<void>;
  /** May be changed at any time. */
  works: FakeWork[];
  neverRead: string[];
  /** Of what is searched for. */
  unknownWords: string[];
  /** Trades that it understands and nobody offers. */
  notOffered: string[];
  /** Conditions without which it would find something, where it finds nothing. */
  excluding: string[];
  suggestions: object[];
  /** Lets real time pass. */
  pass(minutes: number): void;
  /** Of the booking process, without a slash at its end. */
  readonly url: string;
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
}

/** Of what is tested here nothing is counted. */
const NO_FIGURES = { countMonth: () => Promise.reject(new Error('Nothing is counted here.')) };

/** One object for all: a schema is built once for the resolvers in it. */
const RESOLVERS = {
  ...exchangeResolvers,
  Order: {
    id: ({ _id }: OrderRecord) => _id,
    buyer: () => ({ name: 'Aino', municipality: 'FI-609' }),
  },
};

export interface NetworkOptions {
  /** Who asks; the coordinator where absent, who is staff of every cooperative here. */
  readonly asker?: Asker;
  /** What the network's clock shows. */
  readonly now?: () => string;
  /** Wide ones where absent. */
  readonly limits?: Limits;
  /** Telephone numbers, or null, of cooperatives that take no bookings over the network. */
  readonly phoneOnly?: Readonly<Record<string, string | null>>;
}

function everybodyAt(works: readonly FakeWork[]): Asker {
  return withRoles('COORDINATOR', ...works.map(({ id }) => `STAFF ${ownerOf(id) ?? ''}`));
}

/** @param works - Each one's cooperative gets an endpoint of its own. */
export async function startNetwork(
  works: readonly FakeWork[],
  {
    asker = everybodyAt(works),
    now = () => NOW,
    limits = WIDE_LIMITS,
    phoneOnly = {},
  }: NetworkOptions = {},
): Promise<FakeNetwork> {
  const log = createLogger('test', 'silent');
  const database = await openFreshDatabase();
  const registry = await startFakeRegistry();
  const owners = new Map<string, FakeEndpoint>();
  const answer: Behaviour = (request, response) => ownerOffering(network)(request, response);
  for (const id of new Set(works.map((one) => ownerOf(one.id) ?? ''))) {
    const endpoint = await startFakeEndpoint(answer);
    owners.set(id, endpoint);
    const phone = phoneOnly[id];
    const told = phone === undefined ? {} : { takesBookings: false, phone };
    registry.set({ id, url: endpoint.url, ...told });
  }
  const catalogue = await startFakeEndpoint(() => undefined);
  const follower = new RegistryFollower({
    ...{ registryUrl: registry.url, pollMs: 60_000, timeoutMs: units(50), log },
  });
  await follower.start();
  const ownerClient = new HttpOwnerClient({
    ...{ registry: follower, signer: UNSIGNED, guard: PATIENT_GUARD, log },
  });
  const orders = new FakeOrders();
  let elapsedMs = Date.parse('2026-11-24T08:00:00Z');
  const exchanges: Exchange[] = [];
  const startExchange = async (): Promise<Exchange> => {
    const exchange = await createExchange({
      connection: database.connection,
      databaseTimeoutMs: units(100),
      catalogueUrl: catalogue.url,
      lists: BUILT_IN_LISTS,
      owners: ownerClient,
      signer: UNSIGNED,
      orders,
      clock: { now: () => new Date(now()) },
      realClock: { now: () => new Date(elapsedMs) },
      access: new BookingAccess(follower),
      ...countingOn(database.connection),
      limits,
      sweepIntervalMs: 60_000,
      log,
    });
    exchanges.push(exchange);
    return exchange;
  };
  const exchange = await startExchange();
  const orderSource = {
    dataSource: {
      findByIds: (ids: readonly string[]) => Promise.all(ids.map((id) => orders.findOrder(id))),
    },
    refresher: { refresh: (order: OrderRecord) => Promise.resolve(order) },
  };
  const server = await createSubgraphServer({
    name: 'booking',
    resolvers: RESOLVERS,
    createContext: (_request, signal) => ({
      ...{ exchange, signal, asker, retryAfter: new RetryAfter() },
      loaders: createLoaders(orderSource, exchange.requests, NO_FIGURES, signal),
    }),
    findObstacle: () => null,
    log,
  });
  const base = await server.listen('127.0.0.1', 0);
  const network: FakeNetwork = {
    exchange,
    startAnother: startExchange,
    ...{ orders, catalogue, owners, database },
    reopen: async (cooperative) => {
      const { port } = new URL(owners.get(cooperative)?.url ?? '');
      owners.set(cooperative, await startFakeEndpoint(answer, Number(port)));
    },
    works: [...works],
    neverRead: [],
    unknownWords: [],
    notOffered: [],
    excluding: [],
    suggestions: [],
    pass: (minutes) => {
      elapsedMs += minutes * 60_000;
    },
    url: base,
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
