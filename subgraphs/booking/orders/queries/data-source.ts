import { isDeepStrictEqual } from 'node:util';
import type { Connection, Model, QueryFilter } from 'mongoose';
import { unlessDuplicate } from '../../../shared/mongo/duplicate-key.js';
import type { TimePlace } from '../../../shared/graphql/page-by-time.js';
import { systemClock, type Clock } from '../../../shared/process/clock.js';
import { insertExactly, setExactly } from '../../../shared/mongo/exact-writes.js';
import { prepareCollections } from '../../../shared/mongo/prepare-collections.js';
import type { CommandRecord, OrderRecord } from '../../store/records.js';
import type { CallOff } from '../order/call-off-sums.js';
import { withHappenings } from '../../telling/outbox/order-happenings.js';
import { GOES_ON, MADE } from '../order/promises.js';
import { searchKeysOf } from '../order/search-keys.js';
import { createOrderModel, type StoredOrder } from '../../store/collections.js';

const ROWS_A_TRIP = 1_000;
/** So long after it was made, an order's owners are asked for the first time though nobody reads it. */
const FIRST_LOOK_MS = 300_000;

/** What tells whether a cooperative still has something to do for an order. */
export type OpenOrder = Pick<
  OrderRecord,
  'reference' | 'state' | 'legs' | 'owed' | 'task' | 'expiresAt'
>;

/**
 * All reads and writes of orders. Each write is of one document and asks for the version that it was made from, so that of
 * two at the same time one has no effect; no transaction is needed. What callers were promised is written beside that, whoever
 * works on the order: its next version must be made from it as well.
 */
