import { Traces } from '../../shared/privacy/person.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import type { OwnerClient } from '../../shared/owners/client/owner-client.js';
import { accountsOfDigests } from '../limits/accounts.js';
import type { ClaimsDataSource } from '../limits/claims.js';
import type { ErasureDataSource } from './erasure-data-source.js';
import type { ErasureRecord, OwnerTurnRecord } from './erasure-records.js';
import type { LostErasures } from './lost-erasures.js';
import { inBatches, type Batch } from './erasure-batches.js';
import { eraseOperation, readErased } from './owner-operations.js';
import type { OwnRecords } from './own-records.js';
import { sealErasure } from './sealed-erasures.js';

export interface EraserOptions {
  readonly erasures: ErasureDataSource;
  readonly claims: Pick<ClaimsDataSource, 'forgetAll'>;
  readonly own: OwnRecords;
  readonly lost: LostErasures;
  readonly owners: Pick<OwnerClient, 'ask' | 'members'>;
  /** Of digests. */
  readonly key: Buffer;
  /** Of sealed erasures. */
  readonly sealKey: Buffer;
  /** Real time. */
  readonly realClock: Clock;
  /** How often it is looked for what is left to do. */
  readonly everyMs: number;
  /** How often a cooperative is told again what it has to forget, and asked what it knows of: it may have been restored, or this database. */
  readonly lookEveryMs: number;
  /** For one attempt to ask a cooperative. */
  readonly ownerTimeoutMs: number;
  readonly leaseMs: number;
  readonly log: Logger;
}

/** At once: no more than a cooperative takes, and so few that a request stays short however many orders and owners each has. */
const MOST_ERASURES = 100;
const LONGEST_REST_MS = 60_000;

/**
 * Has people forgotten, here and at cooperatives, until that is done; and tells cooperatives again from time to time, which do at once what
 * they do not know to be done, and tell of what is not known here any more. Several processes may do so at once.
 */
export class Eraser implements Closable {
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  /** What is under way: one sweep after another, so that whoever sweeps finds what others have begun done. */
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: EraserOptions) {}

  /** Forgets anew whom a restored database may name again, and goes on from then on. */
  start(): void {
    this.#running = this.#attempt(() => this.#repeatHere());
    this.#next();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Does what can be done now, after what is under way. Never rejects. */
  sweep(): Promise<void> {
    this.#running = this.#running.then(() => this.#attempt(() => this.#sweepOnce()));
    return this.#running;
  }

  #next(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      void this.sweep().then(() => {
        this.#next();
      });
    }, this.options.everyMs).unref();
  }

  async #sweepOnce(): Promise<void> {
    const { erasures, owners, realClock, leaseMs, lookEveryMs } = this.options;
    for (const erasure of await erasures.findHere(false)) await this.#eraseHere(erasure);
    const asking: Promise<void>[] = [];
    for (;;) {
      const now = realClock.now();
      const turn = await erasures.takeTurn(now, new Date(now.getTime() + leaseMs));
      if (turn === null) break;
      asking.push(this.#attempt(() => this.#ask(turn)));
    }
    await Promise.all(asking);
    await erasures.addTurns(owners.members, new Date(realClock.now().getTime() + lookEveryMs));
  }

  async #repeatHere(): Promise<void> {
    const { erasures, own, key } = this.options;
    const done = await erasures.findHere(true);
    if (done.length > 0) await own.forget(await own.find(new Traces(key, done)));
  }

  async #eraseHere(erasure: ErasureRecord): Promise<void> {
    const { erasures, claims, own, key, realClock } = this.options;
    const isDone = await own.forget(await own.find(new Traces(key, [erasure])));
    if (!isDone) return;
    await claims.forgetAll(accountsOfDigests(erasure.digests));
    await erasures.markDoneHere(erasure._id);
    await erasures.askSoon(
      erasure.owners.map(({ cooperative }) => cooperative),
      realClock.now(),
    );
  }

  async #ask(turn: OwnerTurnRecord): Promise<void> {
    const { erasures, realClock, lookEveryMs } = this.options;
    const reason = await this.#tell(turn._id);
    const attempts = reason === null ? 0 : turn.attempts + 1;
    const restMs =
      reason === null ? lookEveryMs : Math.min(1_000 * 2 ** turn.attempts, LONGEST_REST_MS);
    const wakeAt = new Date(realClock.now().getTime() + restMs);
    await erasures.endTurn(turn, { wakeAt, attempts, reason });
  }

  /** Tells a cooperative all that it has to forget. @returns Why that was in vain; null where it was not. */
  async #tell(cooperative: string): Promise<string | null> {
    const all = await this.options.erasures.findOf(cooperative);
    for (const batch of inBatches(all, MOST_ERASURES)) {
      const reason = await this.#tellBatch(cooperative, batch);
      if (reason !== null) return reason;
    }
    return null;
  }

  async #tellBatch(
    cooperative: string,
    { some, stretch }: Batch<ErasureRecord>,
  ): Promise<string | null> {
    const { erasures, lost, owners, key, sealKey, ownerTimeoutMs, realClock } = this.options;
    const sent = await Promise.all(
      some.map(async (erasure) => ({ ...erasure, sealed: await sealErasure(sealKey, erasure) })),
    );
    const operation = eraseOperation(cooperative, key, sent, stretch);
    const reply = await owners.ask(cooperative, operation, readErased, ownerTimeoutMs);
    if (reply.kind !== 'answer') return reply.reason;
    const { done, unsent } = reply.data;
    await erasures.markDone(done, cooperative, realClock.now());
    if (await lost.takeBack(cooperative, unsent)) {
      await erasures.askSoon([cooperative], realClock.now());
    }
    return some.every(({ _id }) => done.includes(_id)) ? null : 'has not done all of it';
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.log.error(
        { err: error },
        'Whom to forget could not be forgotten; it is tried again.',
      );
    }
  }
}
