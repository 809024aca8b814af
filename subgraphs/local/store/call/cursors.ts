import type { RawDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import type { Steps } from '../query/search.js';
import type { Pacer } from '../state/pacer.js';

/** A reply may hold so many bytes of documents (MongoDB: 16 MiB), but always at least one. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** MongoDB closes cursors that nobody asked for 10 minutes. */
const IDLE_LIMIT_MS = 10 * 60 * 1000;

/** Where MongoDB stops the first batch when nothing was said. */
export const DEFAULT_FIRST_BATCH = 101;

export interface OpenCursor {
  readonly id: bigint;
  readonly namespace: string;
  readonly steps: Steps<RawDocument>;
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

  /** Starts a result: sends the first batch and keeps a cursor when there is more. */
  async start(
    namespace: string,
    steps: Steps<RawDocument>,
    options: { batchSize: number; isSingleBatch: boolean; pacer: Pacer },
  ): Promise<CursorReply> {
    this.#lastId += 1n;
    const cursor: OpenCursor = {
      id: this.#lastId,
      namespace,
      steps,
      pending: null,
      lastUsedMs: this.nowMs(),
      isBusy: false,
    };
    const { batch, isDone } = await this.#take(cursor, options.batchSize, options.pacer);
    if (isDone || options.isSingleBatch) return { firstBatch: batch, id: 0n, ns: namespace };
    this.#open.set(cursor.id, cursor);
    return { firstBatch: batch, id: cursor.id, ns: namespace };
  }

  /** @param batchSize - 0 for as many as fit. @throws CommandError 13, 43, 237 */
  async more(id: bigint, namespace: string, batchSize: number, pacer: Pacer): Promise<CursorReply> {
    const cursor = this.#open.get(id);
    if (cursor === undefined) throw new CommandError(43, `cursor id ${String(id)} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    if (cursor.isBusy) throw new CommandError(237, `cursor id ${String(id)} is already in use`);
    cursor.isBusy = true;
    try {
      const { batch, isDone } = await this.#take(
        cursor,
        batchSize === 0 ? Infinity : batchSize,
        pacer,
      );
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

  closeIdle(): void {
    for (const { id, isBusy, lastUsedMs } of this.#open.values()) {
      if (!isBusy && this.nowMs() - lastUsedMs > IDLE_LIMIT_MS) this.#open.delete(id);
    }
  }

  async #take(
    cursor: OpenCursor,
    limit: number,
    pacer: Pacer,
  ): Promise<{ batch: RawDocument[]; isDone: boolean }> {
    const batch: RawDocument[] = [];
    let bytes = 0;
    while (batch.length < limit) {
      const next = cursor.pending ?? nextStep(cursor.steps);
      cursor.pending = null;
      if (next === undefined) return { batch, isDone: true };
      if (pacer.isDue()) await pacer.pause();
      if (next === null) continue;
      if (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES) {
        cursor.pending = next;
        return { batch, isDone: false };
      }
      bytes += next.length;
      batch.push(next);
    }
    return { batch, isDone: false };
  }
}

function nextStep(steps: Steps<RawDocument>): RawDocument | null | undefined {
  const step = steps.next();
  return step.done === true ? undefined : step.value;
}
