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
