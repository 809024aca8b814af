import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadAvailability } from '../../../subgraphs/cooperative/bookings/desk/service-availability.js';
import { queriesOf } from '../../support/count-queries.js';
import { bookableFile, Desk, MONDAY, resourceRow } from '../bookings/support.js';
import { serviceRows, startCooperative, type Json, type RunningCooperative } from '../support.js';

const SERVICES = 40;
const WEEK = `from: "${MONDAY}", to: "2027-03-28"`;

let karhu: RunningCooperative;

/** Opens it for the tests of a block, with what is on offer. */
const openWith = (file: Json): void => {
  beforeAll(async () => {
    // So that what stands behind the price of documents is seen too.
    karhu = await startCooperative({ maxCost: 10_000_000 });
    await karhu.import(bookableFile(file));
  });
  afterAll(() => karhu.close());
};

const range = (count: number) => Array.from({ length: count }, (_none, index) => index);
const aliased = (count: number, field: (index: number) => string) =>
  range(count)
    .map((index) => `a${index}: ${field(index)}`)
    .join(' ');

interface Answered {
  readonly data: { readonly _entities: readonly Json[] };
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** Fields of so many services, or of the cooperative so many times. */
const ask = (type: 'Service' | 'Cooperative', count: number, fields: string) => {
  const ids = range(count).map((index) => `karhu:s${String(index + 1).padStart(2, '0')}`);
  const rows = ids.map((id) => ({ __typename: type, id: type === 'Service' ? id : 'karhu' }));
  return karhu.ask<Answered['data']>(
    `query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on ${type} { ${fields} } } }`,
    { rows },
  );
};
/** What was asked of the database, once it is known that no rule has changed. */
const queries = async (work: () => Promise<Answered>) => {
  await ask('Service', 1, `availability(${WEEK}) { date }`);
  let answer: Answered | undefined;
  const asked = await queriesOf(async () => (answer = await work()));
  if (!answer) throw new Error('There was no answer.');
  return { asked, answer };
};
const codesOf = ({ errors = [] }: Answered) => [
  ...new Set(errors.map(({ extensions }) => extensions.code)),
];

describe('availability of forty services', () => {
  const resources = range(SERVICES).map((index) => resourceRow({ id: `w${index + 1}` }));
  const services = serviceRows(SERVICES, { gridMinutes: 60 }).map((service, index) => ({
    ...service,
    resources: [`w${index + 1}`, `w${((index + 1) % SERVICES) + 1}`],
  }));
  openWith({ resources, services });

  it('costs at most five queries', async () => {
    const { asked, answer } = await queries(() =>
      ask('Service', SERVICES, `availability(${WEEK}) { status starts { places } }`),
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities).toHaveLength(SERVICES);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('costs no more under fifty aliases, with the least length named or not', async () => {
    const { asked, answer } = await queries(() =>
      ask(
        'Service',
        SERVICES,
        aliased(
          50,
          (index) => `availability(${WEEK}, minutes: ${index % 2 ? 60 : 'null'}) { status }`,
        ),
      ),
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities.at(-1)?.['a49']).toHaveLength(7);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('costs no more for twenty different days and lengths', async () => {
    const { asked, answer } = await queries(() =>
      ask(
        'Service',
        SERVICES,
        aliased(20, (n) =>
          `availability(from: "2027-0${1 + (n % 9)}-0${1 + (n % 7)}", to: "2027-09-30", minutes: 60) { status }`.replace(
            /to: "[^"]+"/,
            `to: "2027-0${1 + (n % 9)}-1${n % 9}"`,
          ),
        ),
      ),
    );

    expect(answer.errors).toBeUndefined();
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it('costs no more while people wait there, also for places of services that were not asked about', async () => {
    const desk = new Desk(karhu);
    const leg = (serviceId: string) => ({ serviceId: `karhu:${serviceId}`, quantity: 2 });
    for (const [index, service] of ['s03', 's03', 's05', 's05'].entries()) {
      await desk.enrol({ orderId: `order-${index}`, leg: leg(service) });
    }

    const { asked, answer } = await queries(() =>
      ask('Service', 3, `availability(${WEEK}, minutes: 60) { starts { time places } }`),
    );

    expect(answer.errors).toBeUndefined();
    expect(asked.length).toBeLessThanOrEqual(5);
    const [monday] = answer.data._entities[2]?.['availability'] as { starts: Json[] }[];
    expect(monday?.starts.map(({ time }) => time)).not.toContain(`${MONDAY}T07:00:00.000Z`);
  });

  it('is the same asked alone and together, for different days and lengths', async () => {
    const fields = [
      `availability(${WEEK}, minutes: 60) { status starts { time places } }`,
      `availability(from: "2027-05-03", to: "2027-05-10", minutes: 240) { status starts { time places } }`,
    ];
    await new Desk(karhu).hold({ legs: [{ serviceId: 'karhu:s02', minutes: 180 }] });

    const together = await ask(
      'Service',
      4,
      aliased(2, (index) => fields[index] ?? ''),
    );

    for (const [index, row] of together.data._entities.entries()) {
      const alone = await Promise.all(
        fields.map((field) => ask('Service', index + 1, `alone: ${field}`)),
      );
      expect([row['a0'], row['a1']]).toEqual(
        alone.map(({ data }) => data._entities[index]?.['alone']),
      );
    }
  });

  it('is refused as a whole, and before anything is read, for more than twenty days and lengths', async () => {
    const { asked, answer } = await queries(() =>
      ask(
        'Service',
        SERVICES,
        aliased(21, (index) => `availability(${WEEK}, minutes: ${60 + index}) { status }`),
      ),
    );

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('at most 20');
    expect(answer.errors?.[0]?.message).toContain('got 21');
    expect(answer.data._entities.every((row) => row['a0'] === null)).toBe(true);
    expect(asked.filter((query) => query.startsWith('bookings'))).toEqual([]);
  });

  it('is refused, and nothing is read, when the same is asked so often that the answer grows huge', async () => {
    const { asked, answer } = await queries(() =>
      ask(
        'Service',
        SERVICES,
        aliased(140, () => 'availability(from: "2027-03-22", to: "2027-06-22") { status }'),
      ),
    );

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(asked.filter((query) => query.startsWith('bookings'))).toEqual([]);
  });

  it('is given up when nobody waits for it any more', async () => {
    const connection = new AbortController();
    const gone = new Error('Gone.');
    const rulebook = await karhu.server.rulebooks.load(null);
    const questions = rulebook.serviceIds.flatMap((id) => {
      const service = rulebook.findOffered(id);
      return service ? [{ service, from: '2027-03-22', to: '2027-06-22', minutes: 60 }] : [];
    });

    const answer = loadAvailability(karhu.server.desk, rulebook, questions, connection.signal);
    connection.abort(gone);

    await expect(answer).rejects.toBe(gone);
  });
});

describe('a hundred services for a month', () => {
  openWith({ services: serviceRows(99, { gridMinutes: 15 }) });

  it('are answered, on a fine grid too', async () => {
    const answer = await ask(
      'Service',
      99,
      'availability(from: "2027-03-22", to: "2027-04-21") { status starts { time places } }',
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data._entities[98]?.['availability']).toHaveLength(31);
  });
});

describe('the other live fields', () => {
  openWith({ services: serviceRows(SERVICES) });

  it.each([
    ['Service', 'quote(start: "2027-03-22T07:00:00Z", minutes: 60) { net }', 2],
    ['Service', 'published', 1],
    ['Cooperative', 'members { totalCount edges { node { id } } }', 4],
    ['Cooperative', `bookings(from: "${MONDAY}") { edges { node { service { id } } } }`, 3],
    ['Cooperative', 'waitingList { quantity service { id } }', 3],
  ] as const)(
    '%s.%s costs as much for forty rows and ten aliases as for one',
    async (type, field, most) => {
      const { asked, answer } = await queries(() =>
        ask(
          type,
          SERVICES,
          aliased(10, () => field),
        ),
      );

      expect(answer.errors).toBeUndefined();
      expect(asked.length).toBeLessThanOrEqual(most);
    },
  );

  it('are refused beyond ten different pages in one request', async () => {
    const { asked, answer } = await queries(() =>
      ask(
        'Cooperative',
        1,
        aliased(11, (index) => `members(first: ${index + 1}) { totalCount }`),
      ),
    );

    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('at most 10');
    expect(asked.filter((query) => query.startsWith('members'))).toEqual([]);
  });

  it('are answered up to ten different pages', async () => {
    const answer = await ask(
      'Cooperative',
      1,
      aliased(10, (index) => `members(first: ${index + 1}) { totalCount }`),
    );

    expect(answer.errors).toBeUndefined();
  });

  it('give the change feed once, however often it is asked for the same page', async () => {
    const asked = await queriesOf(() =>
      karhu.ask(`{ ${aliased(20, () => 'catalogueChanges(since: 0) { revision }')} }`),
    );

    expect(asked.length).toBeLessThanOrEqual(3);
  });
});
