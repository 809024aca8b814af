import type { Collection, mongo } from 'mongoose';

/** Of a model, whatever its rows: what its collection is made by. */
interface CollectionModel {
  readonly collection: Collection;
  readonly schema: { indexes(): readonly (readonly [key: object, options: object])[] };
  createCollection(): Promise<unknown>;
}

/** Makes collections with their indexes, where they are missing: one command each, one after another. */
export async function prepareCollections(models: Iterable<CollectionModel>): Promise<void> {
  for (const model of models) {
    const indexes = model.schema.indexes().map(([key, options]) => ({ ...options, key }));
    // Making an index makes the collection too.
    if (indexes.length === 0) await model.createCollection();
    else await model.collection.createIndexes(indexes as mongo.IndexDescription[]);
  }
}
