import type { RawDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import type { Collection, RecordId } from './collection.js';
import type { DocumentChange } from './write-unit.js';

/** Everything one commit changes on disk. */
export interface StoredChanges {
  readonly documents: ReadonlyMap<number, ReadonlyMap<RecordId, DocumentChange>>;
  /** New descriptions of collections by id; null for dropped ones. */
  readonly catalogue: ReadonlyMap<number, Collection | null>;
  /** What is remembered of sessions, by session key; null to forget one. */
  readonly sessions: ReadonlyMap<string, Doc | null>;
}

export interface StoredCollection {
  readonly id: number;
  readonly description: Doc;
}

/** Where documents live when the process does not. Indexes are rebuilt from them at the start. */
export interface Storage {
  collections(): Iterable<StoredCollection>;
  documents(collectionId: number): Iterable<{ number: number; bytes: RawDocument }>;
  sessions(): Iterable<{ key: string; record: Doc }>;
  /** Resolves when all of it would survive a power cut; all or nothing is kept. */
  write(changes: StoredChanges): Promise<void>;
  close(): Promise<void>;
}

/** Keeps nothing. */
export function createMemoryStorage(): Storage {
  return {
    collections: () => [],
    documents: () => [],
    sessions: () => [],
    write: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
