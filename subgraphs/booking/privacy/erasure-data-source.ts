import { randomBytes } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import {
  erasureSchema,
  ownerTurnSchema,
  secretSchema,
  type ErasureRecord,
  type OwnerTurnRecord,
  type SecretRecord,
} from './erasure-records.js';

const KEY_OCTETS = 32;

export interface ErasureKeys {
  /** Of digests. */
  readonly key: Buffer;
  /** Of sealed erasures. */
  readonly sealKey: Buffer;
}

/** All reads and writes of erasures, and of whom to ask next. */
export class ErasureDataSource {
  readonly #erasures: Model<ErasureRecord>;
  readonly #turns: Model<OwnerTurnRecord>;
  readonly #secrets: Model<SecretRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#erasures = connection.model<ErasureRecord>('Erasure', erasureSchema);
    this.#turns = connection.model<OwnerTurnRecord>('OwnerTurn', ownerTurnSchema);
    this.#secrets = connection.model<SecretRecord>('Secret', secretSchema);
  }

  /** Makes the collections, and the keys, where they are missing. */
  async prepare(): Promise<ErasureKeys> {
    await prepareCollections([this.#erasures, this.#turns, this.#secrets]);
    return { key: await this.#keyOf('persons'), sealKey: await this.#keyOf('erasures') };
  }

  async #keyOf(_id: SecretRecord['_id']): Promise<Buffer> {
    const { secret } = await this.#secrets
      .findOneAndUpdate(
        { _id },
        { $setOnInsert: { secret: randomBytes(KEY_OCTETS).toString('base64url') } },
        { upsert: true, returnDocument: 'after' },
      )
      .maxTimeMS(this.timeoutMs)
      .orFail()
      .lean<SecretRecord>();
    return Buffer.from(secret, 'base64url');
  }

  /** @returns As it is stored: the one that the same key made before, where there is one. */
  async insert(erasure: ErasureRecord): Promise<ErasureRecord> {
    const { keyHash } = erasure;
    await this.#insertNew(erasure);
    return await this.#erasures
      .findOne({ keyHash })
      .maxTimeMS(this.timeoutMs)
      .orFail()
      .lean<ErasureRecord>();
  }

  /** Stores those that are missing. @returns How many were. */
  async insertMissing(erasures: readonly ErasureRecord[]): Promise<number> {
    const known = await this.#erasures
      .find({ _id: { $in: erasures.map(({ _id }) => _id) } }, { _id: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<ErasureRecord, '_id'>[]>();
    const ids = new Set(known.map(({ _id }) => _id));
    let inserted = 0;
    for (const erasure of erasures) {
      if (!ids.has(erasure._id) && (await this.#insertNew(erasure))) inserted += 1;
    }
    return inserted;
  }

  /** @returns False where there is one with its id, or one that the same key made. */
  async #insertNew(erasure: ErasureRecord): Promise<boolean> {
    try {
      await this.#erasures.create([erasure]);
      return true;
    } catch (error) {
      ignoreDuplicateKey(error);
      return false;
    }
  }

  async find(id: string): Promise<ErasureRecord | null> {
    return await this.#erasures.findById(id).maxTimeMS(this.timeoutMs).lean<ErasureRecord>();
  }

  /** Those that concern orders and requests. @param isDone - False for those that are to be done still. */
  async findHere(isDone: boolean): Promise<ErasureRecord[]> {
    return await this.#erasures
      .find({ isHere: true, isDoneHere: isDone })
      .maxTimeMS(this.timeoutMs)
      .lean<ErasureRecord[]>();
  }

  async markDoneHere(id: string): Promise<void> {
    await this.#erasures
      .updateOne({ _id: id }, { $set: { isDoneHere: true } })
      .maxTimeMS(this.timeoutMs);
  }

  /** All that a cooperative has to forget, done or not, in the order of `at`; what orders and requests wait for is left out. */
  async findOf(cooperative: string): Promise<ErasureRecord[]> {
    return await this.#erasures
      .find({ 'owners.cooperative': cooperative, isDoneHere: true })
      .sort({ at: 1, _id: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<ErasureRecord[]>();
  }

  /** Notes that a cooperative has done these. */
  async markDone(ids: readonly string[], cooperative: string, now: Date): Promise<void> {
    await this.#erasures
      .updateMany(
        { _id: { $in: ids }, owners: { $elemMatch: { cooperative, doneAt: null } } },
        { $set: { 'owners.$.doneAt': now } },
      )
      .maxTimeMS(this.timeoutMs);
  }

  /** Has cooperatives asked by `now`. */
  async askSoon(cooperatives: readonly string[], now: Date): Promise<void> {
    for (const cooperative of cooperatives) {
      await this.#turns
        .updateOne(
          { _id: cooperative },
          { $set: { wakeAt: now }, $setOnInsert: { attempts: 0, reason: null } },
          { upsert: true },
        )
        .maxTimeMS(this.timeoutMs);
    }
  }

  /** Gives those cooperatives a turn that have none yet. @param wakeAt - Of the new turns. */
  async addTurns(cooperatives: readonly string[], wakeAt: Date): Promise<void> {
    const found = await this.#turns
      .find({ _id: { $in: [...cooperatives] } }, { _id: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<OwnerTurnRecord, '_id'>[]>();
    const known = new Set(found.map(({ _id }) => _id));
    for (const _id of cooperatives.filter((id) => !known.has(id))) {
      await this.#turns
        .updateOne(
          { _id },
          { $setOnInsert: { wakeAt, attempts: 0, reason: null } },
          { upsert: true },
        )
        .maxTimeMS(this.timeoutMs);
    }
  }

  /**
   * Takes the turn of a cooperative that is to be asked by `now`; null when there is none.
   * @param until - When others may take it; the turn that is returned has it.
   */
  async takeTurn(now: Date, until: Date): Promise<OwnerTurnRecord | null> {
    return await this.#turns
      .findOneAndUpdate(
        { wakeAt: { $lte: now } },
        { $set: { wakeAt: until } },
        { returnDocument: 'after' },
      )
      .sort({ wakeAt: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<OwnerTurnRecord>();
  }

  /** Says when it is asked next, unless it was to be asked sooner meanwhile. */
  async endTurn(taken: OwnerTurnRecord, next: Omit<OwnerTurnRecord, '_id'>): Promise<void> {
    const { _id, wakeAt } = taken;
    await this.#turns.updateOne({ _id, wakeAt }, { $set: next }).maxTimeMS(this.timeoutMs);
  }

  /** Why cooperatives have not done so, by id; those that were not asked yet are missing. */
  async findReasons(cooperatives: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.#turns
      .find({ _id: { $in: [...cooperatives] } })
      .maxTimeMS(this.timeoutMs)
      .lean<OwnerTurnRecord[]>();
    return new Map(
      found.flatMap(({ _id, reason }) => (reason === null ? [] : [[_id, reason] as const])),
    );
  }

  /** Takes those away that were asked for before a time: no backup is so old. */
  async forget(before: Date): Promise<void> {
    await this.#erasures.deleteMany({ at: { $lt: before } }).maxTimeMS(this.timeoutMs);
  }
}
