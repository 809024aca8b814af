import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, validate, type GraphQLError, type GraphQLSchema } from 'graphql';
import { subgraphSdl } from '../../../../schema/sdl.js';
import { eventually } from '../../../support/eventually.js';
import { honest, sendJson, type Behaviour } from '../../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../../support/networks/gateway-network.js';
import { cooperativeSchema } from '../../../support/fakes/gateway-schemas.js';
import { pick } from '../../../support/pick.js';

type Change = readonly [RegExp | string, string];

const WITHOUT = {
  published: [/"Live from the owner: whether it is[^"]*"\s+published: Boolean\n/, ''],
  name: [/"Name; null unless[^"]*"\s+name: String/, ''],
  email: [/"E-mail address; null unless[^"]*"\s+email: String/, ''],
  phone: [/"Telephone number; null unless[^"]*"\s+phone: String/, ''],
  length: [/"How long a booking shall be[^"]*"\s+minutes: Int\s/, ''],
} as const satisfies Record<string, Change>;

/** An endpoint of an older contract. */
function older(...changes: readonly Change[]): GraphQLSchema {
  const sdl = changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`The contract has no ${String(from)}.`);
    return changed;
  }, subgraphSdl('cooperative'));
  const day = { date: '2027-03-22', status: 'OPEN', freeMinutes: 60, starts: [] };
  return buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: {
      Service: {
        __resolveReference: (row: object) => ({ published: true, ...row }),
        availability: () => [day],
      },
      Cooperative: {
        __resolveReference: (row: object) => row,
        members: () => ({ edges: [{ node: { id: 'lumo:m1' }, cursor: '1' }], totalCount: 1 }),
        bookings: () => ({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } }),
      },
    },
  });
}

type Refusal = (errors: readonly GraphQLError[]) => readonly object[];

/** A stack that refuses in its own words, and answers what it understands. */
function stack(schema: GraphQLSchema, refuse: Refusal, status = 200): Behaviour {
  return async ({ query, variables }, response) => {
    const errors = validate(schema, parse(query));
    if (errors.length > 0) {
      sendJson(response, { data: null, errors: refuse(errors) }, status);
      return;
    }
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables,
      contextValue: {},
    });
    sendJson(response, result.data ? result : { errors: refuse(result.errors ?? []) });
  };
}

const placesOf = ({ locations }: GraphQLError): object => ({ locations });

const STACKS: readonly (readonly [string, Refusal, number])[] = [
  [
    'graphql-core',
    (errors) =>
      errors.map((error) => ({
        message: error.message.replaceAll('"', "'"),
        ...placesOf(error),
      })),
    200,
  ],
  [
    'graphql-java',
    (errors) =>
      errors.map((error) => ({
        message: `Validation error (FieldUndefined@[_entities/f]) : ${error.message.length}`,
        ...placesOf(error),
        extensions: { classification: 'ValidationError' },
      })),
    200,
  ],
  [
    'gqlgen',
    (errors) =>
      errors.map((error) => ({
        message: 'cannot query field',
        ...placesOf(error),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      })),
    422,
  ],
  [
    'a stack in Finnish',
    (errors) => errors.map((error) => ({ message: 'Ei ole.', ...placesOf(error) })),
    400,
  ],
  [
    'a stack that says one thing at a time',
    (errors) => errors.slice(0, 1).map((error) => ({ message: 'No.', ...placesOf(error) })),
    400,
  ],
  [
    'a stack that says at the end that it stopped',
    (errors) => [
      ...errors.map((error) => ({ message: 'No.', ...placesOf(error) })),
      { message: 'Too many errors.' },
    ],
    400,
  ],
];
const [[, inOwnWords]] = STACKS as unknown as [[string, Refusal, number]];

const MEMBERS = `{ cooperative(id: "lumo") {
  members(first: 1) { totalCount edges { node { id Nimi: name email languages tel: phone } } }
} }`;
const DAYS = (given: string): string =>
  `{ service(id: "lumo:s1") { published availability(from: "2027-03-22", to: "2027-03-22"${given}) { date } } }`;

