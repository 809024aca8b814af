import type { Caller } from '../../subgraphs/shared/identity/caller.js';
import type { Scope } from '../../subgraphs/shared/identity/processes/hub-processes.js';
import { withRoles } from '../shared/identity/policy/askers.js';
import { asking } from '../support/fakes/hub-keys.js';

/** Which process of the hub asks a cooperative, and on whose behalf. */
export interface CooperativeAsker {
  /** Null where nobody signs. */
  readonly process: 'gateway' | 'booking' | 'catalogue' | 'procurement' | null;
  readonly scope: Scope;
  /** Null for nobody's. */
  readonly caller: Caller | null;
}

export const UNSIGNED: CooperativeAsker = { process: null, scope: 'read', caller: null };
export const FOLLOWER: CooperativeAsker = { process: 'catalogue', scope: 'follow', caller: null };
const PLANNER: CooperativeAsker = { process: 'procurement', scope: 'capacity', caller: null };
const BOOKER: CooperativeAsker = { process: 'booking', scope: 'book', caller: null };

/** Somebody at the gateway. @param roles - Such as `STAFF karhu`. */
function atGateway(...roles: readonly string[]): CooperativeAsker {
  return { process: 'gateway', scope: 'act', caller: withRoles(...roles).caller };
}

/** Who may ask such a thing: the catalogue for its feed, the procurement process for what is free, the booking process for its commands, else the cooperative's staff. */
export function usualAskerOf(document: string, cooperative: string): CooperativeAsker {
  if (/\b(catalogueChanges|capacity)\b/.test(document)) return FOLLOWER;
  if (/\bfree(Capacity|Substitutes)\b/.test(document)) return PLANNER;
  const isForOrders =
    /\b(hold|confirm|extend|release|cancel|move|change|enrol|read)Bookings\b/.test(document);
  return isForOrders ? BOOKER : atGateway(`STAFF ${cooperative}`);
}

/** Headers with which a request is signed; none where nobody signs. */
export function headersOf(
  { process, scope, caller }: CooperativeAsker,
  cooperative: string,
  body: string,
): Readonly<Record<string, string>> {
  return process === null ? {} : asking(cooperative, body, caller, { process, scope });
}
