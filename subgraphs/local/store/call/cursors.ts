import type { RawDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import type { Steps } from '../query/search.js';
import { Pacer } from '../state/pacer.js';
import type { Transaction } from '../state/sessions.js';

/** A reply may hold so many bytes of documents (MongoDB: 16 MiB), but always at least one. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** MongoDB closes cursors that nobody asked for 10 minutes. */
const IDLE_LIMIT_MS = 10 * 60 * 1000;

/** Where MongoDB stops the first batch when nothing was said. */
export const DEFAULT_FIRST_BATCH = 101;

/** Where a cursor was opened; nobody else may read on. */
export interface CursorOwner {
  /** The key of a session. */
  readonly session: string | null;
  readonly transaction: Transaction | null;
}

export interface OpenCursor {
  readonly id: bigint;
  readonly namespace: string;
  readonly owner: CursorOwner;
  readonly steps: Steps<RawDocument>;
  readonly isClosedWhenIdle: boolean;
  /** What is left of the time that all batches together may take; Infinity for no limit. */
  remainingMs: number;
  /** Found but not sent, since it did not fit. */
  pending: RawDocument | null;
  lastUsedMs: number;
  isBusy: boolean;
}

/** What a command sends as `cursor`. */
export interface CursorReply {
  readonly id: bigint;
  readonly ns: string;
  readonly firstBatch?: readonly RawDocument[];
  readonly nextBatch?: readonly RawDocument[];
}

/** The cursors of all clients. Each reads its own snapshot, so later writes do not disturb it. */
export class Cursors {
  readonly #open = new Map<bigint, OpenCursor>();
  #lastId = 0n;

  constructor(private readonly nowMs: () => number) {}

  get size(): number {
    return this.#open.size;
  }

  /** Starts a result: sends the first batch and keeps a cursor when there is more. */
  async start(
    namespace: string,
    steps: Steps<RawDocument>,
    {
      batchSize,
      owner,
      pacer,
      isSingleBatch = false,
      isClosedWhenIdle = true,
    }: {
      batchSize: number;
      owner: CursorOwner;
      pacer: Pacer;
      isSingleBatch?: boolean;
      isClosedWhenIdle?: boolean;
    },
  ): Promise<CursorReply> {
    this.#lastId += 1n;
    const cursor: OpenCursor = {
      id: this.#lastId,
      namespace,
      owner,
      steps,
      isClosedWhenIdle,
      remainingMs: Infinity,
      pending: null,
      lastUsedMs: this.nowMs(),
      isBusy: false,
    };
    const { batch, isDone } = await this.#take(cursor, batchSize, pacer);
    if (isDone || isSingleBatch) return { firstBatch: batch, id: 0n, ns: namespace };
    this.#open.set(cursor.id, cursor);
    return { firstBatch: batch, id: cursor.id, ns: namespace };
  }

  /** @param batchSize - 0 for as many as fit. @throws CommandError 13, 43, 50, 237, 50736 to 50741 */
  async more(
    id: bigint,
    namespace: string,
    batchSize: number,
    reader: CursorOwner,
  ): Promise<CursorReply> {
    const cursor = this.#open.get(id);
    if (cursor === undefined) throw new CommandError(43, `cursor id ${String(id)} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    checkOwner(cursor, reader);
    if (cursor.isBusy) throw new CommandError(237, `cursor id ${String(id)} is already in use`);
    cursor.isBusy = true;
    try {
      const limit = batchSize === 0 ? Infinity : batchSize;
      const { batch, isDone } = await this.#take(cursor, limit, new Pacer(cursor.remainingMs));
      cursor.lastUsedMs = this.nowMs();
      if (isDone) this.#open.delete(id);
      return { nextBatch: batch, id: isDone ? 0n : id, ns: namespace };
    } catch (error) {
      this.#open.delete(id);
      throw error;
    } finally {
      cursor.isBusy = false;
    }
  }

  /** @returns Whether there was such a cursor. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Closes the cursors of sessions that have ended. */
  closeOf(sessions: readonly string[]): void {
    for (const { id, owner } of this.#open.values()) {
      if (owner.session !== null && sessions.includes(owner.session)) this.#open.delete(id);
    }
  }

  closeIdle(): void {
    for (const { id, isBusy, isClosedWhenIdle, lastUsedMs } of this.#open.values()) {
      if (isBusy || !isClosedWhenIdle) continue;
      if (this.nowMs() - lastUsedMs > IDLE_LIMIT_MS) this.#open.delete(id);
    }
  }

  async #take(
    cursor: OpenCursor,
    limit: number,
    pacer: Pacer,
  ): Promise<{ batch: RawDocument[]; isDone: boolean }> {
    const batch: RawDocument[] = [];
    let bytes = 0;
    let isDone = false;
    while (batch.length < limit) {
      const next = cursor.pending ?? nextStep(cursor.steps);
      cursor.pending = null;
      if (next === undefined) {
        isDone = true;
        break;
      }
      if (pacer.isDue()) await pacer.pause();
      if (next === null) continue;
      if (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES) {
        cursor.pending = next;
        break;
      }
      bytes += next.length;
      batch.push(next);
    }
    pacer.check();
    cursor.remainingMs = pacer.remainingMs;
    return { batch, isDone };
  }
}

/** @throws CommandError 50736 to 50738 for another session, 50739 to 50741 for another transaction */
function checkOwner({ id, owner }: OpenCursor, reader: CursorOwner): void {
  if (owner.session !== reader.session) {
    const code = owner.session === null ? 50736 : reader.session === null ? 50737 : 50738;
    throw new CommandError(
      code,
      `Cannot run getMore on cursor ${String(id)}, which was created in another session or in none`,
    );
  }
  if (owner.transaction !== reader.transaction) {
    const code = owner.transaction === null ? 50739 : reader.transaction === null ? 50740 : 50741;
    throw new CommandError(
      code,
      `Cannot run getMore on cursor ${String(id)}, which was created in another transaction or in none`,
    );
  }
}

function nextStep(steps: Steps<RawDocument>): RawDocument | null | undefined {
  const step = steps.next();
  return step.done === true ? undefined : step.value;
}
