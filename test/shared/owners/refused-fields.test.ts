import { describe, expect, it } from '@jest/globals';
import type { AnswerError } from '../../../subgraphs/shared/owners/graphql-answer.js';
import { findRefusedFields } from '../../../subgraphs/shared/owners/refused-fields.js';

const pointingAt = (...places: (readonly [number, number])[]): AnswerError => ({
  message: 'Jokin on vialla.',
  path: null,
  locations: places.map(([line, column]) => ({ line, column })),
  extensions: {},
});

const namesOf = (query: string, ...errors: AnswerError[]): string[] | null => {
  const refused = findRefusedFields(query, errors);
  return refused && [...refused.fields].map(({ name }) => name.value);
};

describe('the fields that an endpoint refused', () => {
  const QUERY =
    'query($r:[_Any!]!$n:Int){_entities(representations:$r){...on Service{published members(first:$n){x:name}}}}';
  const at = (text: string): readonly [number, number] => [1, QUERY.indexOf(text) + 1];

  it('are found by their place, whatever was said about them', () => {
    expect(namesOf(QUERY, pointingAt(at('published')))).toEqual(['published']);
    expect(namesOf(QUERY, pointingAt(at('published')), pointingAt(at('x:name')))).toEqual([
      'published',
      'name',
    ]);
    expect(namesOf(QUERY, pointingAt(at('name}')))).toEqual(['name']);
  });

  it('are those of an argument, and those that use a variable', () => {
    expect(namesOf(QUERY, pointingAt(at('first:')))).toEqual(['members']);
    expect(namesOf(QUERY, pointingAt(at('$n:Int')))).toEqual(['members']);
    expect(namesOf(QUERY, pointingAt(at('Int')))).toEqual(['members']);
  });

  it('are found in a text of several lines', () => {
    expect(namesOf('{\r\n  a\n  b(c: 1)\n}', pointingAt([3, 3]))).toEqual(['b']);
    expect(namesOf('{\r\n  a\n  b(c: 1)\n}', pointingAt([2, 3]))).toEqual(['a']);
  });

  it('are not known when an error points nowhere', () => {
    expect(namesOf(QUERY)).toBeNull();
    expect(namesOf(QUERY, pointingAt())).toBeNull();
    expect(namesOf(QUERY, pointingAt([1, 1]))).toBeNull();
    expect(namesOf(QUERY, pointingAt([2, 1]))).toBeNull();
    expect(namesOf(QUERY, pointingAt([1, 10_000]))).toBeNull();
    expect(namesOf('{\n  a\n}', pointingAt([2, 100]))).toBeNull();
    expect(namesOf(QUERY, pointingAt(at('published')), pointingAt())).toBeNull();
  });
});
