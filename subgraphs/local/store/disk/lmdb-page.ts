/**
 * The pages of an LMDB file, as `MDB_page`, `MDB_meta`, `MDB_db` and `MDB_node` of liblmdb/mdb.c have them, in the edition that
 * the library `lmdb` 3.5 brings: data version 2, 64 bits, little-endian.
 */

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
/** Of every page: its number (8 bytes), its transaction (8), 2 of padding, flags (2), bounds of its free space or its length (4). */
export const HEADER_BYTES = 24;
const FLAGS_AT = 18;
const LOWER_AT = 20;
const UPPER_AT = 22;
const NODE_HEADER_BYTES = 8;
const TREE_BYTES = 48;
const PAGE = { branch: 1, leaf: 2, overflow: 4, meta: 8 } as const;
/** The others of a page's flags are of pages in memory only. */
const KINDS = 0xff;
const NODE = { overflow: 1, tree: 2 } as const;
const SMALLEST_PAGE = 512;
const LARGEST_PAGE = 65_536;
const NO_ROOT = 0xffff_ffff_ffff_ffffn;

/** What is not as it must be, and on which page. */
export class Damage extends Error {
  constructor(
    readonly page: number,
    what: string,
  ) {
    super(`page ${page} ${what}`);
  }
}

/** Where a tree of pages begins. */
export interface Tree {
  readonly depth: number;
  readonly entries: number;
  /** Null for an empty one. */
  readonly root: number | null;
}

/** One of the two pages at the beginning of a file, written by turns. */
export interface Meta {
  readonly pageSize: number;
  /** The last page that has ever been used. */
  readonly lastPage: number;
  readonly transaction: bigint;
  /** Pages that are free again. */
  readonly free: Tree;
  /** The tables. */
  readonly main: Tree;
}

export type Value =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'tree'; readonly tree: Tree }
  /** It begins on a page of its own, and so many bytes are on as many pages as they need. */
  | { readonly kind: 'overflow'; readonly page: number; readonly size: number };

export interface Leaf {
  readonly kind: 'leaf';
  readonly nodes: readonly { readonly key: Buffer; readonly value: Value }[];
}

export interface Branch {
  readonly kind: 'branch';
  /** All keys below a child are at least its own; that of the first is empty. */
  readonly children: readonly { readonly key: Buffer; readonly page: number }[];
}

/** @param index - 0 or 1. @throws Damage */
export function parseMeta(bytes: Buffer, index: number): Meta {
  const at = HEADER_BYTES;
  if (kindOf(bytes) !== PAGE.meta || bytes.readUInt32LE(at) !== MAGIC)
    throw new Damage(index, 'is not the header of a data file');
  const version = bytes.readUInt16LE(at + 4);
  if (version !== DATA_VERSION) throw new Damage(index, `is of version ${version} of LMDB`);
  const free = at + 24;
  const pageSize = bytes.readUInt32LE(free);
  const isPageSize =
    pageSize >= SMALLEST_PAGE && pageSize <= LARGEST_PAGE && (pageSize & (pageSize - 1)) === 0;
  if (!isPageSize) throw new Damage(index, `has pages of ${pageSize} bytes`);
  return {
    pageSize,
    lastPage: wholeAt(bytes, free + 2 * TREE_BYTES, index),
    transaction: bytes.readBigUInt64LE(free + 2 * TREE_BYTES + 8),
    free: parseTree(bytes, free, index),
    main: parseTree(bytes, free + TREE_BYTES, index),
  };
}

function parseTree(bytes: Buffer, at: number, page: number): Tree {
  return {
    depth: bytes.readUInt16LE(at + 6),
    entries: wholeAt(bytes, at + 32, page),
    root: bytes.readBigUInt64LE(at + 40) === NO_ROOT ? null : wholeAt(bytes, at + 40, page),
  };
}

function wholeAt(bytes: Buffer, at: number, page: number): number {
  const number = bytes.readBigUInt64LE(at);
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) throw new Damage(page, 'holds no number');
  return Number(number);
}

