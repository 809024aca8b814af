import type { Commands } from './commands.js';
import type { CooperativeDataSource } from './data-source.js';
import { createLoaders, type CooperativeLoaders } from './loaders.js';

/** What resolvers receive. */
export interface CooperativeContext {
  /** The slug; every public id begins with it. */
  readonly cooperativeId: string;
  readonly dataSource: CooperativeDataSource;
  readonly loaders: CooperativeLoaders;
  readonly commands: Commands;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<CooperativeContext, 'loaders'>,
): () => CooperativeContext {
  const { cooperativeId, dataSource } = shared;
  return () => ({ ...shared, loaders: createLoaders(cooperativeId, dataSource) });
}
