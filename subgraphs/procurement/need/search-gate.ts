import { publicError } from '../../../schema/errors.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import { Gate } from '../../shared/turns/gate.js';

/** Searches of one kind that are made at once, and such as wait for their turn besides: so many for each of both sorts of askers. */
const AT_ONCE = 4;
const MOST_WAITING = 16;
/** Of the time for a whole search, what may be waited: the largest need the rest. */
const WAITING_SHARE = 1 / 3;

/** What is told where there are too many searches, or the turn would come too late. */
export function tooBusy(): Error {
  return publicError('TOO_BUSY', 'Too many searches are made at once: try again in some seconds.');
}

const gate = (): Gate => new Gate(AT_ONCE, { mostWaiting: MOST_WAITING, refuse: tooBusy });

/** Lets some searches of one kind be made at once. Who is signed in has places of their own, which no crowd without a name can take. */
export class SearchGate {
  readonly #public = gate();
  readonly #signedIn = gate();

  /** @param answerWithinMs - For a whole search. */
  constructor(private readonly answerWithinMs: number) {}

  /**
   * @param search - Told when its time is over.
   * @param signal - Makes it over before, when nobody waits any more.
   * @throws GraphQLError TOO_BUSY; otherwise what the search throws.
   */
  async run<Result>(
    isSignedIn: boolean,
    search: (limit: TimeLimit) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const limit = TimeLimit.within(this.answerWithinMs, signal);
    const turn = TimeLimit.within(this.answerWithinMs * WAITING_SHARE, signal);
    const gate = isSignedIn ? this.#signedIn : this.#public;
    return await gate.run(() => search(limit), turn);
  }
}
