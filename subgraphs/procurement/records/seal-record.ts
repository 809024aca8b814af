import canonicalize from 'canonicalize';
import { CompactSign } from 'jose';
import { createHash } from 'node:crypto';
import type { ProcessKey } from '../../shared/identity/processes/process-key.js';

/** `typ` of the header (RFC 8725, 3.11): neither is a record taken for a signed request, nor a signed request for a record. */
export const RECORD_TYPE = 'hub-search-record+jws';

/** As JSON. So large a record is a JWS of 4 MB, which fits into an answer of the gateway (RESPONSE_LIMIT_BYTES). */
export const LARGEST_RECORD_BYTES = 3_000_000;

/** JSON of which there is one text alone (RFC 8785), in UTF-8. @throws Error for what is no JSON, such as half of a character. */
export function canonicalJson(value: object): Buffer {
  return Buffer.from(canonicalize(value) ?? '');
}

/** SHA-256 in lower-case hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Signs a record: a JWS in its compact form (RFC 7515), whose payload is the canonical JSON. Its header says with which key, and when by
 * the machine's clock (`iat`, in seconds since 1970), for that of the network may stand still.
 * @param content - Of a `KeptRecord`, by `canonicalJson`.
 * @param key - Of the procurement process.
 */
export function signContent(content: Uint8Array, key: ProcessKey, now: Date): Promise<string> {
  const iat = Math.floor(now.getTime() / 1_000);
  return new CompactSign(content)
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: RECORD_TYPE, iat })
    .sign(key.privateKey);
}
