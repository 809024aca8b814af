import type { TimePlace } from '../../shared/graphql/page-by-time.js';
import type { Connection, Model, QueryFilter } from 'mongoose';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import { searchRecordModel } from './collections.js';
import type { SearchRecord, SearchRecordRow } from './records.js';

const LISTED = { _id: 1, organisation: 1, at: 1, savedAt: 1, title: 1, hash: 1 } as const;

/** All reads and writes of kept searches. */
export class SearchRecordDataSource {
  readonly #records: Model<SearchRecord>;

  /** @param timeoutMs - Per query. */
  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#records = searchRecordModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#records]);
  }

  /** Null where there is none. */
  findById(id: string): Promise<SearchRecord | null> {
    return this.#records.findById(id).maxTimeMS(this.timeoutMs).lean<SearchRecord | null>().exec();
  }

  /** That which an organisation has made with a key; null where there is none. */
  findByKey(organisation: string, keyHash: string): Promise<SearchRecord | null> {
    return this.#records
      .findOne({ organisation, keyHash })
      .maxTimeMS(this.timeoutMs)
      .lean<SearchRecord | null>()
      .exec();
  }

  /** The id of that which continues a record; null where none does. */
  async findContinuing(id: string): Promise<string | null> {
    const found = await this.#records
      .findOne({ continues: id }, { _id: 1 })
      .maxTimeMS(this.timeoutMs)
      .lean<Pick<SearchRecord, '_id'> | null>()
      .exec();
    return found?._id ?? null;
  }

  /** Keeps a record, unless its organisation has one of the same key, or one that continues the same: that stays. */
  async insert(record: SearchRecord): Promise<void> {
    await this.#records.create([record]).catch(ignoreDuplicateKey);
  }

  /** What is listed of the records of some organisations, the latest first. One query. @param after - Null from the start. */
  findPage(
    organisations: readonly string[],
    first: number,
    after: TimePlace | null,
  ): Promise<SearchRecordRow[]> {
    const filter: QueryFilter<SearchRecord> = {
      organisation: { $in: [...organisations] },
      ...(after && {
        $or: [{ savedAt: { $lt: after.time } }, { savedAt: after.time, _id: { $lt: after.id } }],
      }),
    };
    return this.#records
      .find(filter, LISTED)
      .sort({ savedAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<SearchRecordRow[]>()
      .exec();
  }

  /** Takes away what was made before an instant of the network's. */
  async deleteBefore(at: Date): Promise<void> {
    await this.#records.deleteMany({ at: { $lt: at } }).maxTimeMS(this.timeoutMs);
  }
}
