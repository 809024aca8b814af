import type { ClientSession, Model } from 'mongoose';
import { isDuplicateKey } from '../../../shared/mongo/duplicate-key.js';
import type { GuardRecord } from '../../store/booking-records.js';

/** Guards that are not there yet: whoever catches it creates them outside of the transaction and begins again. */
export class MissingGuards extends Error {
  constructor(readonly ids: readonly string[]) {
    super(`There are no guards ${ids.join(', ')} yet.`);
  }
}

/**
 * One document for each resource and each service with a budget. Every transaction writes those of all that it may touch, so
 * that of any two that could take the same place one conflicts and runs again, in whatever processes they are.
 */
export class Guards {
  constructor(
    private readonly guards: Model<GuardRecord>,
    private readonly timeoutMs: number,
  ) {}

  /** @throws MissingGuards when one is not there. An upsert here would race with that of another transaction. */
  async touch(ids: readonly string[], session: ClientSession): Promise<void> {
    if (ids.length === 0) return;
    const { matchedCount } = await this.guards.updateMany(
      { _id: { $in: ids } },
      { $inc: { writes: 1 } },
      { session, maxTimeMS: this.timeoutMs },
    );
    if (matchedCount < ids.length) throw new MissingGuards(ids);
  }

  /** Conflicts with every command on bookings: for changes of what the commands go by. */
  async touchAll(session: ClientSession): Promise<void> {
    await this.guards.updateMany(
      {},
      { $inc: { writes: 1 } },
      { session, maxTimeMS: this.timeoutMs },
    );
  }

  /** Creates those that are not there. */
  async create(ids: readonly string[]): Promise<void> {
    const query = this.guards.find({ _id: { $in: ids } }).maxTimeMS(this.timeoutMs);
    const there = new Set((await query.lean<GuardRecord[]>()).map(({ _id }) => _id));
    const missing = [...new Set(ids)].filter((id) => !there.has(id));
    if (missing.length === 0) return;
    try {
      await this.guards.bulkWrite(
        missing.map((_id) => ({ insertOne: { document: { _id, writes: 0 } } })),
        { ordered: false, throwOnValidationError: true, maxTimeMS: this.timeoutMs },
      );
    } catch (error) {
      // Somebody else has just created one; all others were inserted.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
