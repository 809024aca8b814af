import DataLoader from 'dataloader';
import { badUserInput } from '../../../schema/errors.js';
import { settled } from '../../shared/graphql/settled.js';

/** Answers one live field within one request. */
export interface QuestionLoader<Question extends object, Answer> {
  /** @throws BAD_USER_INPUT when the request asks the field too many different questions: then none of those asked together is answered. */
  load(question: Question): Promise<Answer>;
}

/** Different questions of one field that one request may ask: a page of a site asks one or two. */
const MOST_DIFFERENT = 10;

/**
 * A loader of one request: equal questions, under whatever aliases, are asked once, and only so many different ones are.
 * @param field - As the contract names it.
 * @param answer - Costs a query or a few, whoever asks.
 */
export function createQuestionLoader<Question extends object, Answer>(
  field: string,
  answer: (question: Question) => Promise<Answer>,
): QuestionLoader<Question, Answer> {
  let asked = 0;
  return new DataLoader<Question, Answer, string>(
    async (questions) => {
      asked += questions.length;
      if (asked > MOST_DIFFERENT) {
        const message = `Wanted "${field}" with at most ${MOST_DIFFERENT} different combinations of arguments in one request, got ${asked}.`;
        throw badUserInput(message, field);
      }
      return Promise.all(questions.map((question) => settled(answer(question))));
    },
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );
}
