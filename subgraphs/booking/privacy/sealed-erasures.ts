import { compactVerify, CompactSign, errors } from 'jose';
import { z } from 'zod';
import type { ErasureRecord } from './erasure-records.js';

const Digest = z.string().regex(/^[\w-]{43}$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Instant = z.iso.datetime().transform((text) => new Date(text));

/** What of an erasure stays the same however far it has come. */
const Sealed = z.strictObject({
  ...{ id: z.uuid(), keyHash: Hash, bodyHash: Hash, at: Instant, askedAt: Instant },
  ...{ digests: z.array(Digest).max(2), orders: z.array(z.string()) },
  ...{ isHere: z.boolean(), owners: z.array(z.string()) },
});

const HEADER = { alg: 'HS256' } as const;

/**
 * An erasure in a text that only who has the key can make: owners keep it, and a database that has lost the erasure takes it back from
 * them. A JWS in its compact form (RFC 7515), with HMAC-SHA-256; it can be read without the key, and has digests for address and number.
 */
export async function sealErasure(key: Uint8Array, erasure: ErasureRecord): Promise<string> {
  const { _id: id, keyHash, bodyHash, at, askedAt, digests, orders, isHere, owners } = erasure;
  const sealed: z.input<typeof Sealed> = {
    ...{ id, keyHash, bodyHash, at: at.toISOString(), askedAt: askedAt.toISOString() },
    ...{ digests, orders, isHere, owners: owners.map(({ cooperative }) => cooperative) },
  };
  return new CompactSign(Buffer.from(JSON.stringify(sealed))).setProtectedHeader(HEADER).sign(key);
}

/** The erasure in a text, as if nothing had been done of it; null where the text was not made with this key. */
export async function openErasure(key: Uint8Array, text: string): Promise<ErasureRecord | null> {
  try {
    const { payload } = await compactVerify(text, key, { algorithms: [HEADER.alg] });
    const parsed = Sealed.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')));
    if (!parsed.success) return null;
    const { id, owners, ...rest } = parsed.data;
    return {
      ...{ _id: id, ...rest, isDoneHere: !rest.isHere },
      owners: owners.map((cooperative) => ({ cooperative, doneAt: null })),
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
