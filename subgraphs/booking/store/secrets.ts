import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

// Sealed with AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new proof of ownership: 128 random bits, 22 characters that may stand in a URL. */
export function createSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** What is stored of a secret. It is random enough for a plain hash to keep it. */
export function hashSecret(secret: string): string {
  return sha256(`secret\n${secret}`);
}

/** Whether what was given is the secret of which the hash is stored; takes the same time whatever was given. */
export function isSecret(hash: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashSecret(given), 'hex'));
}

/**
 * Closes a secret so that only who sends the same command again can have it: the key is made of the caller's idempotency
 * key, of which the database holds a hash only.
 * @param canonicalBody - `canonicalInput` of the command.
 */
export function sealSecret(secret: string, idempotencyKey: string, canonicalBody: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(idempotencyKey, canonicalBody), nonce);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** Opens what `sealSecret` closed. @throws Error when key or body is another. */
export function openSecret(sealed: string, idempotencyKey: string, canonicalBody: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const key = sealingKey(idempotencyKey, canonicalBody);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

function sealingKey(idempotencyKey: string, canonicalBody: string): Uint8Array {
  const material = JSON.stringify([idempotencyKey, canonicalBody]);
  return new Uint8Array(hkdfSync('sha256', material, '', 'booking secret', 32));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
