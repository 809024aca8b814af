import type { ClientSession, Model, QueryFilter } from 'mongoose';
import { MINUTE_MS } from '../../../shared/words/dates.js';
import { LONGEST_MINUTES } from '../../capacity/index.js';
import type { MetaRecord } from '../../store/records.js';
import type { Models } from '../../store/collections.js';
import { deleteWrites, writeRows, type RowWrite } from '../../store/write-rows.js';
import { COUNTING_STATES } from '../rules/booking-state.js';
import type { LedgerChanges } from '../rules/ledger.js';
import type {
  AnswerRecord,
  BookingRecord,
  OrderNoteRecord,
  WaitingRecord,
} from '../../store/booking-records.js';
import { keyId, orderId } from './note-ids.js';
import { LONG_MS, storedBooking } from './stored-booking.js';
import type { RuleRows } from '../rules/rulebook.js';
import type { NoteRecord } from '../../store/booking-collections.js';
import type { Scope, Time } from '../rules/scope.js';

/** Answers by idempotency key, and orders by id. */
export interface Notes {
  readonly answers: ReadonlyMap<string, AnswerRecord>;
  readonly orders: ReadonlyMap<string, OrderNoteRecord>;
}

/** An answer to remember. */
export interface NewAnswer {
  readonly key: string;
  readonly hash: string;
  readonly answer: unknown;
}

/** All that commands on bookings read and write. A session makes it part of that transaction; null reads outside of any. */
export class BookingDataSource {
  constructor(
    private readonly models: Models,
    private readonly timeoutMs: number,
  ) {}

  /** Names the state of the rules: every change of profile, services, resources or calendars gives another. One query. */
  async findRulesVersion(session: ClientSession | null): Promise<string> {
    const meta = await this.models.meta
      .findById('meta', { rules: 1 }, this.options(session))
      .lean<Pick<MetaRecord, 'rules'>>();
    return meta ? (meta.rules ?? 'unchanged') : 'nothing';
  }

  /** Five queries. */
  async findRules(session: ClientSession | null): Promise<RuleRows> {
    const { meta, cooperatives, services, resources, calendars } = this.models;
    // One after the other: a session carries one query at a time.
    const [{ sealSecret = null } = {}] = await this.all(meta, session);
    const [profile = null] = await this.all(cooperatives, session);
    return {
      sealSecret,
      profile,
      services: await this.all(services, session),
      resources: await this.all(resources, session),
      calendars: await this.all(calendars, session),
    };
  }

  /** One query. */
  async findNotes(
    keys: readonly string[],
    orders: readonly string[],
    session: ClientSession | null,
  ): Promise<Notes> {
    const ids = [...keys.map(keyId), ...orders.map(orderId)];
    if (ids.length === 0) return { answers: new Map(), orders: new Map() };
    const found = await this.models.commands
      .find({ _id: { $in: ids } }, null, this.options(session))
      .lean<NoteRecord[]>();
    const byId = new Map(found.map((note) => [note._id, note]));
    const pick = <Note>(names: readonly string[], idOf: (name: string) => string) =>
      new Map(
        names.flatMap((name) => {
          const note = byId.get(idOf(name));
          return note ? [[name, note as Note] as const] : [];
        }),
      );
    return {
      answers: pick<AnswerRecord>(keys, keyId),
      orders: pick<OrderNoteRecord>(orders, orderId),
    };
  }

  /** Those who wait for a start in these times, and those of these orders, waiting or not. One query. */
  async findWaiting(
    times: readonly Time[],
    orders: readonly string[],
    now: Date,
    session: ClientSession | null,
  ): Promise<WaitingRecord[]> {
    const [first, last] = [times[0], times.at(-1)];
    const branches: QueryFilter<WaitingRecord>[] = [];
    if (first && last) {
      const after = new Date(Math.max(now.getTime(), first.from - LONGEST_MS));
      branches.push({
        state: 'REQUESTED',
        startsAt: { $gt: after, $lt: new Date(last.to) },
        endsAt: { $gt: new Date(first.from) },
      });
    }
    if (orders.length > 0) branches.push({ 'order.id': { $in: orders } });
    if (branches.length === 0) return [];
    return this.models.waiting
      .find({ $or: branches }, null, this.options(session))
      .lean<WaitingRecord[]>();
  }

  /**
   * The bookings that can take up places in a scope, and those of these orders and ids whatever they are. One query. Holds
   * that have run out may be among them, and bookings that end shortly before.
   */
  async findBookings(
    scope: Scope,
    orders: readonly string[],
    ids: readonly string[],
    session: ClientSession | null,
  ): Promise<BookingRecord[]> {
    const branches = [
      ...placesOf(scope),
      ...(orders.length > 0 ? [{ 'order.id': { $in: orders } }] : []),
      ...(ids.length > 0 ? [{ _id: { $in: ids } }] : []),
    ];
    if (branches.length === 0) return [];
    return this.models.bookings
      .find({ $or: branches }, null, this.options(session))
      .batchSize(ROWS_A_TRIP)
      .lean<BookingRecord[]>();
  }

