import { AFTER } from '../bson/order.js';
import type { RawDocument } from '../bson/encode.js';
import { decodeDocument } from '../bson/decode.js';
import { formatValue, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { valuesAtPath } from '../match/path.js';
import { indexKeys, type IndexKeys } from './index-keys.js';
import type { IndexSpec } from './index-spec.js';
import { OrderedTree } from './ordered-tree.js';

/** Six bytes that name a document inside its collection, in order of insertion; never used again. */
export type RecordId = string;

const RECORD_ID_LENGTH = 6;

export function recordIdOf(number: number): RecordId {
  const high = Math.floor(number / 0x1000000);
  const byte = (part: number, shift: number): number => (part >>> shift) & 0xff;
  return String.fromCharCode(
    ...[16, 8, 0].map((shift) => byte(high, shift)),
    ...[16, 8, 0].map((shift) => byte(number % 0x1000000, shift)),
  );
}

export function recordNumberOf(id: RecordId): number {
  let number = 0;
  for (let at = 0; at < RECORD_ID_LENGTH; at += 1) number = number * 256 + id.charCodeAt(at);
  return number;
}

/** An index with its entries: key, then record id, so that equal keys stay apart. */
export interface Index {
  readonly spec: IndexSpec;
  readonly entries: OrderedTree<RecordId>;
  /** For each field: where any document ever had arrays on its path; see `arrayBit`. */
  readonly arrays: readonly number[];
}

export interface CollectionIdentity {
  /** Names the collection on disk; a collection dropped and made again gets a new one. */
  readonly id: number;
  readonly namespace: string;
  readonly uuid: Uint8Array;
  /** The number of the next document; shared by all forks, so that no number is given twice. */
  readonly counter: { next: number };
  /** Says what of it on the disk is not whole; null for nothing. Nobody may use it then: something would be missing. */
  readonly damage: string | null;
}

/**
 * The documents and indexes of one collection. A fork is a snapshot: see `OrderedTree`. Every change
 * checks first and then changes, so a refused change leaves nothing behind.
 */
export class Collection {
  private constructor(
    readonly identity: CollectionIdentity,
    readonly documents: OrderedTree<RawDocument>,
    readonly indexes: Map<string, Index>,
  ) {}

  static create(identity: CollectionIdentity, specs: readonly IndexSpec[]): Collection {
    const indexes = specs.map((spec): [string, Index] => [spec.name, emptyIndex(spec)]);
    return new Collection(identity, new OrderedTree(), new Map(indexes));
  }

  fork(): Collection {
    const indexes = [...this.indexes].map(([name, index]): [string, Index] => [
      name,
      { ...index, entries: index.entries.fork() },
    ]);
    return new Collection(this.identity, this.documents.fork(), new Map(indexes));
  }

  /** The same collection as it was before it held anything. */
  emptied(): Collection {
    return Collection.create(this.identity, this.specs());
  }

  specs(): IndexSpec[] {
    return [...this.indexes.values()].map(({ spec }) => spec);
  }

  nextRecordId(): RecordId {
    const number = this.identity.counter.next;
    this.identity.counter.next += 1;
    return recordIdOf(number);
  }

  /**
   * Stores, replaces or removes one document and its index entries.
   * @param before - The stored document, null when there is none; decoded when the caller has it.
   * @throws CommandError 11000, 171
   */
  change(id: RecordId, before: Doc | null, after: Doc | null, bytes: RawDocument | null): void {
    const updates = [...this.indexes].map(([name, index]) => {
      const old = before === null ? null : indexKeys(before, index.spec);
      const fresh = after === null ? null : indexKeys(after, index.spec);
      if (fresh !== null && after !== null)
        checkUnique(this.identity, index, id, after, fresh, old);
      return { name, index, old, fresh };
    });
    for (const { name, index, old, fresh } of updates) {
      for (const key of old?.keys ?? []) {
        if (fresh?.keys.has(key) !== true) index.entries.delete(key + id);
      }
      if (fresh === null) continue;
      for (const key of fresh.keys)
        if (old?.keys.has(key) !== true) index.entries.set(key + id, id);
      this.#noteArrays(name, index, fresh);
    }
    if (bytes === null) this.documents.delete(id);
    else this.documents.set(id, bytes);
  }

  /**
   * Builds an index over what is stored, in steps between which the caller may let others run.
   * @throws CommandError 11000, 171
   */
  *buildIndex(spec: IndexSpec): Generator<undefined, void, undefined> {
    this.indexes.set(spec.name, emptyIndex(spec));
    try {
      for (const [id, bytes] of this.documents.ascending('', AFTER)) {
        const index = this.indexes.get(spec.name) as Index;
        const doc = decodeDocument(bytes);
        const fresh = indexKeys(doc, spec);
        checkUnique(this.identity, index, id, doc, fresh, null);
        for (const key of fresh.keys) index.entries.set(key + id, id);
        this.#noteArrays(spec.name, index, fresh);
        yield;
      }
    } catch (error) {
      this.indexes.delete(spec.name);
      throw error;
    }
  }

  #noteArrays(name: string, index: Index, { arrays }: IndexKeys): void {
    const merged = index.arrays.map((bits, field) => bits | (arrays[field] ?? 0));
    if (merged.every((bits, field) => bits === index.arrays[field])) return;
    this.indexes.set(name, { ...index, arrays: merged });
  }
}

function emptyIndex(spec: IndexSpec): Index {
  return { spec, entries: new OrderedTree(), arrays: spec.fields.map(() => 0) };
}

function checkUnique(
  { namespace }: CollectionIdentity,
  { spec, entries }: Index,
  id: RecordId,
  doc: Doc,
  fresh: IndexKeys,
  old: IndexKeys | null,
): void {
  if (!spec.isUnique) return;
  for (const key of fresh.keys) {
    if (old?.keys.has(key) === true) continue;
    for (const [, holder] of entries.ascending(key, key + AFTER)) {
      if (holder !== id) throw duplicateKey(namespace, spec, doc, key, fresh);
    }
  }
}

function duplicateKey(
  namespace: string,
  spec: IndexSpec,
  doc: Doc,
  key: string,
  fresh: IndexKeys,
): CommandError {
  const keyValue: Doc = new Map();
  for (const [field, { name, path }] of spec.fields.entries()) {
    const values = valuesAtPath(doc, path);
    const isAmbiguous = fresh.arrays[field] !== 0 && values.length > 1;
    keyValue.set(name, (isAmbiguous ? elementWithin(key, spec, field, values) : values[0]) ?? null);
  }
  const keyPattern = spec.document.get('key');
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${spec.name} dup key: ${formatValue(keyValue)}`,
    { fields: { keyPattern, keyValue } },
  );
}

/** Which of an array's elements made this key: tried one by one, since keys are not decoded. */
function elementWithin(
  key: string,
  spec: IndexSpec,
  field: number,
  values: readonly (Value | undefined)[],
): Value | undefined {
  const single: IndexSpec = {
    ...spec,
    isSparse: false,
    partial: null,
    fields: spec.fields.slice(field, field + 1),
  };
  const leaf: IndexSpec = {
    ...single,
    fields: single.fields.map((one) => ({ ...one, path: ['x'] })),
  };
  return values.find((value) => {
    const [part = ''] = indexKeys(new Map(value === undefined ? [] : [['x', value]]), leaf).keys;
    return key.includes(part);
  });
}
