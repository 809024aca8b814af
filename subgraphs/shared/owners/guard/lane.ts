import {
  circuitBreaker,
  CircuitState,
  handleWhenResult,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Clock } from '../../process/clock.js';
import { TimeLimit } from '../../process/time-limit.js';
import { Gate } from '../../turns/gate.js';
import type { HeldBack, SendFailure } from '../outcome.js';
import { AnswerTimes } from './answer-times.js';

/** Anything that can come of a question. */
export interface AnyOutcome {
  readonly kind: string;
}

/** Of one owner, for one kind of questions. */
export interface LaneOptions {
  readonly clock: Clock;
  /** So many may be under way. */
  readonly places: number;
  /** So many more may wait for a place. */
  readonly mostWaiting: number;
  /** Waited for at least, however fast it has been. */
  readonly leastLimitMs: number;
  /** After so many questions without an answer, each sent when the one before had none, it counts as silent. */
  readonly opensAfter: number;
  /**
   * Called when a question had no answer though it was given a fair time, and when one that tried a silent owner had none.
   * @param isOpen - Whether no more are sent because of that, or of what was before.
   */
  readonly onSilence: (isOpen: boolean) => void;
  /** Called when a question that tried a silent owner was answered, and all others are sent again. */
  readonly onRecovery: () => void;
}

/**
 * What a question says of its owner. `nothing`: it was given no fair time, or whoever asked has left.
 */
type Sign = 'answered' | 'silent' | 'nothing';

/** Whether a silent owner answers again shows within so long of the question that tries it, or is not waited for. */
const TRIAL_SHOWS_WITHIN_MS = 400;

class NoRoom extends Error {}

/**
 * The questions of one kind that one process has for one owner: how many are under way, how long they are waited for, and whether any
 * is sent at all. Once the owner is silent none is; as soon as it may answer again, one at a time, and those that come with it wait
 * a moment for what comes of it.
 */
export class Lane {
  readonly #gate: Gate;
  readonly #times: AnswerTimes;
  #silentInRow = 0;
  /** When the last of these had no answer. */
  #silentAt = 0;
  #silentSince: Date | null = null;
  /** Whether it is open for what became of its own questions, rather than because the owner as a whole is silent. */
  #isOpenByItself = false;
  /** Whether one question may try an owner that was silent. */
  #mayTry = false;
  /** Of the question that tries it: over when that was answered, or has taken long. */
  #trial: TimeLimit | null = null;
  #breaker: CircuitBreakerPolicy;

  constructor(private readonly options: LaneOptions) {
    const { places, mostWaiting, leastLimitMs } = options;
    this.#times = new AnswerTimes(leastLimitMs);
    this.#gate = new Gate(places, { mostWaiting, refuse: () => new NoRoom() });
    this.#breaker = this.#createBreaker(false);
  }

  get isOpen(): boolean {
    return this.#breaker.state !== CircuitState.Closed;
  }

  /** Whether a question would not be sent now because the owner is silent. */
  get isBarred(): boolean {
    const { state } = this.#breaker;
    return state === CircuitState.HalfOpen || (state === CircuitState.Open && !this.#mayTry);
  }

  /** Since when nothing is sent because the owner is silent; null where questions are sent. */
  get silentSince(): Date | null {
    return this.#silentSince;
  }

  /** Whether no answer within so long says that something is wrong with the owner. */
  isFairTime(ms: number): boolean {
    return ms >= this.#times.slowMs;
  }

  /** The owner as a whole is silent: nothing more is sent until `letTry`. */
  open(): void {
    this.#mayTry = false;
    this.#isOpenByItself = false;
    if (this.isOpen) return;
    this.#breaker = this.#createBreaker(true);
    this.#silentSince = this.options.clock.now();
  }

  /** The owner as a whole answers again: all is sent, unless the questions of this kind had no answer when others had. */
  close(): void {
    if (!this.isOpen || this.#isOpenByItself) return;
    this.#breaker = this.#createBreaker(false);
    this.#silentInRow = 0;
    this.#silentSince = null;
  }

  /** The owner may answer again: the next question tries it. */
  letTry(): void {
    if (this.isOpen) this.#mayTry = true;
  }

  /**
   * Sends a question when there is a place for it.
   * @param limit - For all of it, the wait for a place included.
   * @param holdBack - What comes of a question that is not sent.
   */
  async run<Outcome extends AnyOutcome>(
    limit: TimeLimit,
    send: (limit: TimeLimit) => Promise<Outcome>,
    holdBack: (why: HeldBack['why']) => HeldBack,
  ): Promise<Outcome | HeldBack | SendFailure> {
    if (this.isBarred) await this.#waitForTrial(limit);
    if (this.isBarred) return holdBack('silent');
    try {
      return await this.#gate.run<Outcome | HeldBack | SendFailure>(() => {
        // It may have fallen silent, and the time may have passed, while this stood in line.
        if (this.isBarred) return Promise.resolve(holdBack('silent'));
        if (limit.isOver) return Promise.resolve({ kind: 'too-slow', stage: 'unasked' });
        return this.#send(limit, send);
      }, limit);
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      return limit.isOver ? { kind: 'too-slow', stage: 'in-line' } : holdBack('busy');
    }
  }

