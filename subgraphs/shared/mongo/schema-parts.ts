import { Schema } from 'mongoose';
import { validateWrites } from './validate-writes.js';

// By itself mongoose would refuse an empty text where one is required.
Schema.Types.String.checkRequired((text) => typeof text === 'string');

/** All fields that a record has, and none that it lacks: both are the compiler's to find. */
type FieldsOf<Row> = Readonly<Record<keyof Row, unknown>>;

/** Of every schema: an unknown field is an error, and what is empty stays. */
const STRICT = { minimize: false, strict: 'throw' } as const;

/** The schema of a part of a document. */
export function part<Row>(fields: FieldsOf<Row>): Schema {
  return new Schema(fields as Record<string, object>, { _id: false, ...STRICT });
}

/** The schema of a collection: nothing is made by itself, and whatever is written is validated. */
export function collection<Row>(name: string, fields: FieldsOf<Row>): Schema {
  const schema = new Schema(fields as Record<string, object>, {
    collection: name,
    autoIndex: false,
    autoCreate: false,
    versionKey: false,
    ...STRICT,
  });
  validateWrites(schema);
  return schema;
}

// Fields that are always there. An empty text or list is there too; null is not.

export const TEXT = { type: String, required: true } as const;
export const FLAG = { type: Boolean, required: true } as const;
export const DATE = { type: Date, required: true } as const;

/** One of a closed set. */
export function oneOf(names: readonly string[]) {
  return { type: String, required: true, enum: [...names] };
}

/** A number in a range, both ends included. */
export function number(min: number, max = Infinity) {
  return { type: Number, required: true, min, max };
}

/** A whole number in a range, both ends included: counts, minutes, minor units of money. */
export function whole(min: number, max?: number) {
  return { ...number(min, max), validate: isWholeOrNull };
}

/** A list. Without a default, which would stand in for one that was forgotten. */
export function listOf(item: unknown) {
  return { type: [item], required: true, default: undefined };
}

/** A part of its own. */
export function one(schema: Schema) {
  return { type: schema, required: true };
}

/** The same field where it may be null, or absent. */
export function orNull<Field extends object>(field: Field): Field & { readonly required: false } {
  return { ...field, required: false };
}

function isWholeOrNull(value: unknown): boolean {
  return value === null || Number.isInteger(value);
}
