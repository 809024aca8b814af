import { open, type Database, type RootDatabase } from 'lmdb';
import type { Logger } from 'pino';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { recordNumberOf, type RecordId } from '../state/collection.js';
import { describeCollection } from '../state/description.js';
import type { Storage } from '../state/storage.js';
import { FileRoom, type FileUse } from './file-room.js';
import { openRecord, sealRecord, type RecordKey } from './record.js';
import { roomFor } from './room-for.js';

/**
 * How the file is written. 1: documents as they are. 2: each followed by its checksum. A file of an older format is brought to
 * this one when it is opened, in one commit.
 */
const FORMAT = 2;

/** The tables of the file. */
export const TABLES = ['documents', 'catalogue', 'sessions'] as const;
export type Table = (typeof TABLES)[number];

export interface DiskStorageOptions {
  /** Survives `kill -9` but no power cut; for tests. */
  readonly noSync: boolean;
  readonly log: Logger;
}

/**
 * An LMDB file, whose pages have been looked at. LMDB groups the commits of one turn of the event loop, and its keys are numbers
 * here, so that their limit of 1,978 bytes never matters.
 * @throws Error when it has a later format, or no room to be brought to this one.
 */
export async function createDiskStorage(
  path: string,
  { noSync, log }: DiskStorageOptions,
): Promise<Storage> {
  const root: RootDatabase<Buffer> = open<Buffer>({
    path,
    noSync,
    overlappingSync: false,
    encoding: 'binary',
    maxDbs: 5,
  });
  const openTable = (name: string): Database<Buffer> =>
    root.openDB<Buffer>({ name, encoding: 'binary' });
  const tables = Object.fromEntries(TABLES.map((name) => [name, openTable(name)])) as Record<
    Table,
    Database<Buffer>
  >;
  const { documents, catalogue, sessions } = tables;
  const about = openTable('about');
  const room = new FileRoom(path, () => useOf([documents, catalogue, sessions, about]), log);

  const put = (table: Table, key: number | string | number[], bytes: RawDocument): void => {
    void tables[table].put(key, sealRecord(recordKey(table, key), bytes));
  };
  const dropDocuments = (id: number): void => {
    for (const key of documents.getKeys({ start: [id], end: [id + 1] })) void documents.remove(key);
  };
  const bringUp = async (): Promise<void> => {
    const format = Number(about.get('format')?.toString() ?? 1);
    if (format > FORMAT)
      throw new Error(
        `${path} is of format ${format}, which is newer than ${FORMAT}: wanted a later release.`,
      );
    if (format === FORMAT) return;
    const { usedPages } = useOf([documents]);
    const isWritten = room.promise({ pages: 2 * usedPages, rowPages: usedPages, grows: true });
    await root.batch(() => {
      for (const table of TABLES) {
        for (const { key, value } of tables[table].getRange())
          put(table, key as number | string | number[], Buffer.from(value));
      }
      void about.put('format', Buffer.from(String(FORMAT)));
    });
    isWritten();
  };
  const close = async (): Promise<void> => {
    room.close();
    await root.close();
  };
  try {
    await bringUp();
  } catch (error) {
    await close();
    throw error;
  }

  return {
    *collections() {
      for (const { key, value } of catalogue.getRange()) {
        const bytes = openRecord(recordKey('catalogue', key as number), value);
        if (bytes === null) throw new Error(`${path} is damaged: the collection ${String(key)}.`);
        yield { id: key as number, description: decodeDocument(bytes) };
      }
    },
    *documents(collectionId) {
      for (const { key, value } of documents.getRange({
        start: [collectionId],
        end: [collectionId + 1],
      })) {
        const at = key as number[];
        yield { number: at[1] as number, bytes: openRecord(recordKey('documents', at), value) };
      }
    },
    *sessions() {
      for (const { key, value } of sessions.getRange()) {
        const bytes = openRecord(recordKey('sessions', key as string), value);
        if (bytes !== null) yield { key: key as string, record: decodeDocument(bytes) };
        else log.error({ path, session: key }, 'A session is damaged and forgotten.');
      }
    },
    promise: (changes) => room.promise(roomFor(changes)),
    use: () => room.measure(),
    async write(changes) {
      await root.batch(() => {
        for (const [id, collection] of changes.catalogue) {
          if (collection === null) {
            dropDocuments(id);
            void catalogue.remove(id);
          } else put('catalogue', id, encodeDocument(describeCollection(collection)));
        }
        for (const [id, byRecord] of changes.documents) {
          // In order, so that of pages that become empty one after the other each can take the next one's place.
          for (const [record, { after }] of [...byRecord].sort(byRecordId)) {
            const key = [id, recordNumberOf(record)];
            if (after === null) void documents.remove(key);
            else put('documents', key, after);
          }
        }
        for (const [key, record] of changes.sessions) {
          if (record === null) void sessions.remove(key);
          else put('sessions', key, encodeDocument(record));
        }
      });
    },
    close,
  };
}

const byRecordId = (
  [left]: readonly [RecordId, unknown],
  [right]: readonly [RecordId, unknown],
): number => (left < right ? -1 : 1);

export function recordKey(table: Table, key: number | string | readonly number[]): RecordKey {
  return typeof key === 'object' ? [table, ...key] : [table, key];
}

interface TreeStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

const META_PAGES = 2;

function pagesOf(tree: TreeStats): number {
  return tree.treeBranchPageCount + tree.treeLeafPageCount + tree.overflowPages;
}

/** @param tables - All that have pages of their own. */
function useOf(tables: readonly [Database<Buffer>, ...Database<Buffer>[]]): FileUse {
  const [first, ...others] = tables;
  const { root, free, ...one } = first.getStats() as TreeStats & FileStats;
  const usedPages = one.lastPageNumber + 1;
  const freePages = (): number => {
    const trees = [root, free, one, ...others.map((table) => table.getStats() as TreeStats)];
    return trees.reduce((left, tree) => left - pagesOf(tree), usedPages - META_PAGES);
  };
  return { pageSize: one.pageSize, usedPages, freePages };
}

/** What LMDB tells of the whole file beside each table. */
interface FileStats {
  readonly lastPageNumber: number;
  readonly root: TreeStats;
  readonly free: TreeStats;
}
