import type { Logger } from 'pino';
import { decodeDocument } from '../bson/decode.js';
import { isDoc, isNumeric, toNumber, typeAliasOf, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { Collection } from '../state/collection.js';
import { Pacer } from '../state/pacer.js';
import type { Sessions, Transaction } from '../state/sessions.js';
import type { Store } from '../state/store.js';
import { WriteUnit } from '../state/write-unit.js';
import type { Cursors } from './cursors.js';
import type { FailPoints } from './fail-points.js';

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
  readonly fields: readonly string[] | 'any';
  readonly isAllowedInTransaction?: true;
  run(call: Call): Promise<Reply> | Reply;
}

/** A command being run: typed access to its fields, and to the data it may read or write. */
export class Call {
  readonly pacer: Pacer;

  constructor(
    readonly services: Services,
    readonly name: string,
    readonly body: Doc,
    readonly sequences: ReadonlyMap<string, readonly Buffer[]>,
    readonly transaction: Transaction | null,
    /** Set for retryable writes. */
    readonly retry: { readonly key: string; readonly number: bigint } | null,
  ) {
    this.pacer = new Pacer(this.number('maxTimeMS', 0));
  }

  get database(): string {
    const database = this.body.get('$db');
    if (typeof database !== 'string' || database === '' || /[/\\. "$\0]/.test(database)) {
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
    if (typeof collection !== 'string' || collection === '') {
      throw new CommandError(73, `Invalid namespace specified '${this.database}.'`);
    }
    return `${this.database}.${collection}`;
  }

  number(field: string, fallback: number): number {
    const value = this.body.get(field);
    if (value === undefined || value === null) return fallback;
    if (!isNumeric(value)) throw this.#wrongType(field, value, 'number');
    const number = toNumber(value);
    if (number < 0)
      throw new CommandError(
        51024,
        `BSON field '${field}' value must be >= 0, actual value '${number}'`,
      );
    return number;
  }

  flag(field: string, fallback: boolean): boolean {
    const value = this.body.get(field);
    if (value === undefined || value === null) return fallback;
    if (typeof value === 'boolean') return value;
    if (isNumeric(value)) return toNumber(value) !== 0;
    throw this.#wrongType(field, value, 'bool');
  }

  document(field: string): Doc {
    const value = this.body.get(field);
    if (value === undefined || value === null) return new Map();
    if (!isDoc(value)) throw this.#wrongType(field, value, 'object');
    return value;
  }

  /** A list of documents, from the body or a section of its own, with their bytes where known. */
  *documents(field: string): Generator<{ doc: Doc; bytes: Buffer | null }> {
    const sequence = this.sequences.get(field);
    if (sequence !== undefined) {
      for (const bytes of sequence) yield { doc: decodeDocument(bytes), bytes };
      return;
    }
    const list = this.body.get(field);
    if (!Array.isArray(list)) {
      throw new CommandError(
        40414,
        `BSON field '${this.name}.${field}' is missing but a required field`,
      );
    }
    for (const doc of list) {
      if (!isDoc(doc)) throw this.#wrongType(field, doc, 'object');
      yield { doc, bytes: null };
    }
  }

  documentCount(field: string): number {
    const list = this.body.get(field);
    return this.sequences.get(field)?.length ?? (Array.isArray(list) ? list.length : 0);
  }

  /** The collection as this command sees it: within its transaction, else as of now. */
  collection(namespace: string): Collection | undefined {
    return this.transaction === null
      ? this.services.store.state.get(namespace)
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

  #wrongType(field: string, value: Value, wanted: string): CommandError {
    return new CommandError(
      14,
      `BSON field '${this.name}.${field}' is the wrong type '${typeAliasOf(value)}', expected type '${wanted}'`,
    );
  }
}