describe('an endpoint of another stack', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ cooperatives: ['karhu', 'lumo'] });
  });
  afterAll(() => network.close());
  beforeEach(async () => {
    // What was found lacking is another test's: an address of its own for each.
    const { origin } = new URL(network.owner('lumo').url);
    network.registry.set({ id: 'lumo', url: `${origin}/${Math.random()}` });
    await network.table.refresh();
    network.forgetRequests();
  });
  afterEach(() => {
    network.owner('lumo').behaviour = honest(cooperativeSchema('lumo'));
  });

  it.each(STACKS)(
    '%s lacks some fields, and only those are null',
    async (_stack, refuse, status) => {
      const schema = older(WITHOUT.name, WITHOUT.email, WITHOUT.phone);
      network.owner('lumo').behaviour = stack(schema, refuse, status);

      const { data, errors, extensions } = await network.ask(MEMBERS);

      expect(pick(data, 'cooperative.members')).toEqual({
        totalCount: 1,
        edges: [{ node: { id: 'lumo:m1', Nimi: null, email: null, languages: null, tel: null } }],
      });
      expect(errors?.map(({ path, message }) => [path?.at(-1), message]).sort()).toEqual(
        [
          ['Nimi', 'name'],
          ['email', 'email'],
          ['tel', 'phone'],
        ].map(([key, field]) => [
          key,
          `"lumo" answers an older version of the contract, which has no Member.${field}.`,
        ]),
      );
      expect(extensions.coverage).toMatchObject({
        answered: ['lumo'],
        skipped: [],
        unsupported: ['email', 'name', 'phone'].map((field) => ({
          cooperative: 'lumo',
          field: `Member.${field}`,
        })),
      });
    },
  );

  it('lacks an argument: the field is null where it is given, and nowhere else', async () => {
    network.owner('lumo').behaviour = stack(older(WITHOUT.length), inOwnWords);

    const asked = await network.ask(DAYS(', minutes: 60'));
    const plain = await network.ask(DAYS(''));

    expect(pick(asked.data, 'service')).toEqual({ published: true, availability: null });
    expect(asked.errors?.map(({ message }) => message)).toEqual([
      '"lumo" answers an older version of the contract, whose Service.availability has no "minutes".',
    ]);
    expect(asked.extensions.coverage.unsupported).toEqual([
      { cooperative: 'lumo', field: 'Service.availability' },
    ]);
    expect(plain.errors).toBeUndefined();
    expect(pick(plain.data, 'service.availability.0.date')).toBe('2027-03-22');
  });

  it.each([
    ['as it is written', '($day: Date = "2027-03-22")', '[NO_SHOW]', {}],
    [
      'by a variable',
      '($day: Date = "2027-03-22", $states: [BookingState!])',
      '$states',
      { states: ['NO_SHOW'] },
    ],
  ])(
    'lacks a value that it is given %s, and is asked with others at once',
    async (_how, head, states, given) => {
      network.owner('lumo').behaviour = stack(
        older([/"The customer, or the participant, did not come."\s+NO_SHOW/, '\n']),
        inOwnWords,
      );
      const query = (list: string): string =>
        `query ${head} { cooperative(id: "lumo") { members { totalCount }
        bookings(from: "2027-03-22", to: $day, states: ${list}) { edges { cursor } } } }`;

      const newer = await network.ask(query(states), given);
      const known = await network.ask(
        'query { cooperative(id: "lumo") { bookings(from: "2027-03-22", states: [HELD]) { edges { cursor } } } }',
      );

      expect(pick(newer.data, 'cooperative')).toEqual({
        members: { totalCount: 1 },
        bookings: null,
      });
      expect(newer.errors?.map(({ message }) => message)).toEqual([
        '"lumo" answers an older version of the contract, whose Cooperative.bookings does not take this "states".',
      ]);
      expect(known.errors).toBeUndefined();
      expect(pick(known.data, 'cooperative.bookings')).toEqual({ edges: [] });
    },
  );

  it('lacks a whole type of row, and is not asked for its rows', async () => {
    const schema = buildSubgraphSchema({
      typeDefs: parse(
        'type Service @key(fields: "id") { id: ID! published: Boolean } type Query { a: Int }',
      ),
      resolvers: { Service: { __resolveReference: (row: object) => row } },
    });
    network.owner('lumo').behaviour = stack(schema, inOwnWords);

    const { data, errors, extensions } = await network.ask(
      '{ order(id: "o1", secret: "s") { legs { bookings { id state } } } }',
    );

    expect(pick(data, 'order.legs.1.bookings')).toBeNull();
    expect(errors?.map(({ message }) => message)).toEqual([
      '"lumo" answers an older version of the contract, which has no Booking.',
    ]);
    expect(extensions.coverage.unsupported).toEqual([{ cooperative: 'lumo', field: 'Booking' }]);
    expect(network.owner('lumo').requests).toHaveLength(1);
  });

  it('is sent a text in which a place is the same for everybody', async () => {
    await network.ask(
      'query { cooperative(id: "lumo") { bookings(from: "2027-03-22", resourceId: """\n lumo:pöytä\n""") { edges { cursor } } } }',
    );

    const [request] = network.owner('lumo').requests;
    expect(request?.query).toMatch(/^[\x20-\x7e]+$/);
    expect(request?.query).toContain('"lumo:p\\u00f6yt\\u00e4"');
  });

  it('is believed about what it was asked alone, at no cost, and asked everything again', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      const errors = Array.from({ length: 50_000 }, (_unused, index) => ({
        message: `Cannot query field "x${index}" on type "Service".`,
        locations: [{ line: 1, column: index + 100_000 }],
      }));
      sendJson(response, { errors }, 400);
    };

    const lied = await network.ask('{ service(id: "lumo:s1") { published } }');
    const asked = network.owner('lumo').requests.length;
    network.owner('lumo').behaviour = honest(cooperativeSchema('lumo'));
    const true_ = await network.ask('{ service(id: "lumo:s1") { published } }');

    expect(asked).toBe(1);
    expect(lied.extensions.coverage.unsupported).toEqual([]);
    expect(lied.errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'DOWNSTREAM_SERVICE_ERROR',
    ]);
    expect(true_.errors).toBeUndefined();
    expect(pick(true_.data, 'service.published')).toBe(true);
  });

  it('that says something untrue of a field loses it for some seconds', async () => {
    const schema = cooperativeSchema('lumo');
    network.owner('lumo').behaviour = stack(older(WITHOUT.published), inOwnWords);
    await network.ask('{ service(id: "lumo:s1") { published } }');
    network.owner('lumo').behaviour = honest(schema);

    const again = await eventually(
      () => network.ask('{ service(id: "lumo:s1") { published } }'),
      ({ errors }) => errors === undefined,
    );

    expect(pick(again.data, 'service.published')).toBe(true);
  });

  it('is not asked what the caller gave wrongly', async () => {
    const { data, errors, extensions } = await network.ask(
      `query ($day: Date!) { service(id: "lumo:s1") { published availability(from: $day, to: $day) { date } } }`,
      { day: 'hunter2' },
    );
    const literal = await network.ask(DAYS('').replace('2027-03-22', '2027-02-30'));

    expect(pick(data, 'service')).toEqual({ published: null, availability: null });
    expect(errors?.map(({ extensions: facts }) => facts)).toEqual([
      { code: 'BAD_USER_INPUT' },
      { code: 'BAD_USER_INPUT' },
    ]);
    expect(errors?.[0]?.message).toMatch(/Date must be a date that exists/);
    expect(literal.errors?.[0]?.message).toMatch(/Date must be a date that exists/);
    expect(extensions.coverage.asked).toEqual([]);
    expect(network.owner('lumo').requests).toHaveLength(0);
  });

  const rowsOf = (
    errors: readonly object[],
    ...published: readonly (boolean | null)[]
  ): Behaviour => {
    return ({ variables }, response) => {
      const list = variables['representations'] as { id: string }[];
      const entities = list.map(({ id }, index) =>
        published[index] === null && errors.length > 0 && index === 1
          ? null
          : { typename_: 'Service', id_: id, published: published[index] },
      );
      sendJson(response, { data: { _entities: entities }, errors });
    };
  };

  it.each([
    ['names the list alone', { message: 'internal system error', path: ['_entities'] }],
    ['names nothing', { message: 'internal system error' }],
    ['names what is not there', { message: 'x', path: ['_entities', 17, 'published'] }],
    ['has a code of its own', { message: 'x', path: [], extensions: { code: 'NOT_FOUND' } }],
  ])('has a row that failed, not one that is unknown, where its error %s', async (_what, error) => {
    network.owner('lumo').behaviour = rowsOf([error], true, null, true);

    const { data, errors, extensions } = await network.ask(
      '{ cooperative(id: "lumo") { services { edges { node { published } } } } }',
    );

    expect(pick(data, 'cooperative.services.edges.*.node.published')).toEqual([true, null, true]);
    expect(errors).toEqual([
      {
        message: '"lumo" failed here.',
        path: ['cooperative', 'services', 'edges', 1, 'node', 'published'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', cooperative: 'lumo' },
      },
    ]);
    expect(extensions.coverage.answered).toEqual([]);
    expect(extensions.coverage.incomplete).toEqual([
      { cooperative: 'lumo', reason: '"lumo" failed here.' },
    ]);
  });

  it('has its error at the row that it names by a text', async () => {
    const error = { message: 'x', path: ['_entities', '2', 'published'] };
    network.owner('lumo').behaviour = rowsOf([error], true, true, null);

    const { data, errors } = await network.ask(
      '{ cooperative(id: "lumo") { services { edges { node { published } } } } }',
    );

    expect(pick(data, 'cooperative.services.edges.*.node.published')).toEqual([true, true, null]);
    expect(errors?.map(({ path }) => path)).toEqual([
      ['cooperative', 'services', 'edges', 2, 'node', 'published'],
    ]);
  });

  it.each([
    ['data: null', { data: null, errors: [{ message: 'x', path: ['_entities'] }] }],
    [
      '_entities: null',
      { data: { _entities: null }, errors: [{ message: 'x', path: ['_entities', 1] }] },
    ],
  ])('has failed as a whole with %s', async (_what, answer) => {
    network.owner('lumo').behaviour = (_request, response) => {
      sendJson(response, answer);
    };

    const { errors, extensions } = await network.ask(
      '{ cooperative(id: "lumo") { services { edges { node { published } } } } }',
    );

    expect(errors).toHaveLength(3);
    for (const { message, extensions: facts } of errors ?? []) {
      expect(message).toBe('"lumo" failed here.');
      expect(facts['code']).toBe('DOWNSTREAM_SERVICE_ERROR');
    }
    expect(extensions.coverage.skipped.map(({ cooperative }) => cooperative)).toEqual(['lumo']);
  });
});
