import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { isForThisMachine } from '../../../subgraphs/shared/process/config.js';
import { createErrorLog } from '../../support/send-odd-request.js';
import { startPlainSubgraph, type PlainSubgraph } from '../graphql/plain-subgraph.js';

describe('a process for its own machine alone', () => {
  let subgraph: PlainSubgraph;
  beforeAll(async () => {
    subgraph = await startPlainSubgraph('catalogue', createErrorLog().log, true);
  });
  afterAll(() => subgraph.server.close());

  const ask = async (host: string) => {
    const url = `${subgraph.url}/graphql?query=%7B__typename%7D`;
    const { statusCode, body } = await request(url, {
      headers: { host, 'apollo-require-preflight': 'x' },
    });
    return [statusCode, await body.json()];
  };

  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.7:4000',
    'x@localhost',
  ])('refuses who asks for another host: %s', async (host) => {
    expect(await ask(host)).toEqual([
      421,
      { errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it.each([
    'localhost',
    'localhost:4000',
    'LOCALHOST',
    'hub.localhost:1',
    '127.0.0.1:4000',
    '[::1]',
  ])('answers who asks for it by its own name: %s', async (host) => {
    expect(await ask(host)).toEqual([200, { data: { __typename: 'Query' } }]);
  });
});

describe('whether a process is for its own machine alone', () => {
  it.each([
    [true, '127.0.0.1', 'false', 'development'],
    [true, 'localhost', 'false', 'test'],
    [false, '127.0.0.1', 'false', 'production'],
    [false, '127.0.0.1', 'true', 'development'],
    [false, '0.0.0.0', 'true', 'development'],
  ] as const)('is %s at %s with EXPOSE=%s in %s', (is, HOST, EXPOSE, NODE_ENV) => {
    expect(isForThisMachine({ HOST, EXPOSE, NODE_ENV })).toBe(is);
  });
});
