import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { systemClock } from '../../../subgraphs/shared/process/clock.js';
import { RegistryFollower } from '../../../subgraphs/shared/owners/endpoint-table.js';
import { UNSIGNED } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import {
  HttpOwnerClient,
  type OwnerClient,
} from '../../../subgraphs/shared/owners/client/owner-client.js';
import { BookingAccess } from '../../../subgraphs/booking/access/booking-access.js';
import { createOrders, type Orders } from '../../../subgraphs/booking/orders/create-orders.js';
import { OrderDataSource } from '../../../subgraphs/booking/orders/queries/data-source.js';
import type { OrderRecord } from '../../../subgraphs/booking/store/records.js';
import type { ChangeSeriesInput } from '../../../subgraphs/booking/schema.generated.js';
import { PUBLIC } from '../../shared/identity/policy/askers.js';
import { openFreshDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type FakeOwner, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { Mortal } from '../mortal.js';
import { countingOn } from '../strangers/counting.js';
import { BUYER, FAST, TestClock } from '../support.js';

const log = pino({ level: 'silent' });
const STANDING = ['HELD', 'CONFIRMED'];

interface Scenario {
  readonly name: string;
  readonly change: Omit<ChangeSeriesInput, 'idempotencyKey' | 'orderId'>;
  /** A place that is taken by others before. */
  readonly taken?: string;
  /** A place that others take between judging and doing. */
  readonly takenMeanwhile?: string;
}

const FROM = { fromLeg: 1 };
const scenarios: Scenario[] = [
  { name: 'moving', change: { ...FROM, start: '2027-03-22T08:00:00Z', minutes: 90 } },
  {
    name: 'moving what can be',
    change: { ...FROM, start: '2027-03-22T09:00:00Z', skipConflicts: true },
    taken: '2027-03-29T08:00:00Z',
  },
  {
    name: 'moving what others take meanwhile',
    change: { ...FROM, start: '2027-03-22T09:00:00Z' },
    takenMeanwhile: '2027-03-29T08:00:00Z',
  },
  { name: 'adding', change: { ...FROM, until: '2027-04-19' } },
  {
    name: 'adding what can be had',
    change: { ...FROM, until: '2027-04-19', skipConflicts: true },
    taken: '2027-04-12T06:00:00Z',
  },
  {
    name: 'adding what others take meanwhile',
    change: { ...FROM, until: '2027-04-19' },
    takenMeanwhile: '2027-04-12T06:00:00Z',
  },
  { name: 'ending', change: { ...FROM, end: true } },
];

describe('a booking process that is killed while a series changes', () => {
  let database: Database;
  let owners: FakeOwners;
  let karhu: FakeOwner;
  let registry: RegistryFollower;
  const clock = new TestClock();
  let round = 0;

  beforeAll(async () => {
    database = await openFreshDatabase();
    owners = await startFakeOwners(['karhu'], clock);
    karhu = owners.owner('karhu');
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
      ...{ leaseMs: units(1.5), sweepMs: 20 },
      dataSource: mortal.guard(dataSource, ['insert', 'write', 'promise', 'join']),
      owners: mortal.guard<OwnerClient>(client, ['ask']),
      ...{ clock, realClock: systemClock, access: new BookingAccess(null), log },
    });
    return { orders, client };
  };
  const living = async <Result>(does: (orders: Orders) => Promise<Result>): Promise<Result> => {
    const { orders, client } = start(new Mortal(null));
    try {
      return await does(orders);
    } finally {
      await orders.close();
      await client.close();
    }
  };
  /** The order once nothing is left to do, whoever does it. */
  const recovered = (id: string): Promise<OrderRecord> =>
    living(async (orders) => {
      orders.start();
      const find = () =>
        database.connection.collection<OrderRecord>('orders').findOne({ _id: id }, {});
      const order = await eventually(find, (found) => {
        return !!found && !found.task && found.owed.length === 0 && !found.holder;
      });
      if (!order) throw new Error('It is gone.');
      return order;
    });
  const known = ({ legs }: Pick<OrderRecord, 'legs'>): string[] =>
    legs
      .map((leg, number) => ({ ...leg, number }))
      .filter(({ state }) => STANDING.includes(state))
      .map(({ number, start: at, minutes }) => `${number} ${at.toISOString()} ${minutes}`)
      .toSorted();
  const had = (id: string): string[] =>
    karhu.ledger
      .taking()
      .filter(({ orderId }) => orderId === id)
      .map(({ leg, start: at, minutes }) => `${leg} ${at.toISOString()} ${minutes}`)
      .toSorted();

  it.each(scenarios)('leaves nothing half done: $name', async (scenario) => {
    const finals = new Set<string>();
    for (let at = 0, isThrough = false; !isThrough; at += 1) {
      for (const when of ['before', 'after'] as const) {
        round += 1;
        const serviceId = `karhu:s${round}`;
        const take = (time: string): void => {
          const wanted = { leg: 0, serviceId, start: time, minutes: 60, quantity: 1 };
          karhu.ledger.run('enrolBookings', {
            ...{ idempotencyKey: `other ${round}`, orderId: `other ${round}`, leg: wanted },
          } as unknown as Parameters<typeof karhu.ledger.run>[1]);
        };
        const placed = await living((orders) =>
          orders.commands.placeSeries(
            {
              ...{ idempotencyKey: `place ${round}`, buyer: BUYER, channel: 'PHONE', serviceId },
              ...{ start: '2027-03-15T07:00:00Z', minutes: 60, until: '2027-04-05', quantity: 1 },
            },
            { maker: null },
          ),
        );
        const orderId = placed.order?._id ?? '';
        const { secret } = placed;
        if (scenario.taken) take(scenario.taken);
        const unpatched = karhu.ledger.run.bind(karhu.ledger);
        const { takenMeanwhile } = scenario;
        karhu.ledger.run = (command, input) => {
          const isReal = /^(hold|change)Bookings$/.test(command) && !input.dryRun;
          if (takenMeanwhile && isReal && input.orderId === orderId) {
            karhu.ledger.run = unpatched;
            take(takenMeanwhile);
          }
          return unpatched(command, input);
        };
        const input = { ...scenario.change, idempotencyKey: `change ${round}`, orderId, secret };
        const run = (orders: Orders) => orders.commands.changeSeries(input, PUBLIC);

        const mortal = new Mortal({ at, when });
        const { orders, client } = start(mortal);
        const outcome = await Promise.race([
          mortal.dead.then(() => 'dead' as const),
          run(orders).then(async () => {
            // What goes on in the background is a part of the command.
            await orders.close();
            return 'done' as const;
          }),
        ]);
        isThrough = outcome === 'done';
        await client.close();

        const order = await recovered(orderId);
        expect(known(order)).toEqual(had(orderId));
        const { order: changed, conflicts, userErrors } = await living(run);
        const last = await recovered(orderId);
        expect(known(last)).toEqual(had(orderId));
        karhu.ledger.run = unpatched;
        const codes = [...conflicts, ...userErrors].map(({ code }) => code);
        finals.add(JSON.stringify([changed !== null, codes, known(last), last.series]));
      }
    }
    // Wherever it was killed, who sends it again gets the same.
    expect([...finals]).toHaveLength(1);
  });
});
