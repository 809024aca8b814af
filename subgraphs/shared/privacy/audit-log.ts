import { randomUUID } from 'node:crypto';
import type { Connection, Model, QueryFilter } from 'mongoose';
import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { TimePlace } from '../graphql/page-by-time.js';
import type { Asker } from '../identity/policy/rule.js';
import { prepareCollections } from '../mongo/prepare-collections.js';
import type { Clock } from '../process/clock.js';
import type { Logger } from '../process/logger.js';
import type { Closable } from '../process/process.js';
import { DAY_MS } from '../words/dates.js';
import { auditSchema, type AuditAct, type AuditRecord } from './audit-records.js';

export interface AuditLogOptions {
  readonly connection: Connection;
  /** The network's. */
  readonly clock: Clock;
  /** Per query. */
  readonly timeoutMs: number;
  readonly log: Logger;
  /** How many entries are kept; the oldest go first. */
  readonly mostEntries?: number;
}

/** Which entries: from an instant on, before another, of one record or of all. */
export interface AuditFilter {
  readonly from: Date;
  readonly to: Date;
  readonly record: string | null;
}

/** So long entries wait for others to be written with. */
const BATCH_MS = 1_000;
/** Some hundred megabytes. */
const MOST_ENTRIES = 1_000_000;

/**
 * Who read or changed which personal fields. What is noted waits for a second at most and is written in one go, so that reading costs
 * no query; `flush` and `close` write it at once. A process that is killed loses the reads of that second, and no change.
 */
export class AuditLog implements Closable {
  readonly #entries: Model<AuditRecord>;
  /** Noted and not yet being written, by all but their fields. */
  #noted = new Map<string, AuditRecord>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: AuditLogOptions) {
    this.#entries = options.connection.model<AuditRecord>('Audit', auditSchema);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#entries]);
  }

  /** Notes what somebody did with personal fields of a record. Returns at once and never throws. */
  note({ caller, process }: Asker, act: AuditAct, record: string, fields: readonly string[]): void {
    const roles = (caller?.grants ?? []).map(({ role, organisation }) => ({ role, organisation }));
    const who = { process: process?.issuer ?? null, subject: caller?.subject ?? null, roles };
    const key = JSON.stringify([act, record, who]);
    const known = this.#noted.get(key);
    if (known) {
      known.fields = [...new Set([...known.fields, ...fields])];
      return;
    }
    this.#noted.set(key, {
      ...{ _id: randomUUID(), at: this.options.clock.now(), act, record, fields: [...fields] },
      ...who,
    });
    this.#timer ??= setTimeout(() => {
      this.flush().catch((error: unknown) => {
        this.options.log.error({ err: error }, 'The audit log could not be written; it waits.');
      });
    }, BATCH_MS).unref();
  }

  /** Notes what somebody did with whole records, and writes it. @throws Error where it could not be written, as `flush`. */
  async noteRecords(
    asker: Asker,
    act: AuditAct,
    records: readonly {
      readonly id: string;
      readonly fields: readonly { readonly name: string }[];
    }[],
  ): Promise<void> {
    for (const { id, fields } of records) {
      const names = fields.map(({ name }) => name);
      this.note(asker, act, id, names);
    }
    await this.flush();
  }

  /** Writes what was noted. @throws Error where it could not be: it is kept, and written with what comes next. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** Entries, the latest first. One query. @param after - Only those after this place; null from the start. */
  async findPage(
    { from, to, record }: AuditFilter,
    first: number,
    after: TimePlace | null,
  ): Promise<AuditRecord[]> {
    await this.flush();
    const filter: QueryFilter<AuditRecord> = {
      at: { $gte: from, $lt: to },
      ...(record !== null && { record }),
      ...(after && {
        $or: [{ at: { $lt: after.time } }, { at: after.time, _id: { $lt: after.id } }],
      }),
    };
    return await this.#entries
      .find(filter)
      .sort({ at: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.options.timeoutMs)
      .lean<AuditRecord[]>();
  }

  /** Takes away what was kept long enough, and the oldest where there are too many. */
  async forget(): Promise<void> {
    const { clock, timeoutMs, mostEntries = MOST_ENTRIES } = this.options;
    const before = new Date(clock.now().getTime() - KEPT_DAYS.audit * DAY_MS);
    await this.#entries.deleteMany({ at: { $lt: before } }).maxTimeMS(timeoutMs);
    if ((await this.#entries.estimatedDocumentCount()) <= mostEntries) return;
    const [last] = await this.#entries
      .find({}, { at: 1 })
      .sort({ at: -1, _id: -1 })
      .skip(mostEntries)
      .limit(1)
      .maxTimeMS(timeoutMs)
      .lean<Pick<AuditRecord, 'at'>[]>();
    if (last) await this.#entries.deleteMany({ at: { $lte: last.at } }).maxTimeMS(timeoutMs);
  }

  /** Writes what was noted; to be called once nobody notes any more, while the database is still open. */
  async close(): Promise<void> {
    await this.flush();
  }

  async #write(): Promise<void> {
    const noted = this.#noted;
    if (noted.size === 0) return;
    this.#noted = new Map();
    const writes = [...noted.values()].map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    }));
    try {
      await this.#entries.bulkWrite(writes, {
        ordered: false,
        maxTimeMS: this.options.timeoutMs,
      });
    } catch (error) {
      // Written again as the same rows, whatever of them is there already.
      this.#noted = new Map([...noted, ...this.#noted]);
      throw error;
    }
  }
}
