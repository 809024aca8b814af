import { Schema } from 'mongoose';
import { collection, PART } from '../../shared/mongo/schema-parts.js';
import type {
  AnswerRecord,
  BookingRecord,
  CalendarRecord,
  GuardRecord,
  OrderNoteRecord,
  WaitingRecord,
} from './booking-records.js';

/**
 * A booking in the database. Bookings that overlap a time are found by their start; the few long ones, which may have begun
 * long before, are kept apart in the same indexes.
 */
export type StoredBooking = BookingRecord & { isLong: boolean };

/** A note of an order and a command's answer: both are looked up by id as a transaction begins. */
export type NoteRecord = AnswerRecord | OrderNoteRecord;

const order = new Schema(
  { id: String, reference: String, leg: Number, resource: String, isReplaced: Boolean },
  PART,
);

const customer = new Schema(
  { name: String, phone: String, email: String, municipality: String },
  PART,
);

const price = new Schema(
  { netMinor: Number, vatHundredths: Number, currency: String, unit: String },
  PART,
);

const event = new Schema({ at: Date, kind: String, startsAt: Date, endsAt: Date }, PART);

export const bookingSchema = new Schema<StoredBooking>(
  {
    _id: String,
    service: String,
    resource: String,
    startsAt: Date,
    endsAt: Date,
    quantity: Number,
    state: String,
    expiresAt: Date,
    origin: String,
    order,
    customer,
    deliveredMinutes: Number,
    price,
    history: [event],
    isLong: Boolean,
  },
  collection('bookings'),
)
  .index({ resource: 1, isLong: 1, startsAt: 1 }, { name: 'by_resource' })
  .index({ service: 1, isLong: 1, startsAt: 1 }, { name: 'by_service' })
  .index({ isLong: 1, startsAt: 1, _id: 1 }, { name: 'by_start' })
  .index({ 'order.id': 1 }, { name: 'by_order' })
  .index({ state: 1, expiresAt: 1 }, { name: 'by_expiry' });

export const waitingSchema = new Schema<WaitingRecord>(
  {
    _id: String,
    order,
    service: String,
    startsAt: Date,
    endsAt: Date,
    quantity: Number,
    customer,
    price,
    state: String,
    since: Date,
    turn: Number,
  },
  collection('waiting'),
)
  .index({ state: 1, startsAt: 1 }, { name: 'by_start' })
  .index({ state: 1, since: 1, turn: 1, _id: 1 }, { name: 'by_turn' })
  .index({ 'order.id': 1 }, { name: 'by_order' });

export const guardSchema = new Schema<GuardRecord>(
  { _id: String, writes: Number },
  collection('guards'),
);

export const noteSchema = new Schema<NoteRecord>(
  {
    _id: String,
    hash: String,
    answer: Schema.Types.Mixed,
    isClosed: Boolean,
    writes: Number,
    at: Date,
  },
  collection('commands'),
).index({ at: 1 }, { name: 'by_age' });

export const calendarSchema = new Schema<CalendarRecord>(
  { _id: String, closures: [new Schema({ from: String, to: String }, PART)] },
  collection('calendars'),
);
