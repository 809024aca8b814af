import type { Caller } from '../../subgraphs/shared/identity/caller.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import type { Coverage } from './coverage.js';
import type { Deadline } from './deadline.js';

/** What belongs to one client request; data sources and plugins receive it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Sent to every process that is asked: what is accepted, and what is passed on from the client. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks, once the token is verified; null for the public. Its answers are nobody else's. */
  caller: Caller | null;
  /** From where it is asked. */
  readonly address: string;
  /** When whoever was refused for asking too much may come back; null where nobody was. */
  retryAfterSeconds: number | null;
  /** What the client has called the operation that is carried out; null where it has no name, or there is none. Shared with Apollo Server's copies of this. */
  readonly operation: { name: string | null };
  readonly deadline: Deadline;
  readonly coverage: Coverage;
  /** Names of the subgraphs with one address that were asked so far. */
  readonly subgraphsAsked: Set<string>;
  readonly log: Logger;
}
