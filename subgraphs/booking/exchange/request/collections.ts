import type { Connection, Model } from 'mongoose';
import { buyer, refusal } from '../../store/collections.js';
import { outboxEntry } from '../../store/outbox.js';
import {
  NOBODY_REASONS,
  ORDER_CHANNELS,
  WORK_OFFER_STATES,
  WORK_REQUEST_STATES,
} from '../../store/closed-sets.js';
import {
  collection,
  DATE,
  FLAG,
  listOf,
  number,
  one,
  oneOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../../shared/mongo/schema-parts.js';
import { orderDetails } from '../../../shared/order-details/stored-details.js';
import type { WhyNobody } from '../candidates/candidates.js';
import type { ContactKeys } from '../../orders/order/search-keys.js';
import {
  LONGEST_WHAT,
  type RequestCommandRecord,
  type OfferBooking,
  type WorkOfferRecord,
  type WorkRequestRecord,
} from './records.js';

/** As stored: with what it is found by, and the instant at which something is due. */
export interface StoredRequest extends WorkRequestRecord, ContactKeys {
  /** The day in Finland on which the work begins, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** Real time; null when nothing happens by itself any more. */
  readonly dueAt: Date | null;
  /** By the network's clock: when its caller is to be forgotten; null once that is done. */
  readonly forgetAt: Date | null;
}

const booking = part<OfferBooking>({
  key: TEXT,
  attempt: whole(1),
  isUnderWay: FLAG,
  order: orNull(TEXT),
});

const command = part<RequestCommandRecord>({
  key: TEXT,
  body: TEXT,
  offer: orNull(TEXT),
  refusals: listOf(refusal),
  isAwaiting: orNull(FLAG),
});

const offer = part<WorkOfferRecord>({
  id: TEXT,
  cooperative: TEXT,
  service: TEXT,
  needsSpokenYes: orNull(FLAG),
  isUnheard: orNull(FLAG),
  isWarned: orNull(FLAG),
  state: oneOf(WORK_OFFER_STATES),
  round: whole(1),
  offeredAt: DATE,
  deadline: DATE,
  answeredAt: orNull(DATE),
  isSpoken: FLAG,
  note: orNull(TEXT),
  noteSaid: orNull(TEXT),
  booking: orNull(one(booking)),
});

const whyNobody = part<WhyNobody>({
  reason: oneOf(NOBODY_REASONS),
  municipality: orNull(TEXT),
  distanceKm: orNull(number(0)),
  leastMinutes: orNull(whole(1)),
  message: TEXT,
  said: orNull(TEXT),
});

const requestSchema = collection<StoredRequest>('requests', {
  _id: TEXT,
  version: whole(0),
  reference: TEXT,
  state: oneOf(WORK_REQUEST_STATES),
  what: { ...TEXT, maxlength: LONGEST_WHAT },
  cpv: listOf(TEXT),
  municipality: TEXT,
  start: DATE,
  minutes: whole(1),
  quantity: whole(1),
  channel: oneOf(ORDER_CHANNELS),
  caller: one(buyer),
  details: orNull(one(orderDetails)),
  maker: orNull(TEXT),
  roundSize: whole(1),
  answerMinutes: whole(1),
  round: whole(0),
  offers: listOf(offer),
  order: orNull(TEXT),
  outcome: orNull(TEXT),
  outcomeSaid: orNull(TEXT),
  problem: orNull(TEXT),
  said: orNull(TEXT),
  whyNobody: orNull(one(whyNobody)),
  createdAt: DATE,
  recordedAt: DATE,
  nextTryAt: orNull(DATE),
  phoneTail: orNull(TEXT),
  nameWords: listOf(TEXT),
  days: listOf(TEXT),
  dueAt: orNull(DATE),
  forgetAt: orNull(DATE),
  secretHash: TEXT,
  sealedSecret: TEXT,
  commands: listOf(command),
  outbox: orNull(listOf(outboxEntry)),
})
  .index({ reference: 1 }, { name: 'requests_by_reference', unique: true })
  .index({ 'commands.key': 1 }, { name: 'requests_by_command', unique: true })
  // Not unique: documents without offers would all have the same key.
  .index({ 'offers.id': 1 }, { name: 'requests_by_offer' })
  .index({ 'offers.cooperative': 1, recordedAt: -1 }, { name: 'requests_by_cooperative' })
  .index({ dueAt: 1 }, { name: 'requests_by_due' })
  .index({ forgetAt: 1 }, { name: 'requests_by_forgetting' })
  .index({ 'outbox.id': 1 }, { name: 'requests_by_outbox' })
  .index({ maker: 1, recordedAt: -1, _id: -1 }, { name: 'requests_by_maker' })
  .index(
    { 'caller.organisationId': 1, recordedAt: -1, _id: -1 },
    { name: 'requests_by_organisation' },
  )
  .index({ phoneTail: 1, recordedAt: -1 }, { name: 'requests_by_phone' })
  .index({ nameWords: 1 }, { name: 'requests_by_name' })
  .index({ days: 1, recordedAt: -1 }, { name: 'requests_by_day' })
  .index({ state: 1, recordedAt: -1, _id: -1 }, { name: 'requests_by_state' })
  .index({ createdAt: 1 }, { name: 'requests_by_creation' })
  .index({ recordedAt: -1, _id: -1 }, { name: 'requests_by_time' });

/** The requests on one connection. Creates nothing in the database. */
export function createRequestModel(connection: Connection): Model<StoredRequest> {
  return connection.model<StoredRequest>('WorkRequest', requestSchema);
}
