import {
  collection,
  DATE,
  FLAG,
  listOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../shared/mongo/schema-parts.js';

/** A cooperative that has to forget somebody. */
export interface ErasureOwner {
  cooperative: string;
  /** Real time; null until it has done so for the first time. */
  doneAt: Date | null;
}

/** Somebody whom the network is to forget. */
export interface ErasureRecord {
  _id: string;
  /** `hashKey` of the command's idempotency key. */
  keyHash: string;
  /** `hashBody` of its input, in which digests stand for address and number. */
  bodyHash: string;
  /** By the network's clock: what was made later is left alone. */
  at: Date;
  /** Real time. */
  askedAt: Date;
  /** Of e-mail address and telephone number. */
  digests: string[];
  /** Ids of orders and requests: those that were named, and of orders those that were found. */
  orders: string[];
  /** Whether orders and requests are concerned, and not one cooperative alone. */
  isHere: boolean;
  /** Whether that is done. */
  isDoneHere: boolean;
  owners: ErasureOwner[];
}

/** When a cooperative is asked next, with all that it has to forget. */
export interface OwnerTurnRecord {
  /** Id of the cooperative. */
  _id: string;
  /** Real time. */
  wakeAt: Date;
  /** In vain, one after another. */
  attempts: number;
  /** Why in vain, in our own words; null where it has answered, or was not asked yet. */
  reason: string | null;
}

/** A secret that stays the same: `persons` the key of digests, which owners are sent, `erasures` that of seals, which nobody is. */
export interface SecretRecord {
  _id: 'persons' | 'erasures';
  /** 32 random bytes in base64url. */
  secret: string;
}

const owner = part<ErasureOwner>({ cooperative: TEXT, doneAt: orNull(DATE) });

export const erasureSchema = collection<ErasureRecord>('erasures', {
  _id: TEXT,
  keyHash: TEXT,
  bodyHash: TEXT,
  at: DATE,
  askedAt: DATE,
  digests: listOf(TEXT),
  orders: listOf(TEXT),
  isHere: FLAG,
  isDoneHere: FLAG,
  owners: listOf(owner),
})
  .index({ keyHash: 1 }, { name: 'erasures_by_key', unique: true })
  .index({ 'owners.cooperative': 1, at: 1, _id: 1 }, { name: 'erasures_of_owner' })
  .index({ isDoneHere: 1 }, { name: 'erasures_to_do' });

export const ownerTurnSchema = collection<OwnerTurnRecord>('erasure_turns', {
  _id: TEXT,
  wakeAt: DATE,
  attempts: whole(0),
  reason: orNull(TEXT),
}).index({ wakeAt: 1 }, { name: 'turns_by_time' });

export const secretSchema = collection<SecretRecord>('secrets', { _id: TEXT, secret: TEXT });
