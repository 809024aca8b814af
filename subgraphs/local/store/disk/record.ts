import { crc32 } from 'node:zlib';
import type { RawDocument } from '../bson/encode.js';

const CHECKSUM_BYTES = 4;

/** Where a record lies: its table, and its key there. */
export type RecordKey = readonly [table: string, ...key: readonly (string | number)[]];

/** The checksum is of the key, too: what has come to lie in another's place is not whole. */
const checksum = (key: RecordKey, bytes: Buffer): number => crc32(bytes, crc32(key.join('/')));

/** A document as it is stored since format 2: followed by its checksum (CRC-32, little-endian). */
export function sealRecord(key: RecordKey, bytes: RawDocument): Buffer {
  const sealed = Buffer.allocUnsafe(bytes.length + CHECKSUM_BYTES);
  bytes.copy(sealed);
  sealed.writeUInt32LE(checksum(key, bytes), bytes.length);
  return sealed;
}

/** @returns The document, a copy; null where it is not what was stored. */
export function openRecord(key: RecordKey, stored: Uint8Array): RawDocument | null {
  const sealed = Buffer.from(stored);
  const end = sealed.length - CHECKSUM_BYTES;
  if (end < 0) return null;
  const bytes = sealed.subarray(0, end);
  return sealed.readUInt32LE(end) === checksum(key, bytes) ? bytes : null;
}
