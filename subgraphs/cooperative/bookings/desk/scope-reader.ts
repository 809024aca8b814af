import {
  type Rows,
  type ScopeRows,
  guardsOf,
  isSameScope,
  isTouching,
  scopeOfWaiting,
  unite,
  withWaiting,
  type Scope,
} from '../rules/scope.js';
import type { ClientSession } from 'mongoose';
import type { BookingDataSource } from '../rows/booking-data-source.js';
import type { Guards } from '../rows/guards.js';
import type { BookingRecord, WaitingRecord } from '../../store/booking-records.js';
import type { Rulebook } from '../rules/rulebook.js';

/** What is to be read. */
export interface ReadRequest {
  readonly rulebook: Rulebook;
  readonly now: Date;
  /** Orders of which all is read, wherever it is. */
  readonly orders: readonly string[];
  /** Bookings that are read, wherever they are. */
  readonly ids: readonly string[];
  /** Where something may be touched. @param rows - What is known so far, of these orders and ids among others. */
  scopeOf(rows: Rows): Scope;
}

/** Reads what a command has to know: what is booked in its scope, and in that of all who wait for something there. */
export class ScopeReader {
  constructor(
    private readonly source: BookingDataSource,
    private readonly guards: Guards,
  ) {}

  /**
   * For looking on, in a transaction or outside of any. Two queries at the same time; more where people wait, or the scope
   * depends on them. Where no orders or bookings are named, only what takes up places is read of the bookings.
   */
  async look(session: ClientSession | null, request: ReadRequest): Promise<ScopeRows> {
    const { now, orders, ids } = request;
    const isOfNobody = orders.length === 0 && ids.length === 0;
    return this.read(request, async (scope) => {
      const waiting = (): Promise<WaitingRecord[]> =>
        this.source.findWaiting(scope.times, orders, now, session);
      const bookings = (): Promise<BookingRecord[]> =>
        isOfNobody
          ? this.source.findTaken(scope, session)
          : this.source.findBookings(scope, orders, ids, session);
      // A session carries one query at a time.
      if (session) return { scope, waiting: await waiting(), bookings: await bookings() };
      const [entries, rows] = await Promise.all([waiting(), bookings()]);
      return { scope, waiting: entries, bookings: rows };
    });
  }

  /** For a transaction that may change all that is read, and so writes the guards of it first. @throws MissingGuards */
  async take(session: ClientSession, request: ReadRequest): Promise<ScopeRows> {
    const { rulebook, now, orders, ids } = request;
    const touched = new Set<string>();
    return this.read(request, async (asked) => {
      const waiting = await this.source.findWaiting(asked.times, orders, now, session);
      const scope = withWaiting(rulebook, asked, waiting);
      const missing = guardsOf(scope).filter((id) => !touched.has(id));
      await this.guards.touch(missing, session);
      for (const id of missing) touched.add(id);
      const bookings = await this.source.findBookings(scope, orders, ids, session);
      return { scope, waiting, bookings };
    });
  }

  /** @param find - Reads what is in a scope, or in a wider one. */
  private async read(
    request: ReadRequest,
    find: (scope: Scope) => Promise<Rows & { readonly scope: Scope }>,
  ): Promise<ScopeRows> {
    const { rulebook } = request;
    let scope = request.scopeOf({ bookings: [], waiting: [] });
    for (;;) {
      const { scope: known, bookings, waiting } = await find(scope);
      const own = request.scopeOf({ bookings, waiting });
      const needed = withWaiting(rulebook, unite([known, own]), waiting);
      if (isSameScope(needed, scope)) {
        const callable = waiting
          .filter((entry) => isTouching(scope, scopeOfWaiting(rulebook, entry)))
          .map(({ _id }) => _id);
        return { scope, bookings, waiting, callable: new Set(callable) };
      }
      // Something else has come into it: all is read again for all of it.
      scope = needed;
    }
  }
}
