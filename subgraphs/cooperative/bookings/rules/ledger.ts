import { MINUTE_MS } from '../../../shared/words/dates.js';
import {
  judgeAgreedLeg,
  judgeLeg,
  occupationsBy,
  type CapacityInput,
  type Leg,
  type Occupation,
  type Verdict,
} from '../../capacity/index.js';
import type { BookingEventKind } from '../../schema.generated.js';
import type { ServiceRecord } from '../../store/records.js';
import { isCounting, seenAt } from './booking-state.js';
import type { BookingRecord, WaitingRecord } from '../../store/booking-records.js';
import { newBooking } from './new-booking.js';
import type { Rulebook } from './rulebook.js';
import { isWithin, scopeOfLeg, type ScopeRows } from './scope.js';
import { findPromotions, lineOf } from './waiting-line.js';

/** What is supposed while a leg is judged. */
export interface Supposition {
  /** Taken too, though not booked. */
  readonly beside?: readonly Occupation[];
  /** Bookings that are to be left. */
  readonly without?: readonly string[];
  /** Whether the owner has said yes to it: lead time and opening hours do not count then. */
  readonly isAgreed?: boolean;
}

/** What takes up places, by its resource and by its service. */
interface CountingBy {
  readonly resource: ReadonlyMap<string, readonly Occupation[]>;
  readonly service: ReadonlyMap<string, readonly Occupation[]>;
}

/** What was read. */
export interface LedgerRows extends ScopeRows {
  /** Orders that were heard of here, and whether they are closed. */
  readonly orders: ReadonlyMap<string, { readonly isClosed: boolean }>;
}

/** What has to be written. */
export interface LedgerChanges {
  readonly added: readonly BookingRecord[];
  readonly changed: readonly BookingRecord[];
  readonly waitingAdded: readonly WaitingRecord[];
  readonly waitingChanged: readonly WaitingRecord[];
  readonly waitingRemoved: readonly string[];
  readonly orders: ReadonlyMap<string, { readonly isClosed: boolean; readonly isNew: boolean }>;
}

/**
 * The bookings that a command can touch, as they are and as it changes them: rules work on it, the database knows nothing yet.
 * Holds that have run out are EXPIRED in it from the beginning, so that whoever takes their place also writes that down, and
 * a process whose clock is slower cannot confirm them.
 */
export class Ledger {
  private readonly bookingById = new Map<string, BookingRecord>();
  private readonly waitingById = new Map<string, WaitingRecord>();
  private readonly callable: Set<string>;
  private readonly addedIds = new Set<string>();
  private readonly changedIds = new Set<string>();
  private readonly waitingChangedIds = new Set<string>();
  private readonly orderNotes = new Map<string, boolean>();
  private counting: readonly Occupation[] | null = null;
  /** The same by what it may matter to; made when first needed. */
  private countingBy: CountingBy | null = null;
  private waitedLines: ReadonlySet<string> = new Set();

  constructor(
    readonly rulebook: Rulebook,
    readonly now: Date,
    private readonly rows: LedgerRows,
  ) {
    for (const booking of rows.bookings) {
      this.bookingById.set(booking._id, booking);
      const seen = seenAt(booking, now);
      if (seen !== booking) this.put(seen);
    }
    for (const entry of rows.waiting) this.waitingById.set(entry._id, entry);
    this.callable = new Set(rows.callable);
  }

  findBooking(id: string): BookingRecord | null {
    return this.bookingById.get(id) ?? null;
  }

  /** The bookings of an order that are parts of its legs still, by leg and resource. */
  ofOrder(order: string): BookingRecord[] {
    return [...this.bookingById.values()]
      .filter((booking) => booking.order?.id === order && !booking.order.isReplaced)
      .sort(byLegAndResource);
  }

  waitingOf(order: string): WaitingRecord[] {
    return [...this.waitingById.values()].filter((entry) => entry.order.id === order);
  }

  get waiting(): readonly WaitingRecord[] {
    return [...this.waitingById.values()];
  }

  /** What takes up places now. */
  get occupations(): readonly Occupation[] {
    this.counting ??= this.occupationsWithout([]);
    return this.counting;
  }

  capacityOf(
    service: ServiceRecord,
    { beside = [], without = [] }: Supposition = {},
  ): CapacityInput {
    const taken = without.length > 0 ? this.occupationsWithout(without) : this.concerning(service);
    const all = beside.length > 0 ? [...taken, ...beside] : taken;
    return this.rulebook.capacityOf(service, all, this.now);
  }

  /**
   * Whether a leg can be booked now, by somebody who has not waited for it.
   * @throws Error when what is booked there was not read: it must not be judged by halves.
   */
  judge(service: ServiceRecord, leg: Leg, supposition: Supposition = {}): Verdict {
    const time = { from: leg.startsAt, to: leg.startsAt + leg.minutes * MINUTE_MS };
    const scope = scopeOfLeg(this.rulebook, service._id, leg.resource, time);
    if (!isWithin(scope, this.rows.scope)) throw new Error('A leg was judged that was not read.');
    const judge = supposition.isAgreed ? judgeAgreedLeg : judgeLeg;
    const verdict = judge(this.capacityOf(service, supposition), leg);
    const isFree = verdict.kind === 'fits' || verdict.code === 'TOO_SOON';
    if (!isFree || !this.isWaitedFor(service._id, leg.startsAt)) return verdict;
    const message = 'Wanted a start for which nobody waits, got one with a waiting list.';
    return { kind: 'refused', code: 'SLOT_TAKEN', message };
  }

