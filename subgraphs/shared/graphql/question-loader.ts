import DataLoader from 'dataloader';
import { badUserInput } from '../../../schema/errors.js';
import { Turns } from '../turns/turns.js';
import { settled } from './settled.js';

/** Answers one costly field within one request. */
export interface QuestionLoader<Question extends object, Answer> {
  /** @throws BAD_USER_INPUT when the request asks the field too many different questions: then none of those asked together is answered. */
  load(question: Question): Promise<Answer>;
}

/**
 * A loader of one request: equal questions, under whatever aliases, are asked once, and only so many different ones are. Others have their
 * turn between two that take long to answer, and between two answers that take long to write.
 * @param field - As the contract names it.
 * @param signal - No question is begun any more once it is aborted: each rejects with its reason.
 * @param answer - Costs a query or more, whoever asks.
 * @param mostDifferent - Questions that one request may ask: a page of a site asks one or two.
 */
export function createQuestionLoader<Question extends object, Answer>(
  field: string,
  signal: AbortSignal,
  answer: (question: Question) => Answer | Promise<Answer>,
  mostDifferent = 10,
): QuestionLoader<Question, Answer> {
  let asked = 0;
  let turns = new Turns(signal);
  const loader = new DataLoader<Question, Answer, string>(
    async (questions) => {
      signal.throwIfAborted();
      asked += questions.length;
      if (asked > mostDifferent) {
        const message = `Wanted "${field}" with at most ${mostDifferent} different combinations of arguments in one request, got ${asked}.`;
        throw badUserInput(message, field);
      }
      turns = new Turns(signal);
      return Promise.all(
        questions.map((question) => settled(turns.passInLine().then(() => answer(question)))),
      );
    },
    { cacheKeyFn: (question) => JSON.stringify(question) },
  );
  return {
    load: async (question) => {
      const answered = await loader.load(question);
      await turns.passInLine();
      return answered;
    },
  };
}
