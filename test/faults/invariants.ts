import type { Told } from './client.js';
import { COOPERATIVES, type TestCooperative } from './cooperatives.js';
import type { FaultyNetwork } from './faulty-network.js';
import { COUNTING, findOverbooking, minuteOf, type BookingRow } from './overbooking.js';

interface OrderRow {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly problem: string | null;
  readonly legs: readonly {
    readonly service: { readonly id: string };
    readonly start: string;
    readonly minutes: number;
    readonly quantity: number;
    readonly state: string;
    readonly bookings: readonly { readonly id: string }[] | null;
  }[];
}

interface Page<Row> {
  readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function walk<Row>(read: (after: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Row> = await read(after);
    rows.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

/** Every order there is, as the booking process tells it. */
export function loadOrders(network: FaultyNetwork): Promise<OrderRow[]> {
  const coordinator = network.asker.inNameOf('COORDINATOR');
  return walk(async (after) => {
    const { data, errors } = await coordinator<{ orders: Page<OrderRow> | null }>(
      { id: 'booking', url: network.bookingUrl },
      `query ($after: String) { orders(first: 100, after: $after) {
        edges { cursor node { id reference state problem
          legs { service { id } start minutes quantity state bookings { id } } } }
        pageInfo { hasNextPage endCursor }
      } }`,
      { after },
    );
    if (!data.orders) throw new Error(`No orders: ${JSON.stringify(errors)}`);
    return data.orders;
  });
}

/** Every booking of a cooperative, as its own process tells it. */
function loadBookings(network: FaultyNetwork, { id }: TestCooperative): Promise<BookingRow[]> {
  const staff = network.asker.inNameOf(`STAFF ${id}`);
  return walk(async (after) => {
    const { data, errors } = await staff<{ _entities: [{ bookings: Page<BookingRow> } | null] }>(
      { id, url: network.ownerUrl(id) },
      `query ($id: ID!, $after: String) {
        _entities(representations: [{ __typename: "Cooperative", id: $id }]) { ... on Cooperative {
          bookings(from: "2030-03-01", to: "2030-12-31", first: 500, after: $after) {
            edges { cursor node { id service { id } resourceId start end quantity state orderReference } }
            pageInfo { hasNextPage endCursor }
          }
        } }
      }`,
      { id, after },
    );
    const page = data._entities[0]?.bookings;
    if (!page) throw new Error(`No bookings of ${id}: ${JSON.stringify(errors)}`);
    return page;
  });
}

/** Holds every confirmed leg against its bookings, and every booking against its leg. */
function findLoneRows(orders: readonly OrderRow[], bookings: readonly BookingRow[]): string[] {
  const faults: string[] = [];
  const bookingById = new Map(bookings.map((row) => [row.id, row]));
  const wanted = new Set<string>();
  for (const order of orders) {
    for (const leg of order.legs.filter(({ state }) => state === 'CONFIRMED')) {
      const own = (leg.bookings ?? []).map(({ id }) => bookingById.get(id));
      for (const row of own) if (row) wanted.add(row.id);
      const quantity = own.reduce(
        (sum, row) => sum + (row?.state === 'CONFIRMED' ? row.quantity : 0),
        0,
      );
      const isThere = own.every(
        (row) =>
          row?.orderReference === order.reference &&
          Date.parse(row.start) === Date.parse(leg.start) &&
          minuteOf(row.end) - minuteOf(row.start) === leg.minutes,
      );
      if (!isThere || quantity !== leg.quantity)
        faults.push(
          `${order.reference} has a confirmed leg without its booking: ${JSON.stringify({ leg, own })}`,
        );
    }
  }
  for (const row of bookings) {
    if (COUNTING.includes(row.state) && !wanted.has(row.id))
      faults.push(
        `${row.id} is ${row.state} without a leg, of ${row.orderReference ?? 'no order'}`,
      );
  }
  return faults;
}

/** Holds what each client was told last against what is. */
function findBrokenWords(told: readonly Told[], orders: readonly OrderRow[]): string[] {
  const orderById = new Map(orders.map((order) => [order.id, order]));
  return told.flatMap((word) => {
    const order = orderById.get(word.id);
    if (!order) return [`client ${word.client} was given ${word.reference}, which is not there`];
    // A hold that nobody confirmed has run out by now; an order whose end was open may have ended either way.
    const expected = word.state === 'HELD' ? 'EXPIRED' : word.state;
    if (word.state !== 'PENDING' && order.state !== expected)
      return [
        `client ${word.client} was told ${word.state}, and ${word.reference} is ${order.state}`,
      ];
    if (word.isAllOrNothing && order.state === 'CONFIRMED') {
      const lost = order.legs.filter(({ state }) => state !== 'CONFIRMED');
      if (lost.length > 0)
        return [`${word.reference} wanted all or nothing and lacks ${lost.length}`];
    }
    if (order.state !== 'CONFIRMED' || word.state === 'PENDING') return [];
    const starts = order.legs
      .filter(({ state }) => state === 'CONFIRMED')
      .map(({ start }) => start);
    return JSON.stringify(starts) === JSON.stringify(word.starts)
      ? []
      : [
          `client ${word.client} was told ${word.starts.join()}, and ${word.reference} has ${starts.join()}`,
        ];
  });
}

/** Everything that must not be, found after all processes are well again and every hold has run out. */
export async function findFaults(network: FaultyNetwork, told: readonly Told[]): Promise<string[]> {
  const orders = await loadOrders(network);
  const bookings: BookingRow[] = [];
  const faults: string[] = [];
  for (const cooperative of COOPERATIVES) {
    const own = await loadBookings(network, cooperative);
    bookings.push(...own);
    faults.push(...findOverbooking(cooperative, own));
  }
  for (const { reference, state, problem } of orders) {
    if (state === 'PENDING' || state === 'HELD')
      faults.push(`${reference} is still ${state}: ${problem ?? 'no problem named'}`);
  }
  return [...faults, ...findLoneRows(orders, bookings), ...findBrokenWords(told, orders)];
}
