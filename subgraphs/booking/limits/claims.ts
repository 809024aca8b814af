import type { Connection, Model } from 'mongoose';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import { accountSchema, type AccountRecord, type ClaimRecord } from './claim-records.js';

/** From so many on, those of which nothing is left are taken away, so that an account stays small. */
const MANY_OVER = 20;

/**
 * All reads and writes of claims. Whoever wants something of a limit first adds a claim, and is told in the same step which came
 * before it: of two at the same time one is the first, whatever process took it, and only the other may have to go.
 */
export class ClaimsDataSource {
  readonly #accounts: Model<AccountRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#accounts = connection.model<AccountRecord>('Account', accountSchema);
  }

  /** Makes the collection and its index, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#accounts]);
  }

  /**
   * One query, seldom two.
   * @param now - By the network's clock.
   * @returns What was claimed before and may still take something, oldest first.
   */
  async add(account: string, claim: ClaimRecord, now: Date): Promise<readonly ClaimRecord[]> {
    const { claims = [] } = await this.#accounts
      .findOneAndUpdate(
        { _id: account },
        { $push: { claims: claim }, $max: { until: claim.until } },
        { upsert: true, returnDocument: 'after' },
      )
      .maxTimeMS(this.timeoutMs)
      .orFail()
      .lean<AccountRecord>();
    const before = claims.slice(0, -1);
    const left = before.filter(({ until }) => until > now);
    if (before.length - left.length >= MANY_OVER) {
      await this.#accounts
        .updateOne({ _id: account }, { $pull: { claims: { until: { $lte: now } } } })
        .maxTimeMS(this.timeoutMs);
    }
    return left;
  }

  /** Takes claims away again. @param ids - Of them. */
  async drop(account: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#accounts
      .updateOne({ _id: account }, { $pull: { claims: { id: { $in: [...ids] } } } })
      .maxTimeMS(this.timeoutMs);
  }

  /** Forgets accounts of which nothing can be left. @param now - By the network's clock. */
  async forget(now: Date): Promise<void> {
    await this.#accounts.deleteMany({ until: { $lte: now } }).maxTimeMS(this.timeoutMs);
  }

  /** Forgets accounts, whatever is claimed of them. */
  async forgetAll(accounts: readonly string[]): Promise<void> {
    await this.#accounts.deleteMany({ _id: { $in: [...accounts] } }).maxTimeMS(this.timeoutMs);
  }
}
