import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { PublicJwk } from '../../../../subgraphs/shared/identity/processes/public-keys.js';

/** What stands before the 32 octets of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair that is always the same: nobody's. */
export interface KnownKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

export function knownKey(iss: string, scope: string, seed: number, more: object = {}): KnownKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const kid = `dev-${iss}-${seed}`;
  return {
    privateKey,
    publicJwk: {
      ...{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' },
      ...{ kid, x, iss, scope },
      ...more,
    },
  };
}

export const encode = (json: unknown): string =>
  Buffer.from(JSON.stringify(json)).toString('base64url');

export const hashOf = (body: string): string =>
  createHash('sha256').update(body).digest('base64url');

/** A token with whatever is wanted in it. */
export function craftToken({ privateKey }: KnownKey, header: object, claims: unknown): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}
