import type { Connection, Model } from 'mongoose';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { createModels } from './collections.js';
import type { LeaseRecord } from './records.js';

/** All reads and writes of the lease, each on one document and therefore without a transaction. */
export class LeaseDataSource {
  readonly #leases: Model<LeaseRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#leases = createModels(connection).leases;
  }

  /** Null until somebody has taken it for the first time. */
  async findLease(): Promise<LeaseRecord | null> {
    return await this.#leases.findById('feed').maxTimeMS(this.timeoutMs).lean<LeaseRecord>();
  }

  /** Takes or renews the lease. @returns Whether nobody else holds it at `now`. */
  async takeLease(lease: LeaseRecord, now: Date): Promise<boolean> {
    try {
      await this.#leases
        .replaceOne(
          { _id: lease._id, $or: [{ holder: lease.holder }, { expiresAt: { $lte: now } }] },
          lease,
          { upsert: true },
        )
        .maxTimeMS(this.timeoutMs);
      return true;
    } catch (error) {
      // Somebody else's lease is not matched, so the upsert meets its id.
      ignoreDuplicateKey(error);
      return false;
    }
  }

  /** Gives the lease back, unless somebody else has it by now. */
  async releaseLease(lease: LeaseRecord): Promise<void> {
    const { _id, holder } = lease;
    await this.#leases.replaceOne({ _id, holder }, lease).maxTimeMS(this.timeoutMs);
  }
}
