import { coalesce } from '../../shared/turns/coalesce.js';
import { MINUTE_MS } from '../../shared/words/dates.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';

export interface CapacityRefresherOptions {
  /** Brings all summaries up to date. True when the feed has grown by it. */
  readonly refresh: () => Promise<boolean>;
  /** Tells the catalogue that the feed has grown. Never rejects. */
  readonly poke: () => Promise<void>;
  readonly log: Logger;
}

/** A burst of bookings costs one refresh. Real time, like all waiting here. */
const SOON_MS = 300;
/** A large cooperative's refresh takes long; it rests so many times as long as the last one took, and leaves the rest to bookings. */
const REST_SHARE = 9;
/** Holds run out and days pass without anybody doing anything. */
const PERIOD_MS = 5 * MINUTE_MS;

/** Keeps the summaries of capacity in the feed up to date while the server runs. */
export class CapacityRefresher implements Closable {
  /**
   * Brings the summaries up to date and pokes the catalogue where they have changed. Never rejects: what fails is tried again
   * with the next change, or after a while. One run at a time; a call during one gets another after it.
   */
  readonly refresh = coalesce(() => this.#refresh());
  #phase: 'idle' | 'running' | 'closed' = 'idle';
  #timer: NodeJS.Timeout | undefined;
  #isSoon = false;
  #tookMs = 0;
  #isFailing = false;

  constructor(private readonly options: CapacityRefresherOptions) {}

  /** Refreshes now, and by itself from then on. To be called once everything is imported. */
  async start(): Promise<void> {
    if (this.#phase === 'idle') this.#phase = 'running';
    await this.refresh();
  }

  /** Something was booked, given back or published: refreshes soon. Returns at once; does nothing before the start. */
  noteChange(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    this.#schedule();
  }

  /** Waits for the run under way. */
  async close(): Promise<void> {
    this.#phase = 'closed';
    clearTimeout(this.#timer);
    await this.refresh();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#phase !== 'running') return;
    const soonMs = Math.max(SOON_MS, this.#tookMs * REST_SHARE);
    this.#timer = setTimeout(() => void this.refresh(), this.#isSoon ? soonMs : PERIOD_MS);
  }

  async #refresh(): Promise<void> {
    if (this.#phase === 'closed') return;
    // What is noted from here on may come too late for this run.
    this.#isSoon = false;
    const startedAt = performance.now();
    try {
      const hasChanged = await this.options.refresh();
      this.#isFailing = false;
      if (hasChanged) await this.options.poke();
    } catch (error) {
      const { log } = this.options;
      if (!this.#isFailing) log.error({ err: error }, 'The capacity summaries could not be made.');
      this.#isFailing = true;
    }
    this.#tookMs = performance.now() - startedAt;
    this.#schedule();
  }
}
