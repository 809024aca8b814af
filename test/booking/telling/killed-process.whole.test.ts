import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { projectPath } from '../../../schema/sdl.js';
import { AddressDataSource } from '../../../subgraphs/booking/telling/messages/address-data-source.js';
import { connectDatabase, type Database } from '../../../subgraphs/shared/mongo/database.js';
import { ask } from '../../support/ask.js';
import { endWithSuite } from '../../support/children.js';
import { freshDatabaseUri } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { startFakeOwners, type FakeOwners } from '../../support/fakes/owners.js';
import { units } from '../../support/unit.js';
import { leg, orderOf, TestClock } from '../support.js';
import { SECRET, startReceiver, TAKE, verified, type Receiver } from './receiver.js';
import { anAddress } from './support.js';

const ORDERS = 4;

describe('the booking process that is killed with SIGKILL while a receiver has its webhook', () => {
  const clock = new TestClock();
  let uri: string;
  let database: Database;
  let owners: FakeOwners;
  let receiver: Receiver;
  let child: ChildProcess | null = null;

  beforeEach(async () => {
    uri = freshDatabaseUri();
    database = await connectDatabase(uri);
    owners = await startFakeOwners(['karhu'], clock);
    receiver = await startReceiver();
    const addresses = new AddressDataSource(database.connection, 10_000);
    await addresses.prepare();
    const address = { webhookUrl: receiver.url, secret: SECRET };
    await addresses.write(null, anAddress('karhu', address));
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await receiver.close();
    await owners.close();
    await database.connection.dropDatabase();
    await database.close();
  });

  const start = async (): Promise<string> => {
    const entry = projectPath('dist', 'subgraphs', 'booking', 'main.js');
    const env = {
      ...process.env,
      ...{ MONGODB_URI: uri, PORT: '0', NOW: clock.now().toISOString() },
      ...{ REGISTRY_URL: owners.registry.url, SWEEP_MS: '50' },
    };
    const started = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    child = endWithSuite(started);
    const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
    return /^ready booking (http:\S+)$/.exec(line)?.[1] ?? '';
  };
  /** Whoever is answered: the process may have ended before. */
  const place = async (url: string, hour: number): Promise<void> => {
    await ask(
      url,
      'mutation ($input: HoldOrderInput!) { placeOrder(input: $input) { order { id } } }',
      { input: { idempotencyKey: `order at ${hour}`, ...orderOf([leg('karhu', hour)]) } },
    ).catch(() => null);
  };
  /** Ends the process when the next webhook comes: before it is answered, or as it is. */
  const killAtNext = (isAnswered: boolean): Promise<void> =>
    new Promise((resolve) => {
      receiver.answer = (response, came) => {
        receiver.answer = TAKE;
        if (isAnswered) TAKE(response, came);
        child?.kill('SIGKILL');
        child?.once('exit', () => {
          resolve();
        });
      };
    });

  it('tells it of each order, with one id an order, and of none a second time with another', async () => {
    for (let number = 0; number < ORDERS; number += 1) {
      const url = await start();
      const killed = killAtNext(number % 2 === 0);
      await place(url, 8 + number);
      await killed;
      // Whoever took it over is waited for until it may: then the message is anybody's again.
      const due = { state: 'DUE', isTaken: true };
      const messages = database.connection.collection('messages');
      await messages.updateMany(due, { $set: { dueAt: new Date(0) } });
    }
    await start();

    await eventually(
      () => Promise.resolve(receiver.taken.size),
      (count) => count === ORDERS,
      units(300),
    );
    const told = [...receiver.taken.values()].map((came) => {
      const { type, data } = verified(came) as { type: string; data: { order: string } };
      return [type, data.order];
    });
    const orders = await database.connection.collection('orders').find().toArray();
    const ids = orders.map(({ _id }) => String(_id));
    expect(ids).toHaveLength(ORDERS);
    expect(told.sort()).toEqual(ids.map((id) => ['order.confirmed', id]).sort());
  });
});
