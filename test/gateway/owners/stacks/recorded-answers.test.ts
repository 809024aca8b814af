import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readSupergraph } from '../../../../gateway/documents/contract-schema.js';
import { findUnknown } from '../../../../gateway/owners/unknown-fields.js';
import { projectPath } from '../../../../schema/sdl.js';
import { readGraphqlAnswer } from '../../../../subgraphs/shared/owners/graphql-answer.js';
import { foreignAnswers, type QuestionName } from '../../../shared/owners/foreign-answers.js';

/** What the stacks were asked for that the contract does not have, the gateway's contract has: it is the newer one. */
function newerContract() {
  const text = readFileSync(projectPath('schema', 'supergraph.graphql'), 'utf8');
  const contract = readSupergraph(text).contracts.get('cooperative');
  if (!contract) throw new Error('There is no cooperative in the supergraph.');
  return contract;
}

const contract = newerContract();

describe.each(Object.entries(foreignAnswers.stacks))('what %s refuses', (_stack, { answers }) => {
  const unknown = (question: QuestionName): string[] => {
    const { query } = foreignAnswers.questions[question];
    return findUnknown(contract, query, readGraphqlAnswer(answers[question].body).errors).sort();
  };

  it.each([
    ['unknownField', /^\w+\.invented$/],
    ['unknownFields', /^\w+\.invented(Too)?$/],
    ['unknownArgument', /^\w+\.published[[(]invented[\])]$/],
    ['unknownInput', /^\w+\.published[[(]\w+(: .*)?[\])]$/],
    ['unknownCommand', /^Mutation\.inventBookings(\[input\]|\(input: \$input\))$/],
  ] as const)('of %s is what it does not know', (question, wanted) => {
    const found = unknown(question);

    expect(found.length).toBeGreaterThan(0);
    for (const lack of found) expect(lack).toMatch(wanted);
  });

  it('of a document that is none is nothing that it does not know', () => {
    expect(unknown('noDocument')).toEqual([]);
  });
});
