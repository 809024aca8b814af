import { bufferToKeyValue } from 'lmdb';
import { decodeDocument } from '../bson/decode.js';
import { recordKey, type Table } from './disk-storage.js';
import type { LmdbFile } from './lmdb-file.js';
import { Damage, type Value } from './lmdb-page.js';
import { openRecord } from './record.js';

declare module 'lmdb' {
  /** A key as it was given; the library has it and does not say so. */
  function bufferToKeyValue(key: Uint8Array): Key;
}

/** A record as it lies in a data file. */
export interface StoredRecord {
  readonly table: string;
  /** In `documents`: the number of the collection, and that of the document. */
  readonly key: number | string | readonly number[];
  readonly value: Value;
  readonly page: number;
}

/** All records that the tables of a data file lead to, table by table: `catalogue` comes before `documents`. */
export function* storedRecords(
  file: LmdbFile,
  onDamage: (damage: Damage) => void,
): Generator<StoredRecord> {
  for (const { key: name, value } of file.entries(file.meta.main)) {
    if (value.kind !== 'tree') continue;
    const table = name.toString('latin1').replace(/\0+$/, '');
    for (const { key, value: stored, page } of file.entries(value.tree)) {
      const decoded = decodeKey(key);
      if (decoded === null) onDamage(new Damage(page, `has a record of ${table} without a key`));
      else yield { table, key: decoded, value: stored, page };
    }
  }
}

/** @returns Null where it is none that a store writes. */
export function decodeKey(key: Buffer): StoredRecord['key'] | null {
  try {
    return bufferToKeyValue(key) as StoredRecord['key'];
  } catch {
    return null;
  }
}

/** @returns The document of a record; null where it is not what was stored. */
export function readRecord(
  file: LmdbFile,
  table: Table,
  { key, value }: StoredRecord,
): Buffer | null {
  try {
    return openRecord(recordKey(table, key), file.valueOf(value));
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
}

/** Names of collections by their numbers, as far as they can be read. */
export class CollectionNames {
  readonly #byId = new Map<number, string>();

  note(id: number, description: Buffer): void {
    const namespace = decodeDocument(description).get('namespace');
    if (typeof namespace === 'string') this.#byId.set(id, namespace);
  }

  /** `document 12 of hub_karhu.bookings`. */
  documentAt([id = 0, number = 0]: readonly number[]): string {
    return `document ${number} of ${this.#byId.get(id) ?? `collection ${id}`}`;
  }
}
