import type { Caller } from '../../subgraphs/shared/identity/caller.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import type { Coverage } from './coverage.js';
import type { Deadline } from './deadline.js';

/** What belongs to one client request; data sources and plugins receive it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Sent to every process that is asked: what is accepted, and what is passed on from the client. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks; null for the public. */
  readonly caller: Caller | null;
  readonly deadline: Deadline;
  readonly coverage: Coverage;
  /** Names of the subgraphs with one address that were asked so far. */
  readonly subgraphsAsked: Set<string>;
  /** Whether the client showed who it is; its answers are nobody else's. */
  readonly isAuthenticated: boolean;
  readonly log: Logger;
}
