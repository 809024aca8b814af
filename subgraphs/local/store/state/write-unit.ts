import { decodeDocument } from '../bson/decode.js';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import { writeConflict } from '../bson/errors.js';
import type { Collection, RecordId } from './collection.js';

/** All collections at one moment, by namespace (`database.collection`). */
export type State = ReadonlyMap<string, Collection>;

/** What a document was when first touched and is now; null for no document. */
export interface DocumentChange {
  readonly before: RawDocument | null;
  after: RawDocument | null;
}

/**
 * Changes that become visible and durable together: those of one write command, or of a whole
 * transaction. Reads through it see its own changes on top of the state it began with.
 */
export class WriteUnit {
  readonly changes = new Map<number, Map<RecordId, DocumentChange>>();
  readonly touched = new Map<string, Collection>();
  /** Collections that are new or have other indexes, by id; null for dropped ones. */
  readonly catalogue = new Map<number, Collection | null>();
  readonly dropped = new Set<string>();

  /**
   * @param base - The state this unit reads.
   * @param latest - For transactions: the state now, to notice early that another one was faster.
   */
  constructor(
    private readonly base: State,
    private readonly latest: (() => State) | null = null,
  ) {}

  collection(namespace: string): Collection | undefined {
    if (this.dropped.has(namespace)) return undefined;
    return this.touched.get(namespace) ?? this.base.get(namespace);
  }

  /** The unit's own copy, free to change. */
  writable(namespace: string): Collection | undefined {
    const own = this.touched.get(namespace);
    if (this.dropped.has(namespace)) return undefined;
    if (own !== undefined) return own;
    const fork = this.base.get(namespace)?.fork();
    if (fork !== undefined) this.touched.set(namespace, fork);
    return fork;
  }

  create(collection: Collection): void {
    const { id, namespace } = collection.identity;
    this.dropped.delete(namespace);
    this.touched.set(namespace, collection);
    this.catalogue.set(id, collection);
  }

  drop({ identity }: Collection): void {
    this.touched.delete(identity.namespace);
    this.changes.delete(identity.id);
    this.dropped.add(identity.namespace);
    this.catalogue.set(identity.id, null);
  }

  /** Makes a collection that was created after this unit began usable in it, still empty. */
  adopt(created: Collection): void {
    this.touched.set(created.identity.namespace, created.emptied());
  }

  insert(collection: Collection, doc: Doc, bytes?: RawDocument): RecordId {
    const id = collection.nextRecordId();
    const raw = bytes ?? encodeDocument(doc);
    collection.change(id, null, doc, raw);
    this.#note(collection, id, null, raw);
    return id;
  }

  /** @throws CommandError 112 in a transaction when the document changed since it began. */
  replace(collection: Collection, id: RecordId, before: Doc, after: Doc, bytes: RawDocument): void {
    this.#checkUnchanged(collection, id);
    const raw = collection.documents.get(id) ?? null;
    collection.change(id, before, after, bytes);
    this.#note(collection, id, raw, bytes);
  }

  /** @throws CommandError 112 as `replace` */
  remove(collection: Collection, id: RecordId, before: Doc): void {
    this.#checkUnchanged(collection, id);
    const raw = collection.documents.get(id) ?? null;
    collection.change(id, before, null, null);
    this.#note(collection, id, raw, null);
  }

  /**
   * Repeats this unit's changes in another one that began later.
   * @throws CommandError 112 when a document changed in between or a unique key is taken by now.
   */
  replayInto(target: WriteUnit): void {
    for (const [namespace, own] of this.touched) {
      const changes = this.changes.get(own.identity.id);
      if (changes === undefined) continue;
      const collection = target.writable(namespace);
      if (collection?.identity.id !== own.identity.id) throw writeConflict();
      for (const [id, { before }] of changes) {
        if ((collection.documents.get(id) ?? null) !== before) throw writeConflict();
      }
      for (const [id, { before }] of changes) {
        if (before !== null) collection.change(id, decodeDocument(before), null, null);
      }
      for (const [id, { after }] of changes) {
        if (after === null) continue;
        try {
          collection.change(id, null, decodeDocument(after), after);
        } catch {
          throw writeConflict();
        }
      }
      target.changes.set(own.identity.id, changes);
    }
  }

  #checkUnchanged({ identity }: Collection, id: RecordId): void {
    if (this.latest === null || this.changes.get(identity.id)?.has(id) === true) return;
    const mine = this.base.get(identity.namespace)?.documents.get(id);
    const theirs = this.latest().get(identity.namespace)?.documents.get(id);
    if (mine !== theirs) throw writeConflict();
  }

  #note(
    { identity }: Collection,
    id: RecordId,
    before: RawDocument | null,
    after: RawDocument | null,
  ): void {
    let changes = this.changes.get(identity.id);
    if (changes === undefined) {
      changes = new Map();
      this.changes.set(identity.id, changes);
    }
    const change = changes.get(id);
    if (change === undefined) changes.set(id, { before, after });
    else change.after = after;
  }
}
