import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import type { Logger } from 'pino';
import { CommandError } from '../bson/errors.js';
import type { StorageUse } from '../state/storage.js';

/** Kept free behind the data, so that a full disk lets tidy up: deleting writes, too. */
const RESERVE_PAGES = 256;
/** By so much the file grows at least. */
const STEP_PAGES = 512;
/** Pages that became free just now cannot be written yet: so many of them are not counted. */
const NOT_YET_PAGES = 64;

/** What a commit asks for, at most. */
export interface WantedRoom {
  /** All pages that it may write. */
  readonly pages: number;
  /** Of them those that have to lie in a row, for large documents. */
  readonly rowPages: number;
  /** Whether it leaves more than it found. */
  readonly grows: boolean;
}

/** How full the data file is, in pages. */
export interface FileUse {
  readonly pageSize: number;
  /** From the beginning to the last page that has ever been used. */
  readonly usedPages: number;
  /** Counts those of them that are free again. */
  readonly freePages: () => number;
}

/**
 * Sees to it that the data file has room on the disk before anything is written: a commit for which there is none is refused,
 * whole and in time, and one that tidies up finds a reserve. File systems that copy what is written anew give no such warrant.
 */
export class FileRoom {
  readonly #file: number;
  /** Pages behind the used ones that are promised to nobody. */
  #left = 0;
  /** Pages promised to commits that are still being written. */
  #promised = 0;
  #isFull = false;

  /**
   * @param path - The data file.
   * @param use - Looks how full it is.
   */
  constructor(
    path: string,
    private readonly use: () => FileUse,
    private readonly log: Logger,
  ) {
    // Behind whatever is there, whoever wrote it: data are never written over.
    this.#file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  }

  measure(): StorageUse {
    const { pageSize, usedPages, freePages } = this.use();
    const bytes = fstatSync(this.#file).size;
    const freeBytes = bytes - (usedPages - freePages()) * pageSize;
    return { bytes, freeBytes, isFull: this.#isFull };
  }

  /**
   * Promises room to a commit.
   * @returns A function that says the commit has been written.
   * @throws CommandError 14031 where there is none
   */
  promise(wanted: WantedRoom): () => void {
    const { pages } = wanted;
    if (this.#left < pages + RESERVE_PAGES) this.#makeRoom(wanted);
    this.#left -= pages;
    this.#promised += pages;
    return () => {
      this.#promised -= pages;
    };
  }

  close(): void {
    closeSync(this.#file);
  }

  #makeRoom({ pages, rowPages, grows }: WantedRoom): void {
    const { pageSize, usedPages, freePages } = this.use();
    const behind = (): number =>
      Math.floor(fstatSync(this.#file).size / pageSize) - usedPages - this.#promised;
    const wanted = pages + RESERVE_PAGES;
    if (behind() < wanted) {
      const more = wanted - behind() + STEP_PAGES;
      this.#note(!this.#grow(more, pageSize));
    }
    this.#left = behind();
    if (this.#left >= wanted) return;
    const inside = Math.max(0, freePages() - NOT_YET_PAGES);
    const kept = grows ? RESERVE_PAGES : 0;
    const hasRow = rowPages === 0 || this.#left - kept >= rowPages;
    if (hasRow && this.#left + inside - kept >= pages) return;
    throw new CommandError(
      14031,
      'The disk is full: nothing more can be stored until there is room; what is there can be read and deleted.',
    );
  }

  /** @returns Whether the disk had so much room; some of it is taken even where it had less. */
  #grow(pages: number, pageSize: number): boolean {
    const zeros = Buffer.alloc(STEP_PAGES * pageSize);
    try {
      for (let rest = pages * pageSize; rest > 0;)
        rest -= writeSync(this.#file, zeros, 0, Math.min(rest, zeros.length));
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return false;
      throw error;
    }
  }

  #note(isFull: boolean): void {
    if (isFull === this.#isFull) return;
    this.#isFull = isFull;
    if (isFull) this.log.error('The disk is full: what would add to the data is refused.');
    else this.log.warn('The disk has room again.');
  }
}
