import type { TimePlace } from '../../shared/graphql/page-by-time.js';
import type { Connection, Model, QueryFilter } from 'mongoose';
import { ignoreDuplicateKey } from '../../shared/mongo/duplicate-key.js';
import { prepareCollections } from '../../shared/mongo/prepare-collections.js';
import {
  createAgreementModel,
  type AgreementRecord,
  type ComplaintRecord,
} from './agreement-records.js';

/** Whose agreements are read: those of any of these. */
export interface AgreementShare {
  /** Business ids of buyers, and ids of cooperatives. */
  readonly organisations: readonly string[];
}

/** What a search needs of an agreement. */
export type ReservedAgreement = Pick<AgreementRecord, 'cooperatives' | 'cpv' | 'from'>;

const MOST_RESERVED = 1_000;

/** All reads and writes of agreements. */
export class AgreementDataSource {
  readonly #agreements: Model<AgreementRecord>;

  constructor(
    connection: Connection,
    private readonly timeoutMs: number,
  ) {
    this.#agreements = createAgreementModel(connection);
  }

  /** Makes the collection and its indexes, where they are missing. */
  async prepare(): Promise<void> {
    await prepareCollections([this.#agreements]);
  }

  /** @returns False when its key was used before. */
  async insert(agreement: AgreementRecord): Promise<boolean> {
    try {
      await this.#agreements.create([agreement]);
      return true;
    } catch (error) {
      ignoreDuplicateKey(error);
      return false;
    }
  }

  /** Null when there is none. */
  async findById(id: string): Promise<AgreementRecord | null> {
    return await this.#agreements.findById(id).maxTimeMS(this.timeoutMs).lean<AgreementRecord>();
  }

  /** The agreement that a command with this key made; null when there is none. */
  async findByKey(keyHash: string): Promise<AgreementRecord | null> {
    return await this.#agreements
      .findOne({ keyHash })
      .maxTimeMS(this.timeoutMs)
      .lean<AgreementRecord>();
  }

  /** What an organisation has awarded by Art. 77, the latest first; at most 1000. */
  async findReservedByArt77(organisationId: string): Promise<ReservedAgreement[]> {
    return await this.#agreements
      .find({ organisationId, reserved: 'RES_PUB_SER' }, { cooperatives: 1, cpv: 1, from: 1 })
      .sort({ from: -1 })
      .limit(MOST_RESERVED)
      .maxTimeMS(this.timeoutMs)
      .lean<ReservedAgreement[]>();
  }

  /** Gives it an earlier last day. @returns As it stands then; null when there is none. */
  async endOn(id: string, to: string): Promise<AgreementRecord | null> {
    return await this.#agreements
      .findByIdAndUpdate(id, { $min: { to } }, { returnDocument: 'after' })
      .maxTimeMS(this.timeoutMs)
      .lean<AgreementRecord>();
  }

  /** Adds a complaint, unless one with its key is there, or there are `most`. */
  async addComplaint(id: string, complaint: ComplaintRecord, most: number): Promise<void> {
    const isNew = {
      'complaints.keyHash': { $ne: complaint.keyHash },
      [`complaints.${most - 1}`]: { $exists: false },
    };
    await this.#agreements
      .updateOne({ _id: id, ...isNew }, { $push: { complaints: complaint } })
      .maxTimeMS(this.timeoutMs);
  }

  /** The latest first. @param share - Null for all. @param after - Only those after this place; null from the start. */
  async findPage(
    share: AgreementShare | null,
    first: number,
    after: TimePlace | null,
  ): Promise<AgreementRecord[]> {
    const filters: QueryFilter<AgreementRecord>[] = [
      ...(share ? [ofShare(share)] : []),
      ...(after ? [isAfter(after)] : []),
    ];
    return await this.#agreements
      .find(filters.length === 0 ? {} : { $and: filters })
      .sort({ createdAt: -1, _id: -1 })
      .limit(first)
      .maxTimeMS(this.timeoutMs)
      .lean<AgreementRecord[]>();
  }
}

function ofShare({ organisations }: AgreementShare): QueryFilter<AgreementRecord> {
  const any = { $in: [...organisations] };
  return { $or: [{ organisationId: any }, { cooperatives: any }] };
}

function isAfter({ time, id }: TimePlace): QueryFilter<AgreementRecord> {
  return { $or: [{ createdAt: { $lt: time } }, { createdAt: time, _id: { $lt: id } }] };
}
