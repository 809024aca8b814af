/** What a process may do at another. */
export type Scope =
  /** Read what everybody may, and what the roles allow that are sent along. */
  | 'read'
  /** Carry out what the roles allow that are sent along. */
  | 'act'
  /** Hold, confirm and release bookings for orders. */
  | 'book'
  /** Have it told what is stored of a person, and have that forgotten. */
  | 'privacy'
  /** Read how much a cooperative has free, and who could stand in. */
  | 'capacity'
  /** Read a cooperative's feed. */
  | 'follow'
  /** Read how many orders of a cooperative are open, or what was ordered under an agreement. */
  | 'orders'
  /** Read the terms of an agreement. */
  | 'agreements'
  /** Have one's own feed read. */
  | 'poke'
  /** Change the registry. */
  | 'register';

/**
 * The processes of the hub and the most that each may do at others, by their ids. No cooperative may have one of these ids, for
 * a token names who asks and who is asked by them. `network` is what starts a whole network.
 */
export const SCOPES_BY_PROCESS = {
  gateway: ['read', 'act'],
  booking: ['read', 'book', 'privacy', 'agreements'],
  catalogue: ['follow', 'orders'],
  procurement: ['read', 'capacity', 'orders'],
  network: ['register'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

export type HubProcess = keyof typeof SCOPES_BY_PROCESS;

export const HUB_PROCESSES = Object.keys(SCOPES_BY_PROCESS) as readonly HubProcess[];

export const isHubProcess = (id: string): id is HubProcess => Object.hasOwn(SCOPES_BY_PROCESS, id);
