import { restMs } from './attempt.js';
import { MAIL_CONNECTIONS } from './mail.js';

interface Lane {
  readonly inHand: number;
  /** In a row. */
  readonly failures: number;
  /** Real time until which nothing is sent, in milliseconds. */
  readonly restsUntil: number;
}

const FRESH: Lane = { inHand: 0, failures: 0, restsUntil: 0 };

/** What this process has in hand for each server, and which of them it leaves alone for a while. Those that are well are not kept. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  constructor(private readonly random: () => number) {}

  /** Those to which nothing may be sent at `now`. */
  closed(now: Date): string[] {
    return [...this.#lanes.keys()].filter((name) => !this.isOpen(name, now));
  }

  isOpen(name: string, now: Date): boolean {
    const { inHand, restsUntil, failures } = this.#of(name);
    // One that has failed is tried with one message.
    const places = failures > 0 || name !== 'email' ? 1 : MAIL_CONNECTIONS;
    return inHand < places && restsUntil <= now.getTime();
  }

  enter(name: string): void {
    const lane = this.#of(name);
    this.#lanes.set(name, { ...lane, inHand: lane.inHand + 1 });
  }

  /** @param heard - `nothing`: it was not asked after all. @returns Whether it answers again after it had failed. */
  leave(name: string, heard: 'answer' | 'failure' | 'nothing', now: Date): boolean {
    const before = this.#of(name);
    const after = this.#after(before, heard, now);
    if (after.inHand <= 0 && after.failures === 0) this.#lanes.delete(name);
    else this.#lanes.set(name, after);
    return heard === 'answer' && before.failures > 0;
  }

  #after({ inHand, ...before }: Lane, heard: 'answer' | 'failure' | 'nothing', now: Date): Lane {
    if (heard === 'nothing') return { ...before, inHand: inHand - 1 };
    if (heard === 'answer') return { ...FRESH, inHand: inHand - 1 };
    const failures = before.failures + 1;
    const restsUntil = now.getTime() + restMs(failures, this.random);
    return { inHand: inHand - 1, failures, restsUntil };
  }

  #of(name: string): Lane {
    return this.#lanes.get(name) ?? FRESH;
  }
}