function kindOf(bytes: Buffer): number {
  return bytes.readUInt16LE(FLAGS_AT) & KINDS;
}

function checkNumber(bytes: Buffer, page: number): void {
  if (bytes.readBigUInt64LE(0) !== BigInt(page)) throw new Damage(page, 'says it is another');
}

/** @throws Damage */
export function parsePage(bytes: Buffer, page: number): Leaf | Branch {
  checkNumber(bytes, page);
  const kind = kindOf(bytes);
  const lower = bytes.readUInt16LE(LOWER_AT);
  const upper = bytes.readUInt16LE(UPPER_AT);
  const isSound = lower % 2 === 0 && lower <= upper && upper <= bytes.length - HEADER_BYTES;
  if (!isSound) throw new Damage(page, 'does not say where its records are');
  const nodes = Array.from({ length: lower / 2 }, (_, index) => {
    const at = HEADER_BYTES + bytes.readUInt16LE(HEADER_BYTES + 2 * index);
    const keyAt = at + NODE_HEADER_BYTES;
    const dataAt = keyAt > bytes.length ? Infinity : keyAt + bytes.readUInt16LE(at + 6);
    if (at < HEADER_BYTES + upper || dataAt > bytes.length)
      throw new Damage(page, `has no record ${index}`);
    return { at, dataAt, key: bytes.subarray(keyAt, dataAt) };
  });
  if (kind === PAGE.leaf)
    return {
      kind: 'leaf',
      nodes: nodes.map(({ at, dataAt, key }) => ({
        key,
        value: parseValue(bytes, at, dataAt, page),
      })),
    };
  if (kind !== PAGE.branch) throw new Damage(page, 'is neither branch nor leaf');
  return {
    kind: 'branch',
    children: nodes.map(({ at, key }) => ({ key, page: bytes.readUIntLE(at, 6) })),
  };
}

function parseValue(bytes: Buffer, at: number, dataAt: number, page: number): Value {
  const size = bytes.readUInt32LE(at);
  const flags = bytes.readUInt16LE(at + 4);
  const isOverflow = (flags & NODE.overflow) !== 0;
  if (dataAt + (isOverflow ? HEADER_BYTES : size) > bytes.length)
    throw new Damage(page, 'has a record that ends beyond it');
  if (isOverflow) return { kind: 'overflow', page: wholeAt(bytes, dataAt, page), size };
  if ((flags & NODE.tree) === 0)
    return { kind: 'bytes', bytes: bytes.subarray(dataAt, dataAt + size) };
  if (size !== TREE_BYTES) throw new Damage(page, 'has a table of another size');
  return { kind: 'tree', tree: parseTree(bytes, dataAt, page) };
}

/** How many pages a value of so many bytes has for itself. */
export function overflowPages(size: number, pageSize: number): number {
  return Math.ceil((HEADER_BYTES + size) / pageSize);
}

/** Checks the first page of a value that has pages of its own. @throws Damage */
export function checkOverflow(bytes: Buffer, page: number, size: number, pageSize: number): void {
  checkNumber(bytes, page);
  if (
    kindOf(bytes) !== PAGE.overflow ||
    bytes.readUInt32LE(LOWER_AT) !== overflowPages(size, pageSize)
  )
    throw new Damage(page, 'does not begin the document that should be there');
}

/**
 * The pages that a record of free ones names: how many words follow, then each page, or minus a number and the first of so many
 * (`mdb_midl_insert` of that edition); 0 for nothing.
 * @throws Damage
 */
export function* freePages(list: Buffer, page: number): Generator<number> {
  const count = wholeAt(list, 0, page);
  if ((count + 1) * 8 > list.length) throw new Damage(page, 'has a list of free pages cut off');
  let length = 1;
  for (let at = 8; at <= count * 8; at += 8) {
    const word = Number(list.readBigInt64LE(at));
    if (word < 0) length = -word;
    else if (word > 0) {
      for (let index = 0; index < length; index += 1) yield word + index;
      length = 1;
    }
  }
}
