import { randomBytes, randomUUID } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import type { MetaRecord } from './records.js';
import type { Models } from './collections.js';
import { inTransaction } from '../../shared/mongo/transaction.js';

/** Work inside one transaction. */
export interface Transaction {
  readonly session: ClientSession;
  /** As the transaction sees it. */
  readonly meta: MetaRecord;
}

/**
 * Whose database this is, its epoch and its revisions. Every write goes through a transaction that changes the one `meta`
 * document, so that any two of them conflict: they run one after the other, and revisions become visible in their order.
 */
export class History {
  constructor(
    private readonly connection: Connection,
    private readonly models: Models,
    private readonly cooperativeId: string,
    private readonly timeoutMs: number,
  ) {}

  /** Takes the database for this cooperative. @throws Error when it belongs to another. */
  async open(): Promise<void> {
    const meta = await this.claim();
    // A dump that was restored into a new collection is another history, whatever its revisions say.
    if (meta.collectionId !== (await this.findCollectionId())) await this.renewEpoch();
    if (meta.sealSecret === undefined) await this.makeSealSecret();
  }

  /** Starts another epoch: whoever follows the feed reads everything anew. */
  async renewEpoch(): Promise<string> {
    const epoch = randomUUID();
    const collectionId = await this.findCollectionId();
    await this.models.meta
      .updateOne({ _id: 'meta' }, { $set: { epoch, collectionId } })
      .maxTimeMS(this.timeoutMs);
    return epoch;
  }

  /** As a majority has stored it; begins anew in a database that was emptied. */
  async read(): Promise<MetaRecord> {
    const meta = await this.models.meta
      .findById('meta')
      .readConcern('majority')
      .maxTimeMS(this.timeoutMs)
      .lean<MetaRecord>();
    return meta ?? this.claim();
  }

  /**
   * Runs work in a transaction, again from the start when it conflicts with another or the connection drops: what the work
   * does outside the database must be safe to repeat.
   */
  async transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    await this.read();
    return inTransaction(this.connection, async (session) => {
      const meta = await this.models.meta
        .findById('meta', null, { session, maxTimeMS: this.timeoutMs })
        .orFail()
        .lean<MetaRecord>();
      return work({ session, meta });
    });
  }

  /** The first write of a transaction. @param revision - The latest one after it. */
  async advance({ session }: Transaction, revision: number): Promise<void> {
    const update = { $set: { revision, rules: randomUUID() } };
    await this.models.meta.updateOne({ _id: 'meta' }, update, this.options(session));
  }

  /**
   * The first write of a transaction that changes the feed alone, and nothing that commands on bookings go by.
   * @param revision - The latest one after it: later than before.
   */
  async advanceFeed({ session }: Transaction, revision: number): Promise<void> {
    await this.models.meta.updateOne(
      { _id: 'meta' },
      { $set: { revision } },
      this.options(session),
    );
  }

  private options(session: ClientSession) {
    return { session, maxTimeMS: this.timeoutMs };
  }

  private async claim(): Promise<MetaRecord> {
    const first = {
      cooperative: this.cooperativeId,
      epoch: randomUUID(),
      revision: 0,
      rules: randomUUID(),
      collectionId: await this.findCollectionId(),
      sealSecret: newSecret(),
    };
    const meta = await this.models.meta
      .findOneAndUpdate(
        { _id: 'meta' },
        { $setOnInsert: first },
        { upsert: true, returnDocument: 'after' },
      )
      .maxTimeMS(this.timeoutMs)
      .orFail()
      .lean<MetaRecord>();
    if (meta.cooperative === this.cooperativeId) return meta;
    throw new Error(
      `This database belongs to the cooperative "${meta.cooperative}"; "${this.cooperativeId}" needs one of its own.`,
    );
  }

  /** Of several processes that open an older database at the same time, one makes it. */
  private async makeSealSecret(): Promise<void> {
    await this.models.meta
      .updateOne(
        { _id: 'meta', sealSecret: { $exists: false } },
        { $set: { sealSecret: newSecret(), rules: randomUUID() } },
      )
      .maxTimeMS(this.timeoutMs);
  }

  /** The server's id of the `meta` collection; null where the server gives none. */
  private async findCollectionId(): Promise<string | null> {
    const found = await this.connection.listCollections();
    const meta = found.find(({ name }) => name === this.models.meta.collection.name);
    const info = meta as { readonly info?: { readonly uuid?: { toString(): string } } } | undefined;
    return info?.info?.uuid?.toString() ?? null;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
