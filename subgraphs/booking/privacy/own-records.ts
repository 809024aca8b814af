import { countryOf, type Stored, type Traces } from '../../shared/privacy/person.js';
import type { ExchangeDataSource } from '../exchange/request/data-source.js';
import { forgetCaller } from '../exchange/request/forgetting.js';
import type { WorkRequestRecord } from '../exchange/request/records.js';
import { forgetBuyer } from '../orders/order/forgetting.js';
import type { OrderDataSource } from '../orders/queries/data-source.js';
import type { BuyerRecord, OrderLegRecord, OrderRecord } from '../store/records.js';

export interface OwnRecordsOptions {
  readonly orders: Pick<OrderDataSource, 'findNamed' | 'findById' | 'findByIds' | 'write'>;
  readonly requests: Pick<ExchangeDataSource, 'findNamed' | 'findByIds' | 'change'>;
}

/** Orders and requests in which somebody is named. */
export interface OwnHeld {
  readonly orders: readonly NamedOrder[];
  readonly requests: readonly NamedRequest[];
}

export interface NamedOrder extends Pick<OrderRecord, '_id' | 'buyer' | 'details' | 'createdAt'> {
  readonly legs: readonly Pick<OrderLegRecord, 'serviceId'>[];
}
export type NamedRequest = Pick<
  WorkRequestRecord,
  '_id' | 'order' | 'caller' | 'details' | 'what' | 'offers' | 'createdAt'
>;

const MOST_ATTEMPTS = 10;

/** Finds and forgets people in orders and requests. For digests it goes through all of them: that is rarely asked for, and needs no index. */
export class OwnRecords {
  constructor(private readonly options: OwnRecordsOptions) {}

  /** Two queries. */
  async find(traces: Traces): Promise<OwnHeld> {
    const { onlyOrders } = traces;
    if (onlyOrders !== null) return this.#findByIds(onlyOrders);
    const orders: NamedOrder[] = [];
    for await (const order of this.options.orders.findNamed()) {
      if (traces.has(stored(order._id, order.buyer, order.createdAt))) orders.push(order);
    }
    const requests: NamedRequest[] = [];
    for await (const request of this.options.requests.findNamed()) {
      const ids = [request._id, ...ordersOf(request)];
      if (ids.some((id) => traces.has(stored(id, request.caller, request.createdAt)))) {
        requests.push(request);
      }
    }
    return { orders, requests };
  }

  /** These orders and requests, and the orders that requests have led to. */
  async #findByIds(ids: readonly string[]): Promise<OwnHeld> {
    const requests = (await this.options.requests.findByIds(ids)).filter((row) => row !== null);
    const orderIds = new Set([...ids, ...requests.flatMap(ordersOf)]);
    const orders = await this.options.orders.findByIds([...orderIds]);
    return { orders: orders.filter((row) => row !== null), requests };
  }

  /**
   * Forgets who it was.
   * @returns Whether all is done: an order that is just being made or changed goes on with its buyer, and is to be come back to.
   */
  async forget({ orders, requests }: OwnHeld): Promise<boolean> {
    for (const { _id } of requests) await this.options.requests.change(_id, forgetCaller);
    const done = [];
    for (const { _id } of orders) done.push(await this.#forgetBuyer(_id));
    return done.every(Boolean);
  }

  async #forgetBuyer(id: string): Promise<boolean> {
    const { orders } = this.options;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const order = await orders.findById(id);
      if (order === null) return true;
      if (order.task !== null) return false;
      if ((await orders.write(order, forgetBuyer(order))) !== null) return true;
    }
    return false;
  }
}

function stored(order: string, { email, phone, municipality }: BuyerRecord, madeAt: Date): Stored {
  return { email, phone, country: countryOf(municipality), order, madeAt };
}

function ordersOf({ order }: Pick<WorkRequestRecord, 'order'>): string[] {
  return order === null ? [] : [order];
}
