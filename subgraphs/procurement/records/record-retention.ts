import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import { DAY_MS } from '../../shared/words/dates.js';
import type { SearchRecordDataSource } from '../store/search-record-data-source.js';
import type { VerificationDataSource } from '../store/verification-data-source.js';

export interface RecordRetentionOptions {
  readonly records: Pick<SearchRecordDataSource, 'deleteBefore'>;
  readonly verifications: Pick<VerificationDataSource, 'forgetBefore'>;
  /** The network's: by it retention is counted. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Retention is counted in days. */
const EVERY_MS = 3_600_000;

/**
 * Takes records away once the time for which they are kept is over, and forgets who made verifications. Several processes may do so at
 * once.
 */
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
    const { records, verifications, clock, log } = this.options;
    const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * DAY_MS);
    try {
      await records.deleteBefore(daysAgo(KEPT_DAYS.searchRecord));
      await verifications.forgetBefore(daysAgo(KEPT_DAYS.verification));
    } catch (error) {
      log.error({ err: error }, 'Old records could not be taken away; it is tried again.');
    }
  }
}
