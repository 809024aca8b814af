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
import { CommandError } from './errors.js';
import { isInt32, MAX_DEPTH, type Doc } from './value.js';

/** Documents as stored, put into a reply without being decoded. */
export type RawDocument = Buffer;

/** Grows to the largest document written; shared, since encoding never yields. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/**
 * Writes one document into a buffer of its own.
 * @param doc - Its values may also be plain objects (for replies; `undefined` fields are left out)
 * and raw documents.
 * @throws CommandError 15 when it is nested too deeply, which no change of a document may make it.
 */
export function encodeDocument(doc: Doc | Readonly<Record<string, unknown>>): RawDocument {
  const end = writeDocument(doc instanceof Map ? doc : Object.entries(doc), 0, 0);
  const bytes = Buffer.allocUnsafeSlow(end);
  scratch.copy(bytes, 0, 0, end);
  return bytes;
}

function reserve(end: number): void {
  if (end <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(end, scratch.length * 2));
  scratch.copy(larger);
  scratch = larger;
}

function writeDocument(
  fields: Iterable<readonly [string, unknown]>,
  start: number,
  depth: number,
): number {
  checkDepth(depth);
  let at = start + 4;
  reserve(at);
  for (const [name, value] of fields) {
    if (value !== undefined) at = writeElement(name, value, at, depth);
  }
  return finish(start, at);
}

function writeArray(values: readonly unknown[], start: number, depth: number): number {
  checkDepth(depth);
  let at = start + 4;
  reserve(at);
  for (let index = 0; index < values.length; index += 1) {
    at = writeElement(String(index), values[index] ?? null, at, depth);
  }
  return finish(start, at);
}

function checkDepth(depth: number): void {
  if (depth <= MAX_DEPTH) return;
  throw new CommandError(15, `A document exceeds ${MAX_DEPTH} levels of nesting`);
}

function finish(start: number, at: number): number {
  reserve(at + 1);
  scratch[at] = 0;
  scratch.writeInt32LE(at + 1 - start, start);
  return at + 1;
}

function writeCString(text: string, at: number): number {
  reserve(at + text.length * 3 + 1);
  const end = at + scratch.write(text, at, 'utf8');
  scratch[end] = 0;
  return end + 1;
}

function writeString(text: string, at: number): number {
  const end = writeCString(text, at + 4);
  scratch.writeInt32LE(end - at - 4, at);
  return end;
}

function writeElement(name: string, value: unknown, start: number, depth: number): number {
  const at = writeCString(name, start + 1);
  reserve(at + 16);
  const typed = (type: number, end: number): number => {
    scratch[start] = type;
    return end;
  };
  switch (typeof value) {
    case 'string':
      return typed(0x02, writeString(value, at));
    case 'number':
      return isInt32(value)
        ? typed(0x10, scratch.writeInt32LE(value, at))
        : typed(0x01, scratch.writeDoubleLE(value, at));
    case 'bigint':
      return typed(0x12, scratch.writeBigInt64LE(value, at));
    case 'boolean':
      scratch[at] = value ? 1 : 0;
      return typed(0x08, at + 1);
    case 'object':
      return writeObject(value, at, typed, depth + 1);
    case 'undefined':
    case 'function':
    case 'symbol':
      throw new TypeError(`BSON cannot hold a ${typeof value} (field "${name}").`);
  }
}

function writeObject(
  value: object | null,
  at: number,
  typed: (type: number, end: number) => number,
  depth: number,
): number {
  if (value === null) return typed(0x0a, at);
  if (value instanceof Map) return typed(0x03, writeDocument(value as Doc, at, depth));
  if (Array.isArray(value)) return typed(0x04, writeArray(value, at, depth));
  if (value instanceof ObjectId) return typed(0x07, writeBytes(value.id, at));
  if (value instanceof Date) {
    return typed(0x09, scratch.writeBigInt64LE(BigInt(value.getTime() || 0), at));
  }
  if (Buffer.isBuffer(value)) return typed(0x03, writeBytes(value, at));
  if (value instanceof Double) return typed(0x01, scratch.writeDoubleLE(value.value, at));
  if (value instanceof Decimal128) return typed(0x13, writeBytes(value.bytes, at));
  if (value instanceof Binary) {
    const bytes = value.buffer.subarray(0, value.position);
    scratch.writeInt32LE(bytes.length, at);
    scratch[at + 4] = value.sub_type;
    return typed(0x05, writeBytes(bytes, at + 5));
  }
  if (value instanceof BSONRegExp) {
    return typed(0x0b, writeCString(value.options, writeCString(value.pattern, at)));
  }
  if (value instanceof Timestamp) {
    scratch.writeUInt32LE(value.i, at);
    return typed(0x11, scratch.writeUInt32LE(value.t, at + 4));
  }
  if (value instanceof Code) return typed(0x0d, writeString(value.code, at));
  if (value instanceof MinKey) return typed(0xff, at);
  if (value instanceof MaxKey) return typed(0x7f, at);
  return typed(0x03, writeDocument(Object.entries(value), at, depth));
}

function writeBytes(bytes: Uint8Array, at: number): number {
  reserve(at + bytes.length);
  scratch.set(bytes, at);
  return at + bytes.length;
}
