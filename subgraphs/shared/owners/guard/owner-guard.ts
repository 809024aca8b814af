import type { Clock } from '../../process/clock.js';
import type { TimeLimit } from '../../process/time-limit.js';
import type { HeldBack, SendFailure } from '../outcome.js';
import { Lane, type AnyOutcome } from './lane.js';

/** What a question does at its owner: the ones never take the places of the others. */
export type Purpose = 'read' | 'act';

export interface OwnerGuardOptions {
  readonly clock: Clock;
  /** To one owner at a time, and how many more may wait for their turn. */
  readonly places: Readonly<Record<Purpose, number>>;
  readonly mostWaiting: number;
  /** After so many questions in a row without an answer an owner counts as silent, though its process answers. */
  readonly opensAfter: number;
  /** Between two looks whether a silent owner answers again. */
  readonly lookEveryMs: number;
  /** Whether anything at all answers at an address. Never rejects. */
  readonly isAnswering: (url: string) => Promise<boolean>;
  /** Called when a silent owner was looked for and found. */
  readonly onAnswering: () => void;
}

/** What came of a command is better known late than not known. */
const LEAST_LIMIT_MS = { read: 1_000, act: 5_000 };
/** When whoever found no place may come back. */
const BUSY_MS = 1_000;

/**
 * Stands between one process and one owner at its address. An owner that is silent is not waited for: it is looked for every few
 * seconds by a small question of our own, and then tried by one real question at a time.
 */
export class OwnerGuard {
  readonly #lanes: Readonly<Record<Purpose, Lane>>;
  #isToldSilent = false;
  #isLooking = false;
  #lookAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    readonly url: string,
    private readonly options: OwnerGuardOptions,
  ) {
    const { clock, places, mostWaiting, opensAfter } = options;
    const onSilence = (isOpen: boolean): void => {
      this.#noteSilence(isOpen);
    };
    const onRecovery = (): void => {
      for (const each of this.#all) each.close();
    };
    const lane = (purpose: Purpose): Lane =>
      new Lane({
        ...{ places: places[purpose], leastLimitMs: LEAST_LIMIT_MS[purpose], mostWaiting },
        ...{ clock, opensAfter, onSilence, onRecovery },
      });
    this.#lanes = { read: lane('read'), act: lane('act') };
  }

  /** What the registry says of it: only a change counts, for what this process has seen itself is newer. */
  hear(isSilent: boolean): void {
    if (isSilent === this.#isToldSilent) return;
    this.#isToldSilent = isSilent;
    if (isSilent) {
      this.#open();
      void this.#look();
    } else {
      this.#letTry();
    }
  }

  /** Why a question would not be sent now; null where it would. */
  heldBack(purpose: Purpose): HeldBack | null {
    const lane = this.#lanes[purpose];
    return lane.isBarred ? this.#holdBack(lane, 'silent') : null;
  }

  /** Whether no answer within so long says that something is wrong with the owner. */
  isFairTime(purpose: Purpose, ms: number): boolean {
    return this.#lanes[purpose].isFairTime(ms);
  }

  /** Sends a question, unless the owner is silent or has enough in hand. Never rejects where `send` does not. */
  run<Outcome extends AnyOutcome>(
    purpose: Purpose,
    limit: TimeLimit,
    send: (limit: TimeLimit) => Promise<Outcome>,
  ): Promise<Outcome | HeldBack | SendFailure> {
    const lane = this.#lanes[purpose];
    return lane.run(limit, send, (why) => this.#holdBack(lane, why));
  }

  /** Whoever has news of it may try it at once. */
  retry(): void {
    this.#letTry();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  get #all(): readonly Lane[] {
    return [this.#lanes.read, this.#lanes.act];
  }

  get #isOpen(): boolean {
    return this.#all.some((lane) => lane.isOpen);
  }

  #holdBack({ silentSince }: Lane, why: HeldBack['why']): HeldBack {
    if (why === 'busy') return { kind: 'held-back', why, since: null, retryAfterMs: BUSY_MS };
    const retryAfterMs = Math.max(this.#lookAt - performance.now(), 0);
    return { kind: 'held-back', why, since: silentSince?.toISOString() ?? null, retryAfterMs };
  }

  #open(): void {
    for (const lane of this.#all) lane.open();
  }

  #letTry(): void {
    for (const lane of this.#all) lane.letTry();
  }

  /**
   * A question had no answer: whether the owner as a whole is silent shows in a small one.
   * @param isOpen - Whether questions of its kind are held back, and so nobody waits for what is found.
   */
  #noteSilence(isOpen: boolean): void {
    if (isOpen) this.#lookLater();
    else void this.#look();
  }

  #lookLater(): void {
    if (this.#timer !== undefined || this.#isLooking || this.#isClosed) return;
    const { lookEveryMs } = this.options;
    this.#lookAt = performance.now() + lookEveryMs;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, lookEveryMs).unref();
  }

  async #look(): Promise<void> {
    if (this.#isLooking || this.#isClosed) return;
    this.#isLooking = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const isAnswering = await this.options.isAnswering(this.url);
    this.#isLooking = false;
    if (isAnswering) {
      this.#letTry();
      if (this.#isOpen) this.options.onAnswering();
    } else {
      this.#open();
      this.#lookLater();
    }
  }
}
