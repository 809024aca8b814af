import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Long, type Document } from 'mongodb';
import { codeOf, connect, type Fresh, type Stored } from './support.js';

let fresh: Fresh;

beforeAll(async () => {
  fresh = await connect();
  await fresh.db.collection<Stored>('rows').insertOne({ _id: 1, n: 0 });
});
afterAll(() => fresh.close());

const q = { _id: 1 };
const u = { $inc: { n: 1 } };
const writes: Document[] = [
  { insert: 'made', documents: [{}] },
  { update: 'rows', updates: [{ q, u }] },
  { delete: 'rows', deletes: [{ q: { _id: 'none' }, limit: 1 }] },
  { findAndModify: 'rows', query: q, update: u },
  { create: 'created' },
  { createIndexes: 'rows', indexes: [{ key: { n: 1 }, name: 'n_1' }] },
  { dropIndexes: 'rows', index: '*' },
  { drop: 'created' },
];
const reads: Document[] = [
  { find: 'rows' },
  { count: 'rows' },
  {
    aggregate: 'rows',
    pipeline: [{ $match: {} }, { $group: { _id: 1, n: { $sum: 1 } } }],
    cursor: {},
  },
];

/** Answers of the server itself: drivers make errors of `writeConcernError`. */
async function answer(command: Document): Promise<Document> {
  try {
    return await fresh.db.command(command);
  } catch (error) {
    const { result } = error as { result?: Document };
    if (result === undefined) throw error;
    return result;
  }
}

describe('a write concern of more nodes than there are', () => {
  it.each(writes)('is told after the write: %j', async (command) => {
    const reply = await answer({ ...command, writeConcern: { w: 10, wtimeout: 100 } });

    expect(reply).toMatchObject({
      ok: 1,
      writeConcernError: { code: 100, errmsg: 'Not enough data-bearing nodes' },
    });
  });

  it('leaves what it wrote', async () => {
    const collection = fresh.db.collection<Stored>('left');

    await answer({
      insert: 'left',
      documents: [{ _id: 1 }],
      writeConcern: { w: 2, wtimeout: 100 },
    });

    expect(await collection.countDocuments()).toBe(1);
  });

  it('reaches the driver as an error', async () => {
    const collection = fresh.db.collection<Stored>('driven', { writeConcern: { w: 3 } });

    await expect(collection.insertOne({ _id: 1 })).rejects.toMatchObject({ code: 100 });
    expect(await fresh.db.collection('driven').countDocuments()).toBe(1);
  });

  it('by a name that nobody gave: 79', async () => {
    const command = { insert: 'named', documents: [{}], writeConcern: { w: 'elsewhere' } };

    expect(await answer(command)).toMatchObject({ ok: 1, writeConcernError: { code: 79 } });
  });
});

describe('a write concern', () => {
  it.each<[string, Document]>([
    ['w: 1', { w: 1 }],
    ['w: majority', { w: 'majority' }],
    ['journalled', { w: 1, j: true }],
    ['with a time', { w: 'majority', wtimeout: 1_000 }],
    ['empty', {}],
  ])('is met: %s', async (_name, writeConcern) => {
    const reply = await answer({ insert: 'met', documents: [{}], writeConcern });

    expect(reply).toMatchObject({ n: 1, ok: 1 });
    expect(reply).not.toHaveProperty('writeConcernError');
  });

  it('of no node at all is met without an answer', async () => {
    expect(await answer({ ...writes[0], writeConcern: { w: 0 } })).toMatchObject({ ok: 1 });
  });

  it.each<[string, Document | number, number]>([
    ['w: 51', { w: 51 }, 9],
    ['w: -1', { w: -1 }, 9],
    ['w: true', { w: true }, 9],
    ['j and fsync', { j: true, fsync: true }, 9],
    ['an unknown field', { w: 1, nonsense: 1 }, 40415],
    ['a number', 1, 14],
  ])('is refused before anything is written: %s', async (name, writeConcern, code) => {
    const collection = `refused ${name}`;

    const insert = { insert: collection, documents: [{}], writeConcern };
    expect(await codeOf(fresh.db.command(insert))).toBe(code);

    expect(await fresh.db.collection(collection).countDocuments()).toBe(0);
  });

  it.each(reads)('is refused with a read: 72 (%j)', async (command) => {
    expect(await codeOf(fresh.db.command({ ...command, writeConcern: { w: 1 } }))).toBe(72);
  });
});

