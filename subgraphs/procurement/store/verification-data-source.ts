import type { TimePlace } from '../../shared/graphql/page-by-time.js';
import type { Connection, Model } from 'mongoose';
import { FORGOTTEN } from '../../../schema/privacy.js';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import {
  createVerificationModel,
  type VerificationRecord,
  type WithdrawalRecord,
} from './verification-records.js';

/** What a search needs of a verification. */
export type StandingVerification = Pick<
  VerificationRecord,
  '_id' | 'cooperative' | 'evidence' | 'document' | 'verifiedAt'
>;

const STANDING = { 'withdrawal.at': null };
const OF_SEARCH = { cooperative: 1, evidence: 1, document: 1, verifiedAt: 1 } as const;

/** All reads and writes of verifications. */
export class VerificationDataSource {
  readonly #verifications: Model<VerificationRecord>;

  /** @param timeoutMs - Per query. */
  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#verifications = createVerificationModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#verifications]);
  }

  /** @returns False when its key was used before. */
  async insert(verification: VerificationRecord): Promise<boolean> {
    try {
      await this.#verifications.create([verification]);
      return true;
    } catch (error) {
      ignoreDuplicateKey(error);
      return false;
    }
  }

  /** That which a command with this key made; null when there is none. */
  async findByKey(keyHash: string): Promise<VerificationRecord | null> {
    return await this.#verifications
      .findOne({ keyHash })
      .maxTimeMS(this.timeoutMs)
      .lean<VerificationRecord>();
  }

  /** How many of a cooperative's are not withdrawn. */
  async countStanding(cooperative: string): Promise<number> {
    return await this.#verifications
      .countDocuments({ cooperative, ...STANDING })
      .maxTimeMS(this.timeoutMs);
  }

  /** Takes it back, unless it is already. @returns As it stands then; null when there is none. */
  async withdraw(id: string, withdrawal: WithdrawalRecord): Promise<VerificationRecord | null> {
    await this.#verifications
      .updateOne({ _id: id, ...STANDING }, { $set: { withdrawal } })
      .maxTimeMS(this.timeoutMs);
    return await this.#verifications
      .findById(id)
      .maxTimeMS(this.timeoutMs)
      .lean<VerificationRecord>();
  }

  /** All of the network that stand, of evidence that does not end before a day; the latest first. One query. */
  async findStanding(day: string): Promise<StandingVerification[]> {
    const isLasting = [{ 'evidence.validTo': null }, { 'evidence.validTo': { $gte: day } }];
    return await this.#verifications
      .find({ ...STANDING, $or: isLasting }, OF_SEARCH)
      .sort({ verifiedAt: -1, _id: -1 })
      .maxTimeMS(this.timeoutMs)
      .lean<StandingVerification[]>();
  }

  /** A cooperative's, the latest first. @param after - Only those after this place; null from the start. */
  async findPage(
    cooperative: string,
    first: number,
    after: TimePlace | null,
  ): Promise<VerificationRecord[]> {
    const isAfter = after && {
      $or: [
        { verifiedAt: { $lt: after.time } },
        { verifiedAt: after.time, _id: { $lt: after.id } },
      ],
    };
    return await this.#verifications
      .find({ cooperative, ...isAfter })
      .sort({ verifiedAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<VerificationRecord[]>();
  }

  /** Forgets who did what before an instant of the network's, and what they wrote; that it was done stays. */
  async forgetBefore(at: Date): Promise<void> {
    await this.#verifications
      .updateMany(
        { verifiedAt: { $lt: at }, verifiedBy: { $ne: null } },
        { $set: { verifiedBy: null, reference: FORGOTTEN } },
      )
      .maxTimeMS(this.timeoutMs);
    await this.#verifications
      .updateMany(
        { 'withdrawal.at': { $lt: at }, 'withdrawal.by': { $ne: null } },
        { $set: { 'withdrawal.by': null, 'withdrawal.reason': FORGOTTEN } },
      )
      .maxTimeMS(this.timeoutMs);
  }
}
