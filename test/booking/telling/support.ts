import { pino } from 'pino';
import { ExchangeDataSource } from '../../../subgraphs/booking/exchange/request/data-source.js';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import { settle } from '../../../subgraphs/booking/orders/order/order-state.js';
import { BookingAccess } from '../../../subgraphs/booking/access/booking-access.js';
import { NOTIFICATION_EVENTS } from '../../../subgraphs/booking/store/outbox.js';
import type { BuyerRecord, OrderRecord } from '../../../subgraphs/booking/store/records.js';
import {
  createTelling,
  type Telling,
  type TellingOptions,
} from '../../../subgraphs/booking/telling/create-telling.js';
import { AddressDataSource } from '../../../subgraphs/booking/telling/messages/address-data-source.js';
import { MessageDataSource } from '../../../subgraphs/booking/telling/messages/message-data-source.js';
import type {
  AddressRecord,
  MessageRecord,
} from '../../../subgraphs/booking/telling/messages/records.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { standingOrder } from '../saga/order-records.js';
import { TestClock } from '../support.js';
import { SECRET } from './receiver.js';

const TIMEOUT_MS = 10_000;

export const BUYER: BuyerRecord = {
  ...{ name: 'MARKER-name', municipality: 'FI-609', organisationId: null },
  ...{ email: 'MARKER-buyer@example.org', phone: '+358 40 7654321' },
};

/** What a cooperative has said: to be told of everything there. */
export function anAddress(id: string, more: Partial<AddressRecord>): AddressRecord {
  return {
    ...{ _id: id, version: 1, webhookUrl: null, secret: null, secretKeyHash: null },
    ...{ oldSecret: null, oldSecretUntil: null, email: null, language: 'FI' },
    ...{ events: NOTIFICATION_EVENTS, changedAt: new Date(0), commands: [] },
    ...more,
  };
}

/** Somebody who is told, on a database with orders and requests. */
export interface Bench {
  readonly orders: OrderDataSource;
  readonly requests: ExchangeDataSource;
  readonly addresses: AddressDataSource;
  readonly messages: MessageDataSource;
  /** Real time, as far as they know. */
  readonly clock: TestClock;
  /** Begins anew; the one before is not closed. */
  start(options?: Partial<TellingOptions>): Promise<Telling>;
  /** Has a cooperative told of everything at an address for webhooks. */
  hook(cooperative: string, webhookUrl: string): Promise<void>;
  /** Makes an order with a leg of each of karhu and lumo, and confirms it. */
  confirmed(id: string, more?: Partial<OrderRecord>): Promise<OrderRecord>;
  /** All messages, by id. */
  all(): Promise<MessageRecord[]>;
}

export async function openBench({ connection }: Database): Promise<Bench> {
  const clock = new TestClock();
  const orders = new OrderDataSource(connection, TIMEOUT_MS, clock);
  const requests = new ExchangeDataSource(connection, TIMEOUT_MS, clock);
  const addresses = new AddressDataSource(connection, TIMEOUT_MS);
  const messages = new MessageDataSource(connection, TIMEOUT_MS);
  for (const one of [orders, requests, addresses, messages]) await one.prepare();
  return {
    ...{ orders, requests, addresses, messages, clock },
    start: (options) =>
      createTelling({
        ...{ connection, databaseTimeoutMs: TIMEOUT_MS, orders, requests, everyMs: 20 },
        settings: { mail: null, coordinator: null, phone: null, isProduction: false },
        access: new BookingAccess(null),
        cooperatives: () => [],
        lists: BUILT_IN_LISTS,
        key: Buffer.alloc(32),
        ...{ clock, realClock: clock, random: () => 0.5 },
        log: pino({ level: 'silent' }),
        ...options,
      }),
    hook: async (cooperative, webhookUrl) => {
      await addresses.write(null, anAddress(cooperative, { webhookUrl, secret: SECRET }));
    },
    confirmed: async (id, more = {}) => {
      const open = { state: 'REQUESTED', stateAsOf: null } as const;
      const keys = { _id: id, reference: id, keyHash: id, told: [], buyer: BUYER };
      const made = { ...standingOrder(open, open), ...keys, ...more };
      await orders.insert(made);
      const legs = made.legs.map((leg) => ({ ...leg, state: 'CONFIRMED' as const }));
      const written = await orders.write(made, settle({ ...made, legs }));
      if (written === null) throw new Error('It was not written.');
      return written;
    },
    all: async () => {
      const found = await connection.collection('messages').find().sort({ _id: 1 }).toArray();
      return found as unknown as MessageRecord[];
    },
  };
}
