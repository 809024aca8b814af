import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { base64url, exportSPKI, importJWK } from 'jose';
import { createSigningKey } from '../../../subgraphs/local/provider/signing-keys.js';
import { startFakeIssuer, type FakeIssuer } from '../../support/fakes/issuer.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const PAGE = '{ catalogue { totalCount } }';
const nowS = (): number => Math.floor(Date.now() / 1_000);
const encode = (json: object): string => base64url.encode(JSON.stringify(json));

/** A token of a cooperative's own provider, which says too much in each case. */
const BEYOND: readonly [string, readonly string[]][] = [
  ['a role', ['coordinator']],
  ['an organisation', ['staff:lumo']],
  ['one of several roles', ['staff:karhu', 'auditor']],
];

describe('a token that is not taken', () => {
  let issuer: FakeIssuer;
  let network: GatewayNetwork;
  beforeAll(async () => {
    issuer = await startFakeIssuer([{ role: 'STAFF', organisations: ['karhu'] }]);
    network = await startGatewayNetwork({ identity: issuer.identity });
  });
  afterAll(async () => {
    await network.close();
    await issuer.close();
  });
  beforeEach(() => {
    network.forgetRequests();
  });

  /** What is said of a token, whatever it asks for; nobody is to be asked. */
  const refusalOf = async (authorization: string, init: RequestInit = {}, query = PAGE) => {
    const url = `${network.url}/graphql`;
    const answer = await (init.method === 'POST'
      ? fetch(url, {
          ...init,
          body: JSON.stringify({ query }),
          headers: { authorization, 'content-type': 'application/json' },
        })
      : fetch(`${url}?${new URLSearchParams({ query }).toString()}`, {
          headers: { authorization },
        }));
    const { errors } = (await answer.json()) as {
      errors: [{ extensions: { code: string; reason: string } }];
    };
    expect(network.catalogue.requests).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { code, reason } = errors[0].extensions;
    return {
      status: answer.status,
      code,
      reason,
      challenge: answer.headers.get('www-authenticate'),
    };
  };
  const unauthenticated = (reason: string) => ({ status: 401, code: 'UNAUTHENTICATED', reason });

  it.each([
    ['has ended', { exp: nowS() - 61 }, 'expired'],
    ['is not valid yet', { nbf: nowS() + 90 }, 'not-yet-valid'],
    ['is for another hub', { aud: 'https://other.example' }, 'wrong-audience'],
    ['is of another issuer', { iss: 'https://other.example' }, 'wrong-issuer'],
  ])('is refused for public fields too where it %s', async (_what, claims, reason) => {
    const authorization = `Bearer ${await issuer.sign(claims)}`;

    expect(await refusalOf(authorization)).toMatchObject(unauthenticated(reason));
    expect(await refusalOf(authorization, { method: 'POST' })).toMatchObject(
      unauthenticated(reason),
    );
  });

  it('is refused where nobody has signed it', async () => {
    const header = { alg: 'none', typ: 'at+jwt' };
    const claims = {
      iss: issuer.url,
      aud: 'https://hub.example',
      sub: 'x',
      iat: nowS(),
      exp: nowS() + 60,
    };

    expect(await refusalOf(`Bearer ${encode(header)}.${encode(claims)}.`)).toMatchObject(
      unauthenticated('unsigned'),
    );
  });

  it('is refused where the public key was used as a shared secret', async () => {
    const { d: _d, ...shown } = issuer.key;
    const secret = await exportSPKI((await importJWK(shown, 'ES256')) as CryptoKey);
    const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: issuer.key.kid })}.${encode({ iss: issuer.url })}`;
    const signature = createHmac('sha256', secret).update(text).digest('base64url');

    expect(await refusalOf(`Bearer ${text}.${signature}`)).toMatchObject(
      unauthenticated('wrong-algorithm'),
    );
  });

  it('is refused where its key is not known, or is another', async () => {
    const other = await createSigningKey();
    const { kid = '' } = issuer.key;

    const unknown = await issuer.sign({}, {}, other);
    const stolen = await issuer.sign({}, { kid }, other);
    expect(await refusalOf(`Bearer ${unknown}`)).toMatchObject(unauthenticated('unknown-key'));
    expect(await refusalOf(`Bearer ${stolen}`)).toMatchObject(unauthenticated('wrong-signature'));
  });

  it.each(['Basic YTpi', 'Bearer', 'nonsense'])('is refused where it is %j', async (header) => {
    expect(await refusalOf(header)).toMatchObject(unauthenticated('malformed'));
  });

  it.each(BEYOND)('is refused where %s is beyond its issuer', async (_what, accounts) => {
    expect(await refusalOf(`Bearer ${await issuer.token(...accounts)}`)).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      reason: 'role-not-allowed',
      challenge: expect.stringMatching(/^Bearer error="insufficient_scope", /) as unknown,
    });
  });

  it('is refused before anything is read of what it asks for', async () => {
    const command = 'mutation { placeOrder(input: {';

    expect(await refusalOf('Bearer x', { method: 'POST' }, command)).toMatchObject(
      unauthenticated('malformed'),
    );
  });

  it('is answered with what is wrong and where one signs in', async () => {
    const { challenge } = await refusalOf(`Bearer ${await issuer.sign({ exp: nowS() - 61 })}`);

    expect(challenge).toBe(
      `Bearer error="invalid_token", error_description="The token has ended: sign in again.", resource_metadata="${network.url}/.well-known/oauth-protected-resource"`,
    );
  });

  it('says so to pages of other sites', async () => {
    const answer = await fetch(`${network.url}/graphql?query={__typename}`, {
      headers: { authorization: 'Bearer x', origin: 'https://example.org' },
    });

    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('www-authenticate');
  });

  it('is answered to pages of no other site where that is not named', async () => {
    const authorization = `Bearer ${await issuer.token('staff:karhu')}`;
    const ask = (url: string) =>
      fetch(`${url}/graphql?query=${encodeURIComponent(PAGE)}`, {
        headers: { authorization, origin: 'https://a.example' },
      });
    const named = await startGatewayNetwork({
      identity: issuer.identity,
      env: { CORS_ORIGINS: 'https://a.example' },
    });

    const [answer, toNamed] = [await ask(network.url), await ask(named.url)];
    await named.close();

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(toNamed.headers.get('access-control-allow-origin')).toBe('https://a.example');
  });

  it.each(['development', 'production'])(
    'is any where no issuer is known; what is public is served, in %s',
    async (mode) => {
      const alone = await startGatewayNetwork({ env: { NODE_ENV: mode } });
      const token = await issuer.token('staff:karhu');
      const shown = await alone.ask(PAGE, {}, { authorization: `Bearer ${token}` });
      const publicly = await alone.ask(PAGE);
      await alone.close();

      expect(shown).toMatchObject({
        status: 401,
        headers: {
          'www-authenticate': expect.not.stringContaining('resource_metadata') as unknown,
        },
        errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'wrong-issuer' } }],
      });
      expect(publicly).toMatchObject({ status: 200, data: { catalogue: { totalCount: 9 } } });
    },
  );
});

describe('while the identity provider is down', () => {
  it('who was known stays known, who comes anew is told why not, and the public is served', async () => {
    const issuer = await startFakeIssuer();
    const silent = await startFakeIssuer();
    const network = await startGatewayNetwork({
      identity: { issuers: [...issuer.identity.issuers, ...silent.identity.issuers] },
    });
    const ask = (token: string) =>
      network.ask(
        '{ catalogue { totalCount } orders { pageInfo { hasNextPage } } }',
        {},
        { authorization: `Bearer ${token}` },
      );
    const known = await issuer.token('staff:karhu');
    const before = await ask(known);
    const other = await issuer.token('auditor');
    const anew = await silent.token('auditor');
    await issuer.close();
    await silent.close();

    const [after, sameKeys, refused, publicly] = [
      await ask(known),
      await ask(other),
      await ask(anew),
      await network.ask(PAGE),
    ];
    await network.close();

    expect(after).toMatchObject({ status: 200, data: before.data });
    // The keys are known, so whoever has signed in just before is, too.
    expect(sameKeys.status).toBe(200);
    expect(refused).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'provider-down' } }],
    });
    expect(publicly.status).toBe(200);
  });
});
