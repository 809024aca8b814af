import type { Connection } from 'mongoose';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { RegistryEntry } from '../../shared/owners/endpoint-table.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { coalesce } from '../../shared/turns/coalesce.js';
import type { BookingAccess } from '../access/booking-access.js';
import type { ExchangeDataSource } from '../exchange/request/data-source.js';
import type { OrderDataSource } from '../orders/queries/data-source.js';
import { Mail, type MailSettings } from './delivery/mail.js';
import { Messenger } from './delivery/messenger.js';
import { Outbox } from './delivery/outbox.js';
import { SilenceWatch } from './delivery/silence-watch.js';
import { Webhooks } from './delivery/webhooks.js';
import { MessageWriter, type Coordinator } from './delivery/writer.js';
import { AddressDataSource } from './messages/address-data-source.js';
import { MessageDataSource } from './messages/message-data-source.js';
import { TellingCommands } from './telling-commands.js';

/** How this network tells people. */
export interface TellingSettings {
  /** Null where no e-mail is sent. */
  readonly mail: MailSettings | null;
  /** Null where the coordinator is told nothing. */
  readonly coordinator: Coordinator | null;
  /** Where customers call; null where they answer by e-mail. */
  readonly phone: string | null;
  /** Whether webhooks go to addresses of the internet alone. */
  readonly isProduction: boolean;
}

export interface TellingOptions {
  readonly connection: Connection;
  /** Per query. */
  readonly databaseTimeoutMs: number;
  readonly settings: TellingSettings;
  readonly orders: OrderDataSource;
  readonly requests: ExchangeDataSource;
  readonly access: BookingAccess;
  /** Every cooperative that the registry names. */
  readonly cooperatives: () => readonly Pick<RegistryEntry, 'id' | 'status' | 'since'>[];
  readonly lists: ReferenceLists;
  /** Of digests. */
  readonly key: Buffer;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** How often it is looked for what is to be told. */
  readonly everyMs: number;
  readonly log: Logger;
}

/** Who is told what, as resolvers see it. */
export interface Telling extends Closable {
  readonly commands: TellingCommands;
  /** Whether e-mail is sent. */
  readonly sendsEmail: boolean;
  /** Begins to tell by itself. */
  start(): void;
  /** Tells all that is to be told now, once. Never rejects. */
  sweep(): Promise<void>;
}

/** For a receiver of webhooks, from connecting to the end of its answer. */
const WEBHOOK_TIMEOUT_MS = 10_000;

/** Prepares the collections and puts the parts together; nothing is told until it is started. */
export async function createTelling(options: TellingOptions): Promise<Telling> {
  const { connection, databaseTimeoutMs, orders, requests, realClock, log, everyMs } = options;
  const { mail: mailSettings, coordinator, isProduction } = options.settings;
  const sendsEmail = mailSettings !== null;
  const addresses = new AddressDataSource(connection, databaseTimeoutMs);
  const messages = new MessageDataSource(connection, databaseTimeoutMs);
  await addresses.prepare();
  await messages.prepare();
  const outbox = new Outbox({
    ...{ orders, requests, addresses, messages, sendsEmail, realClock, log },
  });
  const watch = new SilenceWatch({
    ...{ cooperatives: options.cooperatives, addresses, messages, sendsEmail, realClock },
    tellsCoordinator: sendsEmail && coordinator !== null,
  });
  const messenger = new Messenger({
    ...{ messages, realClock, log, random: options.random ?? Math.random },
    writer: new MessageWriter({ ...options, ...options.settings, addresses, messages }),
    webhooks: new Webhooks({ isProduction, timeoutMs: WEBHOOK_TIMEOUT_MS, realClock }),
    mail: mailSettings && new Mail(mailSettings),
  });
  const collect = coalesce(async () => {
    try {
      await outbox.empty();
      await watch.look();
    } catch (error) {
      log.error({ err: error }, 'What is to be told could not be read; it is tried again.');
    }
  });
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let turn: Promise<void> = Promise.resolve();
  const start = (): void => {
    if (isClosed) return;
    timer = setTimeout(() => {
      // What hangs keeps nobody from being told of what comes next.
      turn = collect()
        .then(() => messenger.begin())
        .then(start);
    }, everyMs).unref();
  };
  return {
    commands: new TellingCommands({
      ...{ ...options, addresses, messages, isProduction },
      isMember: (id) => options.cooperatives().some((one) => one.id === id),
    }),
    sendsEmail,
    start,
    sweep: async () => {
      await collect();
      await messenger.deliver();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await turn;
      await messenger.close();
    },
  };
}
