import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDataFile } from '../../../../subgraphs/local/store/disk/check-file.js';
import { createRandom } from '../../../bench/random.js';
import { temporaryFolder } from '../support.js';
import { COUNT, flip, openStorage, textOf, textsIn, writeDataFile } from './data-file.js';

/** Behind so many bytes the file of this test is empty. */
const USED_BYTES = 300_000;

describe('a data file of which one byte is changed', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'store.mdb');
  const whole = join(folder.path, 'whole');
  beforeAll(async () => {
    await writeDataFile(folder.path);
    copyFileSync(file, whole);
  });
  afterAll(() => {
    folder.remove();
  });

  it('never gives anything but what was stored, whichever it is', async () => {
    const random = createRandom(7);
    const ends = { refused: 0, damaged: 0, whole: 0 };
    for (let round = 0; round < 150; round += 1) {
      copyFileSync(whole, file);
      flip(file, Math.floor(random() * USED_BYTES));
      try {
        checkDataFile(file, true);
      } catch {
        ends.refused += 1;
        continue;
      }
      const storage = await openStorage(folder.path);
      const texts = textsIn(storage);
      await storage.close();
      const isDamaged = [...texts.values()].includes(null);
      ends[isDamaged ? 'damaged' : 'whole'] += 1;
      expect(texts.size).toBe(COUNT);
      for (const [number, text] of texts) if (text !== null) expect(text).toBe(textOf(number));
    }
    expect(ends.refused).toBeGreaterThan(0);
    expect(ends.damaged).toBeGreaterThan(0);
  });
});
