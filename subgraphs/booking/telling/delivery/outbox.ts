import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import type { ExchangeDataSource } from '../../exchange/request/data-source.js';
import type { WorkRequestRecord } from '../../exchange/request/records.js';
import { cooperativeOf } from '../../orders/order/order-state.js';
import type { OrderDataSource } from '../../orders/queries/data-source.js';
import type { NotificationChannel } from '../../schema.generated.js';
import type { OutboxEntry } from '../../store/outbox.js';
import type { OrderRecord } from '../../store/records.js';
import type { AddressDataSource } from '../messages/address-data-source.js';
import type { MessageDataSource } from '../messages/message-data-source.js';
import { CUSTOMER, type MessageRecord, type Subject } from '../messages/records.js';

export interface OutboxOptions {
  readonly orders: Pick<OrderDataSource, 'findWithOutbox' | 'markTold'>;
  readonly requests: Pick<ExchangeDataSource, 'findWithOutbox' | 'markTold'>;
  readonly addresses: Pick<AddressDataSource, 'find'>;
  readonly messages: Pick<MessageDataSource, 'add'>;
  /** Whether e-mail is sent at all; where it is not, nothing waits for it. */
  readonly sendsEmail: boolean;
  /** Real time. */
  readonly realClock: Clock;
  readonly log: Logger;
}

const MOST_AT_ONCE = 100;

/** Where entries are taken out. */
type Rows = Pick<OrderDataSource, 'markTold'>;

/** To whom something is told on which way. */
interface Way {
  readonly receiver: string;
  readonly channel: NotificationChannel;
}

/**
 * Makes of what stands in the outboxes of orders and requests one message for each receiver and way, and only then takes it out. Whoever was
 * ended in between begins again, as does another process at the same time, and finds the messages there already.
 */
export class Outbox {
  constructor(private readonly options: OutboxOptions) {}

  /** Empties all outboxes. @throws Error where the database does not answer. */
  async empty(): Promise<void> {
    const { orders, requests } = this.options;
    await inBatches(
      () => orders.findWithOutbox(MOST_AT_ONCE),
      (order) => this.#attempt('order', order, orders, receiversOfOrder),
    );
    await inBatches(
      () => requests.findWithOutbox(MOST_AT_ONCE),
      (request) => this.#attempt('request', request, requests, receiversOfRequest),
    );
  }

  /** One that cannot be told of keeps nobody from being told of the others. @returns Whether it was. */
  async #attempt<Row extends OrderRecord | WorkRequestRecord>(
    kind: Subject['kind'],
    row: Row,
    rows: Rows,
    receiversOf: (row: Row, entry: OutboxEntry) => readonly string[],
  ): Promise<boolean> {
    try {
      await this.#tell(kind, row, rows, receiversOf);
      return true;
    } catch (error) {
      this.options.log.error({ err: error, kind, id: row._id }, 'An outbox could not be emptied.');
      return false;
    }
  }

  async #tell<Row extends OrderRecord | WorkRequestRecord>(
    kind: Subject['kind'],
    row: Row,
    rows: Rows,
    receiversOf: (row: Row, entry: OutboxEntry) => readonly string[],
  ): Promise<void> {
    const { _id: id, outbox = [] } = row;
    for (const entry of outbox) {
      const ways = await Promise.all(
        receiversOf(row, entry).map((receiver) => this.#waysTo(receiver, entry)),
      );
      for (const way of ways.flat()) {
        await this.options.messages.add(
          messageOf(entry, { kind, id }, way, this.options.realClock.now()),
        );
      }
    }
    await rows.markTold(
      id,
      outbox.map((entry) => entry.id),
    );
  }

  async #waysTo(receiver: string, { event }: OutboxEntry): Promise<Way[]> {
    const { addresses, sendsEmail } = this.options;
    if (receiver === CUSTOMER) return sendsEmail ? [{ receiver, channel: 'EMAIL' }] : [];
    return waysOf(await addresses.find(receiver), event, sendsEmail);
  }
}

/** On which ways a cooperative is told of something. @param address - Null where it has never said. */
export function waysOf(
  address: Awaited<ReturnType<AddressDataSource['find']>>,
  event: OutboxEntry['event'],
  sendsEmail: boolean,
): Way[] {
  if (!address?.events.includes(event)) return [];
  const { _id: receiver, webhookUrl, email } = address;
  return [
    ...(webhookUrl === null ? [] : [{ receiver, channel: 'WEBHOOK' } as const]),
    ...(email === null || !sendsEmail ? [] : [{ receiver, channel: 'EMAIL' } as const]),
  ];
}

/** The message to one receiver on one way, to be tried from now on. */
export function messageOf(
  { id, event, at, legs, offer }: OutboxEntry,
  subject: Subject,
  { receiver, channel }: Way,
  now: Date,
): MessageRecord {
  return {
    _id: `${id}.${receiver}.${channel.toLowerCase()}`,
    ...{ event, receiver, channel, subject, legs, offer, at },
    state: 'DUE',
    // All e-mail goes by one server.
    lane: channel === 'WEBHOOK' ? `webhook ${receiver}` : 'email',
    ...{ triedFrom: now, dueAt: now, attempts: 0, isTaken: false, reason: null, endedAt: null },
  };
}

/** The cooperatives whose legs are meant, the one that leads, and the customer who gave an address. */
function receiversOfOrder({ legs, leadCooperative, buyer }: OrderRecord, entry: OutboxEntry) {
  const owners = entry.legs.flatMap((number) => {
    const leg = legs[number];
    return leg === undefined ? [] : [cooperativeOf(leg)];
  });
  const cooperatives = new Set([...owners, ...(leadCooperative === null ? [] : [leadCooperative])]);
  return [...cooperatives, ...(buyer.email === null ? [] : [CUSTOMER])];
}

function receiversOfRequest({ offers }: WorkRequestRecord, entry: OutboxEntry): string[] {
  return offers.flatMap(({ id, cooperative }) => (id === entry.offer ? [cooperative] : []));
}

/** Takes on what is there until nothing is, or a whole batch was in vain. */
async function inBatches<Row>(
  find: () => Promise<readonly Row[]>,
  takeOn: (row: Row) => Promise<boolean>,
): Promise<void> {
  for (let isMore = true; isMore;) {
    const rows = await find();
    let done = 0;
    for (const row of rows) done += Number(await takeOn(row));
    isMore = rows.length === MOST_AT_ONCE && done > 0;
  }
}
