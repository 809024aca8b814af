import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileRoom } from '../../../../subgraphs/local/store/disk/file-room.js';
import { temporaryFolder } from '../support.js';
import { silent } from './data-file.js';

const PAGE_BYTES = 4_096;
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const use = (usedPages: number, free = 0) => ({
  pageSize: PAGE_BYTES,
  usedPages,
  freePages: () => free,
});

describe('the room of a data file', () => {
  it('is there before a commit is written, and never written over what is there', () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, 'x'.repeat(10 * PAGE_BYTES));
    const room = new FileRoom(file, () => use(10), silent);

    room.promise({ pages: 100, rowPages: 0, grows: true })();
    room.promise({ pages: 100, rowPages: 0, grows: true })();
    room.close();

    expect(statSync(file).size).toBeGreaterThanOrEqual((10 + 200) * PAGE_BYTES);
  });

  // What is written to this device finds no room.
  (existsSync('/dev/full') ? describe : describe.skip)('on a full disk', () => {
    const roomWith = (free: number): FileRoom =>
      new FileRoom('/dev/full', () => use(0, free), silent);
    const codeOf = (work: () => unknown): unknown => {
      try {
        work();
        return null;
      } catch (error) {
        return (error as { code: unknown }).code;
      }
    };

    it('is refused to what needs more than is free in the file', () => {
      const room = roomWith(500);

      const small = codeOf(() => room.promise({ pages: 50, rowPages: 0, grows: true }));
      const large = codeOf(() => room.promise({ pages: 400, rowPages: 0, grows: true }));
      const inARow = codeOf(() => room.promise({ pages: 20, rowPages: 10, grows: true }));

      expect([small, large, inARow]).toEqual([null, 14031, 14031]);
      expect(room.measure().isFull).toBe(true);
    });

    it('is given to what tidies up from what is kept for that', () => {
      const room = roomWith(200);

      const more = codeOf(() => room.promise({ pages: 50, rowPages: 0, grows: true }));
      const less = codeOf(() => room.promise({ pages: 50, rowPages: 0, grows: false }));

      expect([more, less]).toEqual([14031, null]);
    });
  });
});
