import type { Logger } from 'pino';
import { decodeDocument } from '../bson/decode.js';
import { CommandError, wrongType } from '../bson/errors.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import type { Collection } from '../state/collection.js';
import type { Pacer } from '../state/pacer.js';
import type { RetryableWrite, Sessions, Transaction } from '../state/sessions.js';
import type { Store } from '../state/store.js';
import { WriteUnit, type State } from '../state/write-unit.js';
import type { ConcernKind } from './concerns.js';
import { DEFAULT_FIRST_BATCH, type CursorOwner, type Cursors } from './cursors.js';
import type { FailPoints } from './fail-points.js';
import { checkFields, fields, taken, type Fields } from './fields.js';
import { TypedFields } from './typed-fields.js';

export type Reply = Readonly<Record<string, unknown>>;

/** What all commands share. */
export interface Services {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  /** Null unless fail points are allowed. */
  readonly failPoints: FailPoints | null;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly random: () => number;
  /** The share of transactions to fail with a conflict. */
  readonly conflicts: number;
  /** The address drivers are told: host and port, or the raw path of the socket. */
  readonly address: () => string;
  readonly log: Logger;
}

/** One command. */
export interface Command {
  /** Its fields, beside those every command takes. */
  readonly fields: Fields | 'any';
  /** Which concern may come with it. */
  readonly concern: ConcernKind;
  /** Whether it may be sent twice under one number of its session, to be done once. */
  readonly isRetryable?: true;
  readonly isAllowedInTransaction?: true;
  /** Whether it belongs to no database, and so has to be sent to `admin`. */
  readonly isForAdmin?: true;
  run(call: Call): Promise<Reply> | Reply;
}

/** What a call is made of, beside the command itself. */
interface CallParts {
  readonly name: string;
  readonly body: Doc;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** What is read outside of transactions. */
  readonly state: State;
  readonly pacer: Pacer;
  /** The key of the session it came in; null for none. */
  readonly session: string | null;
  readonly transaction: Transaction | null;
  /** Set for retryable writes. */
  readonly retry: RetryableWrite | null;
}

/** MongoDB's limits of names, in bytes. */
const MAX_DATABASE_BYTES = 63;
const MAX_NAMESPACE_BYTES = 255;

function isDatabaseName(name: string): boolean {
  const size = Buffer.byteLength(name);
  return size > 0 && size <= MAX_DATABASE_BYTES && !/[/\\. "$\0]/.test(name);
}

function isCollectionName(name: string): boolean {
  const size = Buffer.byteLength(name);
  return size > 0 && size <= MAX_NAMESPACE_BYTES && !/^\.|\.$|\0/.test(name);
}

const cursorFields = fields({ batchSize: taken });

/** A command being run: typed access to its fields, and to the data it may read or write. */
export class Call extends TypedFields {
  readonly name: string;
  readonly state: State;
  readonly pacer: Pacer;
  readonly transaction: Transaction | null;
  readonly retry: CallParts['retry'];
  readonly owner: CursorOwner;
  readonly #sequences: CallParts['sequences'];

  constructor(
    readonly services: Services,
    parts: CallParts,
  ) {
    super(parts.body, parts.name);
    this.name = parts.name;
    this.state = parts.state;
    this.pacer = parts.pacer;
    this.transaction = parts.transaction;
    this.retry = parts.retry;
    this.owner = { session: parts.session, transaction: parts.transaction };
    this.#sequences = parts.sequences;
  }

  get database(): string {
    const database = this.body.get('$db');
    if (typeof database !== 'string' || !isDatabaseName(database)) {
      throw new CommandError(
        73,
        `Invalid database name: '${typeof database === 'string' ? database : ''}'`,
      );
    }
    return database;
  }

  /** `database.collection`, the collection being the value of the command's first field. */
  get namespace(): string {
    return this.namespaceOf(this.body.get(this.name));
  }

  namespaceOf(collection: Value | undefined): string {
    if (typeof collection !== 'string' || !isCollectionName(collection)) {
      throw new CommandError(73, `Invalid namespace specified '${this.database}.'`);
    }
    const namespace = `${this.database}.${collection}`;
    const damage = this.services.store.state.get(namespace)?.identity.damage ?? null;
    if (damage === null) return namespace;
    throw new CommandError(
      301,
      `The data file is damaged: ${damage}. "npm run store -- --salvage DIR" writes out all that is whole.`,
    );
  }

  /** The size of the first batch that the field `cursor` asks for. @throws CommandError 14, 40415, 51024 */
  get firstBatchSize(): number {
    const cursor = this.document('cursor');
    checkFields(cursor, cursorFields, `${this.name}.cursor`);
    return new TypedFields(cursor, `${this.name}.cursor`).number('batchSize', DEFAULT_FIRST_BATCH);
  }

  /** A list of documents, from the body or a section of its own, with their bytes where known. */
  *documents(field: string): Generator<{ doc: Doc; bytes: Buffer | null }> {
    const sequence = this.#sequences.get(field);
    if (sequence !== undefined) {
      for (const bytes of sequence) yield { doc: decodeDocument(bytes), bytes };
      return;
    }
    this.require(field);
    for (const doc of this.list(field)) {
      if (!isDoc(doc)) throw wrongType(`${this.name}.${field}`, doc, 'object');
      yield { doc, bytes: null };
    }
  }

  documentCount(field: string): number {
    return this.#sequences.get(field)?.length ?? this.list(field).length;
  }

  /** The collection as this command sees it: within its transaction, else as of its beginning. */
  collection(namespace: string): Collection | undefined {
    return this.transaction === null
      ? this.state.get(namespace)
      : this.transaction.unit.collection(namespace);
  }

  /** The collection to write to, made when missing. */
  async ensureCollection(unit: WriteUnit, namespace: string): Promise<Collection> {
    const existing = unit.writable(namespace);
    if (existing !== undefined) return existing;
    if (this.transaction === null) {
      const created = this.services.store.newCollection(namespace);
      unit.create(created);
      return created;
    }
    unit.adopt(await this.#createNow(namespace));
    return unit.writable(namespace) as Collection;
  }

  /** A collection first used in a transaction is made at once, outside of it. */
  async #createNow(namespace: string): Promise<Collection> {
    const { store } = this.services;
    const release = await store.lock.acquire(this.pacer.remainingMs);
    try {
      const existing = store.state.get(namespace);
      if (existing !== undefined) return existing;
      const unit = new WriteUnit(store.state);
      const created = store.newCollection(namespace);
      unit.create(created);
      await store.commit(unit);
      return created;
    } finally {
      release();
    }
  }
}
