import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { decodeDocument } from '../bson/decode.js';
import type { Doc } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { Collection, recordIdOf, type CollectionIdentity } from './collection.js';
import { describedCollection } from './description.js';
import { idIndexSpec, type IndexSpec } from './index-spec.js';
import type { Storage, StorageUse, StoredChanges } from './storage.js';
import { WriteLock } from './write-lock.js';
import { WriteUnit, type State } from './write-unit.js';

/** MongoDB's limit of `database.collection`. */
const MAX_NAMESPACE_BYTES = 255;

function databaseOf(namespace: string): string {
  return namespace.slice(0, namespace.indexOf('.'));
}

/** All databases. Readers take `state` and never wait; writers hold `lock` while they change it. */
export class Store {
  readonly lock = new WriteLock();
  #state: State = new Map();
  #lastCollectionId = 0;
  #isClosed = false;
  #newest: Promise<void> = Promise.resolve();

  /** @param onFailure - Told when the disk refused a commit, after which memory and disk differ. */
  constructor(
    private readonly storage: Storage,
    private readonly log: Logger,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Resolves when everything visible now is durable. */
  get settled(): Promise<void> {
    return this.#newest;
  }

  get state(): State {
    return this.#state;
  }

  fileUse(): StorageUse | null {
    return this.storage.use();
  }

  /** Reads everything from storage and rebuilds the indexes. */
  load(): void {
    const state = new Map<string, Collection>();
    for (const { id, description } of this.storage.collections()) {
      const collection = this.#restore(id, description);
      state.set(collection.identity.namespace, collection);
      this.#lastCollectionId = Math.max(this.#lastCollectionId, id);
    }
    this.#state = state;
  }

  /** A collection that is not yet part of the state. @throws CommandError 73, 13297 */
  newCollection(namespace: string, specs: readonly IndexSpec[] = []): Collection {
    const name = namespace.slice(namespace.indexOf('.') + 1);
    if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.')) {
      throw new CommandError(73, `Invalid namespace specified '${namespace}'`);
    }
    if (Buffer.byteLength(namespace) > MAX_NAMESPACE_BYTES) {
      throw new CommandError(73, `Fully qualified namespace is too long: '${namespace}'`);
    }
    this.#checkCase(namespace);
    this.#lastCollectionId += 1;
    const identity: CollectionIdentity = {
      id: this.#lastCollectionId,
      namespace,
      uuid: randomBytes(16),
      counter: { next: 1 },
      damage: null,
    };
    return Collection.create(identity, [idIndexSpec(), ...specs]);
  }

  /**
   * Makes a unit's changes visible at once; the caller holds the lock.
   * @param sessions - Says what to remember of sessions in the same commit; asked once there is room for it.
   * @returns A promise that resolves when they are durable.
   * @throws CommandError 91, 14031: then nothing has changed
   */
  commit(
    unit: WriteUnit,
    sessions: (() => ReadonlyMap<string, Doc | null>) | null = null,
  ): Promise<void> {
    if (this.#isClosed) throw new CommandError(91, 'The embedded store is shutting down');
    const hasChanges = unit.changes.size + unit.catalogue.size > 0;
    if (!hasChanges && sessions === null) return Promise.resolve();
    const data = { documents: unit.changes, catalogue: unit.catalogue };
    const isWritten = this.storage.promise(data);
    if (hasChanges) {
      const next = new Map(this.#state);
      for (const namespace of unit.dropped) next.delete(namespace);
      for (const [namespace, collection] of unit.touched) next.set(namespace, collection);
      this.#state = next;
    }
    const changes = { ...data, sessions: sessions?.() ?? new Map<string, null>() };
    this.#newest = this.#write(changes).finally(isWritten);
    return this.#newest;
  }

  /** Remembers or forgets sessions without any change of data. */
  commitSessions(sessions: ReadonlyMap<string, Doc | null>): Promise<void> {
    return this.commit(new WriteUnit(this.#state), () => sessions);
  }

  async close(): Promise<void> {
    const release = await this.lock.acquire(Infinity);
    this.#isClosed = true;
    release();
    await this.storage.close();
  }

  /** Two databases may not differ by case only. @throws CommandError 13297 */
  #checkCase(namespace: string): void {
    const wanted = databaseOf(namespace);
    for (const other of this.#state.keys()) {
      const database = databaseOf(other);
      if (database === wanted || database.toLowerCase() !== wanted.toLowerCase()) continue;
      throw new CommandError(
        13297,
        `db already exists with different case already have: [${database}] trying to create [${wanted}]`,
      );
    }
  }

  async #write(changes: StoredChanges): Promise<void> {
    try {
      await this.storage.write(changes);
    } catch (error) {
      this.onFailure(error);
      throw error;
    }
  }

  /** One of which a document is not whole holds none: nobody may use it. */
  #restore(id: number, description: Doc): Collection {
    const collection = describedCollection(id, description);
    const { counter, namespace } = collection.identity;
    for (const { number, bytes } of this.storage.documents(id)) {
      if (bytes === null) {
        const damage = `document ${number} of ${namespace} is not what was stored`;
        this.log.error({ namespace, document: number }, 'A document is damaged.');
        return Collection.create({ ...collection.identity, damage }, collection.specs());
      }
      collection.change(recordIdOf(number), null, decodeDocument(bytes), bytes);
      counter.next = number + 1;
    }
    return collection;
  }
}
