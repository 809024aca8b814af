import { describe, expect, it } from '@jest/globals';
import { readGraphqlAnswer } from '../../../subgraphs/shared/owners/graphql-answer.js';
import { findRefusedFields } from '../../../subgraphs/shared/owners/refused-fields.js';
import { foreignAnswers, type QuestionName } from './foreign-answers.js';

describe.each(Object.entries(foreignAnswers.stacks))('what %s answers', (_stack, { answers }) => {
  const read = (question: QuestionName) => readGraphqlAnswer(answers[question].body);
  const refused = (question: QuestionName): string[] | undefined => {
    const { query } = foreignAnswers.questions[question];
    const found = findRefusedFields(query, read(question).errors);
    return found ? [...found.fields].map(({ name }) => name.value) : undefined;
  };

  it.each([
    ['unknownField', ['invented']],
    ['unknownFields', ['invented', 'inventedToo']],
    ['unknownArgument', ['published']],
    ['unknownInput', ['published']],
    ['unknownCommand', ['inventBookings']],
  ] as const)('to %s is a refusal of the request that points at the field', (question, fields) => {
    expect(read(question).isRequestError).toBe(true);
    expect(refused(question)).toEqual(fields);
  });

  it('to a document that is none is a refusal that points at no field', () => {
    expect(read('noDocument').isRequestError).toBe(true);
  });

  it.each(['failedRow', 'failedField', 'failedCommand', 'badVariable', 'unknownRow'] as const)(
    'to %s is no refusal of the request',
    (question) => {
      expect(read(question).isRequestError).toBe(false);
    },
  );

  it('to a field that failed names its place', () => {
    expect(read('failedField').errors.map(({ path }) => path)).toEqual([['_entities', 0, 'quote']]);
  });

  it('to a row that is unknown is null without an error', () => {
    expect(read('unknownRow')).toMatchObject({
      data: { _entities: [{ id: 'x:a' }, null] },
      errors: [],
    });
  });
});
