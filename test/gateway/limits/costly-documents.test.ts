import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const PAGE = `query ($first: Int!) {
  catalogue(first: $first) { edges { node { id title { text } cooperative { id name } } } }
}`;
/** What one row of it costs: all fields below `edges`. */
const ROW = 7;
/** What costs the same however many rows there are. */
const PAGE_COST = 9 * 30 + 500 + 1;

describe('a document that costs too much', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ env: { MAX_COST: '1000' } });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });

  const get = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${network.url}/graphql?query=${encodeURIComponent(query)}`, { headers });

  it('is refused before anybody is asked, with what it costs and what it may', async () => {
    const answer = await network.ask(`{ ${'catalogue { totalCount } '.repeat(10)} }`);

    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message:
          'The document may cost 1000, got 5700: ask for fewer fields, rows or days at a time.',
        extensions: { code: 'QUERY_TOO_COSTLY', cost: 5700, limit: 1000 },
      },
    ]);
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it('is refused for its variables, and answered with others', async () => {
    const few = await network.ask(PAGE, { first: 3 });
    const many = await network.ask(PAGE, { first: 100 });
    const fewAgain = await network.ask(PAGE, { first: 4 });

    expect([few.status, many.status, fewAgain.status]).toEqual([200, 400, 200]);
    expect(few.extensions.cost).toBe(PAGE_COST + 3 * ROW);
    expect(many.errors?.[0]?.extensions).toEqual({
      code: 'QUERY_TOO_COSTLY',
      cost: PAGE_COST + 100 * ROW,
      limit: 1000,
    });
    expect(fewAgain.extensions.cost).toBe(PAGE_COST + 4 * ROW);
    expect(network.catalogue.requests).toHaveLength(2);
  });

  it('is refused before it is validated, however often it comes', async () => {
    const fragments = Array.from(
      { length: 15 },
      (_unused, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const document = `{ ...F0 } ${fragments.join(' ')} fragment F15 on Query { nothing }`;

    for (let times = 0; times < 2; times += 1) {
      const { errors } = await network.ask(document);

      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['QUERY_TOO_COSTLY']);
    }
  });

  it('is refused where its values are nested deeper than any field takes', async () => {
    const deep = `${'['.repeat(25)}${']'.repeat(25)}`;
    const { status, errors } = await network.ask(
      `{ catalogue(search: { cpv: ${deep} }) { totalCount } }`,
    );

    expect([status, errors?.[0]?.extensions['code']]).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
    expect(errors?.[0]?.message).toMatch(/^A value may nest lists and objects 8 deep/);
  });

  it('is refused for fragments that nothing uses, and for those that have no end', async () => {
    const unused = await network.ask(`{ __typename } fragment A on Query { ${'a '.repeat(40)} }`);
    const endless = await network.ask('{ ...A } fragment A on Query { ...A }');

    expect(unused.errors?.[0]?.extensions).toEqual({
      code: 'QUERY_TOO_COSTLY',
      cost: 31 + 40 * 30 + (40 * 39) / 2,
      limit: 1000,
    });
    expect(endless.errors).toEqual([
      {
        message: 'No fragment may contain itself, "A" does.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  it('is refused for variables that are nested deeper than anything could send on', async () => {
    const deep = JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) as unknown;
    const { errors } = await network.ask(
      'query ($c: [CpvCode!]) { catalogue(search: { cpv: $c }) { totalCount } }',
      { c: deep },
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(network.catalogue.requests).toHaveLength(0);
  });

  it('is refused for either media type with 400', async () => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const response = await get(`{ ${'catalogue { totalCount } '.repeat(10)} }`, { accept });

      expect(response.status).toBe(400);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is refused for its length alone, which is no matter of its variables', async () => {
    const page = 'query ($text: String) { catalogue(search: { text: $text }) { totalCount } }';
    const long = await network.ask(`#${'x'.repeat(50_000)}\n${page}`);
    const short = await network.ask(page, { text: 'x'.repeat(50_000) });

    expect([long.status, long.errors?.[0]]).toEqual([
      413,
      {
        message: `The document must have at most 50000 bytes, got ${50_002 + page.length}: long values belong into variables.`,
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
    expect(short.errors).toBeUndefined();
  });

  it('leaves caches what the others cost', async () => {
    const query = '{ catalogue { totalCount } }';
    const first = await get(query);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(query, { 'if-none-match': etag });

    expect(await first.json()).toMatchObject({ extensions: { cost: 2 * 30 + 501 } });
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    expect(again.status).toBe(304);
  });

  it('says what failed answers cost, and introspection', async () => {
    const bad = await network.ask('{ cooperative(id: "nobody") { members { totalCount } } }');
    const schema = await network.ask('{ __schema { queryType { name } } }');

    expect(bad.extensions.cost).toBe(3 * 30 + 500 + 10 + 1);
    expect(schema.extensions.cost).toBe(3 * 30 + 3);
  });
});

describe('variables that do not fit', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork();
  });
  afterAll(() => network.close());
  const QUERY = 'query ($ids: [ID!]) { cooperatives(filter: { ids: $ids }) { totalCount } }';
  const nulls = (count: number) => ({ ids: Array.from({ length: count }, () => null) });

  it('are told each while they are few, and refused as a whole where they are more', async () => {
    const few = await network.ask(QUERY, nulls(10));
    const many = await network.ask(QUERY, nulls(11));
    const thousands = await network.ask(QUERY, nulls(15_000));

    expect(few.errors).toHaveLength(10);
    expect([many.status, thousands.status]).toEqual([200, 200]);
    const [refusal, ...others] = many.errors ?? [];
    expect(others).toEqual([]);
    expect(refusal?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(refusal?.message).toMatch(/^More than 10 values of the variables do not fit\. Variable/);
    expect(thousands.errors).toEqual(many.errors);
  });

  it('are left out where the operation does not have them', async () => {
    const others = Object.fromEntries(Array.from({ length: 1_000 }, (_none, at) => [`v${at}`, at]));

    const answer = await network.ask(QUERY, { ...others, ids: ['karhu'] });

    expect(answer.errors).toBeUndefined();
  });

  it('are refused unread where there are more of them than a request may have', async () => {
    const answer = await network.ask(QUERY, {
      ids: Array.from({ length: 20_000 }, (_none, at) => `c${at}`),
    });

    expect(answer.status).toBe(413);
    expect(answer.errors).toEqual([
      {
        message: 'The request body may hold 20000 values, got more.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ]);
  });
});
