import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document, MongoServerError } from 'mongodb';
import {
  codeOf,
  connect,
  refusal,
  startStore,
  type Fresh,
  type StoreProcess,
  type Stored,
} from './support.js';

let store: StoreProcess;
let fresh: Fresh;

beforeAll(async () => {
  store = await startStore(['--memory', '--port', '0', '--fail-points']);
  fresh = await connect(store.uri);
});
afterAll(async () => {
  await fresh.close();
  await store.stop();
});

const failCommand = (mode: Document | string, data: Document = {}): Promise<Document> =>
  fresh.client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });

describe('the fail point failCommand', () => {
  it('fails so many commands with its code', async () => {
    await failCommand({ times: 2 }, { failCommands: ['find'], errorCode: 2 });
    const find = () => fresh.db.collection('a').find().toArray();

    expect(await codeOf(find())).toBe(2);
    expect(await codeOf(find())).toBe(2);
    expect(await find()).toEqual([]);
  });

  it('closes the connection, over which the driver repeats its write once', async () => {
    await failCommand({ times: 1 }, { failCommands: ['insert'], closeConnection: true });

    await fresh.db.collection<Stored>('closed').insertOne({ _id: 1 });

    expect(await fresh.db.collection('closed').countDocuments()).toBe(1);
  });

  it('labels retryable errors, so that the driver repeats the write', async () => {
    await failCommand({ times: 1 }, { failCommands: ['update'], errorCode: 189 });

    const result = await fresh.db
      .collection('labelled')
      .updateOne({ a: 1 }, { $inc: { n: 1 } }, { upsert: true });

    expect(result.upsertedCount).toBe(1);
  });

  it('makes a transaction repeat by its label, also at the commit', async () => {
    const collection = fresh.db.collection<Stored>('transacted');
    await collection.insertOne({ _id: 1, n: 0 });
    const session = fresh.client.startSession();
    let runs = 0;
    await failCommand(
      { times: 1 },
      {
        failCommands: ['commitTransaction'],
        errorCode: 112,
        errorLabels: ['TransientTransactionError'],
      },
    );

    await session.withTransaction(async () => {
      runs += 1;
      await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
    });
    await session.endSession();

    expect(runs).toBe(2);
    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });

  it('commits once when the answer to the commit is lost', async () => {
    const collection = fresh.db.collection<Stored>('lost');
    await collection.insertOne({ _id: 1, n: 0 });
    const session = fresh.client.startSession();
    await failCommand({ times: 1 }, { failCommands: ['commitTransaction'], closeConnection: true });

    await session.withTransaction(() =>
      collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }),
    );
    await session.endSession();

    expect(await collection.findOne()).toEqual({ _id: 1, n: 1 });
  });

  it('holds a command back', async () => {
    await failCommand(
      { times: 1 },
      { failCommands: ['ping'], blockConnection: true, blockTimeMS: 120 },
    );
    const start = performance.now();

    await fresh.db.command({ ping: 1 });

    expect(performance.now() - start).toBeGreaterThan(110);
  });

  it('is switched off', async () => {
    await failCommand('alwaysOn', { failCommands: ['find'], errorCode: 2 });
    await failCommand('off');

    expect(await fresh.db.collection('a').find().toArray()).toEqual([]);
  });

  it('does not exist unless allowed: 59', async () => {
    const plain = await startStore(['--memory', '--port', '0']);
    const other = await connect(plain.uri);

    expect(
      await codeOf(
        other.client.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' }),
      ),
    ).toBe(59);

    await other.close();
    await plain.stop();
  });
});

describe('--conflicts', () => {
  it('aborts that share of transactions, which then succeed when repeated', async () => {
    const shaky = await startStore([
      '--memory',
      '--port',
      '0',
      '--conflicts',
      '0.5',
      '--seed',
      '3',
    ]);
    const other = await connect(shaky.uri);
    const collection = other.db.collection<Stored>('n');
    await collection.insertOne({ _id: 1, n: 0 });
    let runs = 0;

    for (let count = 0; count < 20; count += 1) {
      await other.client.withSession((session) =>
        session.withTransaction(async () => {
          runs += 1;
          await collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session });
        }),
      );
    }

    expect(await collection.findOne()).toEqual({ _id: 1, n: 20 });
    expect(runs).toBeGreaterThan(25);
    await other.close();
    await shaky.stop();
  });

  it('answers 112 with the label for transactions and spares single writes', async () => {
    const shaky = await startStore(['--memory', '--port', '0', '--conflicts', '1']);
    const other = await connect(shaky.uri);
    const collection = other.db.collection<Stored>('n');
    await collection.insertOne({ _id: 1 });
    const session = other.client.startSession();

    const attempt = async (): Promise<void> => {
      session.startTransaction();
      await collection.deleteOne({ _id: 1 }, { session });
      await session.commitTransaction();
    };
    const error: MongoServerError = await refusal(attempt());

    expect(error.code).toBe(112);
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await session.endSession();
    expect(await collection.countDocuments()).toBe(1);
    await other.close();
    await shaky.stop();
  });
});
