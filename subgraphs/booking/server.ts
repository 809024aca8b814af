import type { Connection } from 'mongoose';
import type { ReferenceLists } from '../shared/lists/reference-lists.js';
import { systemClock, type Clock } from '../shared/process/clock.js';
import { RegistryFollower, type RegistryEntry } from '../shared/owners/endpoint-table.js';
import { UNSIGNED, type RequestSigner } from '../shared/identity/processes/sign-request.js';
import type { RequestVerifier } from '../shared/identity/processes/verify-request.js';
import { AuditLog } from '../shared/privacy/audit-log.js';
import { REGISTRY_UNREAD } from '../shared/http/health-routes.js';
import { watchDatabase } from '../shared/mongo/database.js';
import { createSubgraphServer, type SubgraphServer } from '../shared/graphql/subgraph-server.js';
import { BookingAccess } from './access/booking-access.js';
import { createContextFactory, type BookingContext } from './graph/context.js';
import { reportRetryAfter } from './graph/retry-after.js';
import { ClaimsDataSource } from './limits/claims.js';
import { OrderDataSource } from './orders/queries/data-source.js';
import { FiguresDataSource } from './figures/data-source.js';
import { NetworkFigures } from './figures/network-figures.js';
import { createExchange } from './exchange/create-exchange.js';
import { createOrders, LOOK_EVERY_MS, type OrdersOptions } from './orders/create-orders.js';
import { addCallOffsRoute } from './orders/queries/call-offs.js';
import { addOpenOrdersRoute } from './orders/queries/open-orders.js';
import type { GuardSettings } from '../shared/owners/guard/owner-guards.js';
import { HttpOwnerClient } from '../shared/owners/client/owner-client.js';
import { resolvers } from './graph/resolvers.js';
import { createTelling, type TellingSettings } from './telling/create-telling.js';
import { createPersons } from './privacy/create-persons.js';
import { ErasureDataSource } from './privacy/erasure-data-source.js';
import { Forgetter } from './privacy/forgetter.js';
import { keepTraceHeaders } from '../shared/owners/keep-trace-headers.js';
import { isTimeZone } from '../shared/words/dates.js';

export interface BookingServerOptions extends Omit<
  OrdersOptions,
  | 'dataSource'
  | 'owners'
  | 'access'
  | 'realClock'
  | 'addresses'
  | 'zoneOf'
  | 'claims'
  | 'contactKey'
> {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
  /** What a document may cost; the usual where it is left out. */
  readonly maxCost?: number;
  /** Real time, for leases. */
  readonly realClock?: Clock;
  /** Undefined: there are no cooperatives to ask. */
  readonly registryUrl: string | undefined;
  readonly registryPollMs: number;
  /** The catalogue's GraphQL address. */
  readonly catalogueUrl: string;
  /** The official codes, and where municipalities are. */
  readonly lists: ReferenceLists;
  /** Signs what cooperatives and the catalogue are asked; they are asked as the public where it is left out. */
  readonly signer?: RequestSigner;
  /** How soon a cooperative counts as silent; as for a real network where it is left out. */
  readonly guard?: GuardSettings;
  /** Null or left out where no keys are trusted. */
  readonly verifier?: RequestVerifier | null;
  /** How people are told; by webhooks alone where it is left out. */
  readonly telling?: TellingSettings;
}

