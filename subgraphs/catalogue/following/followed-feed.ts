import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import { databaseFaultOf } from '../../shared/process/errors/database-fault.js';
import { messageOf } from '../../shared/process/message-of.js';
import { coalesce } from '../../shared/turns/coalesce.js';
import type { RegistrationRecord } from '../store/records.js';
import { isListed } from '../store/change-state.js';
import type { CatalogueReplica } from './replica.js';
import { standingAfter } from './standing.js';
import { FeedFault, HeldBackFault } from '../feed/feed-fault.js';
import type { Gate } from '../../shared/turns/gate.js';
import { readFeed, type FeedReader } from '../feed/read-feed.js';

export interface FollowOptions extends Omit<FeedReader, 'isStopped'> {
  readonly replica: CatalogueReplica;
  readonly pollIntervalMs: number;
  readonly freshForMs: number;
  /** Real time, for when copies were equal. */
  readonly realClock: Clock;
  readonly log: Logger;
  /** Endpoints that answer, and those that did not last time: hanging ones never keep the others waiting. */
  readonly gates: { readonly answering: Gate; readonly failing: Gate };
}

/** `not-asked`: paused, or no longer a member. */
export type LookOutcome =
  | { readonly kind: 'read'; readonly revision: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'not-asked' };

const LONGEST_PAUSE_MS = 5_000;
/** Between two questions whether an endpoint knows how to be booked: it learns that once in its life. */
const BOOKINGS_ASKED_MS = 60_000;

