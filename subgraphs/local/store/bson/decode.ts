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
import { isInt32, MAX_DEPTH, type Doc, type Value } from './value.js';

/** The furthest that a `Date` can be from 1970, in milliseconds. */
const MAX_DATE_MS = 8_640_000_000_000_000n;

/** Bytes that are not a BSON document; whoever sent them loses the connection. */
export class MalformedBsonError extends Error {
  constructor(message: string) {
    super(`Malformed BSON: ${message}`);
    this.name = 'MalformedBsonError';
  }
}

/**
 * Reads one document that fills `bytes` exactly. Copies what it keeps, so `bytes` may be reused.
 * @throws MalformedBsonError
 * @throws CommandError 238 for what could not be given back as it came: BSON's deprecated types, dates beyond JavaScript's,
 * two fields of one name.
 */
export function decodeDocument(bytes: Buffer): Doc {
  const reader = new Reader(bytes);
  const doc = reader.document(0);
  if (reader.position !== bytes.length) {
    throw new MalformedBsonError('the length does not fit the bytes given');
  }
  return doc;
}

/**
 * Reads of one stored document only the fields of these names at its top: what a filter looks at is little of what it holds.
 * @throws MalformedBsonError
 */
export function decodeFields(bytes: Buffer, names: ReadonlySet<string>): Doc {
  return new Reader(bytes).document(0, names);
}

/** Length in bytes of the document that starts at `offset`. @throws MalformedBsonError */
export function documentLength(bytes: Buffer, offset: number, limit: number): number {
  if (offset + 5 > limit) throw new MalformedBsonError('a document is cut off');
  const length = bytes.readInt32LE(offset);
  if (length < 5 || offset + length > limit) {
    throw new MalformedBsonError(`a document claims ${length} bytes`);
  }
  return length;
}

/** Names of fields read lately, by a hash of their bytes; one that collides takes the other's place. */
const NAMES_MASK = 1_023;
const names: (string | undefined)[] = Array.from({ length: NAMES_MASK + 1 });

/** Whether the text is there, one byte a character: never so for a text beyond ASCII, whose bytes are more. */
function isAt(text: string, bytes: Buffer, start: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f || code !== bytes[start + index]) return false;
  }
  return true;
}

function notKept(what: string): CommandError {
  return new CommandError(238, `The embedded store does not keep ${what}`);
}

class Reader {
  position = 0;

  constructor(private readonly bytes: Buffer) {}

  /** @param only - Names of the fields that are wanted; all where absent. */
  document(depth: number, only?: ReadonlySet<string>): Doc {
    const doc: Doc = new Map();
    const end = this.#enter(depth);
    let fields = 0;
    while (this.position < end) {
      const type = this.#byte(end);
      const name = this.#name(end);
      if (only?.has(name) === false) {
        this.#skip(type, end, depth);
        continue;
      }
      doc.set(name, this.#value(type, end, depth));
      fields += 1;
      if (doc.size < fields) throw notKept(`two fields '${name}' in one document`);
    }
    this.#leave(end);
    return doc;
  }

  #array(depth: number): Value[] {
    const values: Value[] = [];
    const end = this.#enter(depth);
    while (this.position < end) {
      const type = this.#byte(end);
      while (this.#byte(end) !== 0);
      values.push(this.#value(type, end, depth));
    }
    this.#leave(end);
    return values;
  }

  /** Steps into a document and returns where its closing zero byte must be. */
  #enter(depth: number): number {
    if (depth > MAX_DEPTH) throw new MalformedBsonError('nested too deeply');
    const length = documentLength(this.bytes, this.position, this.bytes.length);
    const end = this.position + length - 1;
    this.position += 4;
    return end;
  }

  #leave(end: number): void {
    if (this.position !== end || this.bytes[end] !== 0) {
      throw new MalformedBsonError('a document does not end where it says');
    }
    this.position = end + 1;
  }

