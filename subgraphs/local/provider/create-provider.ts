import type { JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import type { AccountClaims, Configuration, Provider } from 'oidc-provider';
import type { Logger } from '../../shared/process/logger.js';
import { claimsOf, readAccount } from './accounts/accounts.js';
import { ACT_AS, CLIENTS, isOfThisMachine, machineClient } from './accounts/clients.js';
import { findAccount, type ListCooperatives } from './accounts/find-account.js';
import { ALGORITHM, AUDIENCE } from './accounts/identity.js';
import { withLibrary, type Library } from './load-library.js';
import { createMemoryAdapters } from './memory-adapter.js';

const HOUR_S = 3_600;

/** The hub, as oidc-provider knows what tokens are for (RFC 8707); they are JWTs (RFC 9068). */
const HUB = {
  scope: '',
  audience: AUDIENCE,
  accessTokenTTL: HOUR_S,
  accessTokenFormat: 'jwt',
  jwt: { sign: { alg: ALGORITHM } },
} as const;

export interface ProviderOptions {
  /** Base URL, at which it listens. */
  readonly issuer: string;
  /** Private; the first one signs. */
  readonly keys: readonly JWK[];
  readonly listCooperatives: ListCooperatives;
  readonly log: Logger;
}

/** The OpenID provider of the demo network. */
export function createProvider(options: ProviderOptions): Promise<Provider> {
  return withLibrary(options.log, (library) => {
    const provider = new library.Provider(options.issuer, configure(options, library));
    addActAs(provider, library, options.listCooperatives);
    return provider;
  });
}

function configure({ keys, log }: ProviderOptions, library: Library): Configuration {
  const policy = library.interactionPolicy.base();
  // Nobody is asked whether GraphiQL may know who they are: it is told nothing else.
  policy.get('consent')?.checks.clear();
  return {
    adapter: createMemoryAdapters(machineClient),
    clients: [...CLIENTS],
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    jwks: { keys: [...keys] },
    scopes: ['openid'],
    responseTypes: ['code'],
    claims: { openid: ['sub'], profile: ['name'] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== AUDIENCE) throw new library.errors.InvalidTarget();
          return HUB;
        },
      },
    },
    findAccount: (_ctx, id) => {
      const account = readAccount(id);
      if ('wanted' in account) return undefined;
      const claims: AccountClaims = { sub: id, name: account.name };
      return { accountId: id, claims: () => claims };
    },
    extraTokenClaims: (_ctx, token) => {
      const id = token.kind === 'AccessToken' ? token.accountId : token.clientId;
      const account = readAccount(id ?? '');
      return 'wanted' in account ? undefined : claimsOf(account);
    },
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const clientId = client?.clientId ?? '';
      const accountId = session?.accountId ?? '';
      const grantId = session?.grantIdFor(clientId);
      const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
      if (known) return known;
      const grant = new provider.Grant({ clientId, accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    clientBasedCORS: (_ctx, origin) => isOfThisMachine(origin),
    renderError: (ctx, { error, error_description: description = '' }, cause) => {
      log.info({ err: cause }, 'A sign-in was refused.');
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `${error}: ${description}\n`;
    },
    ttl: {
      AccessToken: HOUR_S,
      AuthorizationCode: 60,
      ClientCredentials: HOUR_S,
      Grant: HOUR_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      Session: HOUR_S,
    },
  };
}

/** Gives `npm run token` a token of whichever person it names (RFC 6749, section 4.5: an extension grant). */
function addActAs(provider: Provider, { errors }: Library, list: ListCooperatives): void {
  provider.registerGrantType<{ account?: string }>(
    ACT_AS,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const account = await findAccount(params.account ?? '', list);
      if ('wanted' in account) throw new errors.InvalidRequest(`account: wanted ${account.wanted}`);
      if (account.role === 'MACHINE') throw new errors.InvalidRequest('account: wanted a person');
      const grant = new provider.Grant({ accountId: account.id, clientId: client.clientId });
      const token = new provider.AccessToken({
        accountId: account.id,
        client,
        grantId: await grant.save(),
        gty: ACT_AS,
        scope: '',
      });
      token.resourceServer = new provider.ResourceServer(AUDIENCE, HUB);
      ctx.body = {
        access_token: await token.save(),
        token_type: token.tokenType,
        expires_in: token.expiration,
      };
    },
    ['account'],
  );
}
