import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const PAGE = '{ catalogue { totalCount } }';

describe('the gateway over HTTP', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ env: { REQUEST_LIMIT_BYTES: '10000' } });
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
  const post = (body: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${network.url}/graphql`, { method: 'POST', body: Buffer.from(body), headers });
  const json = { 'content-type': 'application/json' };

  it('passes all 61 of graphql-http’s audits', async () => {
    const audits = serverAudits({ url: `${network.url}/graphql` });

    const results = await Promise.all(audits.map((audit) => audit.fn()));

    const failed = results.filter(({ status }) => status !== 'ok');
    expect(failed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(results).toHaveLength(61);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['an upload', 'multipart/form-data; boundary=x'],
    ['no type', ''],
    ['another charset', 'application/json; charset=latin1'],
    ['another charset, in quotes', 'application/json; CharSet="UTF-16"'],
    ['a type that only begins so', 'application/jsonx'],
    ['what is no type', ';;'],
    ['the type of an answer', 'application/graphql-response+json'],
  ])('refuses a POST of %s', async (_what, type) => {
    const response = await post(
      JSON.stringify({ query: PAGE }),
      type ? { 'content-type': type } : {},
    );

    expect(response.status).toBe(415);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it.each([
    ['too long', JSON.stringify({ query: PAGE, variables: { pad: 'x'.repeat(10_000) } }), 413],
    ['broken', '{"query":', 400],
    ['a batch', JSON.stringify([{ query: PAGE }, { query: PAGE }]), 400],
    ['an empty list', '[]', 400],
    ['a text', '"x"', 400],
    ['nothing', '', 400],
    [
      'a hash that is no text',
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"toString":1}}}}`,
      400,
    ],
    [
      'a persisted query that is a number',
      JSON.stringify({ query: PAGE, extensions: { persistedQuery: 1 } }),
      400,
    ],
  ])('refuses a body that is %s, in JSON', async (_what, body, status) => {
    const response = await post(body, json);

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it('refuses what is not UTF-8, in a body and in an address', async () => {
    const body = Buffer.from(JSON.stringify({ query: '{ cooperative(id: "?") { name } }' }));
    body[body.indexOf('?')] = 0xff;

    const posted = await fetch(`${network.url}/graphql`, { method: 'POST', body, headers: json });
    const got = await fetch(`${network.url}/graphql?query=%7B__typename%7D%20%23%ff`);

    for (const response of [posted, got]) {
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ message: /UTF-8/, extensions: { code: 'BAD_REQUEST' } }].map((error) => ({
          ...error,
          message: expect.stringMatching(error.message),
        })),
      });
    }
  });

  it('finds a hash that is no text under a percent-encoded name too', async () => {
    const extensions = encodeURIComponent(
      '{"persistedQuery":{"version":1,"sha256Hash":{"toString":1}}}',
    );

    const response = await fetch(`${network.url}/graphql?%65xtensions=${extensions}`);

    expect(response.status).toBe(400);
  });

  it.each([
    ['none of several', {}, 'name one of "A" and "B"'],
    ['an empty name', { operationName: '' }, 'name one of "A" and "B"'],
    ['another', { operationName: 'Z' }, '"Z": name one of "A" and "B"'],
    ['what every object has', { operationName: '__proto__' }, 'name one of "A" and "B"'],
  ])('asks which operation is meant where a request names %s', async (_what, more, words) => {
    const query = 'query A { cooperatives { totalCount } } query B { __typename }';

    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const response = await post(JSON.stringify({ query, ...more }), { ...json, accept });

      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: expect.stringContaining(words),
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
          },
        ],
      });
    }
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it('takes an empty name for none where there is but one operation', async () => {
    const posted = await post(JSON.stringify({ query: PAGE, operationName: '' }), json);
    const got = await get({ query: PAGE, operationName: '' });

    expect(await posted.json()).toMatchObject({ data: { catalogue: { totalCount: 9 } } });
    expect(await got.json()).toMatchObject({ data: { catalogue: { totalCount: 9 } } });
  });

  it.each([
    [
      'a subscription',
      'subscription { cooperatives { totalCount } }',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a fragment alone', 'fragment A on Query { __typename }', 200, 'GRAPHQL_VALIDATION_FAILED'],
    ['a type', 'type A { b: Int }', 200, 'GRAPHQL_VALIDATION_FAILED'],
    ['a comment', '# nothing', 200, 'GRAPHQL_PARSE_FAILED'],
    ['fields deeper than any stack', '{ a '.repeat(2_000), 200, 'GRAPHQL_PARSE_FAILED'],
  ])('calls %s a mistake of the client’s', async (_what, query, status, code) => {
    const answer = await network.ask(query);

    expect(answer.status).toBe(status);
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  });

  it.each([
    [
      'an argument that has a default',
      'query ($id: ID = "karhu") { cooperative(id: $id) { id } }',
      'id',
    ],
    [
      'a live argument',
      'query ($n: Int = 3) { cooperative(id: "karhu") { members(first: $n) { totalCount } } }',
      'n',
    ],
    [
      'a condition',
      'query ($b: Boolean = true) { cooperative(id: "karhu") { id members @skip(if: $b) { totalCount } } }',
      'b',
    ],
    [
      'a condition of the root',
      'query ($b: Boolean = true) { catalogue @include(if: $b) { totalCount } }',
      'b',
    ],
    [
      'a live argument whose place has a default',
      'query ($n: Int) { cooperative(id: "karhu") { members(first: $n) { totalCount } } }',
      'n',
    ],
    [
      'an element of a list',
      'query ($m: MunicipalityCode = "FI-609") { catalogue(search: { municipalities: [$m] }) { totalCount } }',
      'm',
    ],
    [
      'an argument in a fragment',
      'query ($n: Int = 3) { cooperative(id: "karhu") { ...A } } fragment A on Cooperative { members(first: $n) { totalCount } }',
      'n',
    ],
  ])('calls a null for %s bad input, and asks nobody', async (_what, query, name) => {
    const { errors } = await network.ask(query, { [name]: null });

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it('repeats only the beginning of what was wrong', async () => {
    const { errors } = await network.ask(
      'query ($n: Int!) { catalogue(first: $n) { totalCount } }',
      {
        n: 'x'.repeat(5_000),
      },
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message.length).toBeLessThan(600);
  });

  it('answers an address longer than any in JSON with a code', async () => {
    const response = await fetch(`${network.url}/graphql?query=${'x'.repeat(100_000)}`);

    expect(response.status).toBe(431);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  const JSON_TYPE = 'application/json; charset=utf-8';
  const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
  it.each([
    ['application/graphql-response+json;q=0, application/json', JSON_TYPE],
    ['application/json, application/graphql-response+json;Q=0.0', JSON_TYPE],
    ['application/graphql-response+json;q=0.1, application/json;q=0.2', JSON_TYPE],
    ['application/graphql-response+json; q=0.2, application/json; q=0.1', GRAPHQL_TYPE],
    ['application/json;q=0, */*', GRAPHQL_TYPE],
    ['*/*;q=0.1, application/graphql-response+json;q=0, application/*;q=0.5', JSON_TYPE],
    ['application/*;q=0.5, application/json;q=0.1', GRAPHQL_TYPE],
    ['APPLICATION/GRAPHQL-RESPONSE+JSON', GRAPHQL_TYPE],
    ['text/html, application/xhtml+xml, */*;q=0.8', JSON_TYPE],
    ['application/json;charset=utf-8', JSON_TYPE],
    ['application/json, */*', JSON_TYPE],
    ['application/graphql-response+json, */*', GRAPHQL_TYPE],
    ['application/*', JSON_TYPE],
    ['application/*;q=0, application/graphql-response+json', GRAPHQL_TYPE],
    [', ,application/graphql-response+json,', GRAPHQL_TYPE],
    ['x/y;a="application/json", application/graphql-response+json', GRAPHQL_TYPE],
    ['nonsense', JSON_TYPE],
    ['', JSON_TYPE],
  ])('answers a client that accepts "%s" with %s', async (accept, type) => {
    const response = await post(JSON.stringify({ query: PAGE }), { ...json, accept });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  it.each([
    ['text/html'],
    ['application/json;q=0'],
    ['*/*;q=0'],
    ['application/json;charset=latin1'],
    ['application/jsonx, xapplication/json'],
    ['multipart/mixed; deferSpec=20220824'],
  ])('carries nothing out for a client that accepts no more than "%s"', async (accept) => {
    const query =
      'mutation { publishService(input: { id: "karhu:s1", published: true }) { service { id } } }';
    const response = await post(JSON.stringify({ query }), { ...json, accept });

    expect(response.status).toBe(406);
    expect(response.headers.get('content-type')).toBe(JSON_TYPE);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(network.owner('karhu').requests).toHaveLength(0);
  });

  it.each([
    [
      'too deep',
      `{ cooperatives(first: 1) { edges { node { ${'services(first: 1) { edges { node { cooperative { '.repeat(4)} id ${'} } } } '.repeat(4)} } } } }`,
    ],
    [
      'too broad',
      `{ ${Array.from({ length: 21 }, (_unused, n) => `a${n}: ${PAGE.slice(2, -2)}`).join(' ')} }`,
    ],
    [
      'too broad by fragments',
      `{ ...A ...A ...A } fragment A on Query { ...B ...B } fragment B on Query { a: __typename b: __typename c: __typename d: __typename }`,
    ],
    [
      'too long',
      `{ ${'__typename '.repeat(900)} ${'a: __typename '.repeat(1_800)} }`.slice(0, 9_000),
    ],
    ['endless', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ])('refuses a document that is %s', async (_what, query) => {
    const { status, errors } = await network.ask(query);

    expect(status).toBe(200);
    expect(errors?.[0]?.extensions['code']).toMatch(/GRAPHQL_(VALIDATION|PARSE)_FAILED/);
    expect(network.catalogue.requests).toHaveLength(0);
  });
});
