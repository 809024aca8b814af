import type { GraphQLDataSource } from '@apollo/gateway';
import type { Clock } from '../subgraphs/shared/process/clock.js';
import type { EndpointTable } from '../subgraphs/shared/owners/endpoint-table.js';
import type { RequestSigner } from '../subgraphs/shared/identity/processes/sign-request.js';
import type { OwnerGuards } from '../subgraphs/shared/owners/guard/owner-guards.js';
import type { Sender } from '../subgraphs/shared/owners/sender.js';
import type { Logger } from '../subgraphs/shared/process/logger.js';
import { readSupergraph } from './documents/contract-schema.js';
import { DirectDataSource } from './direct/direct-data-source.js';
import { OwnerClient } from './owners/owner-client.js';
import { PartitionedDataSource } from './owners/partitioned-data-source.js';

/** The subgraph whose rows lie with many owners. */
export const PARTITIONED = 'cooperative';

export interface BuildServiceOptions {
  readonly supergraphSdl: string;
  /** Addresses that replace those in the supergraph, by subgraph. */
  readonly urls: ReadonlyMap<string, string>;
  readonly table: EndpointTable;
  readonly sender: Sender;
  readonly guards: OwnerGuards;
  readonly signer: RequestSigner;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Gives each subgraph of the supergraph its data source. */
export function createBuildService(
  options: BuildServiceOptions,
): (definition: { name: string; url?: string | undefined }) => GraphQLDataSource {
  const { supergraphSdl, urls, sender, signer } = options;
  const { contracts } = readSupergraph(supergraphSdl);
  return ({ name, url }) => {
    const contract = contracts.get(name);
    if (!contract) throw new Error(`The supergraph has no subgraph "${name}".`);
    if (name === PARTITIONED) {
      return new PartitionedDataSource(contract, new OwnerClient(options));
    }
    const address = urls.get(name) ?? url;
    if (address === undefined || !URL.canParse(address)) {
      throw new Error(`The subgraph "${name}" has no address: give it in SUBGRAPH_URLS.`);
    }
    return new DirectDataSource({ name, url: address, sender, signer, schema: contract.schema });
  };
}
