import { systemClock, type Clock } from '../process/clock.js';
import type { Logger } from '../process/logger.js';

/** Which cooperatives failed last, so that a failure is logged once and not with every question. */
export class FailingOwners {
  /** Since when, ISO 8601. */
  readonly #sinceById = new Map<string, string>();

  constructor(private readonly clock: Clock = systemClock) {}

  /** Since when it has been failing without a break, ISO 8601; null when it has not. */
  sinceOf(cooperative: string): string | null {
    return this.#sinceById.get(cooperative) ?? null;
  }

  /** @param reason - In our own words. @returns Since when it has been failing without a break, ISO 8601. */
  fail(cooperative: string, reason: string, log: Logger): string {
    const known = this.#sinceById.get(cooperative);
    if (known !== undefined) return known;
    const since = this.clock.now().toISOString();
    this.#sinceById.set(cooperative, since);
    log.warn({ cooperative, reason }, 'Cooperative gave no usable answer.');
    return since;
  }

  recover(cooperative: string, log: Logger): void {
    if (this.#sinceById.delete(cooperative))
      log.warn({ cooperative }, 'Cooperative answers again.');
  }
}
