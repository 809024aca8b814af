import type { EndpointTable } from '../subgraphs/shared/owners/endpoint-table.js';

/** The endpoint table of a gateway that has no registry to follow. */
export function createNoOwners(): EndpointTable {
  return {
    isLoaded: false,
    outdated: [],
    find: () => null,
    findOrAsk: () => Promise.resolve('unasked'),
  };
}
