import type { Clock } from '../shared/clock.js';
import { isOutdated, type CooperativeEntry } from './registry.js';
import type { CatalogueReplica } from './replica.js';

/**
 * What resolvers receive. Everything that they read by key is in memory, so there is nothing for loaders to batch: a page
 * of results costs no query at all.
 */
export interface CatalogueContext {
  readonly catalogue: CatalogueReplica;
  /** The network's clock: which certificates are valid today. */
  readonly clock: Clock;
  /** The members of the network, by id: the same ones during the whole of a request. */
  readonly members: () => readonly CooperativeEntry[];
  /** Those of them whose copy may be out of date. */
  readonly outdated: () => readonly CooperativeEntry[];
}

export function createCatalogueContext(
  catalogue: CatalogueReplica,
  clock: Clock,
): CatalogueContext {
  let members: readonly CooperativeEntry[] | null = null;
  return {
    catalogue,
    clock,
    members: () => (members ??= catalogue.registry.members()),
    outdated: () =>
      members?.filter(({ source }) => isOutdated(source.state)) ?? catalogue.registry.outdated(),
  };
}
