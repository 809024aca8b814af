import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { honest, sendJson, tampering, type Behaviour } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';

const SECRET = 'mongodb://admin:hunter2@10.0.0.5/coop';
const CODES = [
  ...['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'CONFLICT'],
  ...['DOWNSTREAM_SERVICE_ERROR', 'GATEWAY_TIMEOUT', 'INTERNAL_SERVER_ERROR', 'NONSENSE', SECRET],
];

const QUERY = `query ($first: Int!) {
  cooperatives { edges { node { id members(first: $first) { totalCount edges { node { id name } cursor } } } } }
  catalogue(first: 9) { edges { node { id published availability(from: "2027-03-22", to: "2027-03-22") { date starts { time } } } } }
}`;
const COMMAND = `mutation {
  publishService(input: { id: "lumo:s1", published: true }) { service { id published } userErrors { code message field } }
}`;

const schema = cooperativeSchema('lumo');

const saying = (body: unknown, status = 200): Behaviour => {
  return (_request, response) => {
    sendJson(response, body, status);
  };
};

const error = (code: string | undefined, path?: unknown): object => ({
  message: SECRET,
  ...(path !== undefined && { path }),
  locations: [{ line: 1, column: 1, [SECRET]: SECRET }],
  [SECRET]: SECRET,
  extensions: {
    code,
    argument: SECRET,
    withdrawnAt: SECRET,
    exception: { stacktrace: [SECRET] },
    http: { status: 500, headers: { 'x-secret': SECRET } },
    cooperative: SECRET,
    [SECRET]: SECRET,
  },
});

/** The honest answer with a change to it as a value. */
const changing = (change: (body: Record<string, unknown>) => unknown): Behaviour =>
  tampering(schema, (answer) =>
    JSON.stringify(change(JSON.parse(answer) as Record<string, unknown>)),
  );

const rowsAs = (row: (given: Record<string, unknown>) => unknown): Behaviour =>
  changing((body) => {
    const data = body['data'] as Record<string, unknown>;
    const list = data['_entities'];
    if (Array.isArray(list)) return { ...body, data: { _entities: list.map(row) } };
    return { ...body, data: row(data) };
  });

const raw =
  (headers: Record<string, string>, body: string, status = 200): Behaviour =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

const PLACES: readonly (readonly [string, Behaviour])[] = [
  ...CODES.flatMap((code): [string, Behaviour][] => [
    [`a refusal of the request with ${code}`, saying({ errors: [error(code)] }, 401)],
    [`an error of no place with ${code}`, changing((body) => ({ ...body, errors: [error(code)] }))],
    [
      `an error of a row with ${code}`,
      changing((body) => ({ ...body, errors: [error(code, ['_entities', 0])] })),
    ],
    [
      `an error of a field with ${code}`,
      changing((body) => ({ ...body, errors: [error(code, ['_entities', 0, 'members'])] })),
    ],
    [
      `an error of a command with ${code}`,
      saying({ data: { publishService: null }, errors: [error(code, ['publishService'])] }),
    ],
    [
      `an error of all rows with ${code}`,
      saying({ data: null, errors: [error(code, ['_entities'])] }),
    ],
  ]),
  ['the keys of a path', changing((body) => ({ ...body, errors: [error('X', [SECRET])] }))],
  [
    'the later keys of a path',
    changing((body) => ({ ...body, errors: [error('FORBIDDEN', ['_entities', 0, SECRET, 3])] })),
  ],
  [
    'the last keys of a path',
    changing((body) => ({
      ...body,
      errors: [error('FORBIDDEN', ['_entities', 0, 'members', 'edges', SECRET])],
    })),
  ],
  [
    'the keys of a command’s path',
    changing((body) => ({ ...body, errors: [error('FORBIDDEN', ['publishService', SECRET])] })),
  ],
  ['errors that are a text', saying({ data: null, errors: SECRET })],
  ['an error that is a text', saying({ data: null, errors: [SECRET] })],
  ['a message that is a list', saying({ data: null, errors: [{ message: [SECRET] }] })],
  ['data that are a text', saying({ data: SECRET })],
  ['the whole answer', saying(SECRET)],
  ['keys of the answer', saying({ [SECRET]: SECRET })],
  [
    'extensions of the answer',
    changing((body) => ({
      ...body,
      extensions: { [SECRET]: SECRET, outdated: [{ id: SECRET, syncedAt: SECRET }] },
    })),
  ],
  ['a text for a row', rowsAs(() => SECRET)],
  ['keys that nobody asked for', rowsAs((row) => ({ ...row, [SECRET]: SECRET, title: SECRET }))],
  ['the type of a row', rowsAs((row) => ({ ...row, typename_: SECRET, __typename: SECRET }))],
  ['the id of a row', rowsAs((row) => ({ ...row, id_: SECRET }))],
  ['a text for a truth', rowsAs((row) => ({ ...row, published: SECRET }))],
  ['a text for an object', rowsAs((row) => ({ ...row, members: SECRET }))],
  ['a text for a list', rowsAs((row) => ({ ...row, members: { totalCount: 1, edges: SECRET } }))],
  [
    'a text for a number',
    rowsAs((row) => ({ ...row, members: { totalCount: SECRET, edges: [] } })),
  ],
  [
    'the id of a row below',
    rowsAs((row) => ({
      ...row,
      members: { totalCount: 1, edges: [{ cursor: 'a', node: { id: SECRET, name: 'b' } }] },
    })),
  ],
  [
    'a day, and an instant',
    rowsAs((row) => ({
      ...row,
      published: true,
      availability: [{ date: SECRET, starts: [{ time: SECRET }] }],
    })),
  ],
  [
    'the words of a user error',
    saying({
      data: {
        publishService: {
          service: null,
          userErrors: [
            { code: 'NOT_FOUND', code_: 'NOT_FOUND', message: SECRET, field: ['id', SECRET] },
          ],
          userErrors_: [{ code_: 'NOT_FOUND' }],
        },
      },
    }),
  ],
  [
    'the code of a user error',
    saying({
      data: {
        publishService: {
          service: null,
          userErrors: [{ code: SECRET, code_: SECRET, message: SECRET, field: [SECRET] }],
          userErrors_: [{ code_: SECRET }],
        },
      },
    }),
  ],
  ['a content type', raw({ 'content-type': `text/${SECRET}` }, SECRET, 500)],
  ['a whole content type', raw({ 'content-type': SECRET }, SECRET)],
  [
    'headers',
    raw(
      { 'content-type': 'application/json', 'x-secret': SECRET, 'set-cookie': `a=${SECRET}` },
      '{"errors":[]}',
    ),
  ],
  ['broken JSON', raw({ 'content-type': 'application/json' }, `{"data":"${SECRET}`)],
  ['the place of a redirect', raw({ location: SECRET }, SECRET, 302)],
  [
    'a way of compressing',
    raw({ 'content-type': 'application/json', 'content-encoding': SECRET }, SECRET),
  ],
];

describe('what an owner writes', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ cooperatives: ['lumo'], askedBy: ['staff:lumo'] });
  });
  afterAll(() => network.close());
  afterEach(() => {
    network.owner('lumo').behaviour = honest(schema);
  });

  it.each(PLACES)('does not leave the gateway as %s', async (_place, behaviour) => {
    network.owner('lumo').behaviour = behaviour;

    const answers = [await network.ask(QUERY, { first: 2 }), await network.ask(COMMAND)];

    const left = JSON.stringify(answers);
    expect(left).not.toMatch(/hunter2|mongodb|admin/);
    for (const { status, errors = [] } of answers) {
      expect(status).toBe(200);
      for (const { extensions } of errors) {
        expect(Object.keys(extensions).sort()).toEqual(['code', 'cooperative']);
        expect(extensions['cooperative']).toBe('lumo');
        expect(CODES.slice(0, 8)).toContain(extensions['code']);
      }
    }
  });

  it('keeps the code that can be true, with the contract’s words for what was wanted', async () => {
    const { errors } = await network.ask(
      '{ cooperative(id: "lumo") { members(first: 0) { totalCount } } }',
    );

    expect(errors).toEqual([
      {
        message:
          '"lumo" refused what Cooperative.members was given. Wanted: "first", How many members at most: 1 to 100.',
        path: ['cooperative', 'members'],
        extensions: { code: 'BAD_USER_INPUT', cooperative: 'lumo' },
      },
    ]);
  });

  describe('says of a refused field with several arguments', () => {
    const refusing = (argument: string | undefined): Behaviour =>
      saying({
        data: { _entities: [{ typename_: 'Service', id_: 'lumo:s1', availability: null }] },
        errors: [
          {
            message: SECRET,
            path: ['_entities', 0, 'availability'],
            extensions: { code: 'BAD_USER_INPUT', argument },
          },
        ],
      });
    const messageFor = async (argument: string | undefined): Promise<string | undefined> => {
      network.owner('lumo').behaviour = refusing(argument);
      const { errors } = await network.ask(
        '{ service(id: "lumo:s1") { availability(from: "2027-03-22", to: "2027-03-22") { date } } }',
      );
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      return errors?.[0]?.message;
    };
    const TOGETHER = 'too much of it was asked for at once, or its arguments do not go together. ';

    it('that together they were too much, with its limits, where the owner names the field', async () => {
      const message = await messageFor('availability');

      expect(message).toContain(`"lumo" refused Service.availability: ${TOGETHER}`);
      expect(message).toMatch(/\b93 days\b.*\b20\b/);
      expect(message).not.toContain('First day');
    });

    it.each(['to', 'to.day'])(
      'what is wanted of one, where the owner names it as %s',
      async (named) => {
        expect(await messageFor(named)).toMatch(
          /^"lumo" refused what Service\.availability was given\. Wanted: "to", Last day, included: at most 93 days /,
        );
      },
    );

    it('what is wanted of one that was not given, where the owner names that', async () => {
      expect(await messageFor('minutes')).toMatch(/Wanted: "minutes", How long a booking shall be/);
    });

    it.each([undefined, SECRET])(
      'all that it may have been, where the owner says %s',
      async (named) => {
        const message = await messageFor(named);

        expect(message).toContain(
          `"lumo" refused Service.availability: one of its arguments is not as wanted, ${TOGETHER}Wanted: "from", First day, in the owner's zone. `,
        );
        expect(message).toMatch(/\b20 different combinations\b.*; "to", Last day, included: /);
        expect(message).toMatch(/\b93 days\b/);
      },
    );
  });

  it.each([
    ['to', ['at most 93 days with `from`', 'none later than ten years from now']],
    ['availability', ['at most 20 different combinations of `from`, `to` and `minutes`']],
  ])('tells the limits of availability where %s is refused', async (argument, limits) => {
    network.owner('lumo').behaviour = changing((body) => ({
      ...body,
      data: { _entities: [{ typename_: 'Service', id_: 'lumo:s1', availability: null }] },
      errors: [
        {
          message: SECRET,
          path: ['_entities', 0, 'availability'],
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    }));

    const { errors } = await network.ask(
      '{ service(id: "lumo:s1") { availability(from: "2027-03-22", to: "2027-03-22") { date } } }',
    );

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    for (const limit of limits) expect(errors?.[0]?.message).toContain(limit);
  });

  it.each([
    ['BAD_USER_INPUT', 'DOWNSTREAM_SERVICE_ERROR'],
    ['CONFLICT', 'DOWNSTREAM_SERVICE_ERROR'],
    ['INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR'],
    ['FORBIDDEN', 'FORBIDDEN'],
    ['NOT_FOUND', 'NOT_FOUND'],
  ])('of a field without arguments: %s is told as %s', async (said, told) => {
    network.owner('lumo').behaviour = changing((body) => ({
      ...body,
      data: { _entities: [{ typename_: 'Service', id_: 'lumo:s1', published: null }] },
      errors: [{ ...error(said, ['_entities', 0, 'published']) }],
    }));

    const { errors } = await network.ask('{ service(id: "lumo:s1") { published } }');

    expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['service', 'published'], { code: told, cooperative: 'lumo' }],
    ]);
  });

  it.each([
    ['UNAUTHENTICATED', 'must know who asks for Cooperative.waitingList'],
    ['FORBIDDEN', 'refuses Cooperative.waitingList to this caller'],
  ])('says what would be needed where a field is %s', async (code, problem) => {
    network.owner('lumo').behaviour = changing((body) => ({
      ...body,
      data: { _entities: [{ typename_: 'Cooperative', id_: 'lumo', waitingList: null }] },
      errors: [error(code, ['_entities', 0, 'waitingList'])],
    }));

    const { errors } = await network.ask('{ cooperative(id: "lumo") { waitingList { since } } }');

    const message = `"lumo" ${problem}. This needs the role STAFF or MACHINE of its organisation.`;
    const path = ['cooperative', 'waitingList'];
    expect(errors).toEqual([{ message, path, extensions: { code, cooperative: 'lumo' } }]);
  });

  it('keeps when a row was withdrawn where that is an instant, in UTC', async () => {
    const gone = (withdrawnAt: string): Behaviour =>
      saying({
        data: { _entities: [null] },
        errors: [
          { message: 'x', path: ['_entities', 0], extensions: { code: 'GONE', withdrawnAt } },
        ],
      });
    const factsOf = async (withdrawnAt: string): Promise<unknown> => {
      network.owner('lumo').behaviour = gone(withdrawnAt);
      const { errors } = await network.ask('{ service(id: "lumo:s1") { published } }');
      return errors?.[0]?.extensions;
    };

    expect(await factsOf('2026-11-20T10:00:00+02:00')).toEqual({
      code: 'GONE',
      cooperative: 'lumo',
      withdrawnAt: '2026-11-20T08:00:00.000Z',
    });
    expect(await factsOf(SECRET)).toEqual({ code: 'GONE', cooperative: 'lumo' });
  });

  it('is the contract’s sentence where a command is refused, and names parts of the input', async () => {
    network.owner('lumo').behaviour = saying({
      data: {
        publishService: {
          service: null,
          userErrors: [{ code_: 'NOT_FOUND', message: SECRET, field: ['id', SECRET] }],
          userErrors_: [{ code_: 'NOT_FOUND' }],
        },
      },
    });

    const { data, errors } = await network.ask(
      'mutation { publishService(input: { id: "lumo:s9", published: true }) { service { id } userErrors { message field } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      publishService: {
        service: null,
        userErrors: [
          { message: 'What the id names does not exist, or is not on offer.', field: ['id'] },
        ],
      },
    });
  });
});