  /** Whether somebody waits for this very service and start, so that nobody else may have a place. */
  isWaitedFor(service: string, startsAt: number): boolean {
    return this.waitedLines.size > 0 && this.waitedLines.has(lineOf(service, startsAt));
  }

  /** The starts of a service for which people wait, in order. */
  startsWaitedFor(service: string): number[] {
    const starts = this.waiting
      .filter((entry) => entry.service === service)
      .map(({ startsAt }) => startsAt.getTime())
      .filter((startsAt) => this.isWaitedFor(service, startsAt));
    return [...new Set(starts)].sort((a, b) => a - b);
  }

  /** Adds a booking or changes one. */
  put(booking: BookingRecord): void {
    if (this.bookingById.has(booking._id)) this.changedIds.add(booking._id);
    else this.addedIds.add(booking._id);
    this.bookingById.set(booking._id, booking);
    this.counting = null;
    this.countingBy = null;
  }

  /** Changes a booking and adds what happened to its history. */
  record(booking: BookingRecord, kind: BookingEventKind): void {
    const { startsAt, endsAt } = booking;
    const event = { at: this.now, kind, startsAt, endsAt };
    this.put({ ...booking, history: [...booking.history, event] });
  }

  /** Changes somebody's waiting, or puts somebody on the list for a leg that was judged here. */
  putWaiting(entry: WaitingRecord): void {
    if (!this.waitingById.has(entry._id)) this.callable.add(entry._id);
    this.waitingById.set(entry._id, entry);
    this.waitingChangedIds.add(entry._id);
  }

  removeWaiting(id: string): void {
    this.waitingById.delete(id);
    this.waitingChangedIds.add(id);
  }

  /** Confirms those waiting for whom there is room now. Costs nothing where nobody waits. */
  callWaiting(): void {
    this.waitedLines = new Set();
    if (this.waitingById.size === 0) return;
    const callable = this.waiting.filter(({ _id }) => this.callable.has(_id));
    const { promotions, lines } = findPromotions(
      this.rulebook,
      callable,
      this.occupations,
      this.now,
    );
    this.waitedLines = lines;
    for (const { entry, shares } of promotions) {
      this.removeWaiting(entry._id);
      const { order, service, startsAt, endsAt, customer, price } = entry;
      for (const { resource, quantity } of shares) {
        const booking = newBooking({ order, service, resource, startsAt, endsAt, quantity, price });
        this.record({ ...booking, state: 'CONFIRMED', customer }, 'MOVED_UP');
      }
    }
  }

  isOrderClosed(order: string): boolean {
    return this.orderNotes.get(order) ?? this.rows.orders.get(order)?.isClosed ?? false;
  }

  /** Notes that something was held for an order, or that it is closed to every later hold. */
  noteOrder(order: string, isClosed: boolean): void {
    this.orderNotes.set(order, isClosed);
  }

  get changes(): LedgerChanges {
    const before = new Set(this.rows.waiting.map(({ _id }) => _id));
    const touched = [...this.waitingChangedIds];
    const left = touched.flatMap((id) => this.waitingById.get(id) ?? []);
    const bookings = (ids: ReadonlySet<string>) =>
      [...ids].flatMap((id) => this.bookingById.get(id) ?? []);
    return {
      added: bookings(this.addedIds),
      changed: bookings(this.changedIds).filter(({ _id }) => !this.addedIds.has(_id)),
      waitingAdded: left.filter(({ _id }) => !before.has(_id)),
      waitingChanged: left.filter(({ _id }) => before.has(_id)),
      waitingRemoved: touched.filter((id) => before.has(id) && !this.waitingById.has(id)),
      orders: new Map(
        [...this.orderNotes].map(([order, isClosed]) => [
          order,
          { isClosed, isNew: !this.rows.orders.has(order) },
        ]),
      ),
    };
  }

  /** Those that may matter to a service: what is booked of its resources, and what of it is booked anywhere. */
  private concerning({ _id, resources }: ServiceRecord): Occupation[] {
    this.countingBy ??= {
      resource: occupationsBy('resource', this.occupations),
      service: occupationsBy('service', this.occupations),
    };
    const { resource, service } = this.countingBy;
    const elsewhere = service.get(_id)?.filter((taken) => !resources.includes(taken.resource));
    return [...new Set(resources)].flatMap((id) => resource.get(id) ?? []).concat(elsewhere ?? []);
  }

  private occupationsWithout(ids: readonly string[]): Occupation[] {
    return [...this.bookingById.values()]
      .filter((booking) => isCounting(booking, this.now) && !ids.includes(booking._id))
      .map((booking) => this.rulebook.occupationOf(booking));
  }

  /** A ledger of the same instant that also holds further rows, for looking on only. */
  widened({ scope, bookings, waiting, callable }: ScopeRows): Ledger {
    const known = new Set([...this.rows.bookings, ...this.rows.waiting].map(({ _id }) => _id));
    const isNew = ({ _id }: { readonly _id: string }) => !known.has(_id);
    return new Ledger(this.rulebook, this.now, {
      scope,
      bookings: [...this.bookingById.values(), ...bookings.filter(isNew)],
      waiting: [...this.waitingById.values(), ...waiting.filter(isNew)],
      callable: new Set([...this.callable, ...callable]),
      orders: this.rows.orders,
    });
  }
}

function byLegAndResource(a: BookingRecord, b: BookingRecord): number {
  const leg = (a.order?.leg ?? 0) - (b.order?.leg ?? 0);
  return leg !== 0 ? leg : a.resource < b.resource ? -1 : 1;
}
