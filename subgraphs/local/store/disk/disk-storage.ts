import { open, type Database, type RootDatabase } from 'lmdb';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { recordNumberOf, type Collection } from '../state/collection.js';
import type { Storage } from '../state/storage.js';

/** What describes a collection on disk. */
function describe({ identity, indexes }: Collection): Record<string, unknown> {
  return {
    namespace: identity.namespace,
    uuid: Buffer.from(identity.uuid).toString('hex'),
    indexes: [...indexes.values()].map(({ spec }) => spec.document),
  };
}

/**
 * An LMDB file. LMDB groups the commits of one turn of the event loop, and its keys are numbers here,
 * so that their limit of 1,978 bytes never matters.
 * @param noSync - Survives `kill -9` but no power cut; for tests.
 */
export function createDiskStorage(path: string, noSync: boolean): Storage {
  const root: RootDatabase<Buffer> = open<Buffer>({
    path,
    noSync,
    overlappingSync: false,
    encoding: 'binary',
    maxDbs: 4,
  });
  const openTable = (name: string): Database<Buffer> =>
    root.openDB<Buffer>({ name, encoding: 'binary' });
  const documents = openTable('documents');
  const catalogue = openTable('catalogue');
  const sessions = openTable('sessions');

  const dropDocuments = (id: number): void => {
    for (const key of documents.getKeys({ start: [id], end: [id + 1] })) void documents.remove(key);
  };
  return {
    *collections() {
      for (const { key, value } of catalogue.getRange()) {
        yield { id: key as number, description: decodeDocument(Buffer.from(value)) };
      }
    },
    *documents(collectionId) {
      for (const { key, value } of documents.getRange({
        start: [collectionId],
        end: [collectionId + 1],
      })) {
        yield { number: (key as number[])[1] as number, bytes: Buffer.from(value) };
      }
    },
    *sessions() {
      for (const { key, value } of sessions.getRange()) {
        yield { key: key as string, record: decodeDocument(Buffer.from(value)) };
      }
    },
    async write(changes) {
      await root.batch(() => {
        for (const [id, collection] of changes.catalogue) {
          if (collection === null) {
            dropDocuments(id);
            void catalogue.remove(id);
          } else void catalogue.put(id, encodeDocument(describe(collection)));
        }
        for (const [id, byRecord] of changes.documents) {
          for (const [record, { after }] of byRecord) {
            const key = [id, recordNumberOf(record)];
            if (after === null) void documents.remove(key);
            else void documents.put(key, after);
          }
        }
        for (const [key, record] of changes.sessions) {
          if (record === null) void sessions.remove(key);
          else void sessions.put(key, encodeDocument(record));
        }
      });
    },
    close: () => root.close(),
  };
}
