import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readSupergraph } from '../../../gateway/documents/contract-schema.js';
import { EntityFetch, type EntityAnswer } from '../../../gateway/owners/entities-question.js';
import { parseFetch } from '../../../gateway/documents/fetch-document.js';
import { LIVE_FIELDS } from '../../../schema/live-fields.js';
import { projectPath } from '../../../schema/sdl.js';
import { readGraphqlAnswer } from '../../../subgraphs/shared/owners/graphql-answer.js';

function contractOfCooperatives() {
  const text = readFileSync(projectPath('schema', 'supergraph.graphql'), 'utf8');
  const contract = readSupergraph(text).contracts.get('cooperative');
  if (!contract) throw new Error('There is no cooperative in the supergraph.');
  return contract;
}

const contract = contractOfCooperatives();
const SERVICES = parseFetch(`query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Service {
    published
    days: availability(from: "2027-03-22", to: "2027-03-23") { date holiday { text } starts { time } }
    quote(start: "2027-03-22T09:00:00Z", minutes: 60) { __typename }
  } }
}`);
const KEYS = ['published', 'days', 'quote'];
const FIELDS: Readonly<Record<string, string>> = {
  published: 'Service.published',
  days: 'Service.availability',
  quote: 'Service.quote',
};
const fetch = new EntityFetch(contract, SERVICES, new Set());
const references = (count: number) =>
  Array.from({ length: count }, (_unused, index) => ({
    __typename: 'Service',
    id: `karhu:s${index}`,
  }));

function read(rows: readonly unknown[], errors: readonly object[]): EntityAnswer {
  const answer = readGraphqlAnswer({
    data: { _entities: rows },
    ...(errors.length > 0 && { errors }),
  });
  return fetch.read('karhu', references(rows.length), {}, answer);
}

const day = fc.record({
  date: fc.constantFrom('2027-03-22', '2027-03-23'),
  holiday: fc.option(fc.constant({ text: 'x' })),
  starts: fc.constant([{ time: '2027-03-22T09:00:00+02:00' }]),
});
const rowOf = (index: number) =>
  fc.option(
    fc.record({
      typename_: fc.constant('Service'),
      id_: fc.constant(`karhu:s${index}`),
      published: fc.option(fc.boolean()),
      days: fc.option(fc.uniqueArray(day, { maxLength: 2, selector: ({ date }) => date })),
      quote: fc.option(fc.constant({ __typename: 'Quote' })),
    }),
  );
const step = fc.oneof(
  fc.constantFrom<(string | number)[]>(
    '_entities',
    ...KEYS,
    'holiday',
    'hunter2',
    '0',
    '1',
    'starts',
  ),
  fc.nat(3),
);
const path = fc.oneof(
  fc.constantFrom(null, undefined, [], ['_entities'], ['_entities', '1', 'quote']),
  fc.tuple(fc.constant('_entities'), fc.nat(3), fc.constantFrom(...KEYS)),
  fc.tuple(
    fc.constant('_entities'),
    fc.nat(3),
    fc.constant('days'),
    fc.nat(2),
    fc.constant('holiday'),
  ),
  fc.array(step, { maxLength: 5 }),
);
const code = fc.constantFrom(
  ...[undefined, 'NOT_FOUND', 'GONE', 'FORBIDDEN', 'BAD_USER_INPUT', 'GATEWAY_TIMEOUT', 'hunter2'],
);
const error = fc.record({
  message: fc.constant('hunter2'),
  path,
  extensions: fc.record({ code, argument: fc.constantFrom('hunter2', 'from') }),
});
const answer = fc.record({
  rows: fc.tuple(rowOf(0), rowOf(1), rowOf(2)),
  errors: fc.array(error, { maxLength: 6 }),
});

/** Where nulls stand in a value. */
function nullsOf(value: unknown, at: readonly (string | number)[]): string[] {
  if (value === null) return [at.join('/')];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => nullsOf(part, [...at, key]));
}

