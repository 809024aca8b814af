import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isHubProcess, SCOPES_BY_PROCESS } from './hub-processes.js';
import {
  DEVELOPMENT_KID,
  isDevelopmentKid,
  isOwnKid,
  Octets,
  thumbprintOf,
  type PublicJwk,
} from './public-keys.js';

/** A process's own key as it lies in a file: a private JWK (RFC 8037) that names whose it is. */
const ProcessJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1).max(100),
  iss: z.string().min(1),
  x: Octets,
  d: Octets,
  pseudonymSecret: Octets.optional(),
});

export type ProcessJwk = z.infer<typeof ProcessJwk>;

/** The key with which a process signs. */
export interface ProcessKey {
  readonly kid: string;
  /** Which process it is of. */
  readonly issuer: string;
  readonly privateKey: KeyObject;
  /** From which the pseudonyms of people are made; null where the process speaks for nobody. */
  readonly pseudonymSecret: Buffer | null;
}

/** Where the key is used. */
export interface KeyUse {
  /** Whose key it has to be. */
  readonly issuer: string;
  readonly isProduction: boolean;
}

/** Makes a key; another each time. @param pseudonymSecret - Of the key that this one replaces, so that pseudonyms stay. */
export function makeProcessKey(
  issuer: string,
  isDevelopment: boolean,
  pseudonymSecret = randomBytes(32).toString('base64url'),
): ProcessJwk {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return {
    ...{ kty: 'OKP', crv: 'Ed25519', iss: issuer },
    kid: `${isDevelopment ? DEVELOPMENT_KID : ''}${thumbprintOf(x)}`,
    ...{ x, d },
    ...(issuer === 'gateway' && { pseudonymSecret }),
  };
}

/** What of a key is for everybody. */
export function publicPartOf({ kty, crv, kid, iss, x }: ProcessJwk): PublicJwk {
  const scopes = isHubProcess(iss) ? SCOPES_BY_PROCESS[iss] : ['poke'];
  return { kty, crv, alg: 'EdDSA', use: 'sig', kid, iss, x, scope: scopes.join(' ') };
}

/** The form alone. @throws Error that completes the sentence `FILE: …`, and quotes nothing of the key. */
export function parseProcessJwk(text: string): ProcessJwk {
  const parsed = ProcessJwk.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Error(`wanted a private JWK of an Ed25519 key, found a fault at "${at}".`);
}

/** Reads a key. @throws Error that completes the sentence `PROCESS_KEY_FILE: …`, and quotes nothing of the key. */
export function parseProcessKey(text: string, { issuer, isProduction }: KeyUse): ProcessKey {
  const { iss, kid, pseudonymSecret, ...jwk } = parseProcessJwk(text);
  if (iss !== issuer) throw new Error(`wanted a key of "${issuer}" in "iss", got another's.`);
  if (!isOwnKid({ kid, x: jwk.x })) {
    throw new Error('wanted the key’s thumbprint (RFC 7638) in "kid", got something else.');
  }
  if (isProduction && isDevelopmentKid(kid)) {
    throw new Error('wanted a key of its own in production, got one of a development network.');
  }
  return {
    ...{ kid, issuer },
    privateKey: createPrivateKey({ key: jwk, format: 'jwk' }),
    pseudonymSecret:
      pseudonymSecret === undefined ? null : Buffer.from(pseudonymSecret, 'base64url'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
