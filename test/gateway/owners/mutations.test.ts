import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hanging, honest, sendJson, tampering } from '../../support/fakes/endpoint.js';
import { pick } from '../../support/pick.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

const OWNERS = ['karhu', 'lumo', 'tuki'];

describe('a mutation of the contract', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({
      askedBy: ['staff:karhu', 'staff:lumo', 'staff:tuki', 'staff:nobody'],
      env: { DEADLINE_MS: String(units(3)), MUTATION_DEADLINE_MS: String(units(6)) },
    });
  });
  afterAll(() => network.close());
  beforeEach(() => {
    network.forgetRequests();
  });
  afterEach(() => {
    for (const id of OWNERS) network.owner(id).behaviour = honest(cooperativeSchema(id));
    network.registry.set({ id: 'tuki', status: 'ACTIVE' });
  });

  const counts = (): number[] => OWNERS.map((id) => network.owner(id).requests.length);

  it('goes to the owner of a literal id, and its listing fields come from the index', async () => {
    const { data, errors, extensions } = await network.ask(`mutation {
      publishService(input: { id: "lumo:s1", published: false }) {
        service { id title { text } published }
        userErrors { message }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(pick(data, 'publishService')).toEqual({
      service: {
        id: 'lumo:s1',
        title: { text: 'Siivouspalvelut lumo:s1' },
        published: false,
      },
      userErrors: [],
    });
    expect(counts()).toEqual([0, 1, 0]);
    expect(extensions.coverage.asked).toEqual(['lumo']);
  });

  it.each(['id published', 'published'])(
    'is not answered with another row than it was about, of which is asked: %s',
    async (fields) => {
      const schema = cooperativeSchema('lumo');
      network.owner('lumo').behaviour = tampering(schema, (answer) =>
        answer.replaceAll('"lumo:s1"', '"lumo:s2"'),
      );

      const { data, errors } = await network.ask(`mutation {
        publishService(input: { id: "lumo:s1", published: false }) {
          service { ${fields} } userErrors { message }
        }
      }`);

      expect(data).toEqual({ publishService: null });
      expect(errors?.map(({ message }) => message)).toEqual([
        '"lumo" answered wrongly at publishService.service: wanted the row lumo:s1, got another text. Whether the change was made is unknown; repeating it is safe.',
      ]);
    },
  );

  it.each([
    [
      'the whole input',
      'mutation ($i: PublishServiceInput!) { publishService(input: $i) { userErrors { code } } }',
      { i: { id: 'tuki:s1', published: true } },
    ],
    [
      'the id',
      'mutation ($i: ID!) { publishService(input: { id: $i, published: true }) { userErrors { code } } }',
      { i: 'tuki:s1' },
    ],
    [
      'a default',
      'mutation ($i: ID! = "tuki:s1") { publishService(input: { id: $i, published: true }) { userErrors { code } } }',
      {},
    ],
  ])('goes to the owner that a variable names: %s', async (_what, query, variables) => {
    const { data } = await network.ask(query, variables);

    expect(pick(data, 'publishService')).toEqual({ userErrors: [] });
    expect(counts()).toEqual([0, 0, 1]);
  });

  it('goes by `input.cooperative` where there is no id', async () => {
    const { data } = await network.ask(
      'mutation { importCooperative(input: { cooperative: "karhu", json: "{}" }) { cooperative { name } } }',
    );

    expect(pick(data, 'importCooperative.cooperative.name')).toBe('Osuuskunta karhu');
    expect(counts()).toEqual([1, 0, 0]);
  });

  it('is sent in document order, one after the other, to each owner', async () => {
    const order: string[] = [];
    let running = 0;
    for (const id of OWNERS) {
      const { behaviour } = network.owner(id);
      network.owner(id).behaviour = async (request, response) => {
        expect(++running).toBe(1);
        order.push(`${id} ${String((request.variables['p'] as boolean | undefined) ?? 'literal')}`);
        await behaviour(request, response);
        running -= 1;
      };
    }

    const { data, errors } = await network.ask(
      `mutation ($p: Boolean!, $q: Boolean!, $no: Boolean = false) {
        a: publishService(input: { id: "tuki:s1", published: $p }) { service { id } }
        b: publishService(input: { id: "karhu:s1", published: true }) { service { id } }
        left: publishService(input: { id: "karhu:s1", published: true }) @include(if: $no) { service { id } }
        c: publishService(input: { id: "tuki:s2", published: $p }) { ...Payload @include(if: $q) }
        __typename
      }
      fragment Payload on PublishServicePayload { service { id } }`,
      { p: true, q: true },
    );

    expect(errors).toBeUndefined();
    expect(order).toEqual(['tuki true', 'karhu literal', 'tuki true']);
    expect(data).toEqual({
      a: { service: { id: 'tuki:s1' } },
      b: { service: { id: 'karhu:s1' } },
      c: { service: { id: 'tuki:s2' } },
      __typename: 'Mutation',
    });
    const [first, second] = network.owner('tuki').requests;
    expect(Object.keys(first?.variables ?? {})).toEqual(['p']);
    expect(Object.keys(second?.variables ?? {}).sort()).toEqual(['p', 'q']);
  });

  it('keeps the others’ success when one owner fails, with the error at its own field', async () => {
    network.owner('lumo').behaviour = (_request, response) => response.destroy();

    const { data, errors } = await network.ask(`mutation {
      a: publishService(input: { id: "karhu:s1", published: true }) { service { id } }
      b: publishService(input: { id: "lumo:s1", published: true }) { service { id } }
      c: publishService(input: { id: "tuki:s1", published: true }) { service { id } }
    }`);

    expect(data).toEqual({
      a: { service: { id: 'karhu:s1' } },
      b: null,
      c: { service: { id: 'tuki:s1' } },
    });
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/is unknown; repeating it is safe/),
        path: ['b'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'lumo' },
      },
    ]);
  });

  it('says after a timeout that the outcome is unknown, and of what was not sent that nothing changed', async () => {
    network.owner('karhu').behaviour = hanging;

    const { data, errors, tookMs } = await network.ask(`mutation {
      a: publishService(input: { id: "karhu:s1", published: true }) { service { id } }
      b: publishService(input: { id: "tuki:s1", published: true }) { service { id } }
    }`);

    expect(tookMs).toBeLessThan(units(40));
    expect(data).toEqual({ a: null, b: null });
    expect(
      errors?.map(({ path, message, extensions }) => [path, message, extensions['code']]),
    ).toEqual([
      [['a'], expect.stringMatching(/outcome|unknown/), 'GATEWAY_TIMEOUT'],
      [['b'], expect.stringMatching(/Nothing was changed/), 'GATEWAY_TIMEOUT'],
    ]);
    expect(counts()).toEqual([1, 0, 0]);
  });

  it.each([
    ['malformed', 'Not an id', 'BAD_USER_INPUT', {}],
    ['of nobody in the network', 'nobody:s1', 'NOT_FOUND', { cooperative: 'nobody' }],
  ])('is refused when its id is %s, and the rest goes on', async (_what, id, code, facts) => {
    const { data, errors } = await network.ask(
      `mutation ($id: ID!) {
        bad: publishService(input: { id: $id, published: true }) { service { id } }
        good: publishService(input: { id: "tuki:s1", published: true }) { service { id } }
      }`,
      { id },
    );

    expect(data).toEqual({ bad: null, good: { service: { id: 'tuki:s1' } } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ path: ['bad'], extensions: { code, ...facts } });
  });

  it('is not sent to a cooperative that is paused', async () => {
    network.registry.set({ id: 'tuki', status: 'PAUSED', reason: 'Moving house.' });
    await network.table.refresh();

    const { data, errors, extensions } = await network.ask(
      'mutation { publishService(input: { id: "tuki:s1", published: true }) { service { id } } }',
    );
    network.registry.set({ id: 'tuki', status: 'ACTIVE', reason: null });
    await network.table.refresh();

    expect(data).toEqual({ publishService: null });
    expect(errors?.[0]?.message).toBe('"tuki" is paused and was not asked. Nothing was changed.');
    expect(extensions.coverage.skipped).toEqual([
      { cooperative: 'tuki', reason: 'Moving house.', since: '2026-11-01T00:00:00.000Z' },
    ]);
    expect(counts()).toEqual([0, 0, 0]);
  });

  it('says in our words why the owner refused it', async () => {
    network.owner('karhu').behaviour = (_request, response) => {
      sendJson(response, {
        data: { publishService: null },
        errors: [
          {
            message: 'Only staff may publish.',
            path: ['publishService'],
            extensions: { code: 'FORBIDDEN', secret: 'x' },
          },
        ],
      });
    };

    const { errors, extensions } = await network.ask(
      'mutation { publishService(input: { id: "karhu:s1", published: true }) { service { id } } }',
    );

    expect(errors).toEqual([
      {
        message:
          '"karhu" refuses Mutation.publishService to this caller. This needs the role STAFF or MACHINE of karhu.',
        path: ['publishService'],
        extensions: { code: 'FORBIDDEN', cooperative: 'karhu' },
      },
    ]);
    expect(extensions.coverage.answered).toEqual(['karhu']);
  });

  it('takes a broken payload for the owner’s failure', async () => {
    network.owner('karhu').behaviour = (_request, response) => {
      sendJson(response, {
        data: { publishService: { service: { id: 'lumo:s1' }, userErrors: [] } },
      });
    };

    const { data, errors } = await network.ask(
      'mutation { publishService(input: { id: "karhu:s1", published: true }) { service { id } userErrors { code } } }',
    );

    expect(data).toEqual({ publishService: null });
    expect(errors?.[0]?.message).toMatch(/wanted an id of karhu, got another text/);
  });

  it('never runs on GET', async () => {
    const query =
      'mutation { publishService(input: { id: "karhu:s1", published: true }) { service { id } } }';

    const response = await fetch(`${network.url}/graphql?query=${encodeURIComponent(query)}`);

    expect(response.status).toBe(405);
    expect(counts()).toEqual([0, 0, 0]);
  });
});
