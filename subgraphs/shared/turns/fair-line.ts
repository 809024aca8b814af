import type { TimeLimit } from '../process/time-limit.js';

interface Waiter {
  /** Its turn has come. */
  readonly begin: () => void;
  /** It does not come any more. */
  readonly giveUp: () => void;
}

/**
 * Lets work that holds the event loop begin one at a time: as long as it held the loop, the loop is then left to everybody else. So
 * such work takes half of the loop's time at most, whoever brings however much of it. Callers come in turn, each with what it brought
 * first. Where none waits work begins at once.
 */
export class FairLine<Caller> {
  /** By caller, the one whose turn is next first; none is empty. */
  readonly #waiting = new Map<Caller, Waiter[]>();
  #count = 0;
  #isTaken = false;

  /** @param most - That may wait at once. */
  constructor(private readonly most: number) {}

  /**
   * Waits for the turn of work that begins, and does all that holds the loop, before anything else is waited for.
   * @param caller - Who brings it.
   * @param limit - Until when it is worth waiting.
   * @returns Whether the turn came: not where the time was over before, and where too many wait, to whoever has most of them.
   */
  async take(caller: Caller, limit: TimeLimit): Promise<boolean> {
    if (this.#isTaken) {
      if (limit.isOver || !this.#hasRoom(caller)) return false;
      if (!(await this.#comes(caller, limit))) return false;
    }
    this.#isTaken = true;
    const startedAt = performance.now();
    setImmediate(() => {
      setTimeout(() => {
        this.#pass();
      }, performance.now() - startedAt);
    });
    return true;
  }

  /** Has the latest of whoever has most waiting give way, unless that is the caller. */
  #hasRoom(caller: Caller): boolean {
    if (this.#count < this.most) return true;
    const own = this.#waiting.get(caller)?.length ?? 0;
    const longest = [...this.#waiting.values()].reduce<readonly Waiter[]>(
      (one, other) => (other.length > one.length ? other : one),
      [],
    );
    if (longest.length <= own + 1) return false;
    longest.at(-1)?.giveUp();
    return true;
  }

  #comes(caller: Caller, limit: TimeLimit): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isCome: boolean): void => {
        limit.leave(waiter.giveUp);
        this.#remove(caller, waiter);
        resolve(isCome);
      };
      const waiter: Waiter = {
        begin: () => {
          end(true);
        },
        giveUp: () => {
          end(false);
        },
      };
      this.#waiting.set(caller, [...(this.#waiting.get(caller) ?? []), waiter]);
      this.#count += 1;
      limit.wait(waiter.giveUp);
    });
  }

  #remove(caller: Caller, waiter: Waiter): void {
    const left = (this.#waiting.get(caller) ?? []).filter((each) => each !== waiter);
    this.#count -= 1;
    if (left.length > 0) this.#waiting.set(caller, left);
    else this.#waiting.delete(caller);
  }

  #pass(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#isTaken = false;
      return;
    }
    const [caller, [waiter]] = next;
    waiter?.begin();
    // Whoever has more comes again after the others.
    const left = this.#waiting.get(caller);
    this.#waiting.delete(caller);
    if (left) this.#waiting.set(caller, left);
  }
}
