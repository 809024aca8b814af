import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postGraphql } from '../../../subgraphs/shared/owners/post-graphql.js';
import { Sender } from '../../../subgraphs/shared/owners/sender.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { hanging, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a GraphQL question', () => {
  let endpoint: FakeEndpoint;
  let sender: Sender;

  beforeAll(async () => {
    endpoint = await startFakeEndpoint(hanging);
    sender = new Sender();
  });
  afterAll(async () => {
    await sender.close();
    await endpoint.close();
  });

  const ask = (statuses?: readonly number[]) =>
    postGraphql(sender, {
      url: endpoint.url,
      body: '{"query":"{ a }"}',
      headers: { accept: 'application/json' },
      limit: TimeLimit.within(60_000),
      ...(statuses && { statuses }),
    });
  const answer = (status: number, headers: Record<string, string>, body: string): void => {
    endpoint.behaviour = (_request, response) => response.writeHead(status, headers).end(body);
  };

  it('says that it is JSON, what it takes, and that nothing is to be compressed', async () => {
    answer(200, JSON_TYPE, '{"data":{"a":1}}');
    await ask();

    const { query, headers } = endpoint.requests.at(-1) ?? { query: '', headers: {} };
    expect(query).toBe('{ a }');
    expect(headers).toMatchObject({ ...JSON_TYPE, accept: 'application/json' });
    expect(headers).not.toHaveProperty('accept-encoding');
  });

  it.each([
    [200, 'application/json'],
    [200, 'Application/GraphQL-Response+JSON; charset=utf-8'],
    [400, 'application/json'],
    [503, 'application/json'],
  ])('is answered with any status in JSON: %i %s', async (status, type) => {
    answer(status, { 'content-type': type }, '{"data":{"a":1},"extensions":{"b":2}}');

    expect(await ask()).toMatchObject({
      ...{ kind: 'answer', status },
      answer: { data: { a: 1 }, errors: [], isRequestError: false, extensions: { b: 2 } },
    });
  });

  it.each([
    ['a redirect', 307, JSON_TYPE, '{}', { kind: 'status' }],
    [
      'a page',
      502,
      { 'content-type': 'text/HTML; charset=utf-8' },
      '<p>',
      { kind: 'no-plain-json', mediaType: 'text/html', contentType: 'text/HTML; charset=utf-8' },
    ],
    [
      'its own words for a type',
      200,
      { 'content-type': 'application/hunter2' },
      '{}',
      { kind: 'no-plain-json', mediaType: 'another content type' },
    ],
    ['no type', 200, {}, '', { kind: 'no-plain-json', mediaType: 'no content type' }],
    [
      'what is compressed',
      200,
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      '',
      { kind: 'no-plain-json', mediaType: null, isEncoded: true },
    ],
    ['half an answer', 200, JSON_TYPE, '{"data":', { kind: 'broken-json' }],
    [
      'other JSON',
      200,
      JSON_TYPE,
      '["hunter2"]',
      {
        kind: 'not-graphql',
        reason: 'answered wrongly at the top: wanted an object, got a list of 1',
        json: ['hunter2'],
      },
    ],
  ])('is not answered with %s', async (_what, status, headers, body, expected) => {
    answer(status, headers, body);

    expect(await ask()).toMatchObject({ ...expected, status });
  });

  it('is not answered with a status of which nothing is read', async () => {
    answer(503, JSON_TYPE, '{"data":{"a":1}}');

    expect(await ask([200, 400])).toEqual({ kind: 'status', status: 503 });
  });
});
