import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/process/clock.js';
import type { LeaseDataSource } from '../store/lease-data-source.js';
import type { LeaseRecord } from '../store/records.js';

/**
 * The right to follow the feeds, held by one catalogue process at a time: a document that expires unless it is renewed.
 * It only saves cooperatives from being asked twice: two holders at once could do no harm, because a page is stored only
 * by whoever moves the position on from where it was read.
 */
export class FeedLease {
  readonly #holder = randomUUID();
  #heldUntil = 0;

  /** @param clock - Real time, never the stopped clock of a network file. */
  constructor(
    private readonly dataSource: LeaseDataSource,
    private readonly clock: Clock,
    private readonly durationMs: number,
  ) {}

  /** When the copies were last equal, as the holder left it with the lease. */
  async loadSyncedAt(): Promise<LeaseRecord['syncedAt']> {
    return (await this.dataSource.findLease())?.syncedAt ?? {};
  }

  /** Whether this process may follow the feeds now. */
  get isHeld(): boolean {
    return this.clock.now().getTime() < this.#heldUntil;
  }

  /**
   * Takes the lease when it is free or expired, or renews it.
   * @param syncedAt - Left with the lease for the processes that do not hold it.
   * @returns Whether it is held now.
   */
  async takeOrRenew(syncedAt: Readonly<Record<string, Date>>): Promise<boolean> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.durationMs);
    const lease: LeaseRecord = { _id: 'feed', holder: this.#holder, expiresAt, syncedAt };
    // Counted from before the question, so that it never lasts longer here than in the database.
    this.#heldUntil = (await this.dataSource.takeLease(lease, now)) ? expiresAt.getTime() : 0;
    return this.isHeld;
  }

  /** Gives the lease back, so that another process need not wait for its expiry. */
  async release(syncedAt: Readonly<Record<string, Date>>): Promise<void> {
    if (!this.isHeld) return;
    this.#heldUntil = 0;
    const expiresAt = new Date(0);
    await this.dataSource.releaseLease({ _id: 'feed', holder: this.#holder, expiresAt, syncedAt });
  }
}
