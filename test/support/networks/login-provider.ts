import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Configuration, Provider } from 'oidc-provider';
import { pino } from 'pino';
import { withLibrary } from '../../../subgraphs/local/provider/load-library.js';
import { createMemoryAdapters } from '../../../subgraphs/local/provider/memory-adapter.js';
import { createSigningKey } from '../../../subgraphs/local/provider/signing-keys.js';
import { listen } from '../../../subgraphs/shared/process/listen.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

/** The program that somebody signs in with. */
const CLIENT = 'desk';
const REDIRECT = 'http://127.0.0.1/signed-in';
const ALGORITHM = 'ES256';
const LIFE_S = 600;

/** An OpenID provider as an organisation has one: it knows some people, and is no part of the hub. */
export interface LoginProvider extends Closable {
  /** Its issuer, at which it listens. */
  readonly url: string;
  /** Signs somebody in, by an authorization code with PKCE. @returns The access token for the hub. */
  signIn(person: string): Promise<string>;
}

/**
 * @param audience - Of the hub, for which its access tokens are.
 * @param claimsByPerson - What those tokens say of each of its people.
 */
export async function startLoginProvider(
  audience: string,
  claimsByPerson: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<LoginProvider> {
  const server = createServer();
  const url = await listen(server, '127.0.0.1', 0);
  const keys = [await createSigningKey()];
  const provider = await withLibrary(
    pino({ level: 'silent' }),
    (library) =>
      new library.Provider(url, {
        adapter: createMemoryAdapters(() => null),
        ...configure(audience, claimsByPerson),
        interactions: {
          policy: withoutConsent(library.interactionPolicy.base()),
          url: (_ctx, { uid }) => `/login/${uid}`,
        },
        jwks: { keys },
      }),
  );
  const answerProvider = provider.callback();
  server.on('request', (request, response) => {
    void (request.url?.startsWith('/login/')
      ? login(provider, request, response)
      : answerProvider(request, response));
  });
  return {
    url,
    signIn: (person) => signIn(url, person),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Policy = ReturnType<(typeof import('oidc-provider'))['interactionPolicy']['base']>;

/** Nobody is asked whether the program may know who they are. */
function withoutConsent(policy: Policy): Policy {
  policy.get('consent')?.checks.clear();
  return policy;
}

function configure(
  audience: string,
  claimsByPerson: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: [REDIRECT],
      },
    ],
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          ...{ scope: '', audience, accessTokenTTL: LIFE_S, accessTokenFormat: 'jwt' },
          jwt: { sign: { alg: ALGORITHM } },
        }),
      },
    },
    findAccount: (_ctx, id) =>
      id in claimsByPerson ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    extraTokenClaims: (_ctx, token) =>
      token.kind === 'AccessToken' ? { ...claimsByPerson[token.accountId] } : undefined,
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

/** Stands for the page on which somebody shows who they are. */
async function login(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const accountId = String(params['login_hint']);
  await provider.interactionFinished(request, response, { login: { accountId } });
}

/** What a browser and the program that opened it do (RFC 6749, 4.1; RFC 7636). */
async function signIn(issuer: string, person: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const begin = new URLSearchParams({
    ...{ client_id: CLIENT, response_type: 'code', redirect_uri: REDIRECT, scope: 'openid' },
    ...{ login_hint: person, code_challenge_method: 'S256' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const cookies = new Map<string, string>();
  let place = `${issuer}/auth?${begin.toString()}`;
  while (!place.startsWith(REDIRECT)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(place, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`Nobody is signed in: ${await answer.text()}`);
    place = new URL(next, issuer).href;
  }
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', client_id: CLIENT, redirect_uri: REDIRECT },
      ...{ code: new URL(place).searchParams.get('code') ?? '', code_verifier: verifier },
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`"${person}" has no access token.`);
  return token;
}
