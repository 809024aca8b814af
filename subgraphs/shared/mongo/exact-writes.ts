import type { Model, QueryFilter } from 'mongoose';

/** What has no value is left out, as mongoose does. */
const AS_MONGOOSE = { ignoreUndefined: true } as const;

/**
 * Inserts a document whose values have the very types that are stored. It is validated once, and not cast again on its way: of a large
 * document that is half of what writing it costs.
 * @throws ValidationError before anything is sent.
 */
export async function insertExactly<Row extends object>(
  model: Model<Row>,
  row: Row,
  maxTimeMS: number,
): Promise<void> {
  await new model(row).validate();
  await model.collection.insertOne({ ...row }, { ...AS_MONGOOSE, maxTimeMS });
}

/**
 * Sets fields of the one document that matches, as `insertExactly` inserts one.
 * @returns Whether there was one.
 * @throws ValidationError before anything is sent.
 */
export async function setExactly<Row extends object>(
  model: Model<Row>,
  filter: QueryFilter<Row>,
  fields: Partial<Row>,
  maxTimeMS: number,
): Promise<boolean> {
  await new model(fields).validate(Object.keys(fields));
  const { matchedCount } = await model.collection.updateOne(
    filter as object,
    { $set: fields },
    { ...AS_MONGOOSE, maxTimeMS },
  );
  return matchedCount === 1;
}
