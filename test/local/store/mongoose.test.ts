import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import mongoose, { Schema, type Connection } from 'mongoose';
import { units } from '../../support/unit.js';

let connection: Connection;

beforeAll(async () => {
  const uri = process.env['MONGODB_URI'] ?? '';
  connection = mongoose.createConnection(uri, {
    dbName: `test-${randomUUID()}`,
    serverSelectionTimeoutMS: units(50),
  });
  await connection.asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

describe('mongoose', () => {
  it('makes its indexes, creates, finds, populates and saves', async () => {
    const authorSchema = new Schema({ name: String });
    authorSchema.index({ name: 1 }, { unique: true });
    const Author = connection.model('Author', authorSchema);
    const bookSchema = new Schema(
      {
        title: String,
        author: { type: Schema.Types.ObjectId, ref: 'Author' },
        tags: [String],
        stock: { type: Schema.Types.Map, of: Number },
      },
      { timestamps: true, optimisticConcurrency: true },
    );
    const Book = connection.model('Book', bookSchema);
    await Author.init();
    const author = await Author.create({ name: 'Ann' });

    const book = await Book.create({
      title: 'One',
      author: author._id,
      tags: ['x'],
      stock: new Map([['here', 2]]),
    });
    book.tags.push('y');
    book.set('stock.there', 5);
    await book.save();

    const found = await Book.findOne({ tags: 'y' }).populate<{ author: { name: string } }>(
      'author',
    );
    expect(found?.author.name).toBe('Ann');
    expect(found?.stock?.get('there')).toBe(5);
    await expect(Author.create({ name: 'Ann' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { name: 'Ann' },
    });
    expect(Object.keys(await Author.collection.indexInformation())).toEqual(['_id_', 'name_1']);
  });

  it('refuses to save over a newer version', async () => {
    const Note = connection.model(
      'Note',
      new Schema({ text: String }, { optimisticConcurrency: true }),
    );
    await Note.create({ text: 'a' });
    const [first, second] = await Promise.all([Note.findOne().orFail(), Note.findOne().orFail()]);

    await first.set('text', 'b').save();

    await expect(second.set('text', 'c').save()).rejects.toThrow('No matching document');
  });

  it('runs transactions', async () => {
    const Counter = connection.model('Counter', new Schema({ n: Number }));
    await Counter.create({ n: 0 });

    await Promise.all(
      Array.from({ length: 8 }, () =>
        connection.transaction(async (session) => {
          const counter = await Counter.findOne().session(session).orFail();
          counter.n = (counter.n ?? 0) + 1;
          await counter.save({ session });
        }),
      ),
    );

    expect((await Counter.findOne().orFail()).n).toBe(8);
  });

  it('streams with a cursor', async () => {
    const Item = connection.model('Item', new Schema({ n: Number }));
    await Item.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
    let sum = 0;

    for await (const item of Item.find().sort({ n: 1 }).cursor()) sum += item.n ?? 0;

    expect(sum).toBe(44_850);
  });
});