/** One cooperative's feed: looks at it when asked, and by itself while polling. */
export class FollowedFeed {
  /** Looks now. Every call gets a look that began after it; calls during a look share the next. */
  readonly look = coalesce(() => this.#look());
  #url: string;
  #phase: 'idle' | 'polling' | 'stopped' = 'idle';
  #timer: NodeJS.Timeout | undefined;
  #isSurelyNew = false;
  #faultsInRow = 0;
  /** What was wrong when it was asked last; null when nothing was. */
  #lastFault: FeedFault | null = null;
  #silentLooks = 0;
  /** When it is asked again whether it can be booked, by `performance.now()`. */
  #askBookingsAt = 0;
  /** Doubles the pause with each step. */
  #backOff = 0;

  constructor(
    private readonly id: string,
    private readonly options: FollowOptions,
  ) {
    this.#url = options.replica.registry.findRecord(id)?.url ?? '';
  }

  /** Begins or ends polling; begins with a look at once. A moved endpoint is looked at at once too. */
  setPolling(isPolling: boolean, url: string): void {
    const isNew = isPolling && this.#phase === 'idle';
    const hasMoved = url !== this.#url;
    if (this.#phase === 'stopped') return;
    this.#phase = isPolling ? 'polling' : 'idle';
    if (!isPolling) clearTimeout(this.#timer);
    if (hasMoved) {
      this.#url = url;
      this.#faultsInRow = this.#silentLooks = this.#backOff = this.#askBookingsAt = 0;
      this.#lastFault = null;
    }
    if (isNew || (hasMoved && isPolling)) this.#lookByItself();
  }

  /**
   * Looks now, whatever the pause that failures have led to.
   * @param isSurelyNew - Its owner says so: its changes are asked for at once. Where it is not so, that costs an empty page.
   */
  poke(isSurelyNew: boolean): Promise<LookOutcome> {
    this.#backOff = 0;
    this.options.client.retry(this.id);
    this.#isSurelyNew ||= isSurelyNew;
    return this.look();
  }

  /** It was silent, and something answers there again. */
  noteAnswering(): void {
    if (this.#phase === 'polling') this.#lookByItself();
  }

  async stop(): Promise<void> {
    this.#phase = 'stopped';
    clearTimeout(this.#timer);
    // Does nothing any more itself, but waits for the look under way.
    await this.look().catch(() => null);
  }

  #lookByItself(): void {
    this.look().catch((error: unknown) => {
      // Not the cooperative's failure, so its standing stays; the next look tries again.
      const { log } = this.options;
      // The database is one for all feeds, so it is told of once, and of no cooperative.
      if (databaseFaultOf(error))
        log.warn({ reason: messageOf(error) }, 'What feeds say cannot be stored.');
      else log.error({ err: error, cooperative: this.id }, 'Looking at a feed failed.');
    });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#phase !== 'polling') return;
    const { pollIntervalMs } = this.options;
    const pauseMs = Math.max(
      pollIntervalMs,
      Math.min(LONGEST_PAUSE_MS, pollIntervalMs * 2 ** this.#backOff),
    );
    // Spread by a fifth either way, so that endpoints are not all asked in the same instant for ever.
    this.#timer = setTimeout(
      () => {
        this.#lookByItself();
      },
      pauseMs * (0.8 + 0.4 * Math.random()),
    );
  }

  async #look(): Promise<LookOutcome> {
    if (this.#phase === 'stopped') return { kind: 'not-asked' };
    const { gates } = this.options;
    clearTimeout(this.#timer);
    try {
      const gate = this.#faultsInRow > 0 ? gates.failing : gates.answering;
      return await gate.run(() => this.#read());
    } finally {
      this.#schedule();
    }
  }

  async #read(): Promise<LookOutcome> {
    const { replica } = this.options;
    const askedUrl = replica.registry.findRecord(this.id)?.url;
    const isSurelyNew = this.#isSurelyNew;
    this.#isSurelyNew = false;
    const fault = await this.#attempt(isSurelyNew);
    const record = replica.registry.findRecord(this.id);
    if (this.#isStopped() || !record || !isListed(record.status)) return { kind: 'not-asked' };
    // What the old address did says nothing of an endpoint that has moved meanwhile.
    if (record.url === askedUrl) await this.#judge(record, fault);
    if (fault) return { kind: 'failed', reason: fault.message };
    return { kind: 'read', revision: record.position?.revision ?? 0 };
  }

  /** Reads to the feed's end. @returns What the endpoint did wrong; null when its copy is equal now. */
  async #attempt(isSurelyNew: boolean): Promise<FeedFault | null> {
    const { replica } = this.options;
    try {
      // Being overtaken means that another process has stored a page, so this ends where the feed does.
      for (;;) {
        const record = replica.registry.findRecord(this.id);
        if (this.#isStopped() || !record || !isListed(record.status)) return null;
        const isStopped = (): boolean => this.#isStopped() || !this.#isAt(record.url);
        const outcome = await readFeed(record, { ...this.options, isStopped }, isSurelyNew);
        if (outcome !== 'unchanged') await replica.catchUp();
        if (outcome === 'overtaken') continue;
        await this.#askBookings(record);
        this.#lastFault = null;
        return null;
      }
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error;
      // The pages before the fault are stored.
      await replica.catchUp();
      // Whoever was not asked is as silent as when it was.
      if (!(error instanceof HeldBackFault)) this.#lastFault = error;
      return this.#lastFault ?? error;
    }
  }

  /** Asks now and then whether the endpoint knows how to be booked, which is no part of its feed. */
  async #askBookings({ url }: RegistrationRecord): Promise<void> {
    const now = performance.now();
    if (now < this.#askBookingsAt) return;
    this.#askBookingsAt = now + BOOKINGS_ASKED_MS;
    const { client, dataSource, replica } = this.options;
    const at = { cooperative: this.id, url };
    // The feed was read, and stays so: whoever does not answer this is asked again.
    const told = await client.loadTakesBookings(at).catch((error: unknown) => {
      if (error instanceof FeedFault) return null;
      throw error;
    });
    const known = replica.registry.findRecord(this.id)?.takesBookings ?? null;
    if (told === null || told === known) return;
    await dataSource.putTakesBookings(this.id, url, told);
    await replica.catchUp();
  }

  /** Whether it is a member to be asked, and still at this address. */
  #isAt(url: string): boolean {
    const record = this.options.replica.registry.findRecord(this.id);
    return record !== null && isListed(record.status) && record.url === url;
  }

  #isStopped(): boolean {
    return this.#phase === 'stopped';
  }

  async #judge(record: RegistrationRecord, fault: FeedFault | null): Promise<void> {
    const { replica, realClock, freshForMs, dataSource, log } = this.options;
    const now = realClock.now();
    this.#faultsInRow = fault ? this.#faultsInRow + 1 : 0;
    this.#backOff = fault ? this.#backOff + 1 : 0;
    this.#silentLooks = fault?.kind === 'silent' ? this.#silentLooks + 1 : 0;
    const before = { ...record, syncedAt: replica.registry.syncedAt(this.id) };
    const look = { fault, silentLooks: this.#silentLooks, now, freshForMs };
    const standing = standingAfter(before, look);
    if (!fault) replica.registry.noteSynced(this.id, now);
    if (standing === before) return;
    const { status, reason, since, state, stateReason, syncedAt } = standing;
    const stateDetail = standing.stateDetail ?? null;
    const fields = {
      cooperative: this.id,
      status,
      state,
      reason: stateReason,
      detail: stateDetail,
    };
    const isSilenceOrItsEnd = (state === 'UNREACHABLE') !== (record.state === 'UNREACHABLE');
    const level = isSilenceOrItsEnd || stateDetail !== null ? 'warn' : 'info';
    log[level](fields, 'Standing changed.');
    const after = { status, reason, since, state, stateReason, stateDetail, syncedAt };
    await dataSource.putStanding(record, after);
    await replica.catchUp();
  }
}
