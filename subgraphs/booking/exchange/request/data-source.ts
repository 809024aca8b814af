import { isDeepStrictEqual } from 'node:util';
import type { Connection, Model, QueryFilter } from 'mongoose';
import { unlessDuplicate } from '../../../shared/mongo/duplicate-key.js';
import type { Share } from '../../access/booking-access.js';
import { prepareCollections } from '../../../shared/mongo/prepare-collections.js';
import { contactKeysOf, finnishDay } from '../../orders/order/search-keys.js';
import { systemClock, type Clock } from '../../../shared/process/clock.js';
import type { TimePlace } from '../../../shared/graphql/page-by-time.js';
import { checkReadings, findingConditions } from '../../orders/queries/order-filter.js';
import type {
  WorkOfferState,
  WorkRequestFilter,
  WorkRequestState,
} from '../../schema.generated.js';
import { forgetAt } from './forgetting.js';
import type { WorkRequestRecord } from './records.js';
import { withHappenings } from './request-happenings.js';
import { createRequestModel, type StoredRequest } from './collections.js';
import { dueAt } from './transitions.js';

const ROWS_A_TRIP = 1_000;
/** Somebody else has changed it in between at most that often; each time somebody got ahead. */
const MOST_ATTEMPTS = 100;

/** Which requests a page holds. */
export interface RequestPage {
  /** Empty for all. */
  readonly states: readonly WorkRequestState[];
  readonly filter: WorkRequestFilter;
  /** Those that may be read; null for all. */
  readonly share: Share | null;
  readonly first: number;
  /** The place after which it begins; null for the first page. */
  readonly after: TimePlace | null;
}

/**
 * All reads and writes of the exchange. A request is one document, with its offers and with the commands that it has seen, so no
 * write needs a transaction: a change replaces the document if it is still the version that was read.
 */
