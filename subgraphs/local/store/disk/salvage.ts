import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { STORE_DATA_FILE } from '../../../shared/mongo/store-address.js';
import { decodeDocument } from '../bson/decode.js';
import type { RawDocument } from '../bson/encode.js';
import { Collection, recordIdOf, type RecordId } from '../state/collection.js';
import { describedCollection } from '../state/description.js';
import { idIndexSpec } from '../state/index-spec.js';
import type { DocumentChange } from '../state/write-unit.js';
import { holdFolder } from './data-folder.js';
import { createDiskStorage } from './disk-storage.js';
import { checkFolderRelease, noteFolderRelease } from './folder-release.js';
import { LmdbFile } from './lmdb-file.js';
import type { Damage } from './lmdb-page.js';
import {
  CollectionNames,
  decodeKey,
  readRecord,
  storedRecords,
  type StoredRecord,
} from './stored-records.js';

/** What was saved of a data folder, and what was not. */
export interface SalvageReport {
  readonly documents: number;
  readonly collections: number;
  /** Each in a sentence; empty when all was whole. */
  readonly lost: readonly string[];
}

/** Documents that are written out in one commit. */
const BATCH = 1_000;

/**
 * Writes out to a new data folder all that is whole in another one, which stays as it is. A folder of before format 2 has no
 * checksums: start a store on it once, which adds them.
 * @throws Error when a store works on the folder, the new one holds anything, or nothing can be read.
 */
export async function salvageFolder(
  folder: string,
  target: string,
  log: Logger,
): Promise<SalvageReport> {
  const path = join(folder, STORE_DATA_FILE);
  if (!existsSync(path)) throw new Error(`The folder ${folder} has no data file.`);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new Error(`The folder ${target} holds something: wanted a new one.`);
  const unlock = await holdFolder(folder, log);
  try {
    checkFolderRelease(folder);
    const unlockTarget = await holdFolder(target, log);
    try {
      return await copyWhole(path, target, log);
    } finally {
      unlockTarget();
    }
  } finally {
    unlock();
  }
}

async function copyWhole(path: string, target: string, log: Logger): Promise<SalvageReport> {
  const lost: string[] = [];
  const onDamage = ({ message }: Damage): void => void lost.push(message);
  const file = new LmdbFile(path, onDamage);
  const found = readWhole(file, lost, onDamage);
  file.close();
  const storage = await createDiskStorage(join(target, STORE_DATA_FILE), { noSync: false, log });
  try {
    let documents = 0;
    await storage.write({
      documents: new Map(),
      catalogue: new Map([...found].map(([id, { collection }]) => [id, collection])),
      sessions: new Map(),
    });
    for (const [id, { changes }] of found) {
      const all = [...changes];
      documents += all.length;
      for (let at = 0; at < all.length; at += BATCH) {
        const data = {
          documents: new Map([[id, new Map(all.slice(at, at + BATCH))]]),
          catalogue: new Map<number, never>(),
        };
        const isWritten = storage.promise(data);
        await storage.write({ ...data, sessions: new Map() });
        isWritten();
      }
    }
    noteFolderRelease(target);
    return { documents, collections: found.size, lost };
  } finally {
    await storage.close();
  }
}

interface Found {
  readonly collection: Collection;
  readonly changes: Map<RecordId, DocumentChange>;
}

function readWhole(
  file: LmdbFile,
  lost: string[],
  onDamage: (damage: Damage) => void,
): Map<number, Found> {
  const names = new CollectionNames();
  const descriptions = new Map<number, RawDocument>();
  const documents = new Map<number, Map<number, RawDocument>>();
  const keep = (record: StoredRecord): boolean => {
    const { table, key } = record;
    if (table === 'catalogue' && typeof key === 'number') {
      const description = readRecord(file, table, record);
      if (description === null) return false;
      names.note(key, description);
      descriptions.set(key, description);
      return true;
    }
    if (table !== 'documents' || typeof key !== 'object') return true;
    const bytes = readRecord(file, table, record);
    if (bytes === null) return false;
    const [id = 0, number = 0] = key;
    documents.set(id, (documents.get(id) ?? new Map<number, RawDocument>()).set(number, bytes));
    return true;
  };
  for (const record of storedRecords(file, onDamage)) {
    if (keep(record)) continue;
    const { table, key } = record;
    lost.push(
      typeof key === 'object' ? names.documentAt(key) : `record ${String(key)} of ${table}`,
    );
  }
  // Nothing leads to what lies below a damaged page; where it is known which pages are free, the others still hold it.
  if (file.readFree()) {
    for (const page of file.unknownPages()) {
      for (const { key, value } of file.looseEntries(page)) {
        const decoded = decodeKey(key);
        if (decoded === null) continue;
        const table = typeof decoded === 'object' ? 'documents' : 'catalogue';
        keep({ table, key: decoded, value, page });
      }
    }
  }
  const ids = new Set([...descriptions.keys(), ...documents.keys()]);
  return new Map(
    [...ids].map((id) => {
      const collection = collectionOf(id, descriptions.get(id));
      return [id, fill(collection, documents.get(id) ?? new Map<number, RawDocument>(), lost)];
    }),
  );
}

/** One that nothing describes any more gets a name by its number. */
function collectionOf(id: number, description: RawDocument | undefined): Collection {
  if (description !== undefined) return describedCollection(id, decodeDocument(description));
  const identity = {
    id,
    namespace: `salvaged.collection_${id}`,
    uuid: new Uint8Array(16),
    counter: { next: 1 },
    damage: null,
  };
  return Collection.create(identity, [idIndexSpec()]);
}

/** What the collection's indexes refuse is lost: a store would not start on it. */
function fill(
  collection: Collection,
  documents: ReadonlyMap<number, RawDocument>,
  lost: string[],
): Found {
  const changes = new Map<RecordId, DocumentChange>();
  for (const [number, bytes] of [...documents].sort(([left], [right]) => left - right)) {
    const id = recordIdOf(number);
    try {
      collection.change(id, null, decodeDocument(bytes), bytes);
      changes.set(id, { before: null, after: bytes });
    } catch (error) {
      lost.push(`document ${number} of ${collection.identity.namespace}: ${String(error)}`);
    }
  }
  return { collection, changes };
}