/** Whether the path names one of three rows, in whatever way. */
const namesRow = (given: unknown): boolean =>
  Array.isArray(given) && given[0] === '_entities' && /^[0-2]$/.test(String(given[1]));

describe('an owner’s answer', () => {
  it('has exactly one error at each null that is not its word for none', () => {
    fc.assert(
      fc.property(answer, ({ rows, errors }) => {
        const read_ = read(rows, errors);

        const places = read_.errors.map(({ path: place = [] }) => place.join('/'));
        expect(new Set(places).size).toBe(places.length);
        for (const [index, row] of read_.rows.entries()) {
          const at = ['_entities', index];
          const wanted = KEYS.filter(
            (key) => row === null || (row[key] === null && LIVE_FIELDS.has(FIELDS[key] ?? '')),
          );
          for (const key of wanted) expect(places).toContain([...at, key].join('/'));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes nothing for missing, and no null for none, while an error names no row', () => {
    fc.assert(
      fc.property(answer, ({ rows, errors }) => {
        fc.pre(errors.some(({ path: given }) => !namesRow(given)));

        const read_ = read(rows, errors);

        const codes = read_.errors.map(({ extensions }) => extensions.code);
        expect(codes).not.toContain('NOT_FOUND');
        expect(codes).not.toContain('GONE');
        expect(read_.failures.length).toBeGreaterThan(0);
        const places = read_.errors.map(({ path: place = [] }) => place.join('/'));
        for (const [index, row] of read_.rows.entries()) {
          if (row === null) continue;
          for (const place of nullsOf(row, ['_entities', index])) expect(places).toContain(place);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves nothing of an error’s words, and no facts but our own', () => {
    fc.assert(
      fc.property(answer, ({ rows, errors }) => {
        const read_ = read(rows, errors);

        expect(JSON.stringify([read_.errors, read_.failures])).not.toContain('hunter2');
        for (const { extensions } of read_.errors) {
          expect(Object.keys(extensions).sort()).toEqual(['code', 'cooperative']);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('has every instant in UTC with milliseconds, whatever its offset', () => {
    const offset = fc
      .tuple(
        fc.constantFrom('+', '-'),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 59 }),
      )
      .map(
        ([sign, hours, minutes]) =>
          `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
      );
    const instant = fc.tuple(
      fc.date({
        min: new Date('0001-01-02T00:00:00Z'),
        max: new Date('9999-12-30T00:00:00Z'),
        noInvalidDate: true,
      }),
      fc.oneof(fc.constantFrom('Z', '+00:00', '-00:00'), offset),
      fc.constantFrom(0, 1, 3, 6),
    );
    fc.assert(
      fc.property(instant, ([at, zone, digits]) => {
        const local = at.toISOString().slice(0, 19);
        const time = `${local}${digits === 0 ? '' : `.${'123456'.slice(0, digits)}`}${zone}`;
        const days = [{ date: '2027-03-22', holiday: null, starts: [{ time }] }];

        const [row] = read(
          [
            {
              typename_: 'Service',
              id_: 'karhu:s0',
              published: true,
              days,
              quote: { __typename: 'Quote' },
            },
          ],
          [],
        ).rows;

        const [{ starts }] = row?.['days'] as [{ starts: [{ time: string }] }];
        expect(starts[0].time).toBe(new Date(time).toISOString());
      }),
    );
  });

  it.each([
    ['an instant that has no such form in UTC', '0000-01-01T00:00:00+10:00'],
    ['an instant without an offset', '2027-03-22T09:00:00'],
  ])('is wrong with %s', (_what, time) => {
    const days = [{ date: '2027-03-22', holiday: null, starts: [{ time }] }];
    const row = { typename_: 'Service', id_: 'karhu:s0', published: true, days, quote: null };

    expect(() => read([row], [])).toThrow(
      'answered wrongly at _entities.0.days.0.starts.0.time: wanted the scalar DateTime, got another text',
    );
  });
});
