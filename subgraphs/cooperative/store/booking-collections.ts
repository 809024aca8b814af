import { Schema } from 'mongoose';
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
import { orderDetails } from '../../shared/order-details/stored-details.js';
import {
  BOOKED_STATES,
  BOOKING_EVENT_KINDS,
  CURRENCY_CODES,
  PRICE_UNITS,
  WAITING_STATES,
} from '../../shared/words/closed-sets.js';
import {
  BOOKING_ORIGINS,
  type AnswerRecord,
  type BookingEventRecord,
  type BookingRecord,
  type CalendarRecord,
  type CustomerRecord,
  type GuardRecord,
  type OrderNoteRecord,
  type OrderPart,
  type WaitingRecord,
} from './booking-records.js';
import type { UnitPrice } from '../../shared/words/money.js';

/**
 * A booking in the database. Bookings that overlap a time are found by their start; the few long ones, which may have begun
 * long before, are kept apart in the same indexes.
 */
export type StoredBooking = BookingRecord & { isLong: boolean };

/** A note of an order and a command's answer: both are looked up by id as a transaction begins. */
export type NoteRecord = AnswerRecord | OrderNoteRecord;

const order = part<OrderPart>({
  id: TEXT,
  reference: TEXT,
  leg: whole(0),
  resource: orNull(TEXT),
  sealed: orNull(TEXT),
  isReplaced: FLAG,
});

const customer = part<CustomerRecord>({
  name: TEXT,
  phone: orNull(TEXT),
  email: orNull(TEXT),
  municipality: TEXT,
  details: orNull(one(orderDetails)),
});

const price = part<UnitPrice>({
  netMinor: whole(0),
  vatHundredths: whole(0, 10_000),
  currency: oneOf(CURRENCY_CODES),
  unit: oneOf(PRICE_UNITS),
});

const event = part<BookingEventRecord>({
  at: DATE,
  kind: oneOf(BOOKING_EVENT_KINDS),
  startsAt: DATE,
  endsAt: DATE,
});

export const bookingSchema = collection<StoredBooking>('bookings', {
  _id: TEXT,
  service: TEXT,
  resource: TEXT,
  startsAt: DATE,
  endsAt: DATE,
  quantity: whole(1),
  state: oneOf(BOOKED_STATES),
  expiresAt: orNull(DATE),
  origin: oneOf(BOOKING_ORIGINS),
  order: orNull(one(order)),
  customer: orNull(one(customer)),
  deliveredMinutes: orNull(whole(0)),
  price: orNull(one(price)),
  isAgreed: orNull(FLAG),
  history: listOf(event),
  isLong: FLAG,
})
  .index({ resource: 1, isLong: 1, startsAt: 1 }, { name: 'by_resource' })
  .index({ service: 1, isLong: 1, startsAt: 1 }, { name: 'by_service' })
  .index({ isLong: 1, startsAt: 1, _id: 1 }, { name: 'by_start' })
  .index({ 'order.id': 1 }, { name: 'by_order' })
  .index({ state: 1, expiresAt: 1 }, { name: 'by_expiry' });

export const waitingSchema = collection<WaitingRecord>('waiting', {
  _id: TEXT,
  order: one(order),
  service: TEXT,
  startsAt: DATE,
  endsAt: DATE,
  quantity: whole(1),
  customer: orNull(one(customer)),
  price: one(price),
  state: oneOf(WAITING_STATES),
  since: DATE,
  turn: whole(0),
})
  .index({ state: 1, startsAt: 1 }, { name: 'by_start' })
  .index({ state: 1, since: 1, turn: 1, _id: 1 }, { name: 'by_turn' })
  .index({ 'order.id': 1 }, { name: 'by_order' });

export const guardSchema = collection<GuardRecord>('guards', { _id: TEXT, writes: whole(0) });

/** What a note of an order has and an answer has not, and the other way round. */
function isNoAnswer(this: Partial<AnswerRecord>): boolean {
  return this.hash === undefined;
}
function isNoOrder(this: Partial<OrderNoteRecord>): boolean {
  return this.isClosed === undefined;
}

export const noteSchema = collection<AnswerRecord & OrderNoteRecord>('commands', {
  _id: TEXT,
  hash: { ...TEXT, required: isNoOrder },
  answer: Schema.Types.Mixed,
  isClosed: { ...FLAG, required: isNoAnswer },
  writes: { ...whole(0), required: isNoAnswer },
  at: DATE,
}).index({ at: 1 }, { name: 'by_age' });

const closure = part<CalendarRecord['closures'][number]>({ from: TEXT, to: TEXT });

export const calendarSchema = collection<CalendarRecord>('calendars', {
  _id: TEXT,
  closures: listOf(closure),
});
