import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { prepareCollections } from '../../../subgraphs/shared/mongo/prepare-collections.js';
import { collection, TEXT } from '../../../subgraphs/shared/mongo/schema-parts.js';
import { queriesOf } from '../../support/count-queries.js';
import { openFreshDatabase } from '../../support/database.js';

describe('the collections of a database', () => {
  let database: Database;
  let models: Model<unknown>[];

  beforeAll(async () => {
    database = await openFreshDatabase();
    const towns = collection('towns', { _id: TEXT, name: TEXT, country: TEXT })
      .index({ name: 1 }, { name: 'towns_by_name', unique: true })
      .index({ country: 1, name: -1 }, { name: 'towns_by_country' });
    const notes = collection('notes', { _id: TEXT });
    models = [
      database.connection.model('Town', towns),
      database.connection.model('Note', notes),
    ] as unknown as Model<unknown>[];
  });
  afterAll(() => database.close());

  it('are made with all their indexes by one command each, and as often as one likes', async () => {
    const first = await queriesOf(() => prepareCollections(models));
    const second = await queriesOf(() => prepareCollections(models));

    expect(first.filter((query) => query.startsWith('towns'))).toEqual(['towns.createIndexes']);
    expect(second).toEqual(first);
    expect(await database.connection.collection('towns').indexes()).toMatchObject([
      { name: '_id_' },
      { name: 'towns_by_name', key: { name: 1 }, unique: true },
      { name: 'towns_by_country', key: { country: 1, name: -1 } },
    ]);
    const made = await database.connection.listCollections();
    expect(made.map(({ name }) => name)).toEqual(expect.arrayContaining(['towns', 'notes']));
  });
});
