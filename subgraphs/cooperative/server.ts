import type { Connection } from 'mongoose';
import type { Clock } from '../shared/process/clock.js';
import type { Logger } from '../shared/process/logger.js';
import type { RequestVerifier } from '../shared/identity/processes/verify-request.js';
import type { ReferenceLists } from '../shared/lists/reference-lists.js';
import { AuditLog } from '../shared/privacy/audit-log.js';
import { watchDatabase } from '../shared/mongo/database.js';
import { createSubgraphServer, type SubgraphServer } from '../shared/graphql/subgraph-server.js';
import { addFeedRoute, refuseUnreadable } from './calendar/feed-route.js';
import { CalendarImporter } from './calendar/import-calendar.js';
import { BookingDesk } from './bookings/desk/booking-desk.js';
import { BookingCommands } from './bookings/commands/booking-commands.js';
import { RulebookCache } from './bookings/desk/rulebook-cache.js';
import { PersonCommands } from './persons/person-commands.js';
import { StaffCommands } from './bookings/commands/staff-commands.js';
import { Sweeper } from './bookings/desk/sweeper.js';
import { CapacityRefresher } from './listing/capacity-refresher.js';
import { Commands } from './graph/commands.js';
import { createContextFactory } from './graph/context.js';
import { CooperativeDataSource } from './data-source/data-source.js';
import { resolvers } from './graph/resolvers.js';

export interface CooperativeServerOptions {
  readonly connection: Connection;
  /** The slug of the cooperative that this process serves. */
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly lists: ReferenceLists;
  readonly log: Logger;
  /** Per query to the database. */
  readonly timeoutMs: number;
  /** What a document may cost; the usual where it is left out. */
  readonly maxCost?: number;
  /** Tells the catalogue that the feed has grown. Never rejects. */
  readonly poke: () => Promise<void>;
  /** Tells which process of the hub asks; null or left out where no keys are trusted: then all who ask are the public. */
  readonly verifier?: RequestVerifier | null;
  /** Told of every change of what can be booked. Returns at once and never throws; nobody is told where absent. */
  readonly onCapacityChanged?: () => void;
}

/** A cooperative's server, and its data for what is done before it listens. */
export interface CooperativeServer extends SubgraphServer {
  readonly dataSource: CooperativeDataSource;
  readonly desk: BookingDesk;
  readonly rulebooks: RulebookCache;
  readonly sweeper: Sweeper;
  /** To be started once everything is imported. */
  readonly refresher: CapacityRefresher;
}

/**
 * Builds one cooperative's server on its own database; does not listen, and leaves the connection open when it closes.
 * @throws Error when the database belongs to another cooperative.
 */
export async function createCooperativeServer(
  options: CooperativeServerOptions,
): Promise<CooperativeServer> {
  const { connection, cooperativeId, clock, timeoutMs, log, poke, verifier = null } = options;
  const dataSource = new CooperativeDataSource({ connection, cooperativeId, clock, timeoutMs });
  await dataSource.open();
  const { bookings, calendars, guards, staff, summaries } = dataSource;
  const audit = new AuditLog({ connection, clock, timeoutMs, log });
  await audit.prepare();
  const refresher = new CapacityRefresher({ refresh: () => summaries.refresh(), poke, log });
  const onCapacityChanged = () => {
    refresher.noteChange();
    options.onCapacityChanged?.();
  };
  const rulebooks = new RulebookCache(bookings);
  const database = watchDatabase(connection, log);
  const desk = new BookingDesk({
    connection,
    source: bookings,
    guards,
    rulebooks,
    clock,
    onCapacityChanged,
    onBatch: (...outcome) => {
      database.note(...outcome);
    },
  });
  const calendarImporter = new CalendarImporter({ calendars, bookings, clock, onCapacityChanged });
  const shared = {
    cooperativeId,
    clock,
    dataSource,
    desk,
    audit,
    commands: new Commands({ ...options, dataSource, calendarImporter, onCapacityChanged }),
    bookingCommands: new BookingCommands(cooperativeId, desk),
    staffCommands: new StaffCommands(cooperativeId, desk),
    personCommands: new PersonCommands({
      persons: dataSource.persons,
      ...{ cooperativeId, audit, poke },
    }),
  };
  const server = await createSubgraphServer({
    name: 'cooperative',
    resolvers,
    maxCost: options.maxCost,
    createContext: createContextFactory(shared, rulebooks),
    verifier,
    findObstacle: () => database.fault,
    database,
    log,
    answers: { unreadable: refuseUnreadable },
    addRoutes: (app) => {
      addFeedRoute(app, { cooperativeId, calendars, bookings, clock });
    },
  });
  const sweeper = new Sweeper({ desk, staff, persons: dataSource.persons, audit, clock, log });
  sweeper.start();
  const close = async () => {
    await server.close();
    await sweeper.stop();
    await refresher.close();
    await audit.close();
  };
  return { ...server, close, dataSource, desk, rulebooks, sweeper, refresher };
}
