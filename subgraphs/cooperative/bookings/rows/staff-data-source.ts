import type { QueryFilter } from 'mongoose';
import type { TimePlace } from '../../../shared/graphql/page-by-time.js';
import type { Models } from '../../store/collections.js';
import { seenAt } from '../rules/booking-state.js';
import type { BookingRecord, StoredState, WaitingRecord } from '../../store/booking-records.js';
import type { StoredBooking } from '../../store/booking-collections.js';
import type { Time } from '../rules/scope.js';
import { LONG_MS, WITHOUT_LENGTH } from './stored-booking.js';

/** Which bookings the staff want to see. */
export interface BookingFilter {
  readonly time: Time;
  /** Local ids; all where null. */
  readonly resources: readonly string[] | null;
  /** All where null. */
  readonly states: readonly StoredState[] | null;
}

export interface BookingPage {
  readonly bookings: readonly BookingRecord[];
  readonly hasNextPage: boolean;
}

const MOST_WAITING = 500;

/** What the owner's staff look at. */
export class StaffDataSource {
  constructor(
    private readonly models: Models,
    private readonly timeoutMs: number,
  ) {}

  /** Bookings that touch a time, by start and id, as they stand. One query. */
  async findPage(
    { time, resources, states }: BookingFilter,
    first: number,
    after: TimePlace | null,
    now: Date,
  ): Promise<BookingPage> {
    if (states?.length === 0 || resources?.length === 0)
      return { bookings: [], hasNextPage: false };
    const [from, to] = [new Date(time.from), new Date(time.to)];
    const place = resources === null ? {} : { resource: { $in: resources } };
    const begin = after === null ? {} : { $gte: after.time };
    const nearFrom = new Date(Math.max(time.from - LONG_MS, after?.time.getTime() ?? -Infinity));
    const further = [
      ...(after === null ? [] : [behind(after)]),
      ...(states === null ? [] : [{ $or: states.map((state) => inState(state, now)) }]),
    ];
    const found = await this.models.bookings
      .find(
        {
          // Outermost, so that each of the two finds its index.
          $or: [
            { ...place, isLong: false, startsAt: { $gte: nearFrom, $lt: to } },
            { ...place, isLong: true, startsAt: { ...begin, $lt: to } },
          ],
          endsAt: { $gt: from },
          ...(further.length > 0 && { $and: further }),
        },
        WITHOUT_LENGTH,
      )
      .sort({ startsAt: 1, _id: 1 })
      .limit(first + 1)
      .maxTimeMS(this.timeoutMs)
      .lean<BookingRecord[]>();
    const bookings = found.slice(0, first).map((booking) => seenAt(booking, now));
    return { bookings, hasNextPage: found.length > first };
  }

  /** Who waits, in the order of waiting; 500 at most. One query. @param service - Local id; all where null. */
  findWaiting(service: string | null, now: Date): Promise<WaitingRecord[]> {
    return this.models.waiting
      .find({
        state: 'REQUESTED',
        startsAt: { $gt: now },
        ...(service === null ? {} : { service }),
      })
      .sort({ since: 1, turn: 1, _id: 1 })
      .limit(MOST_WAITING)
      .maxTimeMS(this.timeoutMs)
      .lean<WaitingRecord[]>()
      .exec();
  }

  /** Holds that ran out and are not yet written down so, the longest past first. One query. */
  findRunOut(most: number, now: Date): Promise<BookingRecord[]> {
    return this.models.bookings
      .find({ state: 'HELD', expiresAt: { $lte: now } }, WITHOUT_LENGTH)
      .sort({ expiresAt: 1 })
      .limit(most)
      .maxTimeMS(this.timeoutMs)
      .lean<BookingRecord[]>()
      .exec();
  }

  /** Takes away for whom bookings were that ended before a time, of files too. One query. */
  async forgetCustomers(before: Date): Promise<void> {
    await this.models.bookings
      .updateMany(
        {
          isLong: { $in: [false, true] },
          startsAt: { $lt: before },
          endsAt: { $lt: before },
          customer: { $ne: null },
        },
        { $set: { customer: null } },
      )
      .maxTimeMS(this.timeoutMs);
  }

  /** Forgets who waited, or had called off, for starts before a time. One query. */
  async forgetWaiting(before: Date): Promise<void> {
    await this.models.waiting
      .deleteMany({ state: { $in: ['REQUESTED', 'CANCELLED'] }, startsAt: { $lt: before } })
      .maxTimeMS(this.timeoutMs);
  }

  /** Forgets answers and orders of before a time, some at a time. @returns How many. */
  async forgetNotes(before: Date, most: number): Promise<number> {
    const old = await this.models.commands
      .find({ at: { $lt: before } }, { _id: 1 })
      .limit(most)
      .maxTimeMS(this.timeoutMs)
      .lean<{ readonly _id: string }[]>();
    if (old.length === 0) return 0;
    const { deletedCount } = await this.models.commands
      .deleteMany({ _id: { $in: old.map(({ _id }) => _id) }, at: { $lt: before } })
      .maxTimeMS(this.timeoutMs);
    return deletedCount;
  }
}

function behind({ time, id }: TimePlace): QueryFilter<StoredBooking> {
  return { $or: [{ startsAt: { $gt: time } }, { startsAt: time, _id: { $gt: id } }] };
}

/** Bookings that are in a state now, whether or not an expiry was written down. */
function inState(state: StoredState, now: Date): QueryFilter<StoredBooking> {
  if (state === 'EXPIRED') {
    return { $or: [{ state }, { state: 'HELD', expiresAt: { $lte: now } }] };
  }
  if (state === 'HELD') return { state, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  return { state };
}
