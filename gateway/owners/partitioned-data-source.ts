import type { GraphQLDataSource } from '@apollo/gateway';
import { LRUCache } from 'lru-cache';
import type { ContractSchema } from '../documents/contract-schema.js';
import { parseFetch, type Representation } from '../documents/fetch-document.js';
import { compiledBytes } from './compiled-bytes.js';
import { EntitiesFetch } from './entities-fan-out.js';
import type { FetchResult } from '../answers/fetch-result.js';
import { RootFieldsFetch } from './root-fields-sequence.js';
import type { GatewayContext } from '../request/gateway-context.js';
import type { OwnerClient } from './owner-client.js';

/** Of fetches of the planner that stay compiled. */
const MOST_BYTES = 64 * 1024 * 1024;

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];

/**
 * One logical subgraph whose rows lie with many owners: splits each fetch by owner, asks the owners, checks what they
 * say, and puts it together in the order of the fetch.
 */
export class PartitionedDataSource implements GraphQLDataSource {
  readonly #compiled = new LRUCache<string, EntitiesFetch | RootFieldsFetch>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_fetch, query) => compiledBytes(query),
    memoMethod: (query) => this.#compile(query),
  });

  constructor(
    private readonly contract: ContractSchema,
    private readonly owners: OwnerClient,
  ) {}

  /** Never throws: a rejection would null every entity of the fetch and lose its path. */
  async process({ request, context }: ProcessOptions): Promise<FetchResult> {
    const gatewayContext = context as GatewayContext;
    try {
      const fetch = this.#compiled.memo(request.query ?? '');
      const given = request.variables ?? {};
      if (fetch instanceof RootFieldsFetch) return await fetch.run(given, gatewayContext);
      const { representations, ...variables } = given;
      return await fetch.run(representations as Representation[], variables, gatewayContext);
    } catch (error) {
      gatewayContext.log.error({ err: error }, 'Fetch from cooperatives failed.');
      const message = 'The fetch from the cooperatives failed.';
      return { data: null, errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
    }
  }

  #compile(query: string): EntitiesFetch | RootFieldsFetch {
    const document = parseFetch(query);
    return document.asksEntities
      ? new EntitiesFetch(this.contract, document, this.owners)
      : new RootFieldsFetch(this.contract, document, this.owners);
  }
}