describe('a read concern', () => {
  const levels = ['local', 'available', 'majority', 'linearizable'];
  it.each(reads.flatMap((command) => levels.map((level) => ({ level, command }))))(
    'is met: $level ($command)',
    async ({ level, command }) => {
      expect(await answer({ ...command, readConcern: { level } })).toMatchObject({ ok: 1 });
    },
  );

  it.each(reads)('of no known level is refused: 2 (%j)', async (command) => {
    expect(await codeOf(fresh.db.command({ ...command, readConcern: { level: 'x' } }))).toBe(2);
  });

  it('beyond local is refused with a write: 72', async () => {
    const command = { ...writes[0], readConcern: { level: 'majority' } };

    expect(await codeOf(fresh.db.command(command))).toBe(72);
  });
});

describe('what belongs to sessions', () => {
  /** Above those that the driver has given to its sessions here. */
  const number = Long.fromNumber(10_000);
  it.each<[string, Document, number]>([
    ['autocommit without a number', { find: 'rows', autocommit: false }, 72],
    ['a start without autocommit', { find: 'rows', startTransaction: true }, 72],
    ['a number of 32 bits', { insert: 'rows', documents: [{}], txnNumber: 1 }, 14],
    ['a number for a read', { find: 'rows', txnNumber: number }, 50768],
    ['autocommit: true', { find: 'rows', txnNumber: number, autocommit: true }, 72],
    [
      'many updates, repeatable',
      { update: 'rows', updates: [{ q, u, multi: true }], txnNumber: number },
      72,
    ],
    [
      'many deletes, repeatable',
      { delete: 'rows', deletes: [{ q: { _id: 'none' }, limit: 0 }], txnNumber: number },
      72,
    ],
  ])('is refused where it means nothing: %s', async (_name, command, code) => {
    await fresh.client.withSession(async (session) => {
      expect(await codeOf(fresh.db.command(command, { session }))).toBe(code);
    });
  });

  it.each<[string, Document, number]>([
    ['another level at the second command', { readConcern: { level: 'majority' } }, 72],
    ['a write concern before the end', { writeConcern: { w: 1 } }, 72],
  ])('is refused inside a transaction: %s', async (_name, more, code) => {
    await fresh.client.withSession(async (session) => {
      session.startTransaction();
      await fresh.db.collection<Stored>('rows').findOne({}, { session });

      const command = { update: 'rows', updates: [{ q, u }], ...more };
      const lsid = session.id;
      const transaction = { lsid, txnNumber: Long.fromNumber(1), autocommit: false };
      const refused = codeOf(
        fresh.client.db(fresh.db.databaseName).command({ ...command, ...transaction }),
      );

      expect(await refused).toBe(code);
      await session.abortTransaction();
    });
  });

  it('keeps a cursor to its session: 50738', async () => {
    const rows = fresh.db.collection<Stored>('many');
    await rows.insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const [owner, stranger] = [fresh.client.startSession(), fresh.client.startSession()];
    const find = { find: 'many', batchSize: 2 };
    const { cursor } = (await fresh.db.command(find, { session: owner })) as {
      cursor: { id: Long };
    };
    const more = { getMore: Long.fromValue(cursor.id), collection: 'many' };
    await fresh.db.command({ ping: 1 }, { session: stranger });

    expect(await codeOf(fresh.db.command(more, { session: stranger }))).toBe(50738);
    expect(await fresh.db.command(more, { session: owner })).toMatchObject({ ok: 1 });
    await Promise.all([owner.endSession(), stranger.endSession()]);
  });
});