export class ExchangeDataSource {
  readonly #requests: Model<StoredRequest>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
    /** The network's: when something happened that others are told. */
    private readonly clock: Clock = systemClock,
  ) {
    this.#requests = createRequestModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#requests]);
    // Made by an older release, which could not find them, or not by a short number or a name without its dots, or did not forget. Names in
    // other letters are met again each time.
    const $or = [
      { days: { $exists: false } },
      { nameWords: /[^ -~]/u },
      { phoneTail: null, 'caller.phone': { $ne: null } },
      { forgetAt: { $exists: false } },
    ];
    const kept = { phoneTail: 1, nameWords: 1, days: 1, forgetAt: 1 };
    const fields = { caller: 1, maker: 1, start: 1, ...kept };
    const old = this.#requests.find({ $or }, fields).maxTimeMS(this.timeoutMs);
    for await (const request of old.lean<StoredRequest>().cursor({ batchSize: ROWS_A_TRIP })) {
      const { _id, caller, maker = null, start, ...before } = request;
      const keys = findingKeysOf({ caller, maker, start });
      if (isDeepStrictEqual(keys, before)) continue;
      await this.#requests.updateOne({ _id }, { $set: keys }).maxTimeMS(this.timeoutMs);
    }
  }

  async find(id: string): Promise<WorkRequestRecord | null> {
    return this.#findOne({ _id: id });
  }

  /** One query. @returns One slot per id, in the order asked; null where there is none. */
  async findByIds(ids: readonly string[]): Promise<(WorkRequestRecord | null)[]> {
    const query = this.#requests.find({ _id: { $in: [...ids] } }).maxTimeMS(this.timeoutMs);
    const found = await query.lean<StoredRequest[]>();
    const byId = new Map(found.map((request) => [request._id, request]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  async findByOffer(offerId: string): Promise<WorkRequestRecord | null> {
    return this.#findOne({ 'offers.id': offerId });
  }

  /** @param key - Hash of the command's idempotency key. */
  async findByCommand(key: string): Promise<WorkRequestRecord | null> {
    return this.#findOne({ 'commands.key': key });
  }

  /** The latest first. @throws BAD_USER_INPUT when a condition cannot be one. */
  async findPage({
    states,
    filter,
    share,
    first,
    after,
  }: RequestPage): Promise<readonly WorkRequestRecord[]> {
    const conditions: QueryFilter<StoredRequest>[] = [
      ...findingConditions(filter),
      ...(states.length > 0 ? [{ state: { $in: [...states] } }] : []),
      ...(share ? [isIn(share)] : []),
      ...(after ? [isAfter(after)] : []),
    ];
    const query = this.#requests
      .find(conditions.length > 0 ? { $and: conditions } : {})
      .sort({ recordedAt: -1, _id: -1 })
      .limit(first);
    const rows = await query.maxTimeMS(this.timeoutMs).lean<StoredRequest[]>();
    return checkReadings(filter, after, rows);
  }

  /** The latest requests with an offer to the cooperative in any of the states, the latest first. @param states - Empty for all. */
  async findOffered(
    cooperative: string,
    states: readonly WorkOfferState[],
    limit: number,
  ): Promise<WorkRequestRecord[]> {
    const offered = states.length > 0 ? { cooperative, state: { $in: states } } : { cooperative };
    const query = this.#requests
      .find({ 'offers.cooperative': cooperative, offers: { $elemMatch: offered } })
      .sort({ recordedAt: -1 })
      .limit(limit);
    return await query.maxTimeMS(this.timeoutMs).lean<StoredRequest[]>();
  }

  /** Ids of those about which something is to be done at `elapsed`, the most overdue first. */
  async findDue(elapsed: Date, limit: number): Promise<string[]> {
    const query = this.#requests.find({ dueAt: { $lte: elapsed } }, { _id: 1 });
    const due = await query
      .sort({ dueAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<{ _id: string }[]>();
    return due.map(({ _id }) => _id);
  }

  /** Ids of those whose caller is to be forgotten at `now`, by the network's clock, the longest due first. */
  async findToForget(now: Date, limit: number): Promise<string[]> {
    const due = await this.#requests
      .find({ forgetAt: { $lte: now } }, { _id: 1 })
      .sort({ forgetAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<{ _id: string }[]>();
    return due.map(({ _id }) => _id);
  }

  /** Requests of which others are still to be told something. One query. */
  async findWithOutbox(limit: number): Promise<WorkRequestRecord[]> {
    return await this.#requests
      .find({ 'outbox.id': { $gt: '' } })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<StoredRequest[]>();
  }

  /**
   * Others were told this. It is no change of the request: whoever has read it before may write it with these entries once more, and
   * they are taken away again. @param ids - Of entries.
   */
  async markTold(id: string, ids: readonly string[]): Promise<void> {
    await this.#requests
      .updateOne({ _id: id }, { $pull: { outbox: { id: { $in: [...ids] } } } })
      .maxTimeMS(this.timeoutMs);
  }

  /** Requests that name their caller, one after another. One query. */
  findNamed(): AsyncIterable<WorkRequestRecord> {
    return this.#requests
      .find({ forgetAt: { $ne: null } })
      .maxTimeMS(this.timeoutMs)
      .lean<StoredRequest>()
      .cursor({ batchSize: ROWS_A_TRIP });
  }

  /** @returns False when its reference, or the key of its first command, is taken already. */
  async insert(request: WorkRequestRecord): Promise<boolean> {
    const made = withHappenings(null, request, this.clock.now());
    return unlessDuplicate(() => this.#requests.create([toStored(made)]));
  }

  /**
   * Stores a changed request, and in the same step what others are to be told of it.
   * @param read - As it was read. It may have been written since by the same hand, and `after` made of that: then it is read once more.
   * @returns It as stored; null when it is no longer the version from which the change was made, or when the key of a command was
   *   used elsewhere in the meantime.
   */
  async replace(
    read: WorkRequestRecord,
    after: WorkRequestRecord,
  ): Promise<WorkRequestRecord | null> {
    const { _id, version } = after;
    const before = read.version === version ? read : await this.find(_id);
    if (before?.version !== version) return null;
    const next = withHappenings(before, { ...after, version: version + 1 }, this.clock.now());
    let matched = 0;
    const isUnique = await unlessDuplicate(async () => {
      const query = this.#requests.replaceOne({ _id, version }, toStored(next));
      matched = (await query.maxTimeMS(this.timeoutMs)).matchedCount;
    });
    return isUnique && matched === 1 ? next : null;
  }

  /**
   * Changes a request, again from the start when somebody else was faster.
   * @param step - Gives the request as it is when there is nothing to change.
   * @returns As it is afterwards. @throws Error when there is none.
   */
  async change(
    id: string,
    step: (request: WorkRequestRecord) => WorkRequestRecord,
  ): Promise<WorkRequestRecord> {
    return untilDone(async () => {
      const request = await this.find(id);
      if (request === null) throw new Error(`There is no request ${id}.`);
      const changed = step(request);
      return changed === request ? request : this.replace(request, changed);
    });
  }

  async #findOne(filter: object): Promise<WorkRequestRecord | null> {
    const query = this.#requests.findOne(filter).maxTimeMS(this.timeoutMs);
    return await query.lean<StoredRequest>();
  }
}

function isAfter({ time, id }: TimePlace): QueryFilter<StoredRequest> {
  return { $or: [{ recordedAt: { $lt: time } }, { recordedAt: time, _id: { $lt: id } }] };
}

/** As `verifiedOrganisation` has it. No cooperative reads a request as its own. */
function isIn({ organisations, maker }: Share): QueryFilter<StoredRequest> {
  const isOfThem = { 'caller.organisationId': { $in: [...organisations] }, maker: { $ne: null } };
  return { $or: [isOfThem, ...(maker === null ? [] : [{ maker }])] };
}

/** Repeats an attempt until it gives something. @throws Error when it never does. */
export async function untilDone<Result>(attempt: () => Promise<Result | null>): Promise<Result> {
  for (let count = 0; count < MOST_ATTEMPTS; count += 1) {
    const result = await attempt();
    if (result !== null) return result;
  }
  throw new Error(`A request was changed by others ${MOST_ATTEMPTS} times in a row.`);
}

function toStored(request: WorkRequestRecord): StoredRequest {
  return { ...request, ...findingKeysOf(request), dueAt: dueAt(request) };
}

/** By what a request is found, by people and by who forgets. */
function findingKeysOf(request: Pick<WorkRequestRecord, 'caller' | 'maker' | 'start'>) {
  return {
    ...contactKeysOf(request.caller),
    days: [finnishDay(request.start)],
    forgetAt: forgetAt(request),
  };
}
