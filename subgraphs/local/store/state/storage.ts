import type { RawDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import type { Collection, RecordId } from './collection.js';
import type { DocumentChange } from './write-unit.js';

/** What one commit changes of the data. */
export interface DataChanges {
  readonly documents: ReadonlyMap<number, ReadonlyMap<RecordId, DocumentChange>>;
  /** New descriptions of collections by id; null for dropped ones. */
  readonly catalogue: ReadonlyMap<number, Collection | null>;
}

/** Everything one commit changes on disk. */
export interface StoredChanges extends DataChanges {
  /** What is remembered of sessions, by session key; null to forget one. */
  readonly sessions: ReadonlyMap<string, Doc | null>;
}

export interface StoredCollection {
  readonly id: number;
  readonly description: Doc;
}

/** How full a data file is. */
export interface StorageUse {
  readonly bytes: number;
  /** Of them those that are free to be written. */
  readonly freeBytes: number;
  /** Whether the disk had no more room when it was asked last. */
  readonly isFull: boolean;
}

/** Where documents live when the process does not. Indexes are rebuilt from them at the start. */
export interface Storage {
  collections(): Iterable<StoredCollection>;
  /** Each document, null where it is not what was stored. */
  documents(collectionId: number): Iterable<{ number: number; bytes: RawDocument | null }>;
  sessions(): Iterable<{ key: string; record: Doc }>;
  /**
   * Promises room to a commit before anybody sees it.
   * @returns A function to be called once it has been written.
   * @throws CommandError 14031 where there is none
   */
  promise(changes: DataChanges): () => void;
  /** How full its file is; null where it keeps nothing. */
  use(): StorageUse | null;
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
    promise: () => () => undefined,
    use: () => null,
    write: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
