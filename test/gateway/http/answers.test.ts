import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const PAGE = '{ catalogue { totalCount } }';
const LIVE = '{ cooperatives { edges { node { members { totalCount } } } } }';

describe('what the gateway answers over HTTP', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      env: { REQUEST_LIMIT_BYTES: '10000' },
      askedBy: ['auditor'],
    });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  const get = (
    params: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(`${network.url}/graphql?${new URLSearchParams(params).toString()}`, { headers });

  it('lets caches keep a page of the index, and answers 304 to who has it', async () => {
    const first = await get({ query: PAGE });
    const etag = first.headers.get('etag') ?? '';
    const again = await get({ query: PAGE }, { 'if-none-match': `"other", ${etag}` });
    const other = await get(
      { query: '{ catalogue { pageInfo { hasNextPage } } }' },
      { 'if-none-match': etag },
    );

    expect(first.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=10');
    expect(first.headers.get('vary')).toBe('Accept, Accept-Language, Authorization');
    expect(etag).toMatch(/^W\/"/);
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
    expect(other.status).toBe(200);
  });

  it('has the same tag for the same answer with an older copy', async () => {
    network.registry.set({ id: 'tuki', state: 'STALE', syncedAt: '2026-11-23T10:00:50.000Z' });
    await network.table.refresh();
    const young = await get({ query: PAGE });
    network.registry.set({ id: 'tuki', state: 'STALE', syncedAt: '2026-11-23T09:00:00.000Z' });
    await network.table.refresh();
    const old = await get({ query: PAGE });
    network.registry.set({ id: 'tuki', state: 'FRESH' });
    await network.table.refresh();

    expect(await young.text()).not.toBe(await old.text());
    expect(young.headers.get('etag')).toBe(old.headers.get('etag'));
  });

  it.each([
    ['live fields', { query: LIVE }],
    ['errors', { query: '{ nonsense }' }],
    ['an order', { query: '{ order(id: "o1", secret: "s") { reference } }' }],
    ['a caller who is known', { query: PAGE }],
  ])('lets nothing keep an answer with %s', async (what, params) => {
    const response = await get(params, what.startsWith('a caller') ? network.shown : {});

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
  });

  it('knows a persisted query by its hash on GET once it was sent', async () => {
    const query = '{ catalogue { totalCount pageInfo { endCursor } } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });

    const unknown = await get({ extensions });
    const sent = await get({ query, extensions });
    const known = await get({ extensions });
    const wrong = await get({ query: PAGE, extensions });

    expect(await unknown.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(unknown.headers.get('cache-control')).toBe('no-store');
    expect(sent.status).toBe(200);
    expect(await known.json()).toEqual(await sent.json());
    expect(await wrong.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('answers pages of other sites, without credentials, and their question before', async () => {
    const preflight = await fetch(`${network.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    const answer = await get({ query: PAGE }, { origin: 'https://example.org' });

    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(preflight.headers.get('access-control-max-age')).toBe('86400');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'etag, retry-after, www-authenticate, x-request-id',
    );
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('passes on to every process what it is set to, and nothing else', async () => {
    const { headers } = await network.ask(
      LIVE,
      {},
      {
        'accept-language': 'sv',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        'x-request-id': 'abc-1',
        cookie: 'session=1',
        'x-other': '1',
      },
    );

    expect(headers['x-request-id']).toBe('abc-1');
    for (const endpoint of [network.catalogue, network.owner('karhu')]) {
      const sent = endpoint.requests[0]?.headers ?? {};
      expect(sent).toMatchObject({
        'accept-language': 'sv',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        'x-request-id': 'abc-1',
      });
      expect(sent).not.toHaveProperty('authorization');
      expect(sent).not.toHaveProperty('cookie');
      expect(sent).not.toHaveProperty('x-other');
    }
  });

  it.each([
    ['sv-FI, fi;q=0.8, de;q=0.5', 'sv'],
    ['de, en-GB', 'en'],
    ['*', undefined],
    ['de', undefined],
  ])('passes on of %j the one language in which texts are', async (accepted, sent) => {
    await network.ask(LIVE, {}, { 'accept-language': accepted });

    for (const endpoint of [network.catalogue, network.owner('karhu')]) {
      expect(endpoint.requests[0]?.headers['accept-language']).toBe(sent);
    }
  });

  it('makes a request id where none is given, or none that can be written to a log', async () => {
    const none = await network.ask(PAGE);
    const bad = await network.ask(PAGE, {}, { 'x-request-id': 'a b<script>' });

    expect(none.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(network.catalogue.requests[0]?.headers['x-request-id']).toBe(
      none.headers['x-request-id'],
    );
  });

  it('is alive and ready', async () => {
    const [health, ready] = await Promise.all(
      ['/health', '/ready'].map((path) => fetch(`${network.url}${path}`)),
    );

    expect(health?.status).toBe(200);
    expect(ready?.status).toBe(200);
  });

  it('shows the public schema with descriptions and nothing of the federation', async () => {
    const sdl = await (await fetch(`${network.url}/schema.graphql`)).text();

    expect(sdl).toMatch(/"""\s*Searches the whole network[^"]*"""\s+catalogue\(/);
    expect(sdl).toMatch(/publishService/);
    expect(sdl).not.toMatch(/join__|_entities|_service|@key|CatalogueChange|link__/);
  });

  it('has an explorer and a page for people that ask nothing from elsewhere', async () => {
    const [page, explorer] = await Promise.all(
      ['/', '/graphiql'].map((path) => fetch(`${network.url}${path}`)),
    );
    const html = (await page?.text()) ?? '';

    expect(page?.headers.get('content-security-policy')).toMatch(/script-src 'sha256-/);
    expect(html).toMatch(/siivous[^]*städning[^]*members/);
    expect(html).toMatch(/href="\/graphiql"[^]*href="\/schema\.graphql"/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(explorer?.headers.get('content-security-policy')).toMatch(/connect-src 'self'/);
    expect(await explorer?.text()).not.toMatch(
      /<(script|link|img)[^>]+(src|href)=["'](https?:)?\/\//,
    );
  });

  it('has an explorer that is small, and loads what caches keep for ever', async () => {
    const explorer = await fetch(`${network.url}/graphiql`);
    const html = await explorer.text();
    const names = [...html.matchAll(/(?:src|href)="(\/graphiql\/[\w-]{22}\.(?:js|css))"/g)];
    const bundles = await Promise.all(names.map(([, name]) => fetch(`${network.url}${name}`)));
    const other = await fetch(`${network.url}/graphiql/other.js`);

    expect(html.length).toBeLessThan(10_000);
    expect(explorer.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(explorer.headers.get('cache-control')).toBe('no-cache');
    expect(bundles.map(({ headers }) => headers.get('content-type')?.split(';')[0]).sort()).toEqual(
      ['text/css', 'text/javascript'],
    );
    for (const { status, headers } of bundles) {
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect(other.status).toBe(404);
    for (const { body } of bundles) await body?.cancel();
  });

  it('has no other pages', async () => {
    expect((await fetch(`${network.url}/nonsense`)).status).toBe(404);
    expect((await fetch(`${network.url}/graphqlx`)).status).toBe(404);
  });
});

describe('a gateway with settings of its own', () => {
  it('answers only pages of the sites it is set to', async () => {
    const network = await startGatewayNetwork({ env: { CORS_ORIGINS: 'https://a.example' } });
    const ask = (origin: string) =>
      fetch(`${network.url}/graphql?query=${encodeURIComponent(PAGE)}`, { headers: { origin } });

    const [allowed, other] = [await ask('https://a.example'), await ask('https://b.example')];
    await network.close();

    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(allowed.headers.get('vary')).toBe('Origin, Accept, Accept-Language, Authorization');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('hides introspection but not the schema as text', async () => {
    const network = await startGatewayNetwork({ env: { INTROSPECTION: 'false' } });

    const { errors } = await network.ask('{ __schema { queryType { name } } }');
    const sdl = await fetch(`${network.url}/schema.graphql`);
    await network.close();

    expect(errors).toHaveLength(1);
    expect(sdl.status).toBe(200);
  });

  it('is not ready before the registry was read', async () => {
    const network = await startGatewayNetwork({ isRegistryDead: true });

    const before = await fetch(`${network.url}/ready`);
    const { data, errors } = await network.ask(
      '{ cooperative(id: "karhu") { name members { totalCount } } }',
    );
    network.registry.isDead = false;
    await network.table.refresh();
    const after = await fetch(`${network.url}/ready`);
    await network.close();

    expect(before.status).toBe(503);
    expect(data).toEqual({ cooperative: { name: 'Osuuskunta karhu', members: null } });
    expect(errors?.[0]?.message).toMatch(/registry of cooperatives was not read yet/);
    expect(after.status).toBe(200);
  });
});
