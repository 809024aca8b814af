import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { withDatabaseName } from '../../../subgraphs/shared/mongo/database-name.js';
import {
  connectServer,
  pingAfresh,
  type Database,
} from '../../../subgraphs/shared/mongo/database.js';
import { inTransaction } from '../../../subgraphs/shared/mongo/transaction.js';
import { messageOf } from '../../../subgraphs/shared/process/message-of.js';
import { databaseFaultOf } from '../../../subgraphs/shared/process/errors/database-fault.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { eventually } from '../../support/eventually.js';
import {
  startStallableProxy,
  type StallableProxy,
} from '../../support/networks/stallable-proxy.js';
import { units } from '../../support/unit.js';

/** More than all buffers on the way hold together. */
const LARGE = 'x'.repeat(15_000_000);

interface Row {
  readonly _id: string;
  readonly text?: string;
}

/** Of the driver's own: one of its sockets. */
interface Line {
  readonly socket: { destroy(): void };
}

/** Of the driver's own: how it sees the one server. */
interface Server {
  readonly pool: { readonly connections: { first(): Line } };
  readonly monitor: { readonly connection: Line };
}

/** @throws Error unless it is refused. @returns The code that leaves then. */
async function codeOf(work: Promise<unknown>): Promise<string | null> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown,
  );
  return databaseFaultOf(error)?.code ?? String(error);
}

describe('a database', () => {
  let proxy: StallableProxy;
  let database: Database;

  beforeEach(async () => {
    proxy = await startStallableProxy(process.env['MONGODB_URI'] ?? '');
    database = await connectServer(withDatabaseName(proxy.uri, `test-${randomUUID()}`), {
      serverMs: units(20),
      silenceMs: units(10),
      connectMs: units(10),
      lookEveryMs: 500,
    });
  });

  afterEach(async () => {
    proxy.goOn();
    await database.connection.dropDatabase();
    await database.close();
    await proxy.close();
  });

  const rows = () => database.connection.collection<Row>('rows');
  const find = () => rows().findOne({ _id: 'a' });
  const answersAgain = () =>
    eventually(
      () => find().catch((error: unknown) => error),
      (seen) => seen === null,
      units(100),
    );

  it('that stands still is silent for a new connection too, and answers it when it goes on', async () => {
    const looks = () => pingAfresh(database.connection).then(() => 'answered', messageOf);
    proxy.stall();
    const meanwhile = await looks();
    proxy.goOn();
    const afterwards = await looks();

    expect(meanwhile).toContain('does not answer');
    expect(afterwards).toBe('answered');
  });

  it('that goes away while a large command is written has it fail or be sent again', async () => {
    proxy.stall();
    const writing = rows().insertOne({ _id: 'large', text: LARGE });
    await sent(database.connection);
    proxy.cut();
    proxy.goOn();

    await expect(writing).resolves.toMatchObject({ acknowledged: true });
    expect(await rows().countDocuments({ _id: 'large' })).toBe(1);
  });

  it('is asked again where a connection died unnoticed', async () => {
    await find();

    serverOf(database.connection).pool.connections.first().socket.destroy();

    expect(await find()).toBeNull();
  });

  it('is found again where the look at the server died unnoticed', async () => {
    const { monitor } = serverOf(database.connection);
    await new Promise<void>((resolve) => {
      database.connection.getClient().once('serverHeartbeatStarted', () => {
        monitor.connection.socket.destroy();
        resolve();
      });
    });
    proxy.cut();

    await answersAgain();
  });

  it('that stands still refuses each call in its time, and goes on where it stood', async () => {
    await find();
    proxy.stall();

    const calls = [find(), rows().insertOne({ _id: 'b' }), rows().find().toArray()];
    const codes = await Promise.all(calls.map(codeOf));
    proxy.goOn();

    expect(codes).toEqual(calls.map(() => 'DATABASE_UNAVAILABLE'));

    await answersAgain();
  });

  it('that stands still has a transaction given up in its time', async () => {
    await rows().insertOne({ _id: 'b' });
    let attempts = 0;
    const transaction = inTransaction(
      database.connection,
      async (session) => {
        attempts += 1;
        await rows().updateOne({ _id: 'b' }, { $set: { text: 'in it' } }, { session });
        if (attempts === 1) proxy.stall();
        await rows().updateOne({ _id: 'b' }, { $set: { text: 'and on' } }, { session });
      },
      TimeLimit.within(units(5)),
    );

    expect(await codeOf(transaction)).toBe('DATABASE_UNAVAILABLE');
    proxy.goOn();

    await answersAgain();
  });
});

function serverOf(connection: Connection): Server {
  const { topology } = connection.getClient() as unknown as {
    topology: { s: { servers: ReadonlyMap<string, Server> } };
  };
  const [server] = topology.s.servers.values();
  if (!server) throw new Error('The driver knows no server.');
  return server;
}

/** Resolves when a command has been begun to be written, and more of it waits than the way takes. */
async function sent(connection: Connection): Promise<void> {
  const { checkedOut } = serverOf(connection).pool as unknown as {
    checkedOut: ReadonlySet<{ socket: { writableNeedDrain: boolean } }>;
  };
  await eventually(
    () => Promise.resolve([...checkedOut].some(({ socket }) => socket.writableNeedDrain)),
    (isWaiting) => isWaiting,
  );
}
