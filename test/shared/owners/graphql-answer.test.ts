import { describe, expect, it } from '@jest/globals';
import { NotGraphql, readGraphqlAnswer } from '../../../subgraphs/shared/owners/graphql-answer.js';

describe('the form of a foreign answer', () => {
  it('is a refusal of the whole request where there are no data and no error has a place', () => {
    const answers = [
      { errors: [{ message: 'x' }] },
      { data: null, errors: [{ message: 'x', locations: [{ line: 1, column: 3 }] }] },
      {
        data: null,
        errors: [
          { message: 'x', path: null },
          { message: 'y', path: [] },
        ],
      },
    ];

    expect(answers.map((answer) => readGraphqlAnswer(answer).isRequestError)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is no refusal of the request where an error has a place, or anything came', () => {
    const answers = [
      { data: null, errors: [{ message: 'x' }, { message: 'x', path: ['_entities'] }] },
      { data: {}, errors: [{ message: 'x' }] },
      { data: { _entities: [null] }, errors: [{ message: 'x' }] },
    ];

    expect(answers.map((answer) => readGraphqlAnswer(answer).isRequestError)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('has positions as numbers, also where a stack writes them as text', () => {
    const path = ['_entities', '0', 'quote'];

    const { errors } = readGraphqlAnswer({ data: {}, errors: [{ message: 'x', path }] });

    expect(errors[0]?.path).toEqual(['_entities', 0, 'quote']);
  });

  it('keeps places in the question that are places, and no others', () => {
    const locations = [{ line: 1, column: 2, more: 'x' }, { line: 0, column: 1 }, 'x', null];

    const { errors } = readGraphqlAnswer({ errors: [{ message: 'x', locations }] });

    expect(errors[0]?.locations).toEqual([{ line: 1, column: 2 }]);
  });

  it.each([
    ['text', 'hunter2', 'the top: wanted an object, got another text'],
    ['a list', [], 'the top: wanted an object, got a list of 0'],
    ['nothing in it', {}, 'the top: wanted data or errors, got an object'],
    ['odd data', { data: 'hunter2' }, 'data: wanted an object, got another text'],
    ['odd errors', { errors: 'hunter2' }, 'errors: wanted a list, got another text'],
    ['an odd error', { errors: ['hunter2'] }, 'errors.0: wanted an error, got another text'],
    ['an error without words', { errors: [{}] }, 'errors.0.message: wanted a text, got nothing'],
    [
      'an odd path',
      { errors: [{ message: 'x', path: [{}] }] },
      'errors.0.path: wanted a path, got a list of 1',
    ],
    [
      'errors without end',
      { errors: Array.from({ length: 5_001 }, () => ({ message: 'x' })) },
      'errors: wanted at most 5000 errors, got a list of 5001',
    ],
  ])('is refused when it is %s, and nothing of it is quoted', (_what, body, sentence) => {
    expect(() => readGraphqlAnswer(body)).toThrow(NotGraphql);
    expect(() => readGraphqlAnswer(body)).toThrow(`answered wrongly at ${sentence}`);
  });
});
