import DataLoader from 'dataloader';
import { badUserInput } from '../../../schema/errors.js';
import { settled } from './settled.js';

/** Answers one costly field within one request. */
export interface QuestionLoader<Question extends object, Answer> {
  /** @throws BAD_USER_INPUT when the request asks the field too many different questions: then none of those asked together is answered. */
  load(question: Question): Promise<Answer>;
}

/**
 * A loader of one request: equal questions, under whatever aliases, are asked once, and only so many different ones are.
 * @param field - As the contract names it.
 * @param answer - Costs a query or more, whoever asks.
 * @param mostDifferent - Questions that one request may ask: a page of a site asks one or two.
 */
export function createQuestionLoader<Question extends object, Answer>(
  field: string,
  answer: (question: Question) => Promise<Answer>,
  mostDifferent = 10,
): QuestionLoader<Question, Answer> {
  let asked = 0;
  return new DataLoader<Question, Answer, string>(
    async (questions) => {
      asked += questions.length;
      if (asked > mostDifferent) {
        const message = `Wanted "${field}" with at most ${mostDifferent} different combinations of arguments in one request, got ${asked}.`;
        throw badUserInput(message, field);
      }
      return Promise.all(questions.map((question) => settled(answer(question))));
    },
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );
}
