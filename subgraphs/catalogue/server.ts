import type { Connection } from 'mongoose';
import { systemClock, type Clock } from '../shared/process/clock.js';
import type { Logger } from '../shared/process/logger.js';
import type { ReferenceLists } from '../shared/lists/reference-lists.js';
import type { PublicJwk } from '../shared/identity/processes/public-keys.js';
import { createVerifier } from '../shared/identity/processes/settings.js';
import { UNSIGNED, type RequestSigner } from '../shared/identity/processes/sign-request.js';
import type { TrustedKeys } from '../shared/identity/processes/verify-request.js';
import { watchDatabase } from '../shared/mongo/database.js';
import { createSubgraphServer, type SubgraphServer } from '../shared/graphql/subgraph-server.js';
import { FairLine } from '../shared/turns/fair-line.js';
import { createCatalogueContext, type CatalogueContext } from './graph/context.js';
import { MOST_SEARCHES_WAITING } from './graph/search-turn.js';
import type { GuardSettings } from '../shared/owners/guard/owner-guards.js';
import { CatalogueDataSource } from './store/data-source.js';
import { FeedClient } from './feed/feed-client.js';
import { FeedFollower } from './following/feed-follower.js';
import type { LookOutcome } from './following/followed-feed.js';
import type { ImportedList } from './store/import-list.js';
import { LeaseDataSource } from './store/lease-data-source.js';
import { FeedLease } from './following/lease.js';
import { Registry } from './following/registry.js';
import type { Thesaurus } from './index/trades/thesaurus.js';
import { CatalogueReplica } from './following/replica.js';
import { reportOutdated } from './graph/report-outdated.js';
import { resolvers } from './graph/resolvers.js';
import { refuseUnreadable, type RegistryAccess } from './operators/access.js';
import type { OpenOrders } from './operators/open-orders.js';
import { addKeysRoute } from './operators/publish-keys.js';
import { withRegisteredKeys } from './operators/registered-keys.js';
import { RevisionWaiters } from './operators/revision-waiters.js';
import { addRegistryRoutes } from './routes.js';
import { Upkeep } from './following/upkeep.js';

export interface CatalogueServerOptions {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
  /** What a document may cost; the usual where it is left out. */
  readonly maxCost?: number;
  /** What ships with the project; lists imported into the database are laid over it. */
  readonly builtInLists: ReferenceLists;
  /** The trades by which searches are understood. */
  readonly thesaurus: Thesaurus;
  /** Official lists to import before anything else. */
  readonly lists: readonly ImportedList[];
  /** The network's clock. */
  readonly clock: Clock;
  /** Real time, for leases and for how fresh copies are. */
  readonly realClock?: Clock;
  /** Cooperatives to register at start, address by id. */
  readonly registry: ReadonlyMap<string, string>;
  readonly access: RegistryAccess;
  /** Of the processes of the hub, published here; null or left out where there are none, and no process is known. */
  readonly hubKeys?: (TrustedKeys & { readonly published: readonly PublicJwk[] }) | null;
  /** Signs what cooperatives are asked; they are asked as the public where it is left out. */
  readonly signer?: RequestSigner;
  /** Where to ask for open orders; absent in a network without any. */
  readonly openOrders?: OpenOrders;
  readonly pollIntervalMs: number;
  readonly feedTimeoutMs: number;
  /** How soon a cooperative counts as silent; as for a real network where it is left out. */
  readonly guard?: GuardSettings;
  readonly leaseMs?: number;
  readonly log: Logger;
}

export interface CatalogueServer extends SubgraphServer {
  readonly catalogue: CatalogueReplica;
  readonly isFollowing: () => boolean;
  /** Looks at one cooperative's feed now. Null when the network never had it. */
  look(cooperative: string): Promise<LookOutcome | null>;
}

const LARGEST_ANSWER_BYTES = 5_000_000;
const LEASE_MS = 10_000;
const CATCH_UP_MS = 500;

/** Loads the whole catalogue from its database and begins to follow the feeds. Built, but not listening. */
export async function createCatalogueServer(
  options: CatalogueServerOptions,
): Promise<CatalogueServer> {
  const { clock, realClock = systemClock, log, pollIntervalMs, feedTimeoutMs } = options;
  const { leaseMs = LEASE_MS, hubKeys = null, signer = UNSIGNED } = options;
  const dataSource = new CatalogueDataSource(options.connection, options.databaseTimeoutMs);
  await dataSource.prepare(realClock.now());
  await dataSource.putLists(options.lists);
  await dataSource.putRegistrations(options.registry, realClock.now());
  const freshForMs = 3 * pollIntervalMs + feedTimeoutMs;
  // The process that follows judges by `freshForMs`; all others hear of it with its lease.
  const registry = new Registry(realClock, freshForMs + leaseMs);
  const catalogue = new CatalogueReplica(
    dataSource,
    registry,
    options.builtInLists,
    options.thesaurus,
  );
  await catalogue.catchUp();

  const verifier = createVerifier('catalogue', hubKeys && withRegisteredKeys(hubKeys, registry));
  const limits = { timeoutMs: feedTimeoutMs, largestAnswerBytes: LARGEST_ANSWER_BYTES };
  const client = new FeedClient({
    ...{ limits, signer, guard: options.guard },
    onAnswering: (cooperative) => {
      follower.noteAnswering(cooperative);
    },
  });
  const follower: FeedFollower = new FeedFollower({
    replica: catalogue,
    ...{ dataSource, client, clock, realClock, pollIntervalMs, freshForMs, log },
  });
  const leases = new LeaseDataSource(options.connection, options.databaseTimeoutMs);
  const lease = new FeedLease(leases, realClock, leaseMs);
  const upkeep = new Upkeep({
    replica: catalogue,
    ...{ follower, lease, realClock, log },
    catchUpMs: Math.min(CATCH_UP_MS, pollIntervalMs),
    renewLeaseMs: leaseMs / 3,
  });
  const waiters = new RevisionWaiters();
  registry.onRevision = () => {
    waiters.wake();
  };
  const searchLine = new FairLine<CatalogueContext>(MOST_SEARCHES_WAITING);
  const server = await createSubgraphServer<CatalogueContext>({
    name: 'catalogue',
    resolvers,
    maxCost: options.maxCost,
    verifier,
    createContext: (request, signal, signer) =>
      createCatalogueContext(catalogue, clock, signal, request, signer, searchLine),
    plugins: [reportOutdated],
    // It answers from memory, whatever its database does.
    needsDatabase: () => false,
    findObstacle: () => null,
    database: watchDatabase(options.connection, log),
    log,
    answers: { unreadable: refuseUnreadable },
    addRoutes: (app) => {
      const { access, openOrders = null } = options;
      const parts = { dataSource, follower, upkeep, waiters, openOrders };
      const trusted = { access, hubKeys, verifier };
      addRegistryRoutes(app, { replica: catalogue, ...parts, ...trusted, realClock, log });
      addKeysRoute(app, () => hubKeys?.published ?? []);
    },
  });
  await upkeep.start();
  return {
    catalogue,
    isFollowing: () => lease.isHeld,
    look: (cooperative) => follower.look(cooperative),
    listen: (...at) => server.listen(...at),
    close: async () => {
      waiters.close();
      await server.close();
      await upkeep.stop();
    },
  };
}
