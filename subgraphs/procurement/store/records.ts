/** What is listed of a record, and by what it is found. */
export interface SearchRecordRow {
  /** A UUID. */
  readonly _id: string;
  /** Canonical business id of the organisation whose it is. */
  readonly organisation: string;
  /** By the network's clock. */
  readonly at: Date;
  /** By the machine's clock: records are listed by it, for the network's may stand still. */
  readonly savedAt: Date;
  readonly title: string | null;
  /** SHA-256 of the canonical JSON, in lower-case hexadecimal. */
  readonly hash: string;
}

/** A search that was kept. It never changes. */
export interface SearchRecord extends SearchRecordRow {
  /** SHA-256 of the idempotency key, and of the input without it. */
  readonly keyHash: string;
  readonly bodyHash: string;
  /** The record that it continues, which no other one continues; null for the first. */
  readonly continues: string | null;
  /** All that is in it, signed; at most 4 MB. */
  readonly jws: string;
}
