import { collection, DATE, listOf, orNull, TEXT } from '../../shared/mongo/schema-parts.js';

/** A person whom the network has had forgotten here. It is in the same database as the rows, and restored with them. */
export interface ErasureRecord {
  /** The network's id of the erasure. */
  _id: string;
  /** When it was asked for, by the network's clock. */
  at: Date;
  /** The secret of the digests, base64url. */
  key: string;
  /** Of e-mail address and telephone number. */
  digests: string[];
  /** The network's ids of orders. */
  orders: string[];
  /** What the booking process has given to have it back; null or absent where it gave nothing. */
  sealed: string | null;
}

export const erasureSchema = collection<ErasureRecord>('erasures', {
  _id: TEXT,
  at: DATE,
  key: TEXT,
  digests: listOf(TEXT),
  orders: listOf(TEXT),
  sealed: orNull(TEXT),
}).index({ at: 1 }, { name: 'by_age' });