  async #send<Outcome extends AnyOutcome>(
    limit: TimeLimit,
    send: (limit: TimeLimit) => Promise<Outcome>,
  ): Promise<Outcome> {
    const isTrial = this.isOpen;
    this.#mayTry = false;
    const trial = isTrial ? (this.#trial = TimeLimit.within(TRIAL_SHOWS_WITHIN_MS)) : null;
    let outcome: Outcome | undefined;
    let sign: Sign = 'nothing';
    await this.#breaker.execute(async () => {
      const startedAt = performance.now();
      // Whoever tries a silent owner has all the time that there is: it may have become slow.
      const learnedMs = isTrial ? Infinity : this.#times.limitMs;
      const leftMs = limit.remainingMs;
      outcome = await sendWithin(limit, learnedMs, send);
      const tookMs = performance.now() - startedAt;
      sign = this.#signOf(outcome, tookMs, Math.min(learnedMs, leftMs));
      if (sign === 'answered' || (sign === 'silent' && learnedMs < leftMs)) this.#times.add(tookMs);
      if (sign === 'answered') this.#silentInRow = 0;
      // What was under way when it fell silent is answered: it may be tried.
      if (sign === 'answered' && !isTrial) this.letTry();
      return isTrial ? sign !== 'answered' : sign === 'silent' && this.#isNext(startedAt);
    });
    this.#note(sign, isTrial);
    trial?.end();
    if (outcome === undefined) throw new Error('The breaker has not carried out a question.');
    return outcome;
  }

  #waitForTrial(limit: TimeLimit): Promise<void> {
    const trial = this.#trial;
    if (!trial || trial.isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const goOn = (): void => {
        trial.leave(goOn);
        limit.leave(goOn);
        resolve();
      };
      trial.wait(goOn);
      limit.wait(goOn);
    });
  }

  /** Whether it comes after the last one that had no answer, in a row: those that were under way together are one. */
  #isNext(startedAt: number): boolean {
    if (startedAt < this.#silentAt) return false;
    this.#silentAt = performance.now();
    return true;
  }

  #note(sign: Sign, isTrial: boolean): void {
    const { clock, onSilence, onRecovery } = this.options;
    if (!this.isOpen) this.#silentSince = null;
    else if (sign === 'silent' && (isTrial || this.#silentSince === null)) {
      this.#isOpenByItself = true;
      this.#silentSince ??= clock.now();
    }
    if (sign === 'silent' || (isTrial && sign === 'nothing')) onSilence(this.isOpen);
    if (isTrial && sign === 'answered') onRecovery();
  }

  #signOf(outcome: AnyOutcome, tookMs: number, givenMs: number): Sign {
    switch (outcome.kind) {
      case 'unreachable':
        // A connection that is refused at once keeps nobody waiting, and whoever starts again is asked at once.
        return this.isFairTime(tookMs) ? 'silent' : 'nothing';
      case 'broken-off':
        return 'silent';
      case 'too-slow': {
        // A timer may be early by a part of a millisecond.
        const hasLeft = tookMs < givenMs - 1;
        return hasLeft || !this.isFairTime(tookMs) ? 'nothing' : 'silent';
      }
      default:
        return 'answered';
    }
  }

  #createBreaker(isOpen: boolean): CircuitBreakerPolicy {
    const open = { value: CircuitState.Open, openedAt: 0, attemptNo: 1 };
    return circuitBreaker(
      handleWhenResult((isFailure) => isFailure === true),
      {
        // When it is tried is decided by `#mayTry`, not by a time.
        halfOpenAfter: 0,
        breaker: {
          state: null,
          success: () => undefined,
          failure: () => (this.#silentInRow += 1) >= this.options.opensAfter,
        },
        ...(isOpen && { initialState: { ownState: open, breakerState: null } }),
      },
    );
  }
}

/** Sends with a shorter limit, which ends with the longer one. */
async function sendWithin<Outcome>(
  limit: TimeLimit,
  shorterMs: number,
  send: (limit: TimeLimit) => Promise<Outcome>,
): Promise<Outcome> {
  if (shorterMs >= limit.remainingMs) return await send(limit);
  const shorter = TimeLimit.within(shorterMs);
  const end = (): void => {
    shorter.end();
  };
  limit.wait(end);
  try {
    return await send(shorter);
  } finally {
    limit.leave(end);
  }
}
