import { STATES, type Connection } from 'mongoose';
import { createSubgraphServer, type SubgraphServer } from '../shared/graphql/subgraph-server.js';
import type { RequestVerifier } from '../shared/identity/processes/verify-request.js';
import { RegistryFollower } from '../shared/owners/endpoint-table.js';
import { keepTraceHeaders } from '../shared/owners/keep-trace-headers.js';
import type { Logger } from '../shared/process/logger.js';
import { createContext, type ProcurementContext } from './graph/context.js';
import { resolvers } from './graph/resolvers.js';

/** For one look at the registry. */
const REGISTRY_TIMEOUT_MS = 2_000;

export interface ProcurementServerOptions {
  readonly connection: Connection;
  /** Undefined: there are no cooperatives to ask. */
  readonly registryUrl: string | undefined;
  readonly registryPollMs: number;
  /** Null or left out where no keys are trusted. */
  readonly verifier?: RequestVerifier | null;
  readonly log: Logger;
}

/** Builds the procurement server; does not listen, and leaves the connection open. */
export async function createProcurementServer(
  options: ProcurementServerOptions,
): Promise<SubgraphServer> {
  const { connection, registryUrl, registryPollMs: pollMs, verifier = null, log } = options;
  const registry =
    registryUrl === undefined
      ? null
      : new RegistryFollower({ registryUrl, pollMs, timeoutMs: REGISTRY_TIMEOUT_MS, log });
  await registry?.start();
  const server = await createSubgraphServer<ProcurementContext>({
    name: 'procurement',
    resolvers,
    createContext,
    isReady: () => connection.readyState === STATES.connected && (registry?.isLoaded ?? true),
    verifier,
    log,
    addRoutes: (app) => {
      app.addHook('onRequest', keepTraceHeaders);
    },
  });
  return {
    listen: (host, port) => server.listen(host, port),
    close: async () => {
      await server.close();
      await registry?.close();
    },
  };
}
