import {
  collection,
  DATE,
  listOf,
  oneOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../shared/mongo/schema-parts.js';

export const CLAIM_KINDS = ['hold', 'place', 'series', 'change', 'request'] as const;

/** What takes of a limit: an order that is made, a command on one, a request of the work exchange. `place`: enrolling too. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** That something takes of a limit, written down before it is begun. */
export interface ClaimRecord {
  /** Of the order or request that is made; of a command on an order its `keyHash`. */
  readonly id: string;
  readonly kind: ClaimKind;
  /** Id of the order or request that it is about. */
  readonly about: string;
  /** The most that it can take: legs of a contact's, minutes of a service's limits. */
  readonly size: number;
  /** Real time. */
  readonly at: Date;
  /** By the network's clock: when nothing of it can be left. */
  readonly until: Date;
}

/** All claims on the limits of one contact or service, in the order in which they came. */
export interface AccountRecord {
  /** Such as `service karhu:siivous`; a contact is named by a keyed hash. */
  readonly _id: string;
  readonly claims?: readonly ClaimRecord[];
  /** By the network's clock: when nothing can be left of any. */
  readonly until?: Date;
}

const claim = part<ClaimRecord>({
  id: TEXT,
  kind: oneOf(CLAIM_KINDS),
  about: TEXT,
  size: whole(0),
  at: DATE,
  until: DATE,
});

export const accountSchema = collection<AccountRecord>('accounts', {
  _id: TEXT,
  // Both are there from the first claim on, which makes the document.
  claims: orNull(listOf(claim)),
  until: orNull(DATE),
}).index({ until: 1 }, { name: 'accounts_by_end' });
