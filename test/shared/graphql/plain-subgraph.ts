import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../../subgraphs/shared/graphql/subgraph-server.js';
import type { SubgraphName } from '../../../schema/sdl.js';
import type { Logger } from '../../../subgraphs/shared/process/logger.js';

export interface PlainSubgraph {
  readonly server: SubgraphServer;
  readonly url: string;
}

/** A subgraph's server that resolves nothing but references, each to its id, and its base URL. */
export async function startPlainSubgraph(
  name: SubgraphName,
  log: Logger,
  isForThisMachine = false,
): Promise<PlainSubgraph> {
  const entity = {
    __resolveReference: ({ id }: { readonly id: string }): object => ({ id }),
  };
  const resolvers = {
    booking: {},
    catalogue: { Service: entity, Cooperative: entity },
    cooperative: { Service: entity, Cooperative: entity, Member: entity, Booking: entity },
    procurement: {},
  }[name];
  const server = await createSubgraphServer({
    ...{ name, resolvers, log },
    createContext: (_request, signal) => ({ signal }),
    findObstacle: () => null,
  });
  return { server, url: await server.listen('127.0.0.1', 0, isForThisMachine) };
}
