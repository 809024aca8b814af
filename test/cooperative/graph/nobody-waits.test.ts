import { once } from 'node:events';
import { request as openRequest } from 'node:http';
import { setImmediate as onNextTurn } from 'node:timers';
import { setImmediate } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { CapacityTable } from '../../../subgraphs/cooperative/capacity/capacity-table.js';
import { FreeTable } from '../../../subgraphs/cooperative/capacity/free-table.js';
import { createAvailabilityLoader } from '../../../subgraphs/cooperative/graph/availability-loader.js';
import { guardCommands } from '../../../subgraphs/cooperative/graph/guard-commands.js';
import { headersOf, usualAskerOf } from '../askers.js';
import { bookableFile, MONDAY, resourceRow } from '../bookings/support.js';
import { serviceRows, startCooperative, type RunningCooperative } from '../support.js';

const SERVICES = 40;
/** What is worked out for nobody would show in so many turns of the event loop: each has room for a part of it. */
const TURNS = 50;

const ids = Array.from(
  { length: SERVICES },
  (_none, index) => `karhu:s${String(index + 1).padStart(2, '0')}`,
);
/** Three months of every service for ten lengths of a booking: far more work than the tests wait for. */
const AVAILABILITY = `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Service { ${Array.from(
  { length: 10 },
  (_none, index) =>
    `a${index}: availability(from: "2027-03-22", to: "2027-06-22", minutes: ${60 + index}) { status }`,
).join(' ')} } } }`;
const FREE = `query ($rows: [_Any!]!, $ids: [ID!]!) { _entities(representations: $rows) { ... on Cooperative { ${Array.from(
  { length: 5 },
  (_none, index) =>
    `a${index}: freeCapacity(from: "2027-03-2${index}", to: "2028-06-01", serviceIds: $ids) { from }`,
).join(' ')} } } }`;

const QUESTIONS = {
  availability: {
    query: AVAILABILITY,
    variables: { rows: ids.map((id) => ({ __typename: 'Service', id })) },
    countParts: () => jest.spyOn(CapacityTable.prototype, 'isInTime'),
  },
  freeCapacity: {
    query: FREE,
    variables: { rows: [{ __typename: 'Cooperative', id: 'karhu' }], ids },
    countParts: () => jest.spyOn(FreeTable.prototype, 'freeMinutes'),
  },
} as const;

describe('availability that is long to write', () => {
  let karhu: RunningCooperative;
  beforeAll(async () => {
    karhu = await startCooperative();
    await karhu.import(bookableFile());
  });
  afterAll(() => karhu.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is handed out in turns, others in between', async () => {
    const { desk, rulebooks } = karhu.server;
    const rulebook = await rulebooks.load(null);
    const [service] = rulebook.offered;
    if (!service) throw new Error('Nothing is on offer.');
    const question = { service, from: MONDAY, to: MONDAY, minutes: 60 };
    const { signal } = new AbortController();
    const loader = createAvailabilityLoader(desk, () => Promise.resolve(rulebook), signal);
    await loader.load(question);
    let now = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const done: string[] = [];
    let isDone = false;
    const others = (): void => {
      done.push('others');
      if (!isDone) onNextTurn(others);
    };
    onNextTurn(others);

    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await loader.load(question);
        done.push('rows');
        now += 10;
      }),
    );
    isDone = true;

    // A few are let on before the first of them has said how long it takes.
    expect(done.filter((what) => what === 'others').length).toBeGreaterThan(10);
  });
});

describe('a command of a caller who has gone', () => {
  const carriedOut: unknown[] = [];
  const guarded = guardCommands({
    holdBookings: (_root, { input }) => {
      carriedOut.push(input);
      return { legs: [], waiting: [], userErrors: [] };
    },
  });
  const { holdBookings } = guarded as unknown as {
    holdBookings: (root: null, args: object, context: object, info: null) => Promise<unknown>;
  };
  const gone = new Error('Gone.');
  const context = {
    signal: AbortSignal.abort(gone),
    access: { isAbout: () => false, checkCommand: () => Promise.resolve() },
  };
  const hold = (input: object) => holdBookings(null, { input }, context, null);

  it('is carried out, unless it is only to be tried out', async () => {
    await expect(hold({ dryRun: true })).rejects.toBe(gone);
    await hold({ orderId: 'o1', dryRun: false });
    await hold({ orderId: 'o2' });

    expect(carriedOut).toEqual([{ orderId: 'o1', dryRun: false }, { orderId: 'o2' }]);
  });
});

describe.each(['availability', 'freeCapacity'] as const)('%s that takes long', (field) => {
  const { query, variables, countParts } = QUESTIONS[field];
  let karhu: RunningCooperative;
  let parts: { readonly mock: { readonly calls: readonly unknown[] } };
  /** Parts of the whole answer. */
  let whole: number;

  beforeAll(async () => {
    karhu = await startCooperative();
    const resources = ids.map((_id, index) => resourceRow({ id: `w${index + 1}` }));
    const services = serviceRows(SERVICES, { gridMinutes: 60 }).map((service, index) => ({
      ...service,
      resources: [`w${index + 1}`],
    }));
    await karhu.import(bookableFile({ resources, services }));
    const counted = countParts();
    const { errors } = await karhu.ask<unknown>(query, variables);
    whole = counted.mock.calls.length;
    counted.mockRestore();
    if (errors) throw new Error(JSON.stringify(errors[0]));
  });
  afterAll(() => karhu.close());
  beforeEach(() => {
    parts = countParts();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const ask = (headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ query, variables });
    const signed = headersOf(usualAskerOf(query, 'karhu'), 'karhu', body);
    const asked = openRequest(`${karhu.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed, ...headers },
      agent: false,
    });
    asked.on('error', () => undefined);
    asked.end(body);
    return asked;
  };
  const hasBegun = async () => {
    while (parts.mock.calls.length === 0) await setImmediate();
  };
  /** How many parts are done when no more are. */
  const partsInTheEnd = async (): Promise<number> => {
    for (let [seen, turns] = [-1, 0]; turns < TURNS; turns += 1) {
      if (parts.mock.calls.length !== seen) [seen, turns] = [parts.mock.calls.length, 0];
      await setImmediate();
    }
    return parts.mock.calls.length;
  };

  it('ends when its caller hangs up, and others are answered at once', async () => {
    const asked = ask();
    await hasBegun();

    asked.destroy();
    const { data } = await karhu.ask('{ __typename }');

    expect(data).toEqual({ __typename: 'Query' });
    expect(await partsInTheEnd()).toBeLessThan(whole / 2);
  });

  it('ends when the time is over for which its caller waits, and says so', async () => {
    const [response] = (await once(ask({ 'x-deadline-ms': '20' }), 'response')) as [
      AsyncIterable<Buffer>,
    ];
    let text = '';
    for await (const chunk of response) text += String(chunk);
    const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };

    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['GATEWAY_TIMEOUT']),
    );
    expect(await partsInTheEnd()).toBeLessThan(whole / 2);
  });
});
