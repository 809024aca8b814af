import { Schema, type Connection, type Model } from 'mongoose';
import { buyer, PART, refusal } from '../../store/collections.js';
import type { WorkRequestRecord } from './records.js';

/** As stored: with the instant at which something is due, which an index finds. */
export interface StoredRequest extends WorkRequestRecord {
  /** Real time; null when nothing happens by itself any more. */
  readonly dueAt: Date | null;
}

const booking = new Schema(
  { key: String, attempt: Number, isUnderWay: Boolean, order: String },
  PART,
);

const command = new Schema(
  { key: String, body: String, offer: String, refusals: [refusal], isAwaiting: Boolean },
  PART,
);

const offer = new Schema(
  {
    id: String,
    cooperative: String,
    service: String,
    state: String,
    round: Number,
    offeredAt: Date,
    deadline: Date,
    answeredAt: Date,
    isSpoken: Boolean,
    note: String,
    booking,
  },
  PART,
);

const requestSchema = new Schema(
  {
    _id: String,
    version: Number,
    reference: String,
    state: String,
    what: String,
    cpv: [String],
    municipality: String,
    start: Date,
    minutes: Number,
    quantity: Number,
    channel: String,
    caller: buyer,
    roundSize: Number,
    answerMinutes: Number,
    round: Number,
    offers: [offer],
    order: String,
    outcome: String,
    problem: String,
    createdAt: Date,
    recordedAt: Date,
    nextTryAt: Date,
    dueAt: Date,
    secretHash: String,
    sealedSecret: String,
    commands: [command],
  },
  {
    collection: 'requests',
    autoIndex: false,
    autoCreate: false,
    versionKey: false,
    minimize: false,
    strict: 'throw',
  },
)
  .index({ reference: 1 }, { name: 'requests_by_reference', unique: true })
  .index({ 'commands.key': 1 }, { name: 'requests_by_command', unique: true })
  // Not unique: documents without offers would all have the same key.
  .index({ 'offers.id': 1 }, { name: 'requests_by_offer' })
  .index({ 'offers.cooperative': 1, recordedAt: -1 }, { name: 'requests_by_cooperative' })
  .index({ dueAt: 1 }, { name: 'requests_by_due' })
  .index({ state: 1, recordedAt: -1, _id: -1 }, { name: 'requests_by_state' })
  .index({ recordedAt: -1, _id: -1 }, { name: 'requests_by_time' });

/** The requests on one connection. Creates nothing in the database. */
export function createRequestModel(connection: Connection): Model<StoredRequest> {
  return connection.model<StoredRequest>('WorkRequest', requestSchema);
}
