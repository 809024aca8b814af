import type { Logger } from '../../shared/process/logger.js';
import type { Clock } from '../../shared/process/clock.js';
import { coalesce } from '../../shared/turns/coalesce.js';
import type { FeedFollower } from './feed-follower.js';
import type { FeedLease } from './lease.js';
import type { CatalogueReplica } from './replica.js';

export interface UpkeepOptions {
  readonly replica: CatalogueReplica;
  readonly follower: FeedFollower;
  readonly lease: FeedLease;
  /** Real time. */
  readonly realClock: Clock;
  /** How often the database is asked for changes that other processes wrote. */
  readonly catchUpMs: number;
  readonly renewLeaseMs: number;
  readonly log: Logger;
}

/** Keeps one process going: its memory equal to the database, the lease renewed, the feeds followed while it is held. */
export class Upkeep {
  /** One round now. Never rejects: without the database, the process answers from memory and tries again. */
  readonly beat = coalesce(() => this.#beat());
  #renewAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(private readonly options: UpkeepOptions) {}

  /** Does the first round and goes on by itself from then on. */
  async start(): Promise<void> {
    await this.beat();
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => void this.start(), this.options.catchUpMs);
  }

  /** Stops, and lets another process take over at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.beat();
    await this.options.follower.stop();
    await this.options.lease.release(this.options.replica.registry.freshTimes());
  }

  async #beat(): Promise<void> {
    if (this.#isStopped) return;
    const { replica, follower, lease, log } = this.options;
    try {
      await this.#renewLease();
      await replica.catchUp();
    } catch (error) {
      log.error({ err: error }, 'The database did not answer; going on from memory.');
    }
    follower.reconcile(lease.isHeld);
  }

  async #renewLease(): Promise<void> {
    const { lease, replica, renewLeaseMs, realClock } = this.options;
    const { registry } = replica;
    const now = realClock.now().getTime();
    if (now < this.#renewAt) return;
    this.#renewAt = now + renewLeaseMs;
    if (!lease.isHeld) {
      const syncedAt = await lease.loadSyncedAt();
      for (const [id, at] of Object.entries(syncedAt)) registry.noteSynced(id, at);
    }
    await lease.takeOrRenew(registry.freshTimes());
  }
}
