import { STATES, type Connection } from 'mongoose';
import type { Clock } from '../shared/clock.js';
import type { Logger } from '../shared/logger.js';
import type { ReferenceLists } from '../shared/reference-lists.js';
import { createSubgraphServer, type SubgraphServer } from '../shared/subgraph-server.js';
import { Commands } from './commands.js';
import { createContextFactory } from './context.js';
import { CooperativeDataSource } from './data-source.js';
import { resolvers } from './resolvers.js';

export interface CooperativeServerOptions {
  readonly connection: Connection;
  /** The slug of the cooperative that this process serves. */
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly lists: ReferenceLists;
  readonly log: Logger;
  /** Per query to the database. */
  readonly timeoutMs: number;
  /** False refuses every mutation. */
  readonly areMutationsOpen: boolean;
  /** Tells the catalogue that the feed has grown. Never rejects. */
  readonly poke: () => Promise<void>;
}

/** A cooperative's server, and its data for what is done before it listens. */
export interface CooperativeServer extends SubgraphServer {
  readonly dataSource: CooperativeDataSource;
}

/**
 * Builds one cooperative's server on its own database; does not listen, and leaves the connection open when it closes.
 * @throws Error when the database belongs to another cooperative.
 */
export async function createCooperativeServer(
  options: CooperativeServerOptions,
): Promise<CooperativeServer> {
  const { connection, cooperativeId, clock, timeoutMs, log } = options;
  const dataSource = new CooperativeDataSource({ connection, cooperativeId, clock, timeoutMs });
  await dataSource.open();
  const commands = new Commands({ ...options, dataSource });
  const server = await createSubgraphServer({
    name: 'cooperative',
    resolvers,
    createContext: createContextFactory({ cooperativeId, dataSource, commands }),
    isReady: () => connection.readyState === STATES.connected,
    log,
  });
  return { ...server, dataSource };
}
