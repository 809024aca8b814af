import type { Model, Schema } from 'mongoose';

type Fields = Readonly<Record<string, unknown>>;

/** What of an update puts values into a document. */
interface Update {
  readonly $set?: Fields;
  readonly $setOnInsert?: Fields;
}

/**
 * Has mongoose validate updates and replacements of a collection as it validates what is inserted: a write of an invalid value
 * is refused with a `ValidationError`, before anything is sent. An update that may insert is validated as the document that it
 * would insert. What `$inc` makes of a number is not looked at.
 */
export function validateWrites(schema: Schema): void {
  schema.pre(['updateOne', 'updateMany', 'findOneAndUpdate'], async function () {
    if (this.getOptions().upsert) {
      await validateWhole(
        this.model as Model<unknown>,
        this.getFilter(),
        (this.getUpdate() ?? {}) as Update,
      );
    } else {
      this.setOptions({ runValidators: true });
    }
  });
  schema.pre('replaceOne', { query: true, document: false }, function () {
    this.setOptions({ runValidators: true });
  });
  schema.pre('bulkWrite', async function (writes) {
    for (const write of writes) {
      // Whole documents are validated by `bulkWrite` itself.
      if (!('updateOne' in write)) continue;
      await validateFields(this as Model<unknown>, write.updateOne.update as Update);
    }
  });
}

/** Validates what an update inserts where its filter finds nothing. @throws ValidationError naming every field at fault. */
async function validateWhole(
  model: Model<unknown>,
  filter: Fields,
  { $set = {}, $setOnInsert = {} }: Update,
): Promise<void> {
  const equalities = Object.entries(filter).filter(([field]) => !field.startsWith('$'));
  const document = { ...Object.fromEntries(equalities), ...$setOnInsert, ...$set };
  await new model(document).validate();
}

/** Validates the values that an update sets. @throws ValidationError naming the field at fault. */
async function validateFields(model: Model<unknown>, { $set = {} }: Update): Promise<void> {
  // One by one: of several fields of one part mongoose would overlook some.
  for (const [path, value] of Object.entries($set)) {
    await new model({ [path]: value }).validate([path]);
  }
}
