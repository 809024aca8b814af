import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { z } from 'zod';
import {
  isOwnKid,
  RECORD_SIGNER,
  toTrustedKey,
  type PublicJwk,
} from '../../shared/identity/processes/public-keys.js';
import { RECORD_VERSION, type KeptRecord, type OpenedRecord } from './kept-record.js';
import { hashOf, RECORD_TYPE } from './seal-record.js';

/** Every reason for which a record is refused, in the order in which they are looked for, and what was wanted. */
export const RECORD_REFUSALS = {
  'malformed-record': 'wanted a JWS in its compact form, in base64url as it is written.',
  'wrong-type': `wanted a JWS of the type "${RECORD_TYPE}".`,
  'wrong-algorithm': 'wanted a record signed with EdDSA.',
  'unknown-key': `wanted a record signed with a key of "${RECORD_SIGNER}" that is among those given.`,
  'renamed-key': 'wanted a key whose "kid" is its thumbprint: the keys were changed.',
  'wrong-signature': 'wanted a record whose signature is that of its key: it was changed.',
  'retired-key': 'wanted a record that was signed before its key was retired.',
  'unknown-form': `wanted a record of version ${RECORD_VERSION}.`,
} as const satisfies Readonly<Record<string, string>>;

export type RecordRefusal = keyof typeof RECORD_REFUSALS;

const Header = z.object({ alg: z.string(), kid: z.string(), typ: z.string(), iat: z.int() });

/** What tells that a payload is a record; whatever else is in it, the network has signed. */
const Content = z.looseObject({
  version: z.literal(RECORD_VERSION),
  ...{ id: z.string(), at: z.string(), organisation: z.string(), title: z.string().nullable() },
  ...{ procurement: z.looseObject({}), need: z.looseObject({}), result: z.looseObject({}) },
  answers: z.array(z.looseObject({})),
});

/**
 * Verifies a record. Needs nothing but the two: no network, no clock.
 * @param keys - As the catalogue publishes them, retired ones too.
 */
export async function openRecord(
  jws: string,
  keys: readonly PublicJwk[],
): Promise<OpenedRecord | RecordRefusal> {
  const header = jws.split('.').every(isBase64url) ? readHeader(jws) : null;
  if (header === null) return 'malformed-record';
  if (header['typ'] !== RECORD_TYPE) return 'wrong-type';
  if (header['alg'] !== 'EdDSA') return 'wrong-algorithm';
  const { data: { kid, iat } = {} } = Header.safeParse(header);
  if (kid === undefined || iat === undefined) return 'malformed-record';
  const key = keys.find((each) => each.kid === kid && each.iss === RECORD_SIGNER);
  if (key === undefined) return 'unknown-key';
  if (!isOwnKid(key)) return 'renamed-key';
  const { publicKey, retireAt } = toTrustedKey(key);
  const payload = await readPayload(jws, publicKey);
  if (payload === null) return 'wrong-signature';
  if (retireAt !== null && iat * 1_000 >= retireAt) return 'retired-key';
  const record = readContent(payload);
  if (record === null) return 'unknown-form';
  return { record, hash: hashOf(payload), kid, signedAt: new Date(iat * 1_000) };
}

/** Of octets there is one text alone: decoders take others too, whose last character has bits that are not used (RFC 4648, 3.5). */
function isBase64url(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function readHeader(jws: string): Readonly<Record<string, unknown>> | null {
  try {
    return decodeProtectedHeader(jws);
  } catch {
    return null;
  }
}

async function readPayload(
  jws: string,
  key: ReturnType<typeof toTrustedKey>['publicKey'],
): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(jws, key, { algorithms: ['EdDSA'] })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function readContent(payload: Uint8Array): KeptRecord | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return Content.safeParse(json).success ? (json as KeptRecord) : null;
  } catch {
    return null;
  }
}
