import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { systemClock } from '../../../subgraphs/shared/process/clock.js';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import { BookingAccess } from '../../../subgraphs/booking/access/booking-access.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { createOrders, type Orders } from '../../../subgraphs/booking/orders/create-orders.js';
import type { OrderOutcome } from '../../../subgraphs/booking/orders/order/outcome.js';
import { stateOf } from '../../../subgraphs/booking/orders/order/order-state.js';
import {
  HttpOwnerClient,
  type OwnerClient,
} from '../../../subgraphs/shared/owners/client/owner-client.js';
import type { HoldOrderInput } from '../../../subgraphs/booking/schema.generated.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { BUYER, FAST, leg, TestClock } from '../support.js';
import { UNSIGNED } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import { countingOn } from '../strangers/counting.js';
import { Mortal } from './mortal.js';

const log = pino({ level: 'silent' });
const IDS = ['karhu', 'lumo'];
const LEASE_MS = units(1.5);
const BY_NOBODY = { maker: null };

describe('a booking process that is killed in the middle of a command', () => {
  let database: Database;
  let owners: FakeOwners;
  let registry: RegistryFollower;
  const clock = new TestClock();
  let hour = 0;

  beforeAll(async () => {
    database = await openFreshDatabase();
    owners = await startFakeOwners(IDS, clock);
    const registryUrl = owners.registry.url;
    registry = new RegistryFollower({ registryUrl, pollMs: 60_000, timeoutMs: units(50), log });
    await registry.start();
    await new OrderDataSource(database.connection, 10_000).prepare();
  });
  afterAll(async () => {
    await registry.close();
    await owners.close();
    await database.close();
  });

  const start = (mortal: Mortal): { orders: Orders; client: OwnerClient } => {
    const client = new HttpOwnerClient({ registry, signer: UNSIGNED, log });
    const dataSource = new OrderDataSource(database.connection, 10_000);
    const orders = createOrders({
      ...FAST,
      ...countingOn(database.connection),
      agreements: { find: () => Promise.resolve(null) },
      leaseMs: LEASE_MS,
      sweepMs: 20,
      dataSource: mortal.guard(dataSource, ['insert', 'write', 'promise', 'join']),
      owners: mortal.guard<OwnerClient>(client, ['ask']),
      ...{ clock, realClock: systemClock, access: new BookingAccess(null), log },
    });
    return { orders, client };
  };

  const legsOf = (order: OrderRecord, id: string): number[] =>
    order.legs.flatMap(({ serviceId, state }, number) =>
      serviceId.startsWith(`${id}:`) && isTaking(state) ? [number] : [],
    );
  /** Legs that take a place in the owners' books, and those that orders say so of. */
  const books = (orders: readonly OrderRecord[]): { taken: string[]; known: string[] } => ({
    taken: IDS.flatMap((id) =>
      owners
        .owner(id)
        .ledger.taking()
        .map((row) => `${row.orderId} ${row.leg}`),
    ).sort(),
    known: IDS.flatMap((id) =>
      orders.flatMap((order) => legsOf(order, id).map((number) => `${order._id} ${number}`)),
    ).sort(),
  });
  const isTaking = (state: string): boolean => state === 'HELD' || state === 'CONFIRMED';

  /** Everything in the database and in the books, after another process has recovered what the first one left. */
  const recover = async (): Promise<OrderRecord[]> => {
    const { orders, client } = start(new Mortal(null));
    orders.start();
    try {
      return await eventually(
        async () => {
          const stored = await database.connection.collection('orders').find().toArray();
          return stored.map((order) => order as unknown as OrderRecord);
        },
        (all) => all.every(({ task, owed, holder }) => !task && owed.length === 0 && !holder),
      );
    } finally {
      await orders.close();
      await client.close();
    }
  };

  interface Scenario {
    readonly name: string;
    /** Sends the commands, the last of which is to be killed. */
    readonly run: (orders: Orders, input: HoldOrderInput, key: string) => Promise<unknown>;
    /** Made by a process that lives. */
    readonly prepare?: (orders: Orders, input: HoldOrderInput) => Promise<void>;
    readonly policy?: 'BEST_EFFORT';
  }
  let orderId = '';
  let secret: string | null = null;
  const keep = ({ order, secret: given }: OrderOutcome): void => {
    orderId = order?._id ?? '';
    secret = given;
  };
  const held = async (orders: Orders, input: HoldOrderInput): Promise<void> => {
    keep(await orders.commands.holdOrder(input, BY_NOBODY));
  };
  const placed = async (orders: Orders, input: HoldOrderInput): Promise<void> => {
    keep(await orders.commands.placeOrder(input, BY_NOBODY));
  };
  const act = (key: string) => ({ idempotencyKey: `${key}-act`, orderId, secret });
  const expireAtLumo = async (orders: Orders, input: HoldOrderInput): Promise<void> => {
    await held(orders, input);
    for (const row of owners.owner('lumo').ledger.of(orderId)) row.state = 'EXPIRED';
  };
  const takeAtLumo = async (orders: Orders, input: HoldOrderInput): Promise<void> => {
    const legs = input.legs.filter(({ serviceId }) => serviceId.startsWith('lumo:'));
    const idempotencyKey = `${input.idempotencyKey}-other`;
    await orders.commands.placeOrder({ ...input, idempotencyKey, legs }, BY_NOBODY);
  };

  const scenarios: Scenario[] = [
    { name: 'holding', run: (orders, input) => orders.commands.holdOrder(input, BY_NOBODY) },
    { name: 'placing', run: (orders, input) => orders.commands.placeOrder(input, BY_NOBODY) },
    {
      name: 'placing what is refused',
      prepare: takeAtLumo,
      run: (orders, input) => orders.commands.placeOrder(input, BY_NOBODY),
    },
    {
      name: 'placing what can be had',
      prepare: takeAtLumo,
      policy: 'BEST_EFFORT',
      run: (orders, input) => orders.commands.placeOrder(input, BY_NOBODY),
    },
    {
      name: 'confirming',
      prepare: held,
      run: (orders, _input, key) => orders.commands.confirmOrder(act(key), PUBLIC),
    },
    {
      name: 'confirming what one owner has let go',
      prepare: expireAtLumo,
      run: (orders, _input, key) => orders.commands.confirmOrder(act(key), PUBLIC),
    },
    {
      name: 'extending',
      prepare: held,
      run: (orders, _input, key) => orders.commands.extendHold(act(key), PUBLIC),
    },
    {
      name: 'moving',
      prepare: placed,
      run: (orders, { legs: [first] }, key) =>
        orders.commands.moveOrder(
          {
            ...act(key),
            leg: 0,
            start: new Date(Date.parse(String(first?.start)) + 1_800_000).toISOString(),
          },
          PUBLIC,
        ),
    },
    {
      name: 'calling off',
      prepare: placed,
      run: (orders, _input, key) => orders.commands.cancelOrder(act(key), PUBLIC),
    },
  ];

  it.each(scenarios)('leaves nothing half done: $name', async ({ run, prepare, policy }) => {
    const finals = new Set<string>();
    for (let at = 0, isThrough = false; !isThrough; at += 1) {
      for (const when of ['before', 'after'] as const) {
        hour += 2;
        const key = `${hour}`;
        const begin = new Date(Date.parse('2027-04-01T00:00:00Z') + hour * 3_600_000).toISOString();
        const legs = IDS.map((id) => ({ ...leg(id), start: begin, quantity: 1 }));
        const input: HoldOrderInput = {
          ...{ idempotencyKey: key, buyer: BUYER, channel: 'PHONE' },
          legs,
          ...(policy && { policy }),
        };
        const { orders: alive, client: living } = start(new Mortal(null));
        await prepare?.(alive, input);
        await alive.close();
        await living.close();
        const mortal = new Mortal({ at, when });
        const { orders, client } = start(mortal);
        const outcome = await Promise.race([
          mortal.dead.then(() => 'dead' as const),
          run(orders, input, key).then(async () => {
            // What goes on in the background is a part of the command.
            await orders.close();
            return 'done' as const;
          }),
        ]);
        isThrough = outcome === 'done';
        await client.close();

        const recovered = books(await recover());
        expect(recovered.known).toEqual(expect.arrayContaining(recovered.taken));
        const again = start(new Mortal(null));
        const { order } = (await run(again.orders, input, key)) as { order: OrderRecord | null };
        finals.add(order ? stateOf(order, clock.now()) : 'none');
        await again.orders.close();
        await again.client.close();
        const { taken, known } = books(await recover());
        expect(taken).toEqual(known);
      }
    }
    // Wherever it was killed, who sends it again gets the same.
    expect(finals.size).toBe(1);
  });
});
