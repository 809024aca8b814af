import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import type { OrderDataSource } from './queries/data-source.js';
import type { BookingAccess } from '../access/booking-access.js';
import type { Limits } from '../../shared/network-file/limits.js';
import type { ClaimsDataSource } from '../limits/claims.js';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import type { Agreements } from './agreements/agreements-client.js';
import { CallOffJudge } from './agreements/call-off-judge.js';
import { Admission } from './admission/admission.js';
import { Entrance } from './admission/entrance.js';
import { MakingPlaces } from './admission/making-places.js';
import { OwnerPlaces } from './admission/owner-places.js';
import { OrderActor } from './commands/act-on-order.js';
import { BookingsClient } from './owners/bookings-client.js';
import { askFreeMinutes } from './owners/free-minutes.js';
import { OrderMaker } from './commands/make-order.js';
import { OrderAudit } from './work/order-audit.js';
import { OrderCommands } from './commands/order-commands.js';
import { OrderDriver } from './work/order-driver.js';
import { OrderRefresher } from './work/order-refresher.js';
import { OrderSweep } from './work/order-sweep.js';
import { OrderWaiter } from './work/order-waiter.js';
import type { ZoneOf } from './order/wall-time.js';
import { ReportReader } from './work/report-reader.js';
import { SeriesPlacer } from './commands/place-series.js';
import { SeriesChanges } from './commands/series-changes.js';
import { SeriesQuestions } from './commands/series-questions.js';

export interface OrdersOptions {
  readonly dataSource: OrderDataSource;
  readonly owners: OwnerClient;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  readonly access: BookingAccess;
  readonly agreements: Agreements;
  readonly holdMinutes: number;
  /** Those of strangers, and how long a hold may last. */
  readonly limits: Limits;
  readonly claims: ClaimsDataSource;
  /** Of the digests by which a stranger's telephone number and e-mail address are counted. */
  readonly contactKey: Buffer;
  readonly ownerTimeoutMs: number;
  readonly answerWithinMs: number;
  readonly leaseMs: number;
  /** How often is looked for what others left behind. */
  readonly sweepMs: number;
  /** How often an order that waits for a place is looked at. */
  readonly waitingPollMs: number;
  /** How often any order is looked at, though nobody reads it; ten minutes where absent. */
  readonly lookEveryMs?: number;
  /** How long a refused order waits to be known as made before; 50 ms where absent. */
  readonly lookUpMs?: number;
  /** Where each cooperative answers; nobody knows where absent. */
  readonly addresses?: () => ReadonlyMap<string, string>;
  /** Of nobody where absent. */
  readonly zoneOf?: ZoneOf;
  readonly log: Logger;
}

/** Everything about orders that one process has. */
export interface Orders extends Closable {
  readonly commands: OrderCommands;
  readonly access: BookingAccess;
  readonly refresher: OrderRefresher;
  readonly reports: ReportReader;
  readonly dataSource: OrderDataSource;
  readonly clock: Clock;
  /** Begins to take up what others left behind. */
  start(): void;
}

/** Of the time for an order: one that takes more is too slow, and one that takes still more waits for its owner. */
const LONG_SHARE = 1 / 5;
const WAITING_SHARE = 1 / 4;
/** Of a refusal's time: most databases answer within a few milliseconds, and one that is behind is not waited for. */
const LOOK_UP_MS = 50;
/** For an owner that is asked how an order's legs stand while somebody waits to read it. */
const READ_TIMEOUT_MS = 1_000;
/** Where nobody says how often the owners of an order are looked at. */
export const LOOK_EVERY_MS = 600_000;

/** Puts the parts together; nothing happens by itself until it is started. */
export function createOrders(options: OrdersOptions): Orders {
  const { dataSource, owners, access, agreements, clock, realClock, log, ownerTimeoutMs } = options;
  const longestMinutes = options.limits.holdMinutes;
  const holdMinutes = Math.min(options.holdMinutes, longestMinutes);
  const { answerWithinMs, sweepMs: everyMs } = options;
  const { atOnce, atOneCooperative, atLeast: least } = options.limits.orders;
  const ofOwners = new OwnerPlaces({ most: atOneCooperative, least, waitMs: answerWithinMs });
  const ofProcess = new MakingPlaces({
    ...{ most: atOnce, least },
    longMs: answerWithinMs * LONG_SHARE,
    waitsAfterMs: answerWithinMs * WAITING_SHARE,
  });
  const entrance = new Entrance({
    ...{ ofOwners, ofProcess, waitMs: answerWithinMs, lookUpMs: options.lookUpMs ?? LOOK_UP_MS },
  });
  const bookings = new BookingsClient(owners, holdMinutes, log);
  const driver = new OrderDriver({
    ...{ ...options, holdMinutes, holder: randomUUID() },
    bookings: ofOwners.learnFrom(bookings),
  });
  const admission = new Admission({
    ...options,
    freeMinutes: (id, now, days) => askFreeMinutes(owners, id, now, days, ownerTimeoutMs),
  });
  const waiter = new OrderWaiter({ dataSource, driver });
  const timeoutMs = Math.min(READ_TIMEOUT_MS, ownerTimeoutMs);
  const refresher = new OrderRefresher({
    ...{ dataSource, bookings, driver, clock, realClock, timeoutMs, log },
  });
  const zoneOf = options.zoneOf ?? (() => null);
  const maker = new OrderMaker({
    ...{ dataSource, driver, waiter, admission, entrance, owners, clock, realClock, zoneOf },
  });
  const callOffs = new CallOffJudge({ agreements, owners, ownerTimeoutMs, zoneOf });
  const questions = new SeriesQuestions(owners, ownerTimeoutMs);
  const changes = new SeriesChanges({ owners, callOffs, questions, clock });
  const actor = new OrderActor({
    ...{ dataSource, driver, waiter, access, refresher, callOffs, admission, owners, clock },
    series: changes,
    holdTerms: { holdMinutes, longestMinutes },
  });
  const series = new SeriesPlacer({ maker, owners, callOffs, questions });
  const sweep = new OrderSweep({ dataSource, driver, refresher, clock, realClock, everyMs, log });
  const { lookEveryMs = LOOK_EVERY_MS, addresses = () => new Map() } = options;
  const audit = new OrderAudit({
    ...{ dataSource, refresher, addresses, clock, realClock, everyMs, lookEveryMs, log },
  });
  const reports = new ReportReader({ dataSource, audit, clock, log });
  return {
    commands: new OrderCommands({
      ...{ dataSource, owners, maker, actor, series, callOffs, answerWithinMs },
    }),
    ...{ access, refresher, reports, dataSource, clock },
    start: () => {
      sweep.start();
      audit.start();
    },
    close: async () => {
      const swept = [sweep.stop(), audit.stop(), reports.close()];
      await driver.close();
      await Promise.all(swept);
    },
  };
}
