import type { Caller } from '../../../subgraphs/shared/identity/caller.js';
import type { Scope } from '../../../subgraphs/shared/identity/processes/hub-processes.js';
import {
  makeProcessKey,
  parseProcessKey,
  publicPartOf,
  type ProcessKey,
} from '../../../subgraphs/shared/identity/processes/process-key.js';
import {
  toTrustedKey,
  type PublicJwk,
} from '../../../subgraphs/shared/identity/processes/public-keys.js';
import { createVerifier } from '../../../subgraphs/shared/identity/processes/settings.js';
import {
  createSigner,
  type RequestSigner,
} from '../../../subgraphs/shared/identity/processes/sign-request.js';
import type {
  RequestVerifier,
  TrustedKey,
  TrustedKeys,
} from '../../../subgraphs/shared/identity/processes/verify-request.js';

const jwks = ['gateway', 'booking', 'catalogue', 'procurement', 'network', 'karhu', 'lumo'].map(
  (id) => makeProcessKey(id, false),
);

function jwkOf(id: string) {
  const jwk = jwks.find(({ iss }) => iss === id);
  if (!jwk) throw new Error(`"${id}" has no key.`);
  return jwk;
}

const OF_HUB: readonly PublicJwk[] = jwks.slice(0, 5).map(publicPartOf);
const trusted = new Map<string, TrustedKey>(OF_HUB.map((key) => [key.kid, toTrustedKey(key)]));

/** The keys of the hub's processes, as one that has read them trusts them. */
export const HUB_KEYS: TrustedKeys & { readonly published: readonly PublicJwk[] } = {
  find: (kid) => trusted.get(kid) ?? null,
  published: OF_HUB,
};

export function processKeyOf(id: string): ProcessKey {
  return parseProcessKey(JSON.stringify(jwkOf(id)), { issuer: id, isProduction: false });
}

export const signerOf = (id: string): RequestSigner => createSigner(processKeyOf(id));

/** By which process somebody has an endpoint asked, and what for. */
export interface Asking {
  readonly process?: string;
  readonly scope?: Scope;
}

/** Headers of a request that a process of the hub has signed. @param caller - On whose behalf; null for nobody's. */
export function asking(
  audience: string,
  body: string | null,
  caller: Caller | null = null,
  { process = 'gateway', scope = 'act' }: Asking = {},
): Readonly<Record<string, string>> {
  return signerOf(process).headersFor({ audience, scope, body, caller });
}

export const publicKeyOf = (id: string): PublicJwk => publicPartOf(jwkOf(id));

/** What an endpoint judges by that trusts the hub. */
export function verifierOf(audience: string): RequestVerifier {
  const verifier = createVerifier(audience, HUB_KEYS);
  if (!verifier) throw new Error('Keys make a verifier.');
  return verifier;
}

/** What a token says; nothing is verified. */
export function claimsOf(authorization: unknown): Readonly<Record<string, unknown>> {
  const [, payload = ''] = (typeof authorization === 'string' ? authorization : '').split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}
