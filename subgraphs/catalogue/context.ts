import type { Clock } from '../shared/clock.js';
import type { CatalogueReplica } from './replica.js';

/**
 * What resolvers receive. Everything that they read by key is in memory, so there is nothing for loaders to batch: a page
 * of results costs no query at all.
 */
export interface CatalogueContext {
  readonly catalogue: CatalogueReplica;
  /** The network's clock: which certificates are valid today. */
  readonly clock: Clock;
  /** Whether anybody counts as the coordinator, as in development. Until roles exist nobody does in production. */
  readonly areRolesOpen: boolean;
}
