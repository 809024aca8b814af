import { Binary, BSONRegExp, Code, Decimal128, Double, MinKey, ObjectId, Timestamp } from 'bson';
import { parseDecimal, splitAtDouble, type Decimal } from './decimal.js';
import type { Value } from './value.js';

/**
 * MongoDB's one order of all values, as strings of bytes (code units 0–255): comparing two keys with
 * `<` compares the values, equal keys mean equal values, and no key is a prefix of another. Sorts,
 * ranges, indexes, unique checks and `distinct` all use these keys. The order of types is that of
 * MongoDB's manual, "Comparison/Sort Order"; strings compare by their UTF-8 bytes.
 */
export type OrderKey = string;

const TYPE = {
  minKey: '\x01',
  undefined: '\x02',
  null: '\x03',
  number: '\x04',
  string: '\x05',
  object: '\x06',
  array: '\x07',
  binData: '\x08',
  objectId: '\x09',
  bool: '\x0a',
  date: '\x0b',
  timestamp: '\x0c',
  regex: '\x0d',
  code: '\x0e',
  maxKey: '\xf0',
} as const;

/** Above every key that starts with the same prefix. */
export const AFTER = '\uffff';

/** The key of a missing field and of null, which sort and index alike. */
export const NULL_KEY: OrderKey = TYPE.null;

/** The key MongoDB indexes and sorts an empty array by: below null. */
export const EMPTY_ARRAY_KEY: OrderKey = TYPE.undefined;

/** The key of one value. */
export function orderKey(value: Value): OrderKey {
  if (typeof value === 'number') return TYPE.number + doubleBytes(value) + '\0';
  if (typeof value === 'string') return TYPE.string + stringBytes(value);
  if (typeof value === 'boolean') return value ? `${TYPE.bool}\x01` : `${TYPE.bool}\0`;
  if (typeof value === 'bigint') return TYPE.number + longBytes(value);
  return objectKey(value);
}

/** Negative, zero or positive as `left` sorts before, with or after `right`. */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === 'number' && typeof right === 'number' && left === left && right === right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const leftKey = orderKey(left);
  const rightKey = orderKey(right);
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

export function equalValues(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  return compareValues(left, right) === 0;
}

/** The key in a descending index or sort: every byte turned round. */
export function invertKey(key: OrderKey): OrderKey {
  let inverted = '';
  for (let index = 0; index < key.length; index += 1) {
    inverted += String.fromCharCode(255 - key.charCodeAt(index));
  }
  return inverted;
}

function objectKey(value: Exclude<Value, number | string | boolean | bigint>): OrderKey {
  if (value === null) return TYPE.null;
  if (value instanceof ObjectId) return TYPE.objectId + latin1(value.id);
  if (value instanceof Date) return TYPE.date + doubleBytes(value.getTime());
  if (value instanceof Map) {
    let key: string = TYPE.object;
    for (const [name, field] of value) {
      const fieldKey = orderKey(field);
      key += `${fieldKey.charAt(0)}${utf8(name)}\0${fieldKey.slice(1)}`;
    }
    return `${key}\0`;
  }
  if (Array.isArray(value)) return `${TYPE.array}${value.map(orderKey).join('')}\0`;
  if (value instanceof Double) return TYPE.number + doubleBytes(value.value) + '\0';
  if (value instanceof Decimal128) return TYPE.number + decimalBytes(value.toString());
  if (value instanceof Binary) {
    const bytes = value.buffer.subarray(0, value.position);
    const length = uint32Bytes(bytes.length);
    return TYPE.binData + length + String.fromCharCode(value.sub_type) + latin1(bytes);
  }
  if (value instanceof Timestamp) {
    return TYPE.timestamp + uint32Bytes(value.t) + uint32Bytes(value.i);
  }
  if (value instanceof BSONRegExp) {
    return TYPE.regex + stringBytes(value.pattern) + stringBytes(value.options);
  }
  if (value instanceof Code) return TYPE.code + stringBytes(value.code);
  return value instanceof MinKey ? TYPE.minKey : TYPE.maxKey;
}

const scratch = new DataView(new ArrayBuffer(8));

/** Eight bytes that order as doubles do; NaN first, minus zero with zero. */
function doubleBytes(value: number): string {
  if (value !== value) return '\0\0\0\0\0\0\0\0';
  scratch.setFloat64(0, value === 0 ? 0 : value);
  let high = scratch.getUint32(0);
  let low = scratch.getUint32(4);
  if (high >= 0x80000000) {
    high = ~high >>> 0;
    low = ~low >>> 0;
  } else {
    high = (high | 0x80000000) >>> 0;
  }
  return uint32Bytes(high) + uint32Bytes(low);
}

function uint32Bytes(value: number): string {
  return String.fromCharCode(
    value >>> 24,
    (value >>> 16) & 0xff,
    (value >>> 8) & 0xff,
    value & 0xff,
  );
}

function longBytes(value: bigint): string {
  const nearest = Number(value);
  if (Number.isSafeInteger(nearest)) return doubleBytes(nearest) + '\0';
  return exactBytes({ coefficient: value, exponent: 0 });
}

function decimalBytes(text: string): string {
  const nearest = Number(text);
  if (text.endsWith('NaN') || text.endsWith('Infinity')) return doubleBytes(nearest) + '\0';
  return exactBytes(parseDecimal(text));
}

/** The double at or below, then how far above it: a zero byte when exact, so all numbers interleave. */
function exactBytes(value: Decimal): string {
  const { floor, rest } = splitAtDouble(value);
  if (rest.coefficient === 0n) return doubleBytes(floor) + '\0';
  const all = String(rest.coefficient);
  const digits = all.replace(/0+$/, '');
  const magnitude = rest.exponent + all.length - 1 + 0x8000;
  const size = String.fromCharCode(magnitude >>> 8, magnitude & 0xff);
  return `${doubleBytes(floor)}\x01${size}${digits}\0`;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Bytes as UTF-8; a lone ASCII check avoids the copy for nearly all strings. */
function utf8(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return Buffer.from(text, 'utf8').toString('latin1');
  }
  return text;
}

/** Zero bytes inside are escaped, so that the two zero bytes at the end mean the end. */
function stringBytes(text: string): string {
  const bytes = utf8(text);
  return `${bytes.includes('\0') ? bytes.replaceAll('\0', '\0\xff') : bytes}\0\0`;
}
