import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** A document with its fields in stored order: a plain object would move integer-like keys first. */
export type Doc = Map<string, Value>;

/**
 * One BSON value. Integers of 32 bits and all doubles are `number`, except a double that is a whole
 * number of 32 bits, which stays a `Double` so that its type survives; 64-bit integers are `bigint`.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Double
  | Decimal128
  | ObjectId
  | Binary
  | BSONRegExp
  | Timestamp
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

/** MongoDB refuses deeper nesting too; the limit also keeps hostile input off the call stack. */
export const MAX_DEPTH = 180;

export type Numeric = number | bigint | Double | Decimal128;

export function isDoc(value: unknown): value is Doc {
  return value instanceof Map;
}

export function isNumeric(value: Value | undefined): value is Numeric {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Double ||
    value instanceof Decimal128
  );
}

/** True for what BSON stores as a 32-bit integer: whole, in range, and not minus zero. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** The nearest double; loses precision for large 64-bit integers and decimals. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return Number(value.toString());
}

const numberByAlias: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** The BSON type number of a `$type` alias; undefined when there is no such alias. */
export function typeNumberOf(alias: string): number | undefined {
  return numberByAlias[alias];
}

export function isTypeNumber(number: number): boolean {
  return Object.values(numberByAlias).includes(number);
}

/** The `$type` alias of a value, as error messages name it. */
export function typeAliasOf(value: Value): string {
  const wanted = bsonTypeOf(value);
  return Object.keys(numberByAlias).find((alias) => numberByAlias[alias] === wanted) ?? 'unknown';
}

/** The BSON type number (spec: bsonspec.org), with -1 for MinKey. */
export function bsonTypeOf(value: Value): number {
  if (typeof value === 'number') return isInt32(value) ? 16 : 1;
  if (typeof value === 'string') return 2;
  if (typeof value === 'boolean') return 8;
  if (typeof value === 'bigint') return 18;
  return objectTypeOf(value);
}

function objectTypeOf(value: Exclude<Value, number | string | boolean | bigint>): number {
  if (value === null) return 10;
  if (value instanceof Map) return 3;
  if (Array.isArray(value)) return 4;
  if (value instanceof ObjectId) return 7;
  if (value instanceof Date) return 9;
  if (value instanceof Double) return 1;
  if (value instanceof Decimal128) return 19;
  if (value instanceof Binary) return 5;
  if (value instanceof BSONRegExp) return 11;
  if (value instanceof Timestamp) return 17;
  if (value instanceof Code) return 13;
  return value instanceof MinKey ? -1 : 127;
}

/** A value as MongoDB writes it in messages, such as `{ a: "x", b: ObjectId('…') }`. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Map) {
    const fields = [...value].map(([name, field]) => `${String(name)}: ${formatValue(field)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[ ${value.map(formatValue).join(', ')} ]`;
  }
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Double) return formatDouble(value.value);
  if (value instanceof Binary) return `BinData(${value.sub_type}, ${value.toString('hex')})`;
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof MinKey) return 'MinKey';
  if (value instanceof MaxKey) return 'MaxKey';
  if (value instanceof Code) return value.code;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return value instanceof Decimal128 ? value.toString() : JSON.stringify(value);
}

function formatDouble(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