  #byte(end: number): number {
    if (this.position >= end) throw new MalformedBsonError('a field is cut off');
    return this.bytes[this.position++] as number;
  }

  #take(length: number, end: number): number {
    const start = this.position;
    if (length < 0 || start + length > end) throw new MalformedBsonError('a value is cut off');
    this.position = start + length;
    return start;
  }

  #cString(end: number): string {
    const start = this.position;
    let isAscii = true;
    let byte = this.#byte(end);
    while (byte !== 0) {
      if (byte > 0x7f) isAscii = false;
      byte = this.#byte(end);
    }
    return this.bytes.toString(isAscii ? 'latin1' : 'utf8', start, this.position - 1);
  }

  /** A field's name. The same few come again and again: most are found among those read before, without making a string. */
  #name(end: number): string {
    const { bytes } = this;
    const start = this.position;
    let hash = 0;
    let at = start;
    for (let byte = bytes[at]; byte !== 0 && byte !== undefined; byte = bytes[++at]) {
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const known = names[hash & NAMES_MASK];
    if (known?.length === at - start && at < end && isAt(known, bytes, start)) {
      this.position = at + 1;
      return known;
    }
    const name = this.#cString(end);
    names[hash & NAMES_MASK] = name;
    return name;
  }

  #string(end: number): string {
    const length = this.bytes.readInt32LE(this.#take(4, end));
    if (length < 1) throw new MalformedBsonError('a string has no room for its end');
    const start = this.#take(length, end);
    if (this.bytes[start + length - 1] !== 0) throw new MalformedBsonError('a string has no end');
    return this.bytes.toString('utf8', start, start + length - 1);
  }

  /** Passes over a value, as far as possible without reading it. */
  #skip(type: number, end: number, depth: number): void {
    switch (type) {
      case 0x02:
      case 0x0e:
        this.#take(4 + this.bytes.readInt32LE(this.position), end);
        return;
      case 0x03:
      case 0x04:
        this.#take(documentLength(this.bytes, this.position, end), end);
        return;
      case 0x01:
      case 0x09:
      case 0x12:
        this.#take(8, end);
        return;
      default:
        this.#value(type, end, depth);
    }
  }

  #value(type: number, end: number, depth: number): Value {
    switch (type) {
      case 0x01: {
        const number = this.bytes.readDoubleLE(this.#take(8, end));
        return isInt32(number) ? new Double(number) : number;
      }
      case 0x02:
        return this.#string(end);
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.#array(depth + 1);
      case 0x05:
        return this.#binary(end);
      case 0x0a:
        return null;
      case 0x07:
        return new ObjectId(this.#copy(12, end));
      case 0x08:
        return this.bytes[this.#take(1, end)] === 1;
      case 0x09:
        return this.#date(end);
      case 0x0b:
        return new BSONRegExp(this.#cString(end), this.#cString(end));
      case 0x0d:
        return new Code(this.#string(end));
      case 0x10:
        return this.bytes.readInt32LE(this.#take(4, end));
      case 0x11: {
        const start = this.#take(8, end);
        const [i, t] = [this.bytes.readUInt32LE(start), this.bytes.readUInt32LE(start + 4)];
        return new Timestamp({ t, i });
      }
      case 0x12:
        return this.bytes.readBigInt64LE(this.#take(8, end));
      case 0x13:
        return new Decimal128(this.#copy(16, end));
      case 0x7f:
        return new MaxKey();
      case 0xff:
        return new MinKey();
      case 0x06:
      case 0x0c:
      case 0x0e:
      case 0x0f:
        throw notKept(`BSON's deprecated type ${type}`);
      default:
        throw new MalformedBsonError(`unknown type ${type}`);
    }
  }

  #date(end: number): Date {
    const ms = this.bytes.readBigInt64LE(this.#take(8, end));
    if (ms > MAX_DATE_MS || ms < -MAX_DATE_MS) throw notKept(`the date ${String(ms)}`);
    return new Date(Number(ms));
  }

  #binary(end: number): Binary {
    const length = this.bytes.readInt32LE(this.#take(4, end));
    const subType = this.#byte(end);
    return new Binary(this.#copy(length, end), subType);
  }

  #copy(length: number, end: number): Uint8Array {
    const start = this.#take(length, end);
    return Uint8Array.prototype.slice.call(this.bytes, start, start + length);
  }
}
