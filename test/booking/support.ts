import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Clock } from '../../subgraphs/shared/process/clock.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import { BUILT_IN_LISTS } from '../support/built-in-lists.js';
import { createBookingServer, type BookingServerOptions } from '../../subgraphs/booking/server.js';
import { ask, type Answer, type HeadersFor } from '../support/ask.js';
import type { FakeOwners } from '../support/fakes/owners.js';
import type { Asker } from '../../subgraphs/shared/identity/policy/rule.js';
import { withRoles } from '../shared/identity/policy/askers.js';
import { asking, verifierOf } from '../support/fakes/hub-keys.js';
import { PATIENT_GUARD } from '../support/networks/patient-guard.js';
import { WIDE_LIMITS } from '../support/networks/wide-limits.js';
import { units } from '../support/unit.js';

/** The network's clock in the hands of a test. */
export class TestClock implements Clock {
  #now = Date.parse('2027-03-01T08:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  advance(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}

export interface OrderAnswer {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly problem: string | null;
  readonly expiresAt: string | null;
  readonly total: { amount: string; net: string; vat: string; currency: string }[];
  readonly history: { text: string }[];
  readonly legs: {
    number: number;
    state: string;
    start: string;
    problem: string | null;
    stateAsOf: string | null;
    waitingPosition: number | null;
    bookings: { id: string }[];
    title: { text: string; language: string } | null;
    costShares: { percent: string; net: string | null; gross: string | null }[];
  }[];
}

export interface UserErrorAnswer {
  readonly code: string;
  readonly message: string;
  readonly field: string[] | null;
  readonly alternatives: string[];
  readonly retry: boolean;
}

export interface PayloadAnswer {
  readonly order: OrderAnswer | null;
  readonly secret: string | null;
  readonly userErrors: UserErrorAnswer[];
}

const ORDER = `id reference state problem expiresAt
  total { amount net vat currency } history { text }
  legs { number state start problem stateAsOf waitingPosition bookings { id } title { text language }
    costShares { percent net gross } }`;

const INPUT_TYPES: Record<string, string> = {
  holdOrder: 'HoldOrderInput',
  placeOrder: 'HoldOrderInput',
  moveOrder: 'MoveOrderInput',
  cancelLeg: 'CancelLegInput',
  enrol: 'EnrolInput',
};

/** Of the orders that were made here, by id: those who made them have kept them. */
const secretByOrder = new Map<string, string>();

/** A booking process on a database, listening on a port of its own. */
export interface RunningBooking extends Closable {
  readonly url: string;
  /** Sends one command as the public does; of an order made here with its secret, where none is given. */
  command(name: string, input: object): Promise<PayloadAnswer>;
  /** Reads an order as the public does; with its secret, where it was made here and none is given. */
  order(id: string, secret?: string | null): Promise<Answer<{ order: OrderAnswer | null }>>;
  /** Asks through the gateway. @param asker - The coordinator where absent, who is staff of every cooperative here. */
  ask<Data>(query: string, variables?: object, asker?: Asker): Promise<Answer<Data>>;
}

/** Short times, so that what fails is seen soon. */
export const FAST = {
  holdMinutes: 15,
  ownerTimeoutMs: units(4),
  answerWithinMs: units(20),
  leaseMs: units(20),
  sweepMs: 100,
  waitingPollMs: 100,
  lookUpMs: units(20),
} as const;

/** Has no later process on the database go on with what a test left unfinished, or count it. */
export async function forgetOrders({ connection }: Database): Promise<void> {
  await connection.collection('orders').deleteMany({});
  await connection.collection('accounts').deleteMany({});
}

export async function startBooking(
  database: Database,
  owners: FakeOwners,
  clock: Clock,
  options: Partial<BookingServerOptions> = {},
): Promise<RunningBooking> {
  const server = await createBookingServer({
    connection: database.connection,
    databaseTimeoutMs: units(100),
    clock,
    registryUrl: owners.registry.url,
    registryPollMs: 60_000,
    catalogueUrl: 'http://127.0.0.1:9/graphql',
    lists: BUILT_IN_LISTS,
    verifier: verifierOf('booking'),
    agreements: { find: () => Promise.resolve(null) },
    ...FAST,
    limits: WIDE_LIMITS,
    guard: PATIENT_GUARD,
    log: pino({ level: 'silent' }),
    ...options,
  });
  const url = await server.listen('127.0.0.1', 0);
  const everybody = withRoles('COORDINATOR', ...owners.ids.map((id) => `STAFF ${id}`));
  const command: RunningBooking['command'] = async (name, input) => {
    const type = INPUT_TYPES[name] ?? 'OrderActionInput';
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
      order { ${ORDER} } secret userErrors { code message field alternatives retry } } }`;
    const { data, errors } = await ask<Record<string, PayloadAnswer | null> | null>(url, query, {
      input: { idempotencyKey: randomUUID(), ...kept(input), ...input },
    });
    const payload = data?.[name];
    if (!payload) throw new Error(`${name} was not answered: ${JSON.stringify(errors)}`);
    keep(payload);
    return payload;
  };
  return {
    url,
    command,
    order: (id, secret) =>
      ask(
        url,
        `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { ${ORDER} } }`,
        {
          id,
          secret: secret === undefined ? (secretByOrder.get(id) ?? null) : secret,
        },
      ),
    ask: (query, variables, asker = everybody) =>
      ask(url, query, { ...variables }, signedFor(asker)),
    close: () => server.close(),
  };
}

/** As the gateway asks booking: on somebody's behalf, or unsigned for the public. */
function signedFor({ caller }: Asker): HeadersFor {
  return (body) => (caller === null ? {} : asking('booking', body, caller));
}

/** Remembers the secret of an order, as who made it does. */
export function keep({ order, secret }: Pick<PayloadAnswer, 'secret'> & KnownOrder): void {
  if (order && secret !== null) secretByOrder.set(order.id, secret);
}

interface KnownOrder {
  readonly order: { readonly id: string } | null;
}

function kept(input: object): object {
  const secret = 'orderId' in input ? secretByOrder.get(String(input.orderId)) : undefined;
  return secret === undefined ? {} : { secret };
}

export const BUYER = { name: 'Anna Virtanen', municipality: 'FI-609', phone: '+358 40 123 4567' };

/** A leg on the afternoon of a day well ahead. @param hour - Of the day, in UTC. */
export function leg(cooperative: string, hour = 10, more: object = {}) {
  const start = `2027-03-22T${String(hour).padStart(2, '0')}:00:00Z`;
  return { serviceId: `${cooperative}:siivous`, start, minutes: 60, ...more };
}

/** What `holdOrder` and `placeOrder` take, but for the key. */
export function orderOf(legs: readonly object[], more: object = {}) {
  return { buyer: BUYER, channel: 'PHONE', legs, ...more };
}

export function codes({ userErrors }: PayloadAnswer): string[] {
  return userErrors.map(({ code }) => code);
}

/** What must be the same whenever the same command is answered: of the order, which goes on, its id. */
export function told({ order, secret, userErrors }: PayloadAnswer): object {
  return { order: order?.id ?? null, secret, userErrors };
}