/** Builds the booking server and begins to take up what was left undone; does not listen, and leaves the connection open. */
export async function createBookingServer(options: BookingServerOptions): Promise<SubgraphServer> {
  const { connection, databaseTimeoutMs, clock, realClock = systemClock, log } = options;
  const { registryUrl, registryPollMs: pollMs, signer = UNSIGNED, verifier = null } = options;
  const registry =
    registryUrl === undefined
      ? null
      : new RegistryFollower({ registryUrl, pollMs, timeoutMs: options.ownerTimeoutMs, log });
  await registry?.start();
  const owners = new HttpOwnerClient({
    ...{ registry, signer, log },
    ...(options.guard && { guard: options.guard }),
  });
  const dataSource = new OrderDataSource(connection, databaseTimeoutMs, clock);
  await dataSource.prepare();
  const audit = new AuditLog({ connection, clock, timeoutMs: databaseTimeoutMs, log });
  await audit.prepare();
  const claims = new ClaimsDataSource(connection, databaseTimeoutMs);
  await claims.prepare();
  const erasures = new ErasureDataSource(connection, databaseTimeoutMs);
  const keys = await erasures.prepare();
  const counting = { limits: options.limits, claims, contactKey: keys.key };
  const addresses = () => new Map(registry?.entries.map((entry) => [entry.id, addressOf(entry)]));
  const zoneOf = (cooperative: string): string | null => {
    const zone = registry?.find(cooperative)?.timeZone ?? null;
    return zone !== null && isTimeZone(zone) ? zone : null;
  };
  const access = new BookingAccess(registry);
  const orders = createOrders({
    ...{ ...options, ...counting, dataSource, owners, access, realClock, addresses, zoneOf },
  });
  const exchange = await createExchange({
    ...{ connection, databaseTimeoutMs, owners, signer, clock, zoneOf, log },
    catalogueUrl: options.catalogueUrl,
    lists: options.lists,
    orders: orders.commands,
    ...{ ...counting, access, realClock },
    sweepIntervalMs: options.sweepMs,
  });
  const figures = new NetworkFigures({
    dataSource: new FiguresDataSource(connection, databaseTimeoutMs),
    cooperatives: () => registry?.entries ?? [],
    reports: orders.reports,
    clock,
  });
  const personal = { orders: dataSource, requests: exchange.requests, audit, clock, log };
  const persons = createPersons({
    ...{ ...personal, ...keys, claims, erasures, owners, realClock },
    ...{ ownerTimeoutMs: options.ownerTimeoutMs, leaseMs: options.leaseMs },
    ...{ everyMs: options.sweepMs, lookEveryMs: options.lookEveryMs ?? LOOK_EVERY_MS },
  });
  const forgetter = new Forgetter({ ...personal, claims, erasures });
  const telling = await createTelling({
    ...{ connection, databaseTimeoutMs, access, clock, realClock, log },
    ...{ orders: dataSource, requests: exchange.requests, lists: options.lists, key: keys.key },
    cooperatives: () => registry?.entries ?? [],
    settings: options.telling ?? WEBHOOKS_ALONE,
    everyMs: options.sweepMs,
  });
  const database = watchDatabase(connection, log);
  const server = await createSubgraphServer<BookingContext>({
    name: 'booking',
    resolvers,
    maxCost: options.maxCost,
    createContext: createContextFactory({ orders, exchange, figures, persons, telling, audit }),
    findObstacle: () => database.fault ?? ((registry?.isLoaded ?? true) ? null : REGISTRY_UNREAD),
    database,
    verifier,
    plugins: [reportRetryAfter],
    log,
    addRoutes: (app) => {
      app.addHook('onRequest', keepTraceHeaders);
      addOpenOrdersRoute(app, { dataSource, clock, verifier, log });
      addCallOffsRoute(app, { dataSource, reports: orders.reports, clock, verifier, log });
    },
  });
  orders.start();
  exchange.start();
  forgetter.start();
  persons.eraser.start();
  telling.start();
  return {
    listen: (...at) => server.listen(...at),
    close: async () => {
      await server.close();
      await forgetter.close();
      await persons.eraser.close();
      await telling.close();
      await exchange.close();
      // Breaks off the questions that are under way; they count as unanswered.
      await owners.close();
      await orders.close();
      await registry?.close();
      await audit.close();
    },
  };
}

const WEBHOOKS_ALONE: TellingSettings = {
  ...{ mail: null, coordinator: null, phone: null },
  isProduction: false,
};

/** Where a cooperative answers; another while it does not. */
function addressOf({ url, status }: RegistryEntry): string {
  return status === 'UNREACHABLE' ? `${url} (unreachable)` : url;
}
