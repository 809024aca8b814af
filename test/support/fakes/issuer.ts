import { importJWK, SignJWT, type JWK } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimsOf, readAccount } from '../../../subgraphs/local/provider/accounts/accounts.js';
import {
  ALGORITHM,
  AUDIENCE,
  identityOf,
} from '../../../subgraphs/local/provider/accounts/identity.js';
import { createSigningKey } from '../../../subgraphs/local/provider/signing-keys.js';
import {
  IdentityFileSchema,
  type IdentityFile,
  type Permission,
} from '../../../subgraphs/shared/identity/people/identity-file.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

type Claims = Readonly<Record<string, unknown>>;
type Header = Readonly<Record<string, string | undefined>>;

/** An access token as a good issuer gives it, with whatever is to differ; undefined leaves a claim out. */
export async function signAccessToken(
  issuer: string,
  key: JWK,
  claims: Claims = {},
  header: Header = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const usual = { iss: issuer, aud: AUDIENCE, sub: 'x', iat: now, exp: now + 60 };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: key.kid ?? '', ...header })
    .sign(await importJWK(key, ALGORITHM));
}

/** What the demo provider's tokens are, without a provider: it shows its keys and signs in nobody. */
export interface FakeIssuer extends Closable {
  readonly url: string;
  /** What a hub is told of it. */
  readonly identity: IdentityFile;
  readonly key: JWK;
  /** As of the demo network's accounts: one caller with the roles of all of them, called as the first. */
  token(...accounts: readonly string[]): Promise<string>;
  sign(claims?: Claims, header?: Header, key?: JWK): Promise<string>;
}

/** @param mayAssert - What the hub lets it say; everything where absent. */
export async function startFakeIssuer(mayAssert?: readonly Permission[]): Promise<FakeIssuer> {
  const key = await createSigningKey();
  const { kty, crv, x, y, kid, use, alg } = key;
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(
        url === '/jwks'
          ? { keys: [{ kty, crv, x, y, kid, use, alg }] }
          : { issuer: base, jwks_uri: `${base}/jwks` },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { issuers, ...rest } = identityOf(base);
  return {
    url: base,
    key,
    identity: IdentityFileSchema.parse({
      ...rest,
      issuers: issuers.map((issuer) => ({ ...issuer, ...(mayAssert && { mayAssert }) })),
    }),
    token: (...accounts) => signAccessToken(base, key, claimsOfAll(accounts)),
    sign: (claims, header, other = key) => signAccessToken(base, other, claims, header),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function claimsOfAll(names: readonly string[]): Claims {
  const accounts = names.map((name) => {
    const account = readAccount(name);
    if ('wanted' in account) throw new Error(`Wanted ${account.wanted}.`);
    return account;
  });
  const all: Record<string, unknown> = { sub: accounts[0]?.id, name: accounts[0]?.name };
  for (const account of accounts) {
    for (const [claim, value] of Object.entries(claimsOf(account))) {
      const before = all[claim];
      // Organisations and titles are lists; of all else the first stays.
      all[claim] = Array.isArray(value) ? [before ?? [], value].flat() : (before ?? value);
    }
  }
  return all;
}
