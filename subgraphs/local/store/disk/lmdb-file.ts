import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  checkOverflow,
  Damage,
  freePages,
  HEADER_BYTES,
  overflowPages,
  parseMeta,
  parsePage,
  type Leaf,
  type Meta,
  type Tree,
  type Value,
} from './lmdb-page.js';

const META_BYTES = 256;
/** A file may end before its last pages, when those are free; far fewer than these. */
const PAGES_BEYOND = 2 ** 18;

export interface Entry {
  readonly key: Buffer;
  readonly value: Value;
  /** The page it is on. */
  readonly page: number;
}

/** How keys of a tree are ordered. */
type Compare = (left: Buffer, right: Buffer) => number;
const byBytes: Compare = (left, right) => Buffer.compare(left, right);
/** Free pages are listed by transaction, which is a number of 8 bytes. */
const byNumber: Compare = (left, right) => Number(left.readBigUInt64LE() - right.readBigUInt64LE());

/**
 * An LMDB file that is read page by page, without LMDB: that maps a file into memory and trusts it, so that a damaged one ends
 * the process without a word. Notes which pages belong to what, of which each has to belong to one thing.
 */
export class LmdbFile {
  readonly #file: number;
  readonly #size: number;
  readonly meta: Meta;
  /** 1 for pages that have been read or are free. */
  readonly #known: Uint8Array;

  /**
   * @param onDamage - Told of what is not as it must be; the walk goes on with what is beside it.
   * @throws Damage where not even the header can be read.
   */
  constructor(
    path: string,
    private readonly onDamage: (damage: Damage) => void,
  ) {
    this.#file = openSync(path, 'r');
    try {
      this.#size = fstatSync(this.#file).size;
      this.meta = this.#readMeta();
      if (this.meta.lastPage > 2 * (this.#size / this.meta.pageSize) + PAGES_BEYOND)
        throw new Damage(0, `tells of ${this.meta.lastPage} pages`);
      this.#known = new Uint8Array(this.meta.lastPage + 1).fill(1, 0, 2);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Reads the list of free pages. @returns Whether all of it is whole. */
  readFree(): boolean {
    let isWhole = true;
    const fail = (damage: Damage): void => {
      isWhole = false;
      this.onDamage(damage);
    };
    for (const { value, page } of this.#walk(this.meta.free, byNumber, fail)) {
      this.#attempt(fail, () => {
        for (const each of freePages(this.valueOf(value), page)) this.#take(each);
      });
    }
    return isWhole;
  }

  /** All entries of a table, in order. */
  entries(tree: Tree): Generator<Entry> {
    return this.#walk(tree, byBytes, this.onDamage);
  }

  /** @throws Damage */
  valueOf(value: Value): Buffer {
    if (value.kind === 'bytes') return value.bytes;
    if (value.kind === 'tree') throw new Damage(0, 'has a table for a value');
    return this.#read(value.page * this.meta.pageSize + HEADER_BYTES, value.size, value.page);
  }

  /** Numbers of pages that neither belong to anything nor are free: none of a file that is whole. */
  *unknownPages(): Generator<number> {
    for (const [page, isKnown] of this.#known.entries()) if (isKnown === 0) yield page;
  }

  /** The records of a page that nothing leads to; none where it is no leaf. */
  looseEntries(page: number): Leaf['nodes'] {
    try {
      const parsed = parsePage(this.#readPage(page), page);
      return parsed.kind === 'leaf' ? parsed.nodes : [];
    } catch {
      return [];
    }
  }

  #readMeta(): Meta {
    const first = parseMeta(this.#read(0, META_BYTES, 0), 0);
    const second = parseMeta(this.#read(first.pageSize, META_BYTES, 1), 1);
    if (second.pageSize !== first.pageSize) throw new Damage(1, 'has pages of another size');
    return second.transaction > first.transaction ? second : first;
  }

  *#walk(tree: Tree, compare: Compare, fail: (damage: Damage) => void): Generator<Entry> {
    if (tree.root === null) return;
    let [last, count]: [Buffer | null, number] = [null, 0];
    const pending = [{ page: tree.root, level: 1, least: null as Buffer | null }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { page, level, least } = next;
      const parsed = this.#attempt(fail, () => {
        this.#take(page);
        const found = parsePage(this.#readPage(page), page);
        if ((found.kind === 'leaf') !== (level === tree.depth))
          throw new Damage(page, 'is not as deep as it must be');
        return found;
      });
      if (parsed?.kind === 'branch') {
        const below = parsed.children.map(({ key, page: child }, index) => ({
          page: child,
          level: level + 1,
          least: index === 0 ? least : key,
        }));
        pending.push(...below.reverse());
        continue;
      }
      for (const { key, value } of parsed?.nodes ?? []) {
        const isWhole = this.#attempt(fail, () => {
          const isAfter = last === null || compare(last, key) < 0;
          if (!isAfter || (least !== null && compare(least, key) > 0))
            throw new Damage(page, 'has records out of order');
          if (value.kind === 'overflow') this.#takeOverflow(value.page, value.size);
          return true;
        });
        if (isWhole !== true) continue;
        last = key;
        count += 1;
        yield { key, value, page };
      }
    }
    if (count !== tree.entries)
      fail(new Damage(tree.root, `leads to ${count} records instead of ${tree.entries}`));
  }

  #takeOverflow(page: number, size: number): void {
    const { pageSize } = this.meta;
    for (let index = 0; index < overflowPages(size, pageSize); index += 1) this.#take(page + index);
    checkOverflow(this.#read(page * pageSize, HEADER_BYTES, page), page, size, pageSize);
  }

  /** Notes that a page belongs to something. @throws Damage when it does not exist, or belongs to something else. */
  #take(page: number): void {
    if (page > this.meta.lastPage) throw new Damage(page, 'does not exist');
    if (this.#known[page] !== 0) throw new Damage(page, 'belongs to two things at once');
    this.#known[page] = 1;
  }

  #attempt<Result>(fail: (damage: Damage) => void, work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      fail(error);
      return null;
    }
  }

  #readPage(page: number): Buffer {
    return this.#read(page * this.meta.pageSize, this.meta.pageSize, page);
  }

  #read(position: number, length: number, page: number): Buffer {
    if (position + length > this.#size) throw new Damage(page, 'is beyond the end of the file');
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length;) {
      const count = readSync(this.#file, bytes, at, length - at, position + at);
      if (count === 0) throw new Damage(page, 'cannot be read');
      at += count;
    }
    return bytes;
  }
}
