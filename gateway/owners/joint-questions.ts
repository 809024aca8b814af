import type { GraphqlOutcome } from '../../subgraphs/shared/owners/outcome.js';
import { TimeLimit } from '../../subgraphs/shared/process/time-limit.js';

/** Sends a question and reads its answer. Never rejects. */
type Send = (limit: TimeLimit) => Promise<GraphqlOutcome>;

interface Asker {
  readonly limit: TimeLimit;
  readonly send: Send;
  readonly settle: (outcome: GraphqlOutcome) => void;
}

/**
 * Questions that are the same and are put at the same moment, which is one turn of the event loop, are sent once, and
 * all who asked have the answer. Whoever asks once it is sent asks anew: an answer is never older than its question.
 */
export class JointQuestions {
  /** Those of this turn, by what they are. */
  readonly #askers = new Map<string, Asker[]>();

  /**
   * @param question - All that makes it the question it is: whoever gives the same text gets the same answer.
   * @param limit - Of this asker; another's is not shortened by it.
   * @param send - Called for one of those who give the same `question`.
   */
  ask(question: string, limit: TimeLimit, send: Send): Promise<GraphqlOutcome> {
    return new Promise((settle) => {
      const asker = { limit, send, settle };
      const others = this.#askers.get(question);
      if (others) {
        others.push(asker);
        return;
      }
      if (this.#askers.size === 0) setImmediate(this.#sendAll);
      this.#askers.set(question, [asker]);
    });
  }

  readonly #sendAll = (): void => {
    const questions = [...this.#askers.values()];
    this.#askers.clear();
    for (const askers of questions) {
      const [first, ...others] = askers;
      if (!first) continue;
      if (others.length > 0) sendFor(askers, first.send);
      else void first.send(first.limit).then(first.settle);
    }
  };
}

/** Asks for as long as any of them waits; whose own time is over before has no answer. */
function sendFor(askers: readonly Asker[], send: Send): void {
  const shared = TimeLimit.within(Math.max(...askers.map(({ limit }) => limit.remainingMs)));
  const waiting = new Map<Asker, () => void>();
  for (const asker of askers) {
    const onLimit = (): void => {
      waiting.delete(asker);
      asker.settle({ kind: 'too-slow', stage: 'sent' });
      if (waiting.size === 0) shared.end();
    };
    waiting.set(asker, onLimit);
    asker.limit.wait(onLimit);
  }
  void send(shared).then((outcome) => {
    for (const [{ limit, settle }, onLimit] of waiting) {
      limit.leave(onLimit);
      settle(outcome);
    }
  });
}
