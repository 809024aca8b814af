import { Schema, type Connection, type Model } from 'mongoose';
import type { OrderRecord } from './records.js';

/** An order as stored: with what it is found by, which follows from the rest. */
export interface StoredOrder extends OrderRecord {
  /** Last 7 digits of the buyer's phone; null when there are fewer. */
  readonly phoneTail: string | null;
  /** Words of the buyer's name in lower case. */
  readonly nameWords: readonly string[];
  /** Days in Finland on which legs begin, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** Whether an owner has some leg otherwise; absent in old ones. */
  readonly needsAttention: boolean;
  /** Real time: when its owners are to be asked though nobody reads it; null when all is over. */
  readonly lookAt: Date | null;
}

/** Options of a part of a document. */
export const PART = { _id: false, minimize: false, strict: 'throw' } as const;

/** Its `field` may be null, which casting leaves alone. */
export const refusal = new Schema(
  { code: String, message: String, field: [String], alternatives: [Date] },
  PART,
);

export const buyer = new Schema(
  { name: String, municipality: String, email: String, phone: String, organisationId: String },
  PART,
);

const quoteLine = new Schema(
  {
    units: String,
    unit: String,
    unitNet: String,
    net: String,
    vatRate: String,
    vat: String,
    gross: String,
  },
  PART,
);

const quote = new Schema(
  {
    netMinor: Number,
    vatMinor: Number,
    grossMinor: Number,
    currency: String,
    lines: [quoteLine],
  },
  PART,
);

const leg = new Schema(
  {
    serviceId: String,
    resourceId: String,
    start: Date,
    minutes: Number,
    quantity: Number,
    costShares: [new Schema({ cooperative: String, percent: String }, PART)],
    state: String,
    stateAsOf: Date,
    expiresAt: Date,
    bookings: [String],
    quote,
    title: new Schema({ fi: String, sv: String, en: String }, PART),
    languages: [String],
    waitingPosition: Number,
    problem: String,
    disagreement: String,
    agreedStart: Date,
    reconciledAt: Date,
  },
  PART,
);

const task = new Schema(
  {
    act: String,
    step: String,
    number: Number,
    keyHash: String,
    leg: Number,
    start: Date,
    open: [String],
    refusals: [refusal],
  },
  PART,
);

const owed = new Schema(
  {
    cooperative: String,
    act: String,
    until: Date,
    // Absent means all.
    legs: { type: [Number], default: undefined },
    number: Number,
  },
  PART,
);

const outcome = new Schema(
  {
    isEffective: Boolean,
    userErrors: [refusal],
    late: { type: [refusal], default: undefined },
  },
  PART,
);

const command = new Schema({ keyHash: String, bodyHash: String, outcome }, PART);

const orderSchema = new Schema<StoredOrder>(
  {
    _id: String,
    version: Number,
    reference: String,
    keyHash: String,
    bodyHash: String,
    secretHash: String,
    sealedSecret: String,
    answer: outcome,
    // Absent where nothing was promised.
    promised: { type: [String], default: () => undefined },
    conflicts: [
      new Schema({ start: Date, code: String, message: String, alternatives: [Date] }, PART),
    ],
    buyer,
    channel: String,
    policy: String,
    leadCooperative: String,
    legs: [leg],
    state: String,
    problem: String,
    expiresAt: Date,
    createdAt: Date,
    recordedAt: Date,
    phoneTail: String,
    nameWords: [String],
    days: [String],
    task,
    owed: [owed],
    attempts: Number,
    commands: [command],
    log: [new Schema({ at: Date, text: String }, PART)],
    holder: String,
    wakeAt: Date,
    needsAttention: Boolean,
    lookAt: Date,
  },
  { versionKey: false, minimize: false, strict: 'throw', collection: 'orders' },
)
  .index({ keyHash: 1 }, { name: 'orders_by_key', unique: true })
  .index({ reference: 1 }, { name: 'orders_by_reference', unique: true })
  .index({ recordedAt: -1, _id: -1 }, { name: 'orders_by_age' })
  .index({ state: 1, recordedAt: -1, _id: -1 }, { name: 'orders_by_state' })
  .index({ state: 1, expiresAt: 1 }, { name: 'orders_by_expiry' })
  .index({ phoneTail: 1, recordedAt: -1 }, { name: 'orders_by_phone' })
  .index({ nameWords: 1 }, { name: 'orders_by_name' })
  .index({ days: 1, recordedAt: -1 }, { name: 'orders_by_day' })
  .index({ holder: 1, wakeAt: 1 }, { name: 'orders_by_holder' })
  .index({ needsAttention: 1, recordedAt: -1, _id: -1 }, { name: 'orders_by_attention' })
  .index({ lookAt: 1 }, { name: 'orders_by_look' });

/** The orders on one connection. Creates nothing in the database. */
export function createOrderModel(connection: Connection): Model<StoredOrder> {
  return connection.model<StoredOrder>('Order', orderSchema);
}
