import { ROLES, type Caller, type Role } from '../caller.js';
import type { Place } from './places.js';

/** For what a role opens something: whatever it is, what is of its organisation, or what is the caller's own. */
export type Whose = 'any' | 'organisation' | 'own';

/** What opens something to whoever has it, with or without a role. */
export type Key =
  /** The secret that was returned when the order or the request was made. */
  | 'secret'
  /** An order that names it, which the caller may read. */
  | 'order'
  /** The word of the person concerned, who has made it public. */
  | 'sharing'
  /** The secret link of a calendar. */
  | 'link';

/** A process of the network, and what it must be let do. */
export interface ProcessNeed {
  /** `cooperative` is the one that is concerned, `network` what starts a whole network. */
  readonly process: 'booking' | 'catalogue' | 'procurement' | 'network' | 'cooperative';
  readonly scope: string;
}

/** Who may do or read something. A role stands in one list at most: what it is not in is closed to it. */
export interface Rule {
  /** Whether it needs no role: who shows none may too. A caller with roles acts in one of them all the same. */
  readonly isPublic?: true;
  /** Roles that may, whosever it is. */
  readonly any?: readonly Role[];
  /** Roles that may, where it is of their organisation. */
  readonly organisation?: readonly Role[];
  /** Roles that may, where it is the caller's own. */
  readonly own?: readonly Role[];
  readonly key?: Key;
  /** Processes that may, in whosever name they ask. */
  readonly processes?: readonly ProcessNeed[];
}

/** A row of the table. */
export interface Row extends Rule {
  /** `Type.field` of the SDL, or method and path of an address. */
  readonly name: string;
  /** Where it is found whose it is; null where the rule does not ask. */
  readonly of: Place | null;
}

/** Who asks. */
export interface Asker {
  /** The person or program in whose name it is asked; null for the public. */
  readonly caller: Caller | null;
  /** The process of the network that signed the request; null where none did. */
  readonly process: SigningProcess | null;
}

export interface SigningProcess {
  /** Which process: `gateway`, `booking`, `catalogue`, or a cooperative's id. */
  readonly issuer: string;
  /** What it may do where it asks. */
  readonly scopes: readonly string[];
}

/** What is asked for, as far as a decision needs it. Whoever owns the data says so. */
export interface Target {
  /** Those whose it is, as `places.ts` says: ids of cooperatives, business ids in their canonical form. */
  readonly organisations: readonly string[];
  /** Whether it is the caller's own. */
  readonly isOwn: boolean;
  /** Whether the key that the rule names is there. */
  readonly isOpened: boolean;
}

/** What is nobody's in particular. */
export const NOBODYS: Target = { organisations: [], isOwn: false, isOpened: false };

/** Whether it is refused to nobody, whatever it is. */
export function isOpenToAll({ isPublic, any }: Rule): boolean {
  return isPublic === true && ROLES.every((role) => any?.includes(role));
}

/** For what a rule opens something to a role; null where it does not. */
export function whoseOf({ any, organisation, own }: Rule, role: Role): Whose | null {
  if (any?.includes(role)) return 'any';
  if (organisation?.includes(role)) return 'organisation';
  return own?.includes(role) ? 'own' : null;
}
