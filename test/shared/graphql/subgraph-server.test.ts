import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { SubgraphServer } from '../../../subgraphs/shared/graphql/subgraph-server.js';
import { ask } from '../../support/ask.js';
import { createErrorLog } from '../../support/send-odd-request.js';
import { startPlainSubgraph } from './plain-subgraph.js';

describe.each(['booking', 'catalogue', 'cooperative'] as const)('the server of %s', (name) => {
  const { log, lines } = createErrorLog();
  let server: SubgraphServer;
  let url: string;
  beforeAll(async () => {
    ({ server, url } = await startPlainSubgraph(name, log));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    lines.length = 0;
  });

  it('refuses references that name no row of its own, each at its place', async () => {
    const representations = [
      { __typename: 'Order', id: 'o1' },
      { __typename: 'Cooperative', id: 'karhu' },
      { __typename: 'Cooperative', id: 5 },
      { __typename: 'Cooperative' },
      { __typename: 'Cooperative', id: { $gt: '' } },
      { __typename: '__proto__', id: 'x' },
      { id: 'x' },
      'karhu',
      [],
    ];
    const { data, errors } = await ask<{ _entities: ({ id: string } | null)[] }>(
      url,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Cooperative { id } } }',
      { r: representations },
    );

    const codes = [
      ...['BAD_USER_INPUT', null, null, 'NOT_FOUND', 'NOT_FOUND'],
      ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ];
    const known = [null, { id: 'karhu' }, { id: '5' }, null, null, null, null, null, null];
    expect(data._entities).toEqual(known);
    expect(errors?.map(({ path, extensions }) => [path?.[1], extensions['code']])).toEqual(
      codes.flatMap((code, index) => (code === null ? [] : [[index, code]])),
    );
    expect(lines).toEqual([]);
  });

  it('asks which operation is meant, and says what it does not serve', async () => {
    for (const query of ['query A { __typename } query B { __typename }', 'subscription { x }']) {
      const { status, errors } = await ask(url, query);

      expect([status, errors?.[0]?.extensions['code']]).toEqual([
        400,
        'OPERATION_RESOLUTION_FAILURE',
      ]);
    }
  });

  it('refuses a document of which fragments make more than it takes', async () => {
    const parts = Array.from(
      { length: 20 },
      (_unused, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const { status, errors } = await ask(
      url,
      `{ ...F0 } ${parts.join(' ')} fragment F20 on Query { __typename }`,
    );

    expect([status, errors?.[0]?.extensions]).toEqual([
      400,
      { code: 'QUERY_TOO_COSTLY', cost: expect.any(Number), limit: 200_000 },
    ]);
  });

  it('says in its own words that a document is nested too deep to be read', async () => {
    const { errors } = await ask(url, '{ a '.repeat(20_000));

    expect(errors?.[0]).toMatchObject({
      message: 'The document is nested too deep to be read.',
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  });

  it('refuses variables that are nested deeper than any that is taken', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    for (const depth of [101, 50_000]) {
      const body = `{"query":"${query}","variables":{"r":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });

      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'Variables may nest lists and objects 100 deep, got more.',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      });
    }
  });

  it('refuses values that are nested deeper than any that is taken, wherever they are', async () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
    const object = `${'{a:'.repeat(9)}1${'}'.repeat(9)}`;
    const documents = [
      ...[9, 26, 500].map(
        (depth) => `{ _entities(representations: ${nested(depth)}) { __typename } }`,
      ),
      `{ _entities(representations: ${object}) { __typename } }`,
      `query ($a: [ID!] = ${nested(9)}) { __typename }`,
      `{ __typename @include(if: ${nested(9)}) }`,
      `{ __typename } fragment A on Query { a(b: ${nested(9)}) }`,
    ];
    for (const document of documents) {
      const { status, errors } = await ask(url, document);

      expect([status, errors?.[0]]).toMatchObject([
        400,
        {
          message:
            'A value may nest lists and objects 8 deep in a document, got more: what is deeper belongs into variables.',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ]);
    }
    const taken = await ask(
      url,
      `{ _entities(representations: [{ __typename: "Cooperative", id: "karhu", a: ${nested(6)} }]) { __typename } }`,
    );

    expect(taken.errors).toBeUndefined();
  });

  it('refuses what asks for too much of the rows that are named, and answers fewer', async () => {
    const aliases = Array.from({ length: 100 }, (_unused, n) => `a${n}: id`).join(' ');
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Cooperative { ${aliases} } } }`;
    const rows = (count: number) => ({
      r: Array.from({ length: count }, () => ({ __typename: 'Cooperative', id: 'karhu' })),
    });
    const many = await ask(url, query, rows(2_000));
    const few = await ask<{ _entities: object[] }>(url, query, rows(20));

    expect([many.status, many.errors?.[0]?.extensions]).toEqual([
      400,
      { code: 'QUERY_TOO_COSTLY', cost: 102 * 30 + 500 + 2_000 * 100, limit: 200_000 },
    ]);
    expect(few.data._entities).toHaveLength(20);
  });

  it('refuses a document that is too long, not long variables', async () => {
    const long = await ask(url, `#${'x'.repeat(200_000)}\n{ __typename }`);
    const variable = await ask(
      url,
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      {
        r: [{ __typename: 'Cooperative', id: 'x'.repeat(200_000) }],
      },
    );

    expect([long.status, long.errors?.[0]?.extensions['code']]).toEqual([413, 'BAD_REQUEST']);
    expect(variable.status).toBe(200);
  });

  it('tells nobody how long it worked on what', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
      body: '{"query":"{ __typename }"}',
    });

    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('says what was wanted of a variable, and does not repeat what came', async () => {
    const { errors } = await ask(
      url,
      'query ($wanted: Boolean!) { __typename @include(if: $wanted) }',
      { wanted: { email: 'anna@example.org; x' } },
    );

    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$wanted" got an invalid value; Boolean cannot represent a non boolean value.',
    ]);
  });

  it('answers an address that cannot be read, and what is not HTTP', async () => {
    const address = await fetch(`${url}/graphql?query=%ff`);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.write('hello\r\n\r\n');
    await once(socket, 'close');

    expect(address.status).toBe(400);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
  });

  it('answers who names no host, which HTTP allows', async () => {
    const rest = 'apollo-require-preflight: 1\r\nconnection: close\r\n\r\n';
    for (const head of ['HTTP/1.0\r\n', 'HTTP/1.1\r\nhost:\r\n']) {
      const socket = connect(Number(new URL(url).port), '127.0.0.1');
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.write(`GET /graphql?query={__typename} ${head}${rest}`);
      await once(socket, 'close');

      expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 [^]*"__typename":"Query"/);
    }
    expect(lines).toEqual([]);
  });

  it.each([
    ['POST', '/nonsense', 404, 'NOT_FOUND'],
    ['GET', '/graphql/x', 404, 'NOT_FOUND'],
    ['GET', '/GraphQL', 404, 'NOT_FOUND'],
    ['POST', '/health', 404, 'NOT_FOUND'],
    ['PUT', '/graphql', 405, 'BAD_REQUEST'],
  ])('refuses %s %s in JSON with a code', async (method, path, status, code) => {
    const headers = { 'content-type': 'application/json' };

    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(method !== 'GET' && { body: '{' }),
    });

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(lines).toEqual([]);
  });

  it('does not log an upload that broke off', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    socket.destroy();
    await once(socket, 'close');
    await ask(url, '{ __typename }');

    expect(lines).toEqual([]);
  });
});
