import { createHash, createPublicKey } from 'node:crypto';
import { z } from 'zod';
import type { HubProcess } from './hub-processes.js';
import type { TrustedKey } from './verify-request.js';

/** 32 octets in base64url. */
export const Octets = z.string().regex(/^[\w-]{43}$/);

/** A public key (RFC 8037), and beside what a JWK has, whose it is and what for: `iss`, `scope`, `retireAt`. */
const PublicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
  kid: z.string().min(1).max(100),
  x: Octets,
  d: z.undefined({ error: 'wanted a public key, got a private one' }).optional(),
  iss: z.string().min(1),
  scope: z.string().min(1),
  retireAt: z.iso.datetime({ offset: true }).optional(),
});

export type PublicJwk = z.infer<typeof PublicJwk>;

/** While keys are changed, one process has two. */
const MOST_OF_ONE = 2;

/** Public keys of several processes (RFC 7517, 5). */
const PublicKeys = z
  .object({ keys: z.array(PublicJwk).max(1_000) })
  .refine(({ keys }) => new Set(keys.map(({ kid }) => kid)).size === keys.length, {
    error: 'wanted each "kid" once',
    path: ['keys'],
  });

/** The public key of a cooperative, as it is registered. `iss` may be left out, for it is said whose it is. */
export const RegisteredJwk = PublicJwk.pick({
  ...{ kty: true, crv: true, kid: true, x: true, d: true, iss: true },
}).partial({ iss: true });

/** Begins the ids of a development network's keys: production refuses them, whoever signs with one and whoever is asked. */
export const DEVELOPMENT_KID = 'dev-';

export const isDevelopmentKid = (kid: string): boolean => kid.startsWith(DEVELOPMENT_KID);

/** The thumbprint of an Ed25519 key (RFC 7638), in base64url. @param x - The public part, as a JWK has it. */
export function thumbprintOf(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
}

/** Whether a key's id is its thumbprint, which `dev-` may precede: then who knows the id knows the key. */
export function isOwnKid({ kid, x }: Pick<PublicJwk, 'kid' | 'x'>): boolean {
  return kid.slice(isDevelopmentKid(kid) ? DEVELOPMENT_KID.length : 0) === thumbprintOf(x);
}

export function toTrustedKey({ kty, crv, x, kid, iss, scope, retireAt }: PublicJwk): TrustedKey {
  return {
    kid,
    issuer: iss,
    scopes: scope.split(' '),
    retireAt: retireAt === undefined ? null : Date.parse(retireAt),
    publicKey: createPublicKey({ key: { kty, crv, x }, format: 'jwk' }),
  };
}

/** Which process signs what is verified years later, when others have long been started with new keys. */
export const RECORD_SIGNER: string = 'procurement' satisfies HubProcess;

/** Those of a set that are not retired. @param now - In milliseconds since 1970. */
export function currentKeys(keys: readonly PublicJwk[], now: number): readonly PublicJwk[] {
  return keys.filter((key) => isCurrent(key, now));
}

/** Those of a set that everybody is to know: retired ones too of who signs records. @param now - In milliseconds since 1970. */
export function publishedKeys(keys: readonly PublicJwk[], now: number): readonly PublicJwk[] {
  return keys.filter((key) => key.iss === RECORD_SIGNER || isCurrent(key, now));
}

const isCurrent = ({ retireAt }: PublicJwk, now: number): boolean =>
  retireAt === undefined || Date.parse(retireAt) > now;

/**
 * Reads a set of public keys.
 * @param now - In milliseconds since 1970.
 * @throws Error that completes the sentence `HUB_KEYS_FILE: …`
 */
export function parsePublicKeys(
  json: unknown,
  isProduction: boolean,
  now: number,
): readonly PublicJwk[] {
  const parsed = PublicKeys.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const fault = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    throw new Error(`wanted public keys as a JWK set, found a fault at ${fault}.`);
  }
  const { keys } = parsed.data;
  if (isProduction && keys.some(({ kid }) => isDevelopmentKid(kid))) {
    throw new Error('wanted keys of its own in production, got those of a development network.');
  }
  const current = currentKeys(keys, now).map(({ iss }) => iss);
  const crowded = current.find(
    (iss) => current.filter((each) => each === iss).length > MOST_OF_ONE,
  );
  if (crowded !== undefined) {
    throw new Error(`wanted at most ${MOST_OF_ONE} keys of one process, got more of "${crowded}".`);
  }
  return keys;
}
