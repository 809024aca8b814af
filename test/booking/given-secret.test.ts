import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { OrderDataSource } from '../../subgraphs/booking/orders/queries/data-source.js';
import { BookingAccess } from '../../subgraphs/booking/access/booking-access.js';
import { PUBLIC } from '../shared/identity/policy/askers.js';
import { createOrders, type Orders } from '../../subgraphs/booking/orders/create-orders.js';
import { HttpOwnerClient } from '../../subgraphs/shared/owners/client/owner-client.js';
import { hashSecret } from '../../subgraphs/booking/store/secrets.js';
import { systemClock } from '../../subgraphs/shared/process/clock.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';
import { RegistryFollower } from '../../subgraphs/shared/owners/endpoint-table.js';
import { openFreshDatabase } from '../support/database.js';
import { startFakeOwners, type FakeOwners } from '../support/fakes/owners.js';
import { units } from '../support/unit.js';
import { BUYER, FAST, leg, TestClock } from './support.js';
import { UNSIGNED } from '../../subgraphs/shared/identity/processes/sign-request.js';
import { countingOn } from './strangers/counting.js';

const log = pino({ level: 'silent' });

describe('an order that is to be opened by a secret that there is already', () => {
  let database: Database;
  let owners: FakeOwners;
  let registry: RegistryFollower;
  let client: HttpOwnerClient;
  let orders: Orders;

  beforeAll(async () => {
    database = await openFreshDatabase();
    const clock = new TestClock();
    owners = await startFakeOwners(['karhu'], clock);
    const registryUrl = owners.registry.url;
    registry = new RegistryFollower({ registryUrl, pollMs: 60_000, timeoutMs: units(50), log });
    await registry.start();
    const dataSource = new OrderDataSource(database.connection, 10_000);
    await dataSource.prepare();
    client = new HttpOwnerClient({ registry, signer: UNSIGNED, log });
    orders = createOrders({
      ...FAST,
      ...countingOn(database.connection),
      agreements: { find: () => Promise.resolve(null) },
      ...{
        dataSource,
        owners: client,
        clock,
        realClock: systemClock,
        access: new BookingAccess(null),
        log,
      },
    });
  });
  afterAll(async () => {
    await orders.close();
    await client.close();
    await registry.close();
    await owners.close();
    await database.close();
  });

  it('is opened by that one, and returns none, also when it is sent again', async () => {
    const input = {
      ...{ idempotencyKey: 'key', buyer: BUYER, channel: 'PHONE' as const },
      legs: [{ ...leg('karhu'), quantity: 1 }],
    };
    const options = { maker: null, secretHash: hashSecret('known before') };

    const made = await orders.commands.placeOrder(input, options);
    const repeated = await orders.commands.placeOrder(input, options);

    expect(made).toMatchObject({ order: { state: 'CONFIRMED' }, secret: null, userErrors: [] });
    expect(repeated).toMatchObject({ order: { _id: made.order?._id }, secret: null });
    const cancel = (secret: string) =>
      orders.commands.cancelOrder(
        { idempotencyKey: secret, orderId: made.order?._id ?? '', secret },
        PUBLIC,
      );
    expect((await cancel('another')).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await cancel('known before')).order?.state).toBe('CANCELLED');
  });
});
