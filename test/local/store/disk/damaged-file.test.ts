import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { encodeDocument } from '../../../../subgraphs/local/store/bson/encode.js';
import { checkDataFile } from '../../../../subgraphs/local/store/disk/check-file.js';
import { salvageFolder } from '../../../../subgraphs/local/store/disk/salvage.js';
import { temporaryFolder } from '../support.js';
import { COUNT, flip, openStorage, silent, textOf, textsIn, writeDataFile } from './data-file.js';

const PAGE_BYTES = 4_096;
const folder = temporaryFolder();
const file = join(folder.path, 'store.mdb');
const whole = join(folder.path, 'whole');
const target = join(folder.path, 'salvaged');

beforeAll(async () => {
  await writeDataFile(folder.path);
  copyFileSync(file, whole);
});
beforeEach(() => {
  copyFileSync(whole, file);
  rmSync(target, { recursive: true, force: true });
});
afterAll(() => {
  folder.remove();
});

/** Where in the file these words stand. */
const placeOf = (words: string): number => readFileSync(file).indexOf(words);
/** Pages of a kind, by the flag of their header. */
const pagesWith = (flag: number): number[] => {
  const bytes = readFileSync(file);
  const pages = Array.from({ length: bytes.length / PAGE_BYTES }, (_, page) => page);
  return pages.filter(
    (page) =>
      page > 1 &&
      bytes.readUInt32LE(page * PAGE_BYTES) === page &&
      bytes.readUInt16LE(page * PAGE_BYTES + 18) === flag,
  );
};
const salvagedTexts = async (): Promise<Map<number, string | null>> => {
  const storage = await openStorage(target);
  const texts = textsIn(storage);
  await storage.close();
  return texts;
};

describe('a data file', () => {
  it('is whole when a store has closed it', () => {
    expect(() => {
      checkDataFile(file, true);
    }).not.toThrow();
  });

  it.each([
    [
      'cut off',
      () => {
        truncateSync(file, 20 * PAGE_BYTES);
      },
      /page \d+ is beyond the end of the file/,
    ],
    [
      'empty',
      () => {
        truncateSync(file, 0);
      },
      /page 0 is beyond the end of the file/,
    ],
    [
      'without its first header',
      () => {
        flip(file, 24);
      },
      /page 0 is not the header/,
    ],
    [
      'without its second header',
      () => {
        flip(file, PAGE_BYTES + 24);
      },
      /page 1 is not the header/,
    ],
    [
      'of other contents',
      () => {
        writeFileSync(file, 'x'.repeat(9_000));
      },
      /page 0 is not the header/,
    ],
  ])('that is %s is refused before it is mapped, by name', (_how, damage, reason) => {
    damage();

    expect(() => {
      checkDataFile(file, true);
    }).toThrow(reason);
    expect(() => {
      checkDataFile(file, true);
    }).toThrow(`The data file ${file} is damaged`);
  });

  it('may be empty before anybody has worked on it, and missing', () => {
    truncateSync(file, 0);

    expect(() => {
      checkDataFile(file, false);
      checkDataFile(`${file}.none`, true);
    }).not.toThrow();
  });

  it('names the document after which its pages are damaged', () => {
    const leaf = Math.floor(placeOf('text 300 ') / PAGE_BYTES);
    flip(file, leaf * PAGE_BYTES + 18);

    expect(() => {
      checkDataFile(file, true);
    }).toThrow(/after document \d+ of d\.c\./);
  });
});

describe('salvaging a damaged folder', () => {
  it('writes out all but the document that is not whole, and names it', async () => {
    flip(file, placeOf('text 77 '));

    const report = await salvageFolder(folder.path, target, silent);

    expect(report).toEqual({ documents: COUNT - 1, collections: 1, lost: ['document 77 of d.c'] });
    const texts = await salvagedTexts();
    expect(texts.has(77)).toBe(false);
    expect(texts.get(78)).toBe(textOf(78));
    expect(() => {
      checkDataFile(join(target, 'store.mdb'), true);
    }).not.toThrow();
  });

  it('finds the documents to which nothing leads any more', async () => {
    const [branch = 0] = pagesWith(1);
    flip(file, branch * PAGE_BYTES + 18);

    const report = await salvageFolder(folder.path, target, silent);

    expect(report.documents).toBe(COUNT);
    expect(report.lost[0]).toContain(`page ${branch}`);
    expect((await salvagedTexts()).get(COUNT)).toBe(textOf(COUNT));
  });

  it('keeps documents whose collection is not described any more', async () => {
    flip(file, placeOf('namespace'));

    const report = await salvageFolder(folder.path, target, silent);

    expect(report).toMatchObject({ documents: COUNT, lost: ['record 1 of catalogue'] });
  });

  it('writes into a new folder only', async () => {
    await expect(salvageFolder(folder.path, folder.path, silent)).rejects.toThrow(
      'holds something: wanted a new one',
    );
  });
});

describe('a data file of an older format', () => {
  it('is brought to this one with all that it holds; one of a later format is refused', async () => {
    const old = temporaryFolder();
    const root = open({ path: join(old.path, 'store.mdb'), encoding: 'binary', maxDbs: 4 });
    const documents = root.openDB<Buffer>({ name: 'documents', encoding: 'binary' });
    await documents.put([1, 5], encodeDocument({ _id: 5, text: 'kept' }));
    await root.close();

    const first = await openStorage(old.path);
    expect(textsIn(first)).toEqual(new Map([[5, 'kept']]));
    await first.close();
    const stored = readFileSync(join(old.path, 'store.mdb'));
    expect(stored.lastIndexOf('kept')).toBeGreaterThan(0);
    flip(join(old.path, 'store.mdb'), stored.lastIndexOf('kept'));
    const second = await openStorage(old.path);
    const texts = textsIn(second);
    await second.close();

    const later = open({ path: join(old.path, 'store.mdb'), encoding: 'binary', maxDbs: 5 });
    await later
      .openDB<Buffer>({ name: 'about', encoding: 'binary' })
      .put('format', Buffer.from('3'));
    await later.close();
    await expect(openStorage(old.path)).rejects.toThrow('is of format 3, which is newer than 2');
    expect(texts).toEqual(new Map([[5, null]]));
    old.remove();
  });
});
