import { randomUUID } from 'node:crypto';
import { openFreshDatabase } from '../../support/database.js';
import { startFakeOwners, type FakeOwner } from '../../support/fakes/owners.js';
import type { BookingServerOptions } from '../../../subgraphs/booking/server.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import {
  BUYER,
  keep,
  leg,
  orderOf,
  startBooking,
  TestClock,
  type PayloadAnswer,
  type RunningBooking,
} from '../support.js';

export interface SeriesAnswer extends PayloadAnswer {
  readonly conflicts: {
    start: string;
    code: string;
    message: string;
    alternatives: string[];
    alternativesSearched: boolean;
  }[];
  readonly otherWeekdays: { start: string; conflicts: number }[] | null;
}

const ORDER = `id reference state problem history { text } series { everyWeeks until minutes }
  legs { number state start minutes problem }`;
const PAYLOAD = `order { ${ORDER} } secret conflicts { start code message alternatives alternativesSearched }
  otherWeekdays { start conflicts } userErrors { code message field alternatives retry }`;

/** A booking process, with one owner. */
export interface SeriesNetwork {
  readonly database: Database;
  readonly booking: RunningBooking;
  readonly karhu: FakeOwner;
  readonly clock: TestClock;
  /** Weekly on Mondays at nine in Finland, from 15 March to 5 April, unless it is said otherwise. */
  place(more?: object): Promise<SeriesAnswer>;
  /** Changes what was placed last, as the public does, with its secret where none is given. */
  change(more: object): Promise<SeriesAnswer>;
  /** The order that was placed last, as it is now. */
  read(): Promise<SeriesOrder>;
  /** What stands of it, as its owner has it: `0 2027-03-15T07:00 60`. */
  books(): string[];
  /** Takes a place of somebody else's. */
  take(start: string, minutes?: number): Promise<void>;
  close(): Promise<void>;
}

export interface SeriesOrder {
  readonly id: string;
  readonly state: string;
  readonly problem: string | null;
  readonly series: { everyWeeks: number; until: string; minutes: number } | null;
  readonly history: { text: string }[];
  readonly legs: { number: number; state: string; start: string; minutes: number }[];
}

export async function startSeries(
  options: Partial<BookingServerOptions> = {},
): Promise<SeriesNetwork> {
  const database = await openFreshDatabase();
  const clock = new TestClock();
  const owners = await startFakeOwners(['karhu'], clock);
  const booking = await startBooking(database, owners, clock, options);
  const karhu = owners.owner('karhu');
  let placed = { orderId: '', secret: '' };
  const send = async (name: string, type: string, input: object): Promise<SeriesAnswer> => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${PAYLOAD} } }`;
    const { data, errors } = await booking.ask<Record<string, SeriesAnswer | null>>(
      query,
      { input: { idempotencyKey: randomUUID(), ...input } },
      PUBLIC,
    );
    const answer = data[name];
    if (!answer) throw new Error(JSON.stringify(errors));
    return answer;
  };
  return {
    ...{ database, booking, karhu, clock },
    place: async (more = {}) => {
      const answer = await send('placeSeries', 'PlaceSeriesInput', {
        ...{ buyer: BUYER, channel: 'WEB', serviceId: 'karhu:siivous' },
        ...{ start: '2027-03-15T07:00:00Z', minutes: 60, until: '2027-04-05', ...more },
      });
      keep(answer);
      if (answer.order) placed = { orderId: answer.order.id, secret: answer.secret ?? '' };
      return answer;
    },
    change: (more) => send('changeSeries', 'ChangeSeriesInput', { ...placed, ...more }),
    read: async () => {
      const query = `query ($id: ID!) { order(id: $id) { ${ORDER} } }`;
      const { data } = await booking.ask<{ order: SeriesOrder }>(query, { id: placed.orderId });
      return data.order;
    },
    books: () =>
      karhu.ledger
        .taking()
        .filter(({ orderId }) => orderId === placed.orderId)
        .toSorted((a, b) => a.start.getTime() - b.start.getTime())
        .map(
          ({ leg: number, start, minutes }) =>
            `${number} ${start.toISOString().slice(0, 16)} ${minutes}`,
        ),
    take: async (start, minutes = 60) => {
      const taken = orderOf([leg('karhu', 7, { start, minutes })]);
      const { order } = await booking.command('placeOrder', taken);
      if (order?.state !== 'CONFIRMED') throw new Error(`Nothing is left at ${start}.`);
    },
    close: async () => {
      await booking.close();
      await owners.close();
      await database.close();
    },
  };
}
