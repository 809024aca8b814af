import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientSession, Collection } from 'mongodb';
import { codeOf, connect, refusal, type Fresh } from './support.js';

interface Account {
  readonly _id: string;
  readonly balance: number;
}

let fresh: Fresh;
let accounts: Collection<Account>;

beforeAll(async () => {
  fresh = await connect();
});
afterAll(() => fresh.close());
beforeEach(async () => {
  accounts = fresh.db.collection<Account>('accounts');
  await accounts.deleteMany({});
  await accounts.insertMany([
    { _id: 'a', balance: 0 },
    { _id: 'b', balance: 100 },
  ]);
});

async function inSession<T>(act: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = fresh.client.startSession();
  try {
    return await act(session);
  } finally {
    await session.endSession();
  }
}

const balance = async (id: string, session?: ClientSession): Promise<number | undefined> =>
  (await accounts.findOne({ _id: id }, session === undefined ? {} : { session }))?.balance;

describe('a transaction', () => {
  it('is seen inside at once, outside when committed', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await accounts.updateOne({ _id: 'a' }, { $inc: { balance: 5 } }, { session });

      expect(await balance('a', session)).toBe(5);
      expect(await balance('a')).toBe(0);

      await session.commitTransaction();
      expect(await balance('a')).toBe(5);
    });
  });

  it('leaves nothing when aborted', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await accounts.insertOne({ _id: 'c', balance: 1 }, { session });
      await accounts.deleteOne({ _id: 'a' }, { session });
      await session.abortTransaction();
    });

    expect(await accounts.countDocuments()).toBe(2);
    expect(await balance('c')).toBeUndefined();
  });

  it('reads the state it began with', async () => {
    await inSession(async (session) => {
      session.startTransaction({ readConcern: { level: 'snapshot' } });
      expect(await balance('a', session)).toBe(0);
      await accounts.updateOne({ _id: 'b' }, { $set: { balance: 7 } });

      expect(await balance('b', session)).toBe(100);
      await session.commitTransaction();
    });
  });

  it('that writes what another one changed meanwhile gets 112 and may be repeated', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await balance('a', session);
      await accounts.updateOne({ _id: 'a' }, { $inc: { balance: 1 } });

      const error = await refusal(
        accounts.updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session }),
      );

      expect(error.code).toBe(112);
      expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
      await session.abortTransaction();
    });
    expect(await balance('a')).toBe(1);
  });

  it('20 at once that read, then write, end at exactly 20', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inSession((session) =>
          session.withTransaction(async () => {
            const before = (await balance('a', session)) ?? 0;
            await accounts.updateOne({ _id: 'a' }, { $set: { balance: before + 1 } }, { session });
          }),
        ),
      ),
    );

    expect(await balance('a')).toBe(20);
  });

  it('10 at once that insert one unique key leave one document', async () => {
    const names = fresh.db.collection('names');
    await names.createIndex({ name: 1 }, { unique: true }, {});

    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        inSession((session) =>
          session.withTransaction(() => names.insertOne({ name: 'x' }, { session })),
        ),
      ),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await names.countDocuments()).toBe(1);
  });

  it('moves money between documents without losing any', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () =>
        inSession((session) =>
          session.withTransaction(async () => {
            await accounts.updateOne({ _id: 'b' }, { $inc: { balance: -1 } }, { session });
            await accounts.updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session });
          }),
        ),
      ),
    );

    expect([await balance('a'), await balance('b')]).toEqual([10, 90]);
  });

  it('ends at the first error: 251 afterwards', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      expect(await codeOf(accounts.insertOne({ _id: 'a', balance: 0 }, { session }))).toBe(11000);

      expect(await codeOf(accounts.insertOne({ _id: 'd', balance: 0 }, { session }))).toBe(251);
      await session.abortTransaction();
    });
  });

  it('may commit twice with one effect', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await accounts.updateOne({ _id: 'a' }, { $inc: { balance: 1 } }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });

    expect(await balance('a')).toBe(1);
  });

  it('makes the collection it inserts into', async () => {
    await inSession((session) =>
      session.withTransaction(() => fresh.db.collection('made').insertOne({ a: 1 }, { session })),
    );

    expect(await fresh.db.collection('made').countDocuments()).toBe(1);
  });

  it('finds and counts its own writes', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await accounts.insertOne({ _id: 'c', balance: 3 }, { session });

      expect(await accounts.countDocuments({}, { session })).toBe(3);
      expect(
        await accounts
          .find({ balance: { $lt: 50 } }, { session })
          .sort({ _id: 1 })
          .toArray(),
      ).toHaveLength(2);
      const found = await accounts.find({}, { session }).toArray();
      expect(new Set(found.map((account) => account.balance))).toEqual(new Set([0, 3, 100]));
      await session.abortTransaction();
    });
  });
});
