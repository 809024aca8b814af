import type { ClientSession } from 'mongoose';
import type { CooperativeFile } from '../../shared/network-file/index.js';
import type { Models } from '../store/collections.js';
import { writeRows, type RowWrite } from '../store/write-rows.js';
import type { HubRecords } from './file-hub.js';
import type { AnswerRecord, OrderNoteRecord, WaitingRecord } from '../store/booking-records.js';
import { isOrderId, keyId, orderId } from '../bookings/rows/note-ids.js';
import type { NoteRecord } from '../store/booking-collections.js';

/** So many ids are looked for at a time. */
const IDS_A_QUERY = 1_000;

/** What is stored of the network's orders beside the bookings, for moving it out and in. Always part of a transaction. */
export class HubDataSource {
  constructor(
    private readonly models: Models,
    private readonly timeoutMs: number,
  ) {}

  /** All of it. Two queries. */
  async readAll(session: ClientSession): Promise<HubRecords> {
    const waiting = await this.findWaiting(session);
    const notes = await this.models.commands
      .find({}, null, this.options(session))
      .sort({ _id: 1 })
      .lean<NoteRecord[]>();
    return { waiting, ...sorted(notes) };
  }

  /** What a file could meet: all who wait, and of orders and answers those that it names. */
  async readFor({ bookings, hub }: CooperativeFile, session: ClientSession): Promise<HubRecords> {
    const orders = [...(hub?.orders ?? []), ...bookings.flatMap(({ order }) => order ?? [])];
    const ids = new Set([
      ...orders.map(({ id }) => orderId(id)),
      ...(hub?.answers ?? []).map(({ key }) => keyId(key)),
    ]);
    const waiting = hub ? await this.findWaiting(session) : [];
    const notes: NoteRecord[] = [];
    for (let start = 0; start < ids.size; start += IDS_A_QUERY) {
      const some = [...ids].slice(start, start + IDS_A_QUERY);
      const query = this.models.commands.find({ _id: { $in: some } }, null, this.options(session));
      notes.push(...(await query.lean<NoteRecord[]>()));
    }
    return { waiting, ...sorted(notes) };
  }

  /** Adds what is not here, and closes orders. */
  async write({ waiting, orders, answers }: HubRecords, session: ClientSession): Promise<void> {
    const { waiting: waitingModel, commands } = this.models;
    await writeRows(waitingModel, waiting.map(putting), session, this.timeoutMs);
    const notes: NoteRecord[] = [...orders, ...answers];
    await writeRows(commands, notes.map(putting), session, this.timeoutMs);
  }

  private findWaiting(session: ClientSession): Promise<WaitingRecord[]> {
    return this.models.waiting
      .find({}, null, this.options(session))
      .sort({ _id: 1 })
      .lean<WaitingRecord[]>()
      .exec();
  }

  private options(session: ClientSession) {
    return { session, maxTimeMS: this.timeoutMs };
  }
}

function sorted(notes: readonly NoteRecord[]): Pick<HubRecords, 'orders' | 'answers'> {
  return {
    orders: notes.filter(({ _id }) => isOrderId(_id)) as OrderNoteRecord[],
    answers: notes.filter(({ _id }) => !isOrderId(_id)) as AnswerRecord[],
  };
}

function putting<Row extends { readonly _id: string }>(row: Row): RowWrite<Row> {
  return { replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true } };
}
