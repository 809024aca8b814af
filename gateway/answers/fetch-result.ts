import type { FetchError } from './subgraph-errors.js';

/** What a data source hands to the executor. */
export interface FetchResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly FetchError[];
}
