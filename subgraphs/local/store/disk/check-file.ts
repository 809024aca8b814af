import { statSync } from 'node:fs';
import { LmdbFile } from './lmdb-file.js';
import { Damage } from './lmdb-page.js';
import { CollectionNames, readRecord, storedRecords } from './stored-records.js';

/**
 * Looks at every page of a data file before it is mapped into memory: each leads to others as it must, and belongs to one thing.
 * What the records hold is checked when they are read.
 * @param path - It may be missing.
 * @param isUsed - Whether the folder has ever been worked on, so that the file cannot be empty.
 * @throws Error naming the file, and the document at which it is damaged, or after which.
 */
export function checkDataFile(path: string, isUsed: boolean): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? null;
  if (size === null || (size === 0 && !isUsed)) return;
  const names = new CollectionNames();
  let place = '';
  const fail = (damage: Damage): never => {
    throw damage;
  };
  try {
    const file = new LmdbFile(path, fail);
    try {
      for (const record of storedRecords(file, fail)) {
        const { table, key } = record;
        if (table === 'catalogue' && typeof key === 'number') {
          const description = readRecord(file, table, record);
          if (description !== null) names.note(key, description);
        }
        place = typeof key === 'object' ? `, after ${names.documentAt(key)}` : '';
      }
      place = '';
      file.readFree();
      for (const page of file.unknownPages()) fail(new Damage(page, 'belongs to nothing'));
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    throw new Error(
      `The data file ${path} is damaged: ${error.message}${place}. "npm run store -- --data FOLDER --salvage NEW_FOLDER" writes out all that is whole.`,
      { cause: error },
    );
  }
}
