/** An order that is being made. */
export interface Making {
  readonly owners: readonly string[];
  /** Whether its maker is nobody who is known. */
  readonly isStranger: boolean;
  /** In milliseconds, as `performance.now()` counts. */
  readonly startedAt: number;
}

export interface MakingPlacesOptions {
  /** Orders of strangers that are made at the same time at most; as many again of those who are known. */
  readonly most: number;
  /** Places that there always are: no processor is idle because there are too few. */
  readonly least: number;
  /** An order that takes longer shows that there are too many, however quick others were, in milliseconds. */
  readonly longMs: number;
  /** An order that has taken longer than this waits for its owner, and is no work here. */
  readonly waitsAfterMs: number;
  /** `performance.now()` where left out. */
  readonly now?: () => number;
}

/** How long orders of one owner took of late. */
interface Pace {
  readonly ms: number;
  readonly at: number;
}

/** Of the places, what orders of one owner may take. */
const OWNER_SHARE = 3 / 4;
/** By how much places become fewer while orders take long. */
const SHRINKING = 0.8;
/** How much the last order says of the pace of its owner. */
const WEIGHT = 0.2;
/** For how many times `longMs` it says anything. */
const REMEMBERED = 4;
/** What takes so many times as long as the quickest order of late took long because of those beside it; */
const LONG_TIMES = 4;
/** but not what takes less than this: a busy machine stands still for parts of a second. */
const LEAST_LONG_MS = 200;
/** The quickest order counts for one to two of these times. */
const QUICKEST_FOR_MS = 300_000;

/**
 * Counts the orders that this process makes, and learns how many it can make at the same time: while they take long beside the quickest
 * of late, whosever they are, there are fewer places than before, slowly more again when they do not, and all when none has been made
 * for a while. An owner that alone is slow says nothing of this machine, and what has waited a while for its owner takes no place.
 */
export class MakingPlaces {
  #places: number;
  #shrunkAt = -Infinity;
  #leftAt = -Infinity;
  readonly #now: () => number;
  /** In the order in which they began, those that wait for their owners left out. */
  readonly #making = new Set<Making>();
  readonly #paceByOwner = new Map<string, Pace>();
  /** How long the quickest order took of this stretch of time, and of the one before. */
  #quickest = { ms: Infinity, before: Infinity, since: -Infinity };

  constructor(private readonly options: MakingPlacesOptions) {
    this.#places = options.most;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Takes a place. @returns What is to be given back; null where there is no place. */
  take(owners: readonly string[], isStranger: boolean): Making | null {
    const startedAt = this.#now();
    this.#leaveWaiting(startedAt);
    this.#forget(startedAt);
    const others = this.#beside(isStranger);
    const share = this.#places * OWNER_SHARE;
    const mostOf = (owner: string): boolean =>
      others.filter((one) => one.owners.includes(owner)).length >= share;
    if (others.length + 1 > this.#places || owners.some(mostOf)) return null;
    const making = { owners, isStranger, startedAt };
    this.#making.add(making);
    return making;
  }

  /**
   * Gives a place back.
   * @param isTelling - Whether an order was made of it and its owners answer, so that the time that it took says something of this machine.
   */
  leave(making: Making, isTelling: boolean): void {
    const count = this.#beside(making.isStranger).length;
    this.#making.delete(making);
    const now = this.#now();
    this.#leftAt = now;
    if (!isTelling) return;
    const { most, least } = this.options;
    this.#note(making, now);
    const longMs = this.#longMs;
    if (this.#usualMs(now) <= longMs) {
      const isUsed = count >= this.#places / 2;
      if (isUsed) this.#places = Math.min(this.#places + 1 / this.#places, most);
    } else if (now - this.#shrunkAt > longMs) {
      const fewer = Math.min(this.#places, count) * SHRINKING;
      this.#places = Math.max(fewer, Math.min(least, most));
      this.#shrunkAt = now;
    }
  }

  /** What is long now. */
  get #longMs(): number {
    const quickestMs = Math.min(this.#quickest.ms, this.#quickest.before);
    return Math.min(Math.max(LONG_TIMES * quickestMs, LEAST_LONG_MS), this.options.longMs);
  }

  #beside(isStranger: boolean): Making[] {
    return [...this.#making].filter((one) => one.isStranger === isStranger);
  }

  /** What a crowd has taught says nothing of the next one, once nothing has been made for a while. */
  #forget(now: number): void {
    const { longMs, most } = this.options;
    const isQuiet = this.#making.size === 0 && now - this.#leftAt > longMs * REMEMBERED;
    if (isQuiet) this.#places = most;
  }

  #leaveWaiting(now: number): void {
    for (const making of this.#making) {
      if (now - making.startedAt <= this.options.waitsAfterMs) break;
      this.#making.delete(making);
    }
  }

  #note({ owners, startedAt }: Making, now: number): void {
    const tookMs = now - startedAt;
    const { ms: quickestMs, since } = this.#quickest;
    if (now - since > QUICKEST_FOR_MS)
      this.#quickest = { ms: tookMs, before: quickestMs, since: now };
    else this.#quickest.ms = Math.min(quickestMs, tookMs);
    for (const owner of owners) {
      const before = this.#paceByOwner.get(owner)?.ms ?? tookMs;
      const ms = before + (tookMs - before) * WEIGHT;
      this.#paceByOwner.set(owner, { ms, at: now });
    }
  }

  /** How long an order takes at the owner in the middle of those that have answered of late. */
  #usualMs(now: number): number {
    for (const [owner, { at }] of this.#paceByOwner) {
      if (now - at > this.options.longMs * REMEMBERED) this.#paceByOwner.delete(owner);
    }
    const paces = [...this.#paceByOwner.values()].map(({ ms }) => ms).sort((a, b) => a - b);
    return paces[(paces.length - 1) >> 1] ?? 0;
  }
}
