import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { encodeDocument } from '../../../../subgraphs/local/store/bson/encode.js';
import { decodeDocument } from '../../../../subgraphs/local/store/bson/decode.js';
import { createDiskStorage } from '../../../../subgraphs/local/store/disk/disk-storage.js';
import { noteFolderRelease } from '../../../../subgraphs/local/store/disk/folder-release.js';
import { Collection, recordIdOf } from '../../../../subgraphs/local/store/state/collection.js';
import { idIndexSpec } from '../../../../subgraphs/local/store/state/index-spec.js';
import type { Storage } from '../../../../subgraphs/local/store/state/storage.js';

export const silent = pino({ level: 'silent' });

export const openStorage = (folder: string): Promise<Storage> =>
  createDiskStorage(join(folder, 'store.mdb'), { noSync: true, log: silent });

/** Text of document 1 to 400 of `d.c`; every fortieth has pages of its own. */
export const textOf = (number: number): string =>
  `text ${number} `.repeat(number % 40 === 0 ? 1_000 : 12);
export const COUNT = 400;

/** Writes `d.c` into the data file of a folder. */
export async function writeDataFile(folder: string): Promise<void> {
  const identity = {
    ...{ id: 1, namespace: 'd.c', uuid: new Uint8Array(16), counter: { next: COUNT + 1 } },
    damage: null,
  };
  const storage = await openStorage(folder);
  const changes = Array.from({ length: COUNT }, (_, index) => {
    const after = encodeDocument({ _id: index + 1, text: textOf(index + 1) });
    return [recordIdOf(index + 1), { before: null, after }] as const;
  });
  await storage.write({
    catalogue: new Map([[1, Collection.create(identity, [idIndexSpec()])]]),
    documents: new Map([[1, new Map(changes)]]),
    sessions: new Map(),
  });
  await storage.close();
  noteFolderRelease(folder);
}

/** Changes one byte of a file. */
export function flip(file: string, at: number): void {
  const byte = Buffer.alloc(1);
  const descriptor = openSync(file, 'r+');
  readSync(descriptor, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x10;
  writeSync(descriptor, byte, 0, 1, at);
  closeSync(descriptor);
}

/** Texts of `d.c` by number, as far as its documents are whole. */
export function textsIn(storage: Storage): Map<number, string | null> {
  return new Map(
    [...storage.documents(1)].map(({ number, bytes }) => [
      number,
      bytes === null ? null : (decodeDocument(bytes).get('text') as string),
    ]),
  );
}
