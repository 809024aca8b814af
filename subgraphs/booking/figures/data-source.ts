import type { Connection, Model } from 'mongoose';
import { createRequestModel, type StoredRequest } from '../exchange/request/collections.js';
import { createOrderModel, type StoredOrder } from '../store/collections.js';
import type { CountedLeg, CountedOrder, CountedRequest } from './count/count-rows.js';
import type { Calendar } from './count/months.js';

const ROWS_A_TRIP = 1_000;

/** Which fields are read. */
type Fields = Readonly<Record<string, 0 | 1>>;

const LEG = ['serviceId', 'state', 'start', 'minutes', 'quantity', 'answeredAt'].concat(
  'deliveredMinutes',
  'quote.netMinor',
  'quote.currency',
);
const legFields = Object.fromEntries(LEG.map((field) => [`legs.${field}`, 1 as const]));
const knownFields = { nameWords: 1, phoneTail: 1 } as const;
const COUNTED_ORDER: Fields = {
  _id: 0,
  createdAt: 1,
  channel: 1,
  state: 1,
  leadCooperative: 1,
  maker: 1,
  'buyer.organisationId': 1,
  ...knownFields,
  ...legFields,
};
const OFFER = ['cooperative', 'state', 'offeredAt', 'answeredAt'];
const COUNTED_REQUEST: Fields = {
  _id: 0,
  createdAt: 1,
  channel: 1,
  state: 1,
  ...knownFields,
  ...Object.fromEntries(OFFER.map((field) => [`offers.${field}`, 1 as const])),
};
const SETTLED_ORDER: Fields = { _id: 0, reference: 1, ...legFields };

/** An order with work that ended in some month. */
export interface SettledOrder {
  readonly reference: string;
  readonly legs: readonly CountedLeg[];
}

type Period = Pick<Calendar, 'from' | 'until'>;

/** Orders of which work ended in the period. @param cooperative - Only those of which it has a leg; null for all. */
export function workOf({ from, until }: Period, cooperative: string | null) {
  const within = { ends: { $elemMatch: { $gte: from, $lt: until } } };
  // ";" follows ":".
  const own = { 'legs.serviceId': { $gte: `${cooperative ?? ''}:`, $lt: `${cooperative ?? ''};` } };
  return { ...within, ...(cooperative !== null && own) };
}

/**
 * What figures are counted of. Rows come one after another, by an index and with no more of each than is counted, so that what is in
 * memory does not grow with their number. They are the driver's: mongoose would take as long again for each.
 */
export class FiguresDataSource {
  readonly #orders: Model<StoredOrder>;
  readonly #requests: Model<StoredRequest>;

  /** @param timeoutMs - For all rows of one query together. */
  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#orders = createOrderModel(connection);
    this.#requests = createRequestModel(connection);
  }

  /** Orders that were made in the period, and those of which work ended in it, each once. */
  orders({ from, until }: Period): AsyncIterable<CountedOrder> {
    const within = { $gte: from, $lt: until };
    const filter = { $or: [{ createdAt: within }, { ends: { $elemMatch: within } }] };
    return this.#orders.collection.find<CountedOrder>(filter, this.#reading(COUNTED_ORDER));
  }

  /** Requests that were made in the period. */
  requests({ from, until }: Period): AsyncIterable<CountedRequest> {
    const filter = { createdAt: { $gte: from, $lt: until } };
    return this.#requests.collection.find<CountedRequest>(filter, this.#reading(COUNTED_REQUEST));
  }

  /** Orders of which work ended in the period. @param cooperative - Only those of which it has a leg; null for all. */
  settled(period: Period, cooperative: string | null): AsyncIterable<SettledOrder> {
    const filter = workOf(period, cooperative);
    return this.#orders.collection.find<SettledOrder>(filter, this.#reading(SETTLED_ORDER));
  }

  #reading(projection: Fields) {
    return { projection, maxTimeMS: this.timeoutMs, batchSize: ROWS_A_TRIP };
  }
}
