import type { Connection } from 'mongoose';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../schema/sdl.js';
import type { ReferenceLists } from '../shared/lists/reference-lists.js';
import { REGISTRY_UNREAD } from '../shared/http/health-routes.js';
import { watchDatabase } from '../shared/mongo/database.js';
import { createSubgraphServer, type SubgraphServer } from '../shared/graphql/subgraph-server.js';
import type { ProcessKey } from '../shared/identity/processes/process-key.js';
import { UNSIGNED, type RequestSigner } from '../shared/identity/processes/sign-request.js';
import type { RequestVerifier } from '../shared/identity/processes/verify-request.js';
import { RegistryFollower } from '../shared/owners/endpoint-table.js';
import { HttpOwnerClient } from '../shared/owners/client/owner-client.js';
import { keepTraceHeaders } from '../shared/owners/keep-trace-headers.js';
import { systemClock, type Clock } from '../shared/process/clock.js';
import type { Logger } from '../shared/process/logger.js';
import { Agreements } from './agreements/agreements.js';
import type { CallOffsClient } from './agreements/call-offs-client.js';
import { addTermsRoute } from './agreements/terms-route.js';
import { createContextFactory, type ProcurementContext } from './graph/context.js';
import { resolvers } from './graph/resolvers.js';
import { Matcher, type MatcherSettings } from './matching/matcher.js';
import { SupplierList } from './owners/supplier-list.js';
import { RecordKeeper } from './records/record-keeper.js';
import { RecordRetention } from './records/record-retention.js';
import { SupplierSearch } from './search/supplier-search.js';
import { AgreementDataSource } from './store/agreement-data-source.js';
import { SubstituteSearch } from './substitutes/substitute-search.js';
import { SearchRecordDataSource } from './store/search-record-data-source.js';
import { VerificationDataSource } from './store/verification-data-source.js';
import { Verifications } from './verifications/verifications.js';

/** For one look at the registry, and for all that the catalogue is asked at a time. */
const HUB_TIMEOUT_MS = 2_000;
/** Of what one cooperative answers: 200 resources have 731 numbers each in less. */
const LARGEST_ANSWER_BYTES = 1_000_000;

/** What is reckoned from the official lists alone. */
const WITHOUT_DATABASE: ReadonlySet<string> = new Set(['thresholdCheck', 'deadline', 'vatRates']);

const THREADS: MatcherSettings = {
  threadUrl: pathToFileURL(
    projectPath('dist', 'subgraphs', 'procurement', 'matching', 'thread.js'),
  ),
  threads: 2,
};

export interface ProcurementServerOptions {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
  /** What a document may cost; the usual where it is left out. */
  readonly maxCost?: number;
  /** Undefined: there are no cooperatives to ask. */
  readonly registryUrl: string | undefined;
  readonly registryPollMs: number;
  /** The catalogue's GraphQL address. */
  readonly catalogueUrl: string;
  readonly callOffs: Pick<CallOffsClient, 'find' | 'findOrder'>;
  /** The official codes. */
  readonly lists: ReferenceLists;
  /** Signs what cooperatives are asked; they are asked as the public where it is left out. */
  readonly signer?: RequestSigner;
  /** Signs records; null where nothing can be kept. */
  readonly recordKey: ProcessKey | null;
  /** Null or left out where no keys are trusted. */
  readonly verifier?: RequestVerifier | null;
  /** For each cooperative. */
  readonly ownerTimeoutMs: number;
  /** For a whole search. */
  readonly answerWithinMs: number;
  /** Of every Open Contracting ID, such as `ocds-213czf`. */
  readonly ocidPrefix: string;
  /** Whether what is for examples is published to nobody. */
  readonly isProduction: boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Builds the procurement server; does not listen, and leaves the connection open. */
export async function createProcurementServer(
  options: ProcurementServerOptions,
): Promise<SubgraphServer> {
  const { connection, registryUrl, registryPollMs: pollMs, clock, log } = options;
  const { catalogueUrl, callOffs, lists, ownerTimeoutMs, answerWithinMs } = options;
  const { signer = UNSIGNED, verifier = null } = options;
  const registry =
    registryUrl === undefined
      ? null
      : new RegistryFollower({ registryUrl, pollMs, timeoutMs: HUB_TIMEOUT_MS, log });
  await registry?.start();
  const owners = new HttpOwnerClient({
    ...{ registry, signer, log },
    largestAnswerBytes: LARGEST_ANSWER_BYTES,
  });
  const suppliers = new SupplierList({
    ...{ catalogueUrl, timeoutMs: HUB_TIMEOUT_MS, log },
    members: () => owners.cooperatives,
  });
  const matcher = new Matcher(THREADS);
  const verificationDataSource = new VerificationDataSource(connection, options.databaseTimeoutMs);
  await verificationDataSource.prepare();
  const verifications = new Verifications({ dataSource: verificationDataSource, suppliers, clock });
  const dataSource = new AgreementDataSource(connection, options.databaseTimeoutMs);
  await dataSource.prepare();
  const search = new SupplierSearch({
    ...{ suppliers, verifications: verificationDataSource, agreements: dataSource },
    ...{ owners, matcher, lists },
    ...{ ownerTimeoutMs, answerWithinMs, clock, log },
  });
  const substitutes = new SubstituteSearch({
    ...{ suppliers, owners, lists },
    ...{ ownerTimeoutMs, answerWithinMs, clock },
  });
  const isMember = (id: string): Promise<boolean> => owners.isMember(id);
  const agreements = new Agreements({ dataSource, isMember, suppliers, callOffs, lists, clock });
  const records = new SearchRecordDataSource(connection, options.databaseTimeoutMs);
  await records.prepare();
  const retention = new RecordRetention({
    ...{ records, verifications: verificationDataSource, clock, log },
  });
  retention.start();
  const keeper = new RecordKeeper({
    ...{ search, suppliers, records, machineClock: systemClock },
    ...{ key: options.recordKey, ocidPrefix: options.ocidPrefix },
  });
  const database = watchDatabase(connection, options.log);
  const server = await createSubgraphServer<ProcurementContext>({
    name: 'procurement',
    resolvers,
    maxCost: options.maxCost,
    createContext: createContextFactory({
      ...{ callOffs, agreements, suppliers, clock, records, keeper, lists },
      ...{ verifications, verificationDataSource },
      searches: { suppliers: search, substitutes },
      agreementDataSource: dataSource,
      isProduction: options.isProduction,
    }),
    findObstacle: () => database.fault ?? ((registry?.isLoaded ?? true) ? null : REGISTRY_UNREAD),
    database,
    needsDatabase: (field) => !WITHOUT_DATABASE.has(field),
    verifier,
    log,
    addRoutes: (app) => {
      app.addHook('onRequest', keepTraceHeaders);
      addTermsRoute(app, { dataSource, verifier, log });
    },
  });
  return {
    listen: (...at) => server.listen(...at),
    close: async () => {
      await server.close();
      await retention.close();
      await owners.close();
      await suppliers.close();
      await matcher.stop();
      await registry?.close();
    },
  };
}
