import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import { DAY_MS } from '../../shared/words/dates.js';
import type { ErasureDataSource } from './erasure-data-source.js';
import { openErasure } from './sealed-erasures.js';

export interface LostErasuresOptions {
  readonly erasures: Pick<ErasureDataSource, 'insertMissing'>;
  /** Of sealed erasures. */
  readonly sealKey: Buffer;
  /** The network's: by it retention is counted. */
  readonly clock: Clock;
  readonly log: Logger;
}

/** Takes back from cooperatives the erasures that a restored database has lost. What they give is believed where it is sealed. */
export class LostErasures {
  constructor(private readonly options: LostErasuresOptions) {}

  /** @param texts - What a cooperative has given back. @returns Whether any was missing: it is to be done again. */
  async takeBack(cooperative: string, texts: readonly string[]): Promise<boolean> {
    const { erasures, sealKey, clock, log } = this.options;
    const opened = await Promise.all(texts.map((text) => openErasure(sealKey, text)));
    const genuine = opened.filter((erasure) => erasure !== null);
    const strange = texts.length - genuine.length;
    if (strange > 0) {
      log.warn(
        { cooperative, erasures: strange },
        'Erasures that a cooperative tells of were not sealed with the key of this database, and are left alone.',
      );
    }
    const oldest = clock.now().getTime() - KEPT_DAYS.erasure * DAY_MS;
    const kept = genuine.filter(({ at }) => at.getTime() >= oldest);
    const missing = await erasures.insertMissing(kept);
    if (missing > 0) {
      log.warn(
        { cooperative, erasures: missing },
        'Erasures that this database has lost were taken back, and are done again.',
      );
    }
    return missing > 0;
  }
}
