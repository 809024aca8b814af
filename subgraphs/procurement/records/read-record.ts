import { decodeProtectedHeader } from 'jose';
import type { SearchRecord } from '../store/records.js';
import type { KeptRecord, OpenedRecord } from './kept-record.js';

/** A record of one's own store, which nobody verifies here. */
export interface ReadRecord extends OpenedRecord {
  readonly jws: string;
}

/** Reads what is in a stored record. Cost: up to 4 MB of JSON. */
export function readRecord({ jws, hash }: SearchRecord): ReadRecord {
  const [, payload = ''] = jws.split('.');
  const { kid = '', iat } = decodeProtectedHeader(jws);
  return {
    record: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as KeptRecord,
    ...{ jws, hash, kid, signedAt: new Date(Number(iat) * 1_000) },
  };
}