export class OrderDataSource {
  readonly #orders: Model<StoredOrder>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
    /** The network's: when something happened that others are told. */
    private readonly clock: Clock = systemClock,
  ) {
    this.#orders = createOrderModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#orders]);
    // Made by an older release, which never looked.
    await this.#orders
      .updateMany({ lookAt: { $exists: false } }, { $set: { lookAt: new Date(0) } })
      .maxTimeMS(this.timeoutMs);
    await this.#renewKeys();
  }

  /**
   * An older release wrote names down with their accents, or with å, ä and ö, short numbers not at all, and said neither when to forget nor when legs
   * end. Names in other letters, and numbers that it took without digits, are met again each time.
   */
  async #renewKeys(): Promise<void> {
    const $or = [
      { nameWords: /[^ -~]/u },
      { phoneTail: null, 'buyer.phone': { $ne: null } },
      { forgetAt: { $exists: false } },
      { ends: { $exists: false } },
    ];
    const kept = { nameWords: 1, phoneTail: 1, forgetAt: 1, ends: 1 };
    const fields = { buyer: 1, maker: 1, legs: 1, ...kept };
    const old = this.#orders.find({ $or }, fields).maxTimeMS(this.timeoutMs);
    for await (const order of old.lean<StoredOrder>().cursor({ batchSize: ROWS_A_TRIP })) {
      const { _id, buyer, maker = null, legs, ...before } = order;
      const { nameWords, phoneTail, forgetAt, ends } = searchKeysOf({ buyer, maker, legs });
      const keys = { nameWords, phoneTail, forgetAt, ends };
      if (isDeepStrictEqual(keys, before)) continue;
      await this.#orders.updateOne({ _id }, { $set: keys }).maxTimeMS(this.timeoutMs);
    }
  }

  /** Writes a new order. @returns False when its key or its reference is taken. */
  async insert(order: OrderRecord): Promise<boolean> {
    const lookAt = new Date(order.recordedAt.getTime() + FIRST_LOOK_MS);
    const stored = { ...order, ...searchKeysOf(order), lookAt };
    return unlessDuplicate(() => insertExactly(this.#orders, stored, this.timeoutMs));
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
   * Writes what has changed of an order, and in the same step what others are to be told of it, unless it was changed by others since.
   * @returns The order as it is stored now; null when others came first, or something was promised meanwhile.
   */
  async write(before: OrderRecord, after: OrderRecord): Promise<OrderRecord | null> {
    const { _id, version, promised = { $exists: false } } = before;
    const next = withHappenings(before, { ...after, version: version + 1 }, this.clock.now());
    const changed = Object.entries(next).filter(
      ([field, value]) => before[field as keyof OrderRecord] !== value,
    );
    const keys = {
      ...(before.legs !== after.legs && keysOfLegs(after)),
      ...(before.buyer !== after.buyer && keysOfBuyer(after)),
      // It may have been over, and is looked at no more.
      ...(before.legs.length < after.legs.length && { lookAt: new Date(0) }),
    };
    const fields = { ...Object.fromEntries(changed), ...keys };
    const same = { _id, version, promised };
    return (await setExactly(this.#orders, same, fields, this.timeoutMs)) ? next : null;
  }

  /**
   * Writes down that the caller of a command is told that it goes on, unless it is decided already. The version stays the same, so
   * whoever works on the order is not kept from it.
   * @param keyHash - Of the command; null for the one that made the order.
   */
  async promise(id: string, keyHash: string | null): Promise<void> {
    const open = keyHash === null ? { answer: null } : { commands: openCommand(keyHash) };
    await this.#orders
      .updateOne({ _id: id, ...open }, { $addToSet: { promised: keyHash ?? MADE } })
      .maxTimeMS(this.timeoutMs);
  }

  /**
   * Remembers a command that has the same aim as the one that is being carried out, and that its caller is told that it goes on.
   * The version stays the same.
   * @returns False when the order has become another since.
   */
  async join({ _id, version }: OrderRecord, command: CommandRecord): Promise<boolean> {
    const { keyHash } = command;
    const result = await this.#orders
      .updateOne(
        { _id, version, 'commands.keyHash': { $ne: keyHash } },
        {
          $push: { commands: { ...command, outcome: GOES_ON } },
          $addToSet: { promised: keyHash },
        },
      )
      .maxTimeMS(this.timeoutMs);
    return result.matchedCount === 1;
  }

  /** Orders of which others are still to be told something. One query. */
  async findWithOutbox(limit: number): Promise<OrderRecord[]> {
    return await this.#orders
      .find({ 'outbox.id': { $gt: '' } })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }

  /** Others were told this. It is no change of the order. @param ids - Of entries. */
  async markTold(id: string, ids: readonly string[]): Promise<void> {
    await this.#orders
      .updateOne({ _id: id }, { $pull: { outbox: { id: { $in: [...ids] } } } })
      .maxTimeMS(this.timeoutMs);
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

  /** Orders whose buyer is to be forgotten by `now`, by the network's clock, the longest due first. */
  async findToForget(now: Date, limit: number): Promise<OrderRecord[]> {
    return await this.#orders
      .find({ forgetAt: { $lte: now } })
      .sort({ forgetAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }

  /** Orders that name their buyer, one after another. One query. */
  findNamed(): AsyncIterable<
    Pick<OrderRecord, '_id' | 'buyer' | 'details' | 'createdAt' | 'legs'>
  > {
    return this.#orders
      .find({ forgetAt: { $ne: null } }, { buyer: 1, details: 1, createdAt: 1, legs: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord>()
      .cursor({ batchSize: ROWS_A_TRIP });
  }

  /** What was ordered under an agreement, the latest first, one after another. One query. */
  findCallOffs(agreementId: string): AsyncIterable<CallOff> {
    return this.#orders
      .find({ agreementId }, { reference: 1, state: 1, expiresAt: 1, createdAt: 1, legs: 1 })
      .sort({ recordedAt: -1, _id: -1 })
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord>()
      .cursor({ batchSize: ROWS_A_TRIP });
  }

  /** An order by its reference, as far as it is a call-off; null when there is none. */
  async findCallOff(reference: string): Promise<Pick<OrderRecord, 'agreementId' | 'legs'> | null> {
    return await this.#orders
      .findOne({ reference }, { agreementId: 1, legs: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord>();
  }

  /** Orders whose owners are to be asked by `now`, real time, the longest due first. */
  async findToLookAt(now: Date, limit: number): Promise<OrderRecord[]> {
    return await this.#orders
      .find({ lookAt: { $lte: now } })
      .sort({ lookAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }

  /**
   * Orders with work that is agreed, and of which it is not known what became of it, while their owners are asked: the ones first that are to be
   * asked first. @param start - When that work begins.
   */
  async findUnreported(
    among: QueryFilter<StoredOrder>,
    start: { readonly $lte: Date } | { readonly $gt: Date },
    limit: number,
  ): Promise<OrderRecord[]> {
    const legs = { $elemMatch: { state: { $in: ['CONFIRMED', 'STARTED'] }, start } };
    return await this.#orders
      .find({ $and: [among, { legs, lookAt: { $ne: null } }] })
      .sort({ lookAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }

  /** Says when an order's owners are to be asked next. It is no change of the order. @param at - Null: not any more. */
  async lookAgain(id: string, at: Date | null): Promise<void> {
    await this.#orders.updateOne({ _id: id }, { $set: { lookAt: at } }).maxTimeMS(this.timeoutMs);
  }

  /** Has all orders looked at by `now` of which a cooperative has a leg, and that are not over. */
  async lookSoon(cooperative: string, now: Date): Promise<void> {
    const isOwn = { serviceId: { $gte: `${cooperative}:`, $lt: `${cooperative};` } };
    await this.#orders
      .updateMany({ lookAt: { $gt: now }, legs: { $elemMatch: isOwn } }, { $set: { lookAt: now } })
      .maxTimeMS(this.timeoutMs);
  }

  /** Orders that match, the latest recorded first (real time). @param after - Only those after this place; null from the start. */
  async findPage(
    filter: QueryFilter<StoredOrder>,
    first: number,
    after: TimePlace | null,
  ): Promise<OrderRecord[]> {
    return await this.#orders
      .find(after ? { $and: [filter, isAfter(after)] } : filter)
      .sort({ recordedAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<OrderRecord[]>();
  }
}

/** What an order is found by that follows from its legs. */
function keysOfLegs(order: OrderRecord) {
  const { days, ends, needsAttention, forgetAt } = searchKeysOf(order);
  return { days, ends, needsAttention, forgetAt };
}

/** What follows from its buyer. */
function keysOfBuyer(order: OrderRecord) {
  const { phoneTail, nameWords, forgetAt } = searchKeysOf(order);
  return { phoneTail, nameWords, forgetAt };
}

function openCommand(keyHash: string) {
  return { $elemMatch: { keyHash, outcome: null } };
}

function isAfter({ time, id }: TimePlace): QueryFilter<StoredOrder> {
  return { $or: [{ recordedAt: { $lt: time } }, { recordedAt: time, _id: { $lt: id } }] };
}
