import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Long } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from './support.js';

let fresh: Fresh;

/** The driver numbers no writes of its own here, so that its sessions start unused. */
beforeEach(async () => {
  fresh = await connect(process.env['MONGODB_URI'], { retryWrites: false });
});
afterEach(() => fresh.close());

describe('a retryable write', () => {
  it('sent twice under one number happens once and answers the same', async () => {
    const collection = fresh.db.collection<Stored>('counters');
    await collection.insertOne({ _id: 1, n: 0 });
    const session = fresh.client.startSession();
    const increment = {
      findAndModify: 'counters',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      new: true,
      txnNumber: Long.fromNumber(1),
    };

    const first = await fresh.db.command({ ...increment }, { session });
    const second = await fresh.db.command({ ...increment }, { session });
    const third = await fresh.db.command(
      { ...increment, txnNumber: Long.fromNumber(2) },
      { session },
    );

    expect(first['value']).toEqual({ _id: 1, n: 1 });
    expect(second['value']).toEqual({ _id: 1, n: 1 });
    expect(third['value']).toEqual({ _id: 1, n: 2 });
    await session.endSession();
  });

  it('under a number that is past is refused: 225', async () => {
    const session = fresh.client.startSession();
    const insert = (number: number) =>
      fresh.db.command(
        { insert: 'late', documents: [{ number }], txnNumber: Long.fromNumber(number) },
        { session },
      );
    await insert(5);

    expect(await codeOf(insert(4))).toBe(225);
    await session.endSession();
  });

  it('answers per statement as before', async () => {
    await fresh.db.collection<Stored>('keyed').insertOne({ _id: 1 });
    const session = fresh.client.startSession();
    const insert = {
      insert: 'keyed',
      documents: [{ _id: 2 }, { _id: 3 }],
      txnNumber: Long.fromNumber(1),
    };

    const first = await fresh.db.command({ ...insert }, { session });
    const second = await fresh.db.command({ ...insert }, { session });

    expect([first['n'], second['n']]).toEqual([2, 2]);
    expect(await fresh.db.collection('keyed').countDocuments()).toBe(3);
    await session.endSession();
  });
});

describe('a number of a session', () => {
  /** Under which the driver itself ends the transactions of a session that it has numbered nothing in. */
  const zero = Long.fromNumber(0);
  const insert = (collection: string) => ({
    insert: collection,
    documents: [{ _id: 1 }],
    txnNumber: zero,
  });
  const inTransaction = { txnNumber: zero, autocommit: false };

  it('of a transaction is for no other write, which leaves the transaction as it is: 72', async () => {
    await fresh.db.createCollection('open');
    const session = fresh.client.startSession();
    const { db } = fresh;
    const admin = fresh.client.db('admin');
    await db.command({ ...insert('open'), ...inTransaction, startTransaction: true }, { session });

    expect(await codeOf(db.command(insert('open'), { session }))).toBe(72);
    await admin.command({ commitTransaction: 1, ...inTransaction }, { session });

    expect(await db.collection('open').countDocuments()).toBe(1);
    expect(await codeOf(db.command(insert('open'), { session }))).toBe(72);
    await session.endSession();
  });

  it('ends the transaction before it: 225', async () => {
    await fresh.db.createCollection('ended');
    const session = fresh.client.startSession();
    const { db } = fresh;
    const admin = fresh.client.db('admin');
    await db.command({ ...insert('ended'), ...inTransaction, startTransaction: true }, { session });
    await db.command({ ...insert('ended'), txnNumber: Long.fromNumber(1) }, { session });

    const commit = admin.command({ commitTransaction: 1, ...inTransaction }, { session });

    expect(await codeOf(commit)).toBe(225);
    await session.endSession();
  });

  it('is for one command: 40608 for findAndModify, 238 for others, 117 for a transaction', async () => {
    const session = fresh.client.startSession();
    const { db } = fresh;
    await db.command(insert('one'), { session });
    const change = { query: { _id: 1 }, update: { $set: { a: 1 } }, txnNumber: zero };
    const removal = { delete: 'one', deletes: [{ q: {}, limit: 1 }], txnNumber: zero };
    const start = { ...insert('one'), ...inTransaction, startTransaction: true };

    expect(await codeOf(db.command({ findAndModify: 'one', ...change }, { session }))).toBe(40608);
    expect(await codeOf(db.command({ findandmodify: 'one', ...change }, { session }))).toBe(40608);
    expect(await codeOf(db.command(removal, { session }))).toBe(238);
    expect(await codeOf(db.command(start, { session }))).toBe(117);
    expect(await db.collection('one').find().toArray()).toEqual([{ _id: 1 }]);
    await session.endSession();
  });

  it('is committed and aborted in admin only: 13', async () => {
    await fresh.db.createCollection('elsewhere');
    const session = fresh.client.startSession();
    const { db } = fresh;
    await db.command(
      { ...insert('elsewhere'), ...inTransaction, startTransaction: true },
      { session },
    );

    expect(await codeOf(db.command({ commitTransaction: 1, ...inTransaction }, { session }))).toBe(
      13,
    );
    expect(await codeOf(db.command({ abortTransaction: 1, ...inTransaction }, { session }))).toBe(
      13,
    );
    await fresh.client.db('admin').command({ commitTransaction: 1, ...inTransaction }, { session });

    expect(await db.collection('elsewhere').countDocuments()).toBe(1);
    await session.endSession();
  });
});
