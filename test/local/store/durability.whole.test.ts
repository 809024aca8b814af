import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Long, type Collection } from 'mongodb';
import { codeOf, connect, startStore, temporaryFolder, type Stored } from './support.js';
import { units } from '../../support/unit.js';

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const idsIn = async (collection: Collection<Stored>): Promise<Set<unknown>> =>
  new Set((await collection.find().toArray()).map(({ _id }) => _id as unknown));

describe('a data folder', () => {
  it('keeps documents, indexes and commits over a restart', async () => {
    const first = await startStore(['--data', folder.path]);
    const before = await connect(first.uri);
    const { databaseName } = before.db;
    await before.db.collection<Stored>('a').insertMany([
      { _id: 1, k: 'x' },
      { _id: 2, k: 'y' },
    ]);
    await before.db.collection('a').createIndex({ k: 1 }, { unique: true }, {});
    await before.db.collection<Stored>('gone').insertOne({ _id: 1 });
    await before.db.collection('gone').drop();
    await before.client.close();
    expect(await first.stop()).toBe(0);

    const second = await startStore(['--data', folder.path]);
    const after = await connect(second.uri);
    const db = after.client.db(databaseName);

    expect(await db.collection('a').find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, k: 'x' },
      { _id: 2, k: 'y' },
    ]);
    expect(await codeOf(db.collection('a').insertOne({ k: 'x' }))).toBe(11000);
    expect(await db.listCollections().toArray()).toHaveLength(1);
    await after.close();
    await second.stop();
  });

  it('loses no acknowledged write to kill -9 under load, and no half of a transaction', async () => {
    const first = await startStore(['--data', folder.path]);
    const before = await connect(first.uri, { maxPoolSize: 24, retryWrites: false });
    const { databaseName } = before.db;
    const [singles, lefts, rights] = ['singles', 'lefts', 'rights'].map((name) =>
      before.db.collection<Stored>(name),
    );
    if (!singles || !lefts || !rights) throw new Error('unreachable');
    for (const one of [singles, lefts, rights]) await one.createIndex({ at: 1 });
    const [acknowledged, pairs]: [Set<unknown>, Set<unknown>] = [new Set(), new Set()];
    let next = 0;
    let isDead = false;
    const write = async (): Promise<void> => {
      while (!isDead) {
        const _id = (next += 1);
        await singles.insertOne({ _id, at: new Date() });
        acknowledged.add(_id);
        if (acknowledged.size === 1_500) {
          isDead = true;
          process.kill(first.pid, 'SIGKILL');
        }
      }
    };
    const writePairs = async (): Promise<void> => {
      while (!isDead) {
        const _id = (next += 1);
        await before.client.withSession(async (session) => {
          session.startTransaction();
          await lefts.insertOne({ _id, at: new Date() }, { session });
          await rights.insertOne({ _id, at: new Date() }, { session });
          await session.commitTransaction();
        });
        pairs.add(_id);
      }
    };

    await Promise.allSettled([
      ...Array.from({ length: 16 }, write),
      ...Array.from({ length: 4 }, writePairs),
    ]);
    await before.client.close(true);
    await first.stop('SIGKILL');

    const second = await startStore(['--data', folder.path]);
    const after = await connect(second.uri);
    const db = after.client.db(databaseName);
    const [kept, left, right] = await Promise.all(
      ['singles', 'lefts', 'rights'].map((name) => idsIn(db.collection<Stored>(name))),
    );
    expect([...acknowledged].filter((id) => kept?.has(id) !== true)).toEqual([]);
    expect([...pairs].filter((id) => left?.has(id) !== true)).toEqual([]);
    expect(left).toEqual(right);
    expect(await db.collection('singles').countDocuments({ at: { $gt: new Date(0) } })).toBe(
      kept?.size,
    );
    await after.close();
    await second.stop();
  });

  it('remembers a retryable write and a commit over a restart', async () => {
    const insert = {
      findAndModify: 'c',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
    };
    const first = await startStore(['--data', folder.path]);
    const before = await connect(first.uri, {
      retryWrites: false,
      serverSelectionTimeoutMS: units(20),
    });
    const session = before.client.startSession();
    const lsid = session.id;
    await before.db.command({ ...insert, txnNumber: Long.fromNumber(1) }, { session });
    const { databaseName } = before.db;
    await first.stop('SIGKILL');
    // Not awaited: ending its session, it may look for the dead server for as long as it likes.
    void before.client.close(true).catch(() => undefined);

    const second = await startStore(['--data', folder.path]);
    const after = await connect(second.uri, { retryWrites: false });
    const other = after.client.startSession();
    Object.assign((other as unknown as { serverSession: object }).serverSession, { id: lsid });
    const repeated = await after.client
      .db(databaseName)
      .command({ ...insert, txnNumber: Long.fromNumber(1) }, { session: other });

    expect(repeated['value']).toEqual({ _id: 1, n: 1 });
    await after.close();
    await second.stop();
  });
});
