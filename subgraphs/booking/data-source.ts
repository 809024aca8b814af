import { mongo, type Connection, type Model, type QueryFilter } from 'mongoose';
import type { OrderRecord } from './model.js';
import { searchKeysOf } from './orders/search-keys.js';
import { createOrderModel, type StoredOrder } from './schemas.js';

const DUPLICATE_KEY = 11_000;

/** What tells whether a cooperative still has something to do for an order. */
export type OpenOrder = Pick<
  OrderRecord,
  'reference' | 'state' | 'legs' | 'owed' | 'task' | 'expiresAt'
>;

/** Where a row stands in the list of orders: real time of recording, then id. */
export interface OrderPlace {
  readonly recordedAt: Date;
  readonly id: string;
}

/**
 * All reads and writes of orders. Each write is of one document and asks for the version that it was made from, so that of
 * two at the same time one has no effect; no transaction is needed.
 */
export class OrderDataSource {
  readonly #orders: Model<StoredOrder>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#orders = createOrderModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await this.#orders.createCollection();
    await this.#orders.createIndexes();
  }

  /** Writes a new order. @returns False when its key or its reference is taken. */
  async insert(order: OrderRecord): Promise<boolean> {
    const { _id, ...fields } = { ...order, ...searchKeysOf(order) };
    try {
      const result = await this.#orders
        .updateOne(
          { keyHash: order.keyHash },
          { $setOnInsert: { _id, ...fields } },
          { upsert: true },
        )
        .maxTimeMS(this.timeoutMs);
      return result.upsertedCount === 1;
    } catch (error) {
      if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  /** Null when there is none. */
  async findById(id: string): Promise<OrderRecord | null> {
    return await this.#orders.findById(id).maxTimeMS(this.timeoutMs).lean<OrderRecord>();
  }

  /** One query. @returns One slot per id, in the order asked; null where there is none. */
  async findByIds(ids: readonly string[]): Promise<(OrderRecord | null)[]> {
    const query = this.#orders.find({ _id: { $in: [...ids] } }).maxTimeMS(this.timeoutMs);
    const found = await query.lean<OrderRecord[]>();
    const byId = new Map(found.map((order) => [order._id, order]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** The order that a command with this key made; null when there is none. @param keyHash - `hashKey` of it. */
  async findByKey(keyHash: string): Promise<OrderRecord | null> {
    return await this.#orders.findOne({ keyHash }).maxTimeMS(this.timeoutMs).lean<OrderRecord>();
  }

  /**
   * Writes what has changed of an order, unless it was changed by others since.
   * @returns The order as it is stored now; null when others came first.
   */
  async write(before: OrderRecord, after: OrderRecord): Promise<OrderRecord | null> {
    const { _id, version } = before;
    const next = { ...after, version: version + 1 };
    const changed = Object.entries(next).filter(
      ([field, value]) => before[field as keyof OrderRecord] !== value,
    );
    const keys = before.legs === after.legs ? {} : { days: searchKeysOf(after).days };
    const result = await this.#orders
      .updateOne({ _id, version }, { $set: { ...Object.fromEntries(changed), ...keys } })
      .maxTimeMS(this.timeoutMs);
    return result.matchedCount === 1 ? next : null;
  }

  /**
   * Orders that are to be taken up by `now`, real time, the longest due first. `lapsed`: whoever worked on it went away.
   * `resting`: it waits for an owner or for a place.
   */
  async findDue(kind: 'lapsed' | 'resting', now: Date, limit: number): Promise<OrderRecord[]> {
    const holder = kind === 'lapsed' ? { $gt: '' } : null;
    const query = this.#orders.find({ holder, wakeAt: { $lte: now } });
    return await query
      .sort({ wakeAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }

  /** Orders that have not ended and of which this cooperative has a leg or owes something, the latest first; of past work too. */
  async findUnfinishedAt(cooperative: string): Promise<OpenOrder[]> {
    // ";" follows ":".
    const ofIts = { $gte: `${cooperative}:`, $lt: `${cooperative};` };
    const hasLeg: QueryFilter<StoredOrder> = {
      state: { $in: ['PENDING', 'HELD', 'CONFIRMED'] },
      'legs.serviceId': ofIts,
    };
    const shown = { reference: 1, state: 1, legs: 1, owed: 1, task: 1, expiresAt: 1 };
    return await this.#orders
      .find({ $or: [hasLeg, { 'owed.cooperative': cooperative }] }, shown)
      .sort({ recordedAt: -1 })
      .maxTimeMS(this.timeoutMs)
      .lean<OpenOrder[]>();
  }

  /** Held orders whose hold ran out by `now`, by the network's clock. */
  async findExpired(now: Date, limit: number): Promise<OrderRecord[]> {
    const query = this.#orders.find({ state: 'HELD', expiresAt: { $lte: now } });
    return await query.limit(limit).maxTimeMS(this.timeoutMs).lean<OrderRecord[]>();
  }

  /** Orders that match, the latest first. @param after - Only those after this place; null from the start. */
  async findPage(
    filter: QueryFilter<StoredOrder>,
    first: number,
    after: OrderPlace | null,
  ): Promise<OrderRecord[]> {
    return await this.#orders
      .find(after ? { $and: [filter, isAfter(after)] } : filter)
      .sort({ recordedAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }
}

function isAfter({ recordedAt, id }: OrderPlace): QueryFilter<StoredOrder> {
  return { $or: [{ recordedAt: { $lt: recordedAt } }, { recordedAt, _id: { $lt: id } }] };
}
