import type { Connection, Model, QueryFilter } from 'mongoose';
import type { TimePlace } from '../../../shared/graphql/page-by-time.js';
import { unlessDuplicate } from '../../../shared/mongo/duplicate-key.js';
import { insertExactly } from '../../../shared/mongo/exact-writes.js';
import { prepareCollections } from '../../../shared/mongo/prepare-collections.js';
import { mailedSchema, messageSchema } from './collections.js';
import type { MailedRecord, MessageRecord, Subject } from './records.js';

/** So many that were given up are kept. */
const MOST_DEAD = 1_000;
const HOUR_MS = 3_600_000;
/** To one address of a customer within an hour: anybody may write anybody's address. */
const MOST_MAILS = 10;
const NEVER_TRIED = 'never tried: what was sent there before did not arrive';

/** How long messages are kept once they have ended: real times, before which they are forgotten. */
export interface MessageAges {
  readonly delivered: Date;
  readonly dead: Date;
}

/** All reads and writes of messages. Each write is of one message as somebody has read it, so several processes may work at once. */
export class MessageDataSource {
  readonly #messages: Model<MessageRecord>;
  readonly #mailed: Model<MailedRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#messages = connection.model<MessageRecord>('Message', messageSchema);
    this.#mailed = connection.model<MailedRecord>('Mailed', mailedSchema);
  }

  /** Makes the collections and their indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#messages, this.#mailed]);
  }

  /** @returns False where it is there already. */
  async add(message: MessageRecord): Promise<boolean> {
    return unlessDuplicate(() => insertExactly(this.#messages, message, this.timeoutMs));
  }

  /** Those that are to be tried by `now`, real time, the longest due first; of other lanes than these. */
  async findDue(now: Date, except: readonly string[], limit: number): Promise<MessageRecord[]> {
    return await this.#messages
      .find({ state: 'DUE', dueAt: { $lte: now }, lane: { $nin: [...except] } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .maxTimeMS(this.timeoutMs)
      .lean<MessageRecord[]>();
  }

  /** Takes a message on, until others may. @returns False where somebody else was faster. */
  async take({ _id, dueAt, attempts }: MessageRecord, until: Date): Promise<boolean> {
    const { matchedCount } = await this.#messages
      .updateOne(
        { _id, state: 'DUE', dueAt, attempts },
        { $set: { dueAt: until, isTaken: true }, $inc: { attempts: 1 } },
      )
      .maxTimeMS(this.timeoutMs);
    return matchedCount === 1;
  }

  /** Says that an attempt was in vain, and when the next one is. */
  async postpone(id: string, dueAt: Date, reason: string): Promise<void> {
    await this.#change({ _id: id, state: 'DUE' }, { dueAt, isTaken: false, reason });
  }

  async end(
    id: string,
    state: Exclude<MessageRecord['state'], 'DUE'>,
    reason: string | null,
    endedAt: Date,
  ): Promise<void> {
    const ended = { state, endedAt, dueAt: null, isTaken: false };
    await this.#change({ _id: id, state: 'DUE' }, { ...ended, ...(reason !== null && { reason }) });
  }

  /** A lane's server answers again: what waits for it is to be tried by `now`. */
  async wake(lane: string, now: Date): Promise<void> {
    await this.#messages
      .updateMany({ lane, state: 'DUE', isTaken: false, dueAt: { $gt: now } }, { dueAt: now })
      .maxTimeMS(this.timeoutMs);
  }

  /** Gives up what has been tried since before `from`, real time. @returns How many. */
  async giveUp(from: Date, endedAt: Date): Promise<number> {
    // Whoever had taken it went away.
    const isFree = [{ isTaken: false }, { dueAt: { $lte: endedAt } }];
    const isOld: QueryFilter<MessageRecord> = {
      ...{ state: 'DUE', triedFrom: { $lt: from } },
      $or: isFree,
    };
    await this.#messages
      .updateMany({ ...isOld, reason: null }, { reason: NEVER_TRIED })
      .maxTimeMS(this.timeoutMs);
    const ended = { state: 'DEAD', endedAt, dueAt: null, isTaken: false } as const;
    const { modifiedCount } = await this.#messages
      .updateMany(isOld, ended)
      .maxTimeMS(this.timeoutMs);
    return modifiedCount;
  }

  /** Whether this was told of a subject since then, real time. */
  async wasTold(event: MessageRecord['event'], { id }: Subject, since: Date): Promise<boolean> {
    const told = this.#messages.exists({ 'subject.id': id, event, triedFrom: { $gt: since } });
    return (await told.maxTimeMS(this.timeoutMs)) !== null;
  }

  /** Those that were given up, the latest first (real time). */
  async findDead(first: number, after: TimePlace | null): Promise<MessageRecord[]> {
    const filter: QueryFilter<MessageRecord> = { state: 'DEAD', ...(after && isAfter(after)) };
    return await this.#messages
      .find(filter)
      .sort({ endedAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<MessageRecord[]>();
  }

  async find(id: string): Promise<MessageRecord | null> {
    return await this.#messages.findById(id).maxTimeMS(this.timeoutMs).lean<MessageRecord>();
  }

  /** Has one that was given up tried anew. */
  async revive(id: string, now: Date): Promise<void> {
    const begun: Partial<MessageRecord> = { state: 'DUE', attempts: 0, endedAt: null };
    const anew = { ...begun, triedFrom: now, dueAt: now };
    await this.#change({ _id: id, state: 'DEAD' }, anew);
  }

  /** Takes one that was given up off the list. */
  async drop(id: string, now: Date): Promise<void> {
    await this.#change({ _id: id, state: 'DEAD' }, { state: 'LEFT_OUT', endedAt: now });
  }

  /** Forgets messages that have ended long ago, and all but the latest that were given up. */
  async forget({ delivered, dead }: MessageAges, now: Date): Promise<void> {
    const [oldest] = await this.#messages
      .find({ state: 'DEAD' }, { endedAt: 1 })
      .sort({ endedAt: -1, _id: -1 })
      .skip(MOST_DEAD)
      .limit(1)
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<MessageRecord, 'endedAt'>[]>();
    const before = new Date(Math.max(dead.getTime(), oldest?.endedAt?.getTime() ?? 0));
    const isOver: QueryFilter<MessageRecord>[] = [
      { state: { $in: ['DELIVERED', 'LEFT_OUT'] }, endedAt: { $lte: delivered } },
      { state: 'DEAD', endedAt: { $lte: before } },
    ];
    for (const filter of isOver) {
      await this.#messages.deleteMany(filter).maxTimeMS(this.timeoutMs);
    }
    await this.#mailed.deleteMany({ until: { $lte: now } }).maxTimeMS(this.timeoutMs);
  }

  /**
   * Counts an e-mail to a customer; the same message counts once.
   * @param digest - Keyed hash of the address. @param now - Real time.
   * @returns False where the address has had as many within this hour as it may.
   */
  async mayMail(digest: string, message: string, now: Date): Promise<boolean> {
    const hour = Math.floor(now.getTime() / HOUR_MS);
    const _id = `${hour} ${digest}`;
    const until = new Date((hour + 1) * HOUR_MS);
    await unlessDuplicate(() =>
      insertExactly(this.#mailed, { _id, messages: [], until }, this.timeoutMs),
    );
    const hasRoom = [{ messages: message }, { [`messages.${MOST_MAILS - 1}`]: { $exists: false } }];
    const { matchedCount } = await this.#mailed
      .updateOne({ _id, $or: hasRoom }, { $addToSet: { messages: message } })
      .maxTimeMS(this.timeoutMs);
    return matchedCount === 1;
  }

  async #change(filter: QueryFilter<MessageRecord>, change: Partial<MessageRecord>): Promise<void> {
    await this.#messages.updateOne(filter, { $set: change }).maxTimeMS(this.timeoutMs);
  }
}

function isAfter({ time, id }: TimePlace): QueryFilter<MessageRecord> {
  return { $or: [{ endedAt: { $lt: time } }, { endedAt: time, _id: { $lt: id } }] };
}
