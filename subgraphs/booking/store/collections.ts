import type { Connection, Model } from 'mongoose';
import { orderDetails } from '../../shared/order-details/stored-details.js';
import {
  collection,
  DATE,
  FLAG,
  listOf,
  one,
  oneOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../shared/mongo/schema-parts.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import {
  ACTS,
  BOOKING_STATES,
  DISAGREEMENTS,
  ORDER_CHANNELS,
  ORDER_POLICIES,
  ORDER_STATES,
  OWED_ACTS,
  TASK_STEPS,
  USER_ERROR_CODES,
} from './closed-sets.js';
import { outboxEntry, toldLeg } from './outbox.js';
import {
  LONGEST_NAME,
  type AgreedPriceRecord,
  type BuyerRecord,
  type CommandOutcome,
  type CommandRecord,
  type ConflictRecord,
  type CostShareRecord,
  type LegChangeRecord,
  type SeriesRecord,
  type SeriesWeekdayRecord,
  type OrderEventRecord,
  type OrderLegRecord,
  type OrderRecord,
  type OwedRecord,
  type QuoteLineRecord,
  type QuoteRecord,
  type TaskRecord,
} from './records.js';
import type { Refusal } from './refusal.js';

/** An order as stored: with what it is found by, which follows from the rest. */
export interface StoredOrder extends OrderRecord {
  /** Last 7 digits of the buyer's phone, all of a shorter one; null when it has fewer than 3. */
  readonly phoneTail: string | null;
  /** Words of the buyer's name in lower case, without accents, dots and rings. */
  readonly nameWords: readonly string[];
  /** Days in Finland on which legs begin, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** When legs end, by which their work is counted. */
  readonly ends: readonly Date[];
  /** Whether an owner has some leg otherwise; absent in old ones. */
  readonly needsAttention: boolean;
  /** Real time: when its owners are to be asked though nobody reads it; null when all is over. */
  readonly lookAt: Date | null;
  /** By the network's clock: when its buyer is to be forgotten; null once that is done. */
  readonly forgetAt: Date | null;
}

export const refusal = part<Omit<Refusal, 'retry' | 'retryAfterSeconds'>>({
  code: oneOf(USER_ERROR_CODES),
  message: TEXT,
  said: orNull(TEXT),
  field: orNull(listOf(String)),
  alternatives: listOf(DATE),
});

export const buyer = part<BuyerRecord>({
  name: { ...TEXT, maxlength: LONGEST_NAME },
  municipality: TEXT,
  email: orNull(TEXT),
  phone: orNull(TEXT),
  organisationId: orNull(TEXT),
});

const quoteLine = part<QuoteLineRecord>({
  units: TEXT,
  unit: oneOf(PRICE_UNITS),
  unitNet: TEXT,
  net: TEXT,
  vatRate: TEXT,
  vat: TEXT,
  gross: TEXT,
});

const quote = part<QuoteRecord>({
  netMinor: whole(0),
  vatMinor: whole(0),
  grossMinor: whole(0),
  currency: oneOf(CURRENCY_CODES),
  lines: listOf(quoteLine),
});

const costShare = part<CostShareRecord>({ cooperative: TEXT, percent: TEXT });

const agreedPrice = part<AgreedPriceRecord>({
  netMinor: whole(0),
  unit: oneOf(PRICE_UNITS),
  currency: oneOf(CURRENCY_CODES),
});

const title = part<LocalizedText>({ fi: orNull(TEXT), sv: orNull(TEXT), en: orNull(TEXT) });

const leg = part<OrderLegRecord>({
  serviceId: TEXT,
  resourceId: orNull(TEXT),
  start: DATE,
  minutes: whole(0),
  quantity: whole(0),
  costShares: listOf(costShare),
  agreedPrice: orNull(one(agreedPrice)),
  state: oneOf(BOOKING_STATES),
  stateAsOf: orNull(DATE),
  answeredAt: orNull(DATE),
  expiresAt: orNull(DATE),
  bookings: listOf(TEXT),
  deliveredMinutes: orNull(whole(0)),
  quote: orNull(one(quote)),
  title: orNull(one(title)),
  languages: listOf(TEXT),
  waitingPosition: orNull(whole(0)),
  problem: orNull(TEXT),
  said: orNull(TEXT),
  timeZone: orNull(TEXT),
  disagreement: orNull(oneOf(DISAGREEMENTS)),
  agreedStart: orNull(DATE),
  reconciledAt: orNull(DATE),
});

const series = part<SeriesRecord>({
  everyWeeks: whole(1),
  start: DATE,
  minutes: whole(1),
  until: TEXT,
});

const legChange = part<LegChangeRecord>({ leg: whole(0), start: DATE, minutes: whole(1) });

const weekday = part<SeriesWeekdayRecord>({ start: DATE, conflicts: whole(0) });

const conflict = part<ConflictRecord>({
  start: DATE,
  code: oneOf(USER_ERROR_CODES),
  message: TEXT,
  said: orNull(TEXT),
  alternatives: listOf(DATE),
  isSearched: orNull(FLAG),
});

const task = part<TaskRecord>({
  act: oneOf(ACTS),
  step: oneOf(TASK_STEPS),
  number: whole(0),
  keyHash: orNull(TEXT),
  leg: orNull(whole(0)),
  start: orNull(DATE),
  minutes: orNull(whole(1)),
  legs: orNull(listOf(whole(0))),
  changes: orNull(listOf(legChange)),
  isEachForItself: orNull(FLAG),
  series: orNull(one(series)),
  open: listOf(TEXT),
  refusals: listOf(refusal),
});

const owed = part<OwedRecord>({
  cooperative: TEXT,
  act: oneOf(OWED_ACTS),
  until: orNull(DATE),
  legs: orNull(listOf(whole(0))),
  number: orNull(whole(0)),
});

const outcome = part<CommandOutcome>({
  isEffective: FLAG,
  userErrors: listOf(refusal),
  late: orNull(listOf(refusal)),
  conflicts: orNull(listOf(conflict)),
});

const command = part<CommandRecord>({
  keyHash: TEXT,
  bodyHash: TEXT,
  outcome: orNull(one(outcome)),
  conflicts: orNull(listOf(conflict)),
  otherWeekdays: orNull(listOf(weekday)),
});

const event = part<OrderEventRecord>({ at: DATE, text: TEXT, said: orNull(TEXT) });

const orderSchema = collection<StoredOrder>('orders', {
  _id: TEXT,
  version: whole(0),
  reference: TEXT,
  keyHash: TEXT,
  bodyHash: TEXT,
  secretHash: TEXT,
  sealedSecret: orNull(TEXT),
  answer: orNull(one(outcome)),
  promised: orNull(listOf(TEXT)),
  series: orNull(one(series)),
  conflicts: listOf(conflict),
  otherWeekdays: orNull(listOf(weekday)),
  buyer: one(buyer),
  details: orNull(one(orderDetails)),
  maker: orNull(TEXT),
  channel: oneOf(ORDER_CHANNELS),
  policy: oneOf(ORDER_POLICIES),
  leadCooperative: orNull(TEXT),
  agreementId: orNull(TEXT),
  isAgreedByPhone: orNull(FLAG),
  legs: listOf(leg),
  state: oneOf(ORDER_STATES),
  problem: orNull(TEXT),
  said: orNull(TEXT),
  expiresAt: orNull(DATE),
  createdAt: DATE,
  recordedAt: DATE,
  phoneTail: orNull(TEXT),
  nameWords: listOf(TEXT),
  days: listOf(TEXT),
  ends: listOf(DATE),
  task: orNull(one(task)),
  owed: listOf(owed),
  attempts: whole(0),
  commands: listOf(command),
  log: listOf(event),
  holder: orNull(TEXT),
  wakeAt: orNull(DATE),
  needsAttention: FLAG,
  lookAt: orNull(DATE),
  forgetAt: orNull(DATE),
  told: orNull(listOf(toldLeg)),
  outbox: orNull(listOf(outboxEntry)),
})
  .index({ keyHash: 1 }, { name: 'orders_by_key', unique: true })
  .index({ reference: 1 }, { name: 'orders_by_reference', unique: true })
  .index({ recordedAt: -1, _id: -1 }, { name: 'orders_by_age' })
  .index({ state: 1, recordedAt: -1, _id: -1 }, { name: 'orders_by_state' })
  .index({ state: 1, expiresAt: 1 }, { name: 'orders_by_expiry' })
  .index({ phoneTail: 1, recordedAt: -1 }, { name: 'orders_by_phone' })
  .index({ nameWords: 1 }, { name: 'orders_by_name' })
  .index({ days: 1, recordedAt: -1 }, { name: 'orders_by_day' })
  .index({ createdAt: 1 }, { name: 'orders_by_creation' })
  .index({ ends: 1 }, { name: 'orders_by_end' })
  .index({ holder: 1, wakeAt: 1 }, { name: 'orders_by_holder' })
  .index({ needsAttention: 1, recordedAt: -1, _id: -1 }, { name: 'orders_by_attention' })
  .index({ lookAt: 1 }, { name: 'orders_by_look' })
  .index({ forgetAt: 1 }, { name: 'orders_by_forgetting' })
  .index({ 'outbox.id': 1 }, { name: 'orders_by_outbox' })
  .index({ maker: 1, recordedAt: -1, _id: -1 }, { name: 'orders_by_maker' })
  .index(
    { agreementId: 1, recordedAt: -1, _id: -1 },
    {
      name: 'orders_by_agreement',
      partialFilterExpression: { agreementId: { $type: 'string' } },
    },
  )
  .index(
    { 'buyer.organisationId': 1, recordedAt: -1, _id: -1 },
    { name: 'orders_by_organisation' },
  );

/** The orders on one connection. Creates nothing in the database. */
export function createOrderModel(connection: Connection): Model<StoredOrder> {
  return connection.model<StoredOrder>('Order', orderSchema);
}
