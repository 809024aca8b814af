import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { honest, sendJson, tampering, type Behaviour } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { catalogueSchema, cooperativeSchema } from '../../support/fakes/gateway-schemas.js';
import { pick } from '../../support/pick.js';

const PAGE = '{ catalogue(first: 9) { edges { node { id published } } } }';
const COMMAND =
  'mutation { publishService(input: { id: "lumo:s1", published: true }) { service { id } userErrors { code } } }';

type Answer = Record<string, unknown> & { data: { _entities: (object | null)[] } };

const schema = cooperativeSchema('lumo');

const changing = (change: (body: Answer) => unknown): Behaviour =>
  tampering(schema, (answer) => JSON.stringify(change(JSON.parse(answer) as Answer)));

const withRow = (index: number, row: (given: object) => object | null, errors: object[] = []) =>
  changing(({ data: { _entities: rows } }) => ({
    data: { _entities: rows.map((given, at) => (at === index && given ? row(given) : given)) },
    ...(errors.length > 0 && { errors }),
  }));

describe('the coverage of an answer', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ askedBy: ['staff:lumo'] });
  });
  afterAll(() => network.close());
  afterEach(() => {
    network.owner('lumo').behaviour = honest(schema);
    network.catalogue.behaviour = honest(catalogueSchema(['karhu', 'lumo', 'tuki']));
  });

  it.each([
    ['is missing', withRow(1, () => null), 'NOT_FOUND', '"lumo" does not know "lumo:s2".'],
    [
      'failed',
      withRow(1, (row) => ({ ...row, published: null }), [
        { message: 'x', path: ['_entities', 1, 'published'] },
      ]),
      'DOWNSTREAM_SERVICE_ERROR',
      '"lumo" failed here.',
    ],
    [
      'is null and nothing says why',
      withRow(1, (row) => ({ ...row, published: null })),
      'DOWNSTREAM_SERVICE_ERROR',
      '"lumo" answered null and does not say why.',
    ],
    [
      'is refused',
      withRow(1, (row) => ({ ...row, published: null }), [
        { message: 'x', path: ['_entities', 1, 'published'], extensions: { code: 'FORBIDDEN' } },
      ]),
      'FORBIDDEN',
      '"lumo" refuses Service.published to this caller.',
    ],
  ])(
    'does not call an owner answered of which one row %s',
    async (_how, behaviour, code, reason) => {
      network.owner('lumo').behaviour = behaviour;

      const { data, errors, extensions } = await network.ask(PAGE);

      expect(pick(data, 'catalogue.edges.*.node.published')).toEqual([
        ...[true, true, true],
        ...[true, null, true],
        ...[true, true, true],
      ]);
      expect(errors).toEqual([
        {
          message: reason,
          path: ['catalogue', 'edges', 4, 'node', 'published'],
          extensions: { code, cooperative: 'lumo' },
        },
      ]);
      expect(extensions.coverage).toEqual({
        asked: ['karhu', 'lumo', 'tuki'],
        answered: ['karhu', 'tuki'],
        stale: [],
        skipped: [],
        incomplete: [{ cooperative: 'lumo', reason }],
        unsupported: [],
      });
    },
  );

  it('calls an owner incomplete that answers one question and not another', async () => {
    const good = honest(schema);
    network.owner('lumo').behaviour = (request, response) =>
      request.query.includes('published') ? response.destroy() : good(request, response);

    const { data, extensions } = await network.ask(`{
      cooperatives { edges { node { id members { totalCount } } } }
      catalogue(first: 9) { edges { node { id published } } }
    }`);

    expect(pick(data, 'cooperatives.edges.1.node.members.totalCount')).toBe(2);
    expect(pick(data, 'catalogue.edges.3.node.published')).toBeNull();
    expect(extensions.coverage).toEqual({
      asked: ['karhu', 'lumo', 'tuki'],
      answered: ['karhu', 'tuki'],
      stale: [],
      skipped: [],
      incomplete: [{ cooperative: 'lumo', reason: '"lumo" broke off the connection.' }],
      unsupported: [],
    });
  });

  it('calls an owner skipped that refuses the whole question', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      const errors = [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }];
      sendJson(response, { errors }, 401);
    };

    const { errors, extensions } = await network.ask(PAGE);

    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(
      Array(3).fill('UNAUTHENTICATED'),
    );
    expect(extensions.coverage).toMatchObject({
      answered: ['karhu', 'tuki'],
      skipped: [{ cooperative: 'lumo', reason: '"lumo" must know who asks for this.' }],
    });
  });

  it('names an owner that the network does not have though the index lists its rows', async () => {
    network.registry.remove('lumo');
    await network.table.refresh();

    const { errors, extensions } = await network.ask(PAGE);
    network.registry.set({ id: 'lumo', url: network.owner('lumo').url });
    await network.table.refresh();

    expect(errors).toHaveLength(3);
    expect(extensions.coverage.skipped).toEqual([
      { cooperative: 'lumo', reason: '"lumo" is no cooperative of this network.', since: null },
    ]);
  });

  it('calls an owner answered that refuses what the caller gave', async () => {
    const { errors, extensions } = await network.ask(
      '{ cooperative(id: "lumo") { members(first: 0) { totalCount } } }',
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(extensions.coverage.answered).toEqual(['lumo']);
  });

  it('does not call an owner answered that says nothing of a command', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      sendJson(response, { data: { publishService: null } });
    };

    const { data, errors, extensions } = await network.ask(COMMAND);

    expect(data).toEqual({ publishService: null });
    expect(errors).toEqual([
      {
        message:
          '"lumo" answered wrongly at publishService: wanted an answer or an error, got null. Whether the change was made is unknown; repeating it is safe.',
        path: ['publishService'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'lumo' },
      },
    ]);
    expect(extensions.coverage.answered).toEqual([]);
  });

  it('does not call an owner answered whose payload is null for no reason', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      const payload = { service: null, userErrors: [], userErrors_: [] };
      sendJson(response, { data: { publishService: payload } });
    };

    const { data, errors, extensions } = await network.ask(COMMAND);

    expect(data).toEqual({ publishService: { service: null, userErrors: [] } });
    expect(errors?.map(({ path, message }) => [path, message])).toEqual([
      [['publishService', 'service'], '"lumo" answered null and does not say why.'],
    ]);
    expect(extensions.coverage.answered).toEqual([]);
  });

  it('has one error for a command, however many the owner gave', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      const errors = [
        { message: 'x' },
        { message: 'y', path: ['publishService'] },
        { message: 'z' },
      ];
      sendJson(response, { data: { publishService: null }, errors });
    };

    const { errors } = await network.ask(COMMAND);

    expect(errors?.map(({ path, message }) => [path, message])).toEqual([
      [
        ['publishService'],
        '"lumo" failed here. Whether the change was made is unknown; repeating it is safe.',
      ],
    ]);
  });

  it('knows which copies are old from the index that answered, not from the registry', async () => {
    const outdated = [{ id: 'tuki', syncedAt: '2026-11-23T09:59:30.000Z' }];
    network.catalogue.behaviour = tampering(
      catalogueSchema(['karhu', 'lumo', 'tuki']),
      (answer) => `${answer.slice(0, -1)},"extensions":{"outdated":${JSON.stringify(outdated)}}}`,
    );
    network.registry.set({ id: 'karhu', state: 'STALE', syncedAt: null });
    await network.table.refresh();

    const document = '{ catalogue { totalCount sources { state } } }';
    const answers = [
      await network.ask(document),
      await network.ask(document),
      await network.ask(PAGE),
    ];
    network.registry.set({ id: 'karhu', state: 'FRESH' });
    await network.table.refresh();

    for (const { extensions } of answers) {
      expect(extensions.coverage.stale).toEqual([{ cooperative: 'tuki', ageSeconds: 90 }]);
    }
  });
});
