import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { DAY_MS } from '../../shared/words/dates.js';
import type { SearchRecordDataSource } from '../store/search-record-data-source.js';

export interface RecordRetentionOptions {
  readonly records: Pick<SearchRecordDataSource, 'deleteBefore'>;
  /** The network's: by it retention is counted. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Retention is counted in days. */
const EVERY_MS = 3_600_000;

/** Takes records away once the time for which they are kept is over. Several processes may do so at once. */
export class RecordRetention implements Closable {
  #timer: NodeJS.Timeout | undefined;
  #deleting: Promise<void> = Promise.resolve();

  constructor(private readonly options: RecordRetentionOptions) {}

  /** Begins to do so by itself: now, and every hour. */
  start(): void {
    const sweep = (): void => {
      this.#deleting = this.sweep();
    };
    sweep();
    this.#timer = setInterval(sweep, EVERY_MS).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#deleting;
  }

  /** Does so once. Never rejects. */
  async sweep(): Promise<void> {
    const { records, clock, log } = this.options;
    try {
      await records.deleteBefore(new Date(clock.now().getTime() - KEPT_DAYS.searchRecord * DAY_MS));
    } catch (error) {
      log.error({ err: error }, 'Old records could not be taken away; it is tried again.');
    }
  }
}
