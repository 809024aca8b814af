import type { Connection, Model } from 'mongoose';
import { unlessDuplicate } from '../../../shared/mongo/duplicate-key.js';
import { insertExactly, setExactly } from '../../../shared/mongo/exact-writes.js';
import { prepareCollections } from '../../../shared/mongo/prepare-collections.js';
import { addressSchema } from './collections.js';
import type { AddressRecord } from './records.js';

/** All reads and writes of where cooperatives are told. */
export class AddressDataSource {
  readonly #addresses: Model<AddressRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#addresses = connection.model<AddressRecord>('Address', addressSchema);
  }

  /** Makes the collection, where it is missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#addresses]);
  }

  /** Null where it has never said so. */
  async find(cooperative: string): Promise<AddressRecord | null> {
    return await this.#addresses
      .findById(cooperative)
      .maxTimeMS(this.timeoutMs)
      .lean<AddressRecord>();
  }

  /** Writes what follows on `before`, null for nothing. @returns False where somebody else was faster. */
  async write(before: AddressRecord | null, after: AddressRecord): Promise<boolean> {
    if (before === null) {
      return unlessDuplicate(() => insertExactly(this.#addresses, after, this.timeoutMs));
    }
    const { _id, version } = before;
    return await setExactly(this.#addresses, { _id, version }, after, this.timeoutMs);
  }
}
