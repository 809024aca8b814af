import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ALGORITHM } from './accounts/identity.js';

const KEYS_FILE = 'keys.json';

const Keys = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1),
});

/** A new private key, known by its thumbprint (RFC 7638). */
export async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, use: 'sig', alg: ALGORITHM, kid: await calculateJwkThumbprint(key) };
}

/**
 * The provider's private keys: made once a folder, which only this user can read.
 * @throws Error when what is in the folder is no file of keys.
 */
export async function keepSigningKeys(dataDir: string): Promise<JWK[]> {
  const file = join(dataDir, KEYS_FILE);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const keys = [await createSigningKey()];
    writeFileSync(file, JSON.stringify({ keys }), { mode: 0o600 });
    return keys;
  }
  try {
    return Keys.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch {
    // What is in it is secret, and would be part of the cause.
    throw new Error(`${file}: wanted the provider's keys, found something else: remove it.`);
  }
}
