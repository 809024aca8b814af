import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

describe('the access log', () => {
  const written: string[] = [];
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      accessLog: { write: (line) => void written.push(line) },
    });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    written.length = 0;
  });

  const lines = (count: number): Promise<number> =>
    eventually(
      () => Promise.resolve(written.length),
      (length) => length >= count,
    );

  /** The one line, once it is written. */
  async function line(): Promise<Record<string, unknown>> {
    await lines(1);
    expect(written).toHaveLength(1);
    return JSON.parse(written[0] ?? '') as Record<string, unknown>;
  }

  it('says of a request what was asked of whom and what it cost, and nothing that it holds', async () => {
    const query = `query Members($ids: [ID!]) {
      cooperatives(filter: { ids: $ids }) { edges { node { id members(first: 1) { totalCount } } } }
    }`;
    await network.ask(query, { ids: ['karhu'] }, { 'x-request-id': 'r-1' });

    const told = await line();
    expect(told).toMatchObject({
      requestId: 'r-1',
      method: 'POST',
      route: '/graphql',
      operation: 'Members',
      status: 200,
      code: null,
      durationMs: expect.any(Number),
      bytes: expect.any(Number),
      ownersAsked: 3,
    });
    expect([...(told['owners'] as string[])].sort()).toEqual(['karhu', 'lumo', 'tuki']);
    expect(told['bytes']).toBeGreaterThan(50);
    expect(JSON.stringify(told)).not.toMatch(/127\.0\.0\.1|filter|first/);
  });

  it.each([
    ['is no GraphQL', '{', 'GRAPHQL_PARSE_FAILED'],
    ['asks for what there is not', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('says with which code it was refused: a document that %s', async (_what, query, code) => {
    await network.ask(query);

    expect(await line()).toMatchObject({ operation: null, code, ownersAsked: 0 });
  });

  it('has no more of an operation’s name than its beginning', async () => {
    await network.ask(`query ${'x'.repeat(5_000)} { __typename }`);

    expect(String((await line())['operation'])).toHaveLength(200);
  });

  it('has refused requests and pages too, without what stands in their address', async () => {
    await fetch(`${network.url}/graphql`, { method: 'POST', body: 'x' });
    await lines(1);
    await fetch(`${network.url}/nothing?secret=1`);
    await lines(2);
    await fetch(`${network.url}/health`);
    await network.ask('{ __typename }');
    await lines(3);

    expect(written.map((text) => JSON.parse(text) as object)).toMatchObject([
      { status: 415, code: 'BAD_REQUEST' },
      { status: 404, route: null },
      { status: 200, route: '/graphql' },
    ]);
    expect(written.join('')).not.toContain('secret');
  });
});