  /** The same of a scope alone, for looking on: without what has happened to them, for whom and for how much. One query. */
  async findTaken(scope: Scope, session: ClientSession | null): Promise<BookingRecord[]> {
    const branches = placesOf(scope);
    if (branches.length === 0) return [];
    const found = await this.models.bookings
      .find({ $or: branches }, TAKEN, this.options(session))
      .batchSize(ROWS_A_TRIP)
      .lean<BookingRecord[]>();
    // Copies of rows that the driver has made are dear.
    for (const booking of found) Object.assign(booking, UNREAD);
    return found;
  }

  /** All bookings that can take up places at a time, of every resource, or of one. One query; as `findBookings`. */
  async findCounting(time: Time, resource: string | null): Promise<BookingRecord[]> {
    const place = resource === null ? {} : { resource };
    const branches = touching(time).map((when) => ({ ...place, ...when, ...COUNTING }));
    return this.models.bookings
      .find({ $or: branches }, null, this.options(null))
      .batchSize(ROWS_A_TRIP)
      .lean<BookingRecord[]>();
  }

  /** One slot per id, in the order asked; null where nothing was found. One query. */
  async findByIds(ids: readonly string[]): Promise<(BookingRecord | null)[]> {
    const found = await this.models.bookings
      .find({ _id: { $in: ids } }, null, this.options(null))
      .lean<BookingRecord[]>();
    const byId = new Map(found.map((booking) => [booking._id, booking]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  /** Writes what a command has changed, and what was answered. */
  async write(
    changes: LedgerChanges,
    answers: readonly NewAnswer[],
    now: Date,
    session: ClientSession,
  ): Promise<void> {
    const { bookings, waiting, commands } = this.models;
    const bookingWrites = [
      ...changes.added.map((booking) => ({ insertOne: { document: storedBooking(booking) } })),
      ...changes.changed.map((booking) => replacing(storedBooking(booking))),
    ];
    const waitingWrites: RowWrite<WaitingRecord>[] = [
      ...changes.waitingAdded.map((document) => ({ insertOne: { document } })),
      ...changes.waitingChanged.map(replacing),
      ...deleteWrites<WaitingRecord>(changes.waitingRemoved),
    ];
    const noteWrites: RowWrite<NoteRecord>[] = [
      ...[...changes.orders].map(([order, { isClosed, isNew }]) =>
        isNew
          ? { insertOne: { document: { _id: orderId(order), isClosed, writes: 0, at: now } } }
          : {
              updateOne: {
                filter: { _id: orderId(order) },
                // Counted, so that it is a write even where nothing else differs.
                update: { $set: { isClosed, at: now }, $inc: { writes: 1 } },
              },
            },
      ),
      ...answers.map(({ key, hash, answer }) => ({
        insertOne: { document: { _id: keyId(key), hash, answer, at: now } },
      })),
    ];
    await writeRows(bookings, bookingWrites, session, this.timeoutMs);
    await writeRows(waiting, waitingWrites, session, this.timeoutMs);
    await writeRows(commands, noteWrites, session, this.timeoutMs);
  }

  private options(session: ClientSession | null) {
    return { session, maxTimeMS: this.timeoutMs };
  }

  private all<Row>(model: Model<Row>, session: ClientSession | null): Promise<Row[]> {
    return model.find({}, null, this.options(session)).lean<Row[]>().exec();
  }
}

/** Nobody waits for a longer leg. */
const LONGEST_MS = LONGEST_MINUTES * MINUTE_MS;

const COUNTING = { state: { $in: COUNTING_STATES } };

/** What takes up places, and nothing about whom. */
const TAKEN = { history: 0, customer: 0, price: 0, isLong: 0 } as const;
const UNREAD = { history: [], customer: null, price: null };

/** The driver would fetch the first hundred alone, and go for the rest a second time. */
const ROWS_A_TRIP = 10_000;

/** The conditions under which a booking can take up places in a scope. */
function placesOf({ resources, services, times }: Scope) {
  const places = [
    ...(resources.size > 0 ? [{ resource: { $in: [...resources] } }] : []),
    ...(services.size > 0 ? [{ service: { $in: [...services] } }] : []),
  ];
  return places.flatMap((place) =>
    times.flatMap((time) => touching(time).map((when) => ({ ...place, ...when, ...COUNTING }))),
  );
}

/** Two ranges of the same index: what begins near the time, and what is long enough to reach into it from afar. */
function touching({ from, to }: Time) {
  return [
    { isLong: false, startsAt: { $gt: new Date(from - LONG_MS), $lt: new Date(to) } },
    { isLong: true, startsAt: { $lt: new Date(to) }, endsAt: { $gt: new Date(from) } },
  ];
}

function replacing<Row extends { readonly _id: string }>(replacement: Row) {
  return { replaceOne: { filter: { _id: replacement._id }, replacement, upsert: false } };
}
