import { Schema, type Connection, type Model } from 'mongoose';
import {
  bookingSchema,
  calendarSchema,
  guardSchema,
  noteSchema,
  waitingSchema,
  type NoteRecord,
  type StoredBooking,
} from './booking-collections.js';
import type {
  CalendarRecord,
  CooperativeRecord,
  GuardRecord,
  MemberRecord,
  MetaRecord,
  ResourceRecord,
  ServiceRecord,
  WaitingRecord,
} from './records.js';
import { collection, PART } from '../../shared/mongo/schema-parts.js';

const texts = new Schema({ fi: String, sv: String, en: String }, PART);

const price = new Schema({ netMinor: Number, vatHundredths: Number, currency: String }, PART);

const image = new Schema({ url: String, alt: texts }, PART);

const listing = new Schema(
  {
    kind: String,
    title: texts,
    description: texts,
    languages: [String],
    cpv: [String],
    municipalities: [String],
    unit: String,
    price,
    images: [image],
  },
  PART,
);

const capacity = new Schema({ from: String, minMinutes: Number, longestMinutes: [Number] }, PART);

const metaSchema = new Schema<MetaRecord>(
  {
    _id: String,
    cooperative: String,
    epoch: String,
    revision: Number,
    rules: String,
    collectionId: String,
  },
  collection('meta'),
);

const cooperativeSchema = new Schema<CooperativeRecord>(
  {
    _id: String,
    name: String,
    country: String,
    businessId: String,
    timeZone: String,
    municipality: String,
    serves: [String],
    languages: [String],
    contact: new Schema({ email: String, phone: String, url: String }, PART),
    evidence: [
      new Schema(
        {
          scheme: String,
          issuer: String,
          number: String,
          grade: String,
          validFrom: String,
          validTo: String,
          disadvantagedShare: Number,
        },
        PART,
      ),
    ],
    revision: Number,
    updatedAt: Date,
  },
  collection('cooperatives'),
);

const memberSchema = new Schema<MemberRecord>(
  {
    _id: String,
    name: String,
    email: String,
    phone: String,
    languages: [String],
    public: [String],
  },
  collection('members'),
);

const hours = new Schema(
  { days: [String], from: String, to: String, validFrom: String, validTo: String },
  PART,
);

const resourceSchema = new Schema<ResourceRecord>(
  {
    _id: String,
    kind: String,
    size: Number,
    member: String,
    skills: [String],
    languages: [String],
    municipality: String,
    radiusKm: Number,
    hours: [hours],
    worksOnPublicHolidays: Boolean,
    minutesPerDay: Number,
    closures: [new Schema({ from: String, to: String }, PART)],
  },
  collection('resources'),
);

const serviceSchema = new Schema(
  {
    _id: String,
    kind: String,
    title: texts,
    description: texts,
    cpv: [String],
    resources: [String],
    skills: [String],
    unit: String,
    price,
    minMinutes: Number,
    gridMinutes: Number,
    bufferMinutes: Number,
    leadTimeMinutes: Number,
    maxMinutesPerDay: Number,
    // Absent is not empty: the cooperative's own list stands in for it.
    serves: { type: [String], default: undefined },
    images: [image],
    isPublished: Boolean,
    isRemoved: Boolean,
    feed: new Schema(
      { listing, capacity, revision: Number, updatedAt: Date, withdrawnAt: Date },
      PART,
    ),
  },
  collection('services'),
).index({ 'feed.revision': 1 }, { name: 'feed_by_revision' });

/** The collections of one cooperative's database. */
export interface Models {
  readonly meta: Model<MetaRecord>;
  readonly cooperatives: Model<CooperativeRecord>;
  readonly members: Model<MemberRecord>;
  readonly resources: Model<ResourceRecord>;
  readonly services: Model<ServiceRecord>;
  readonly bookings: Model<StoredBooking>;
  readonly waiting: Model<WaitingRecord>;
  readonly guards: Model<GuardRecord>;
  /** Answers to commands, and the orders that they were about. */
  readonly commands: Model<NoteRecord>;
  readonly calendars: Model<CalendarRecord>;
}

/** The models on one connection. Creates nothing in the database. */
export function createModels(connection: Connection): Models {
  return {
    meta: connection.model<MetaRecord>('Meta', metaSchema),
    cooperatives: connection.model<CooperativeRecord>('Cooperative', cooperativeSchema),
    members: connection.model<MemberRecord>('Member', memberSchema),
    resources: connection.model<ResourceRecord>('Resource', resourceSchema),
    services: connection.model<ServiceRecord>('Service', serviceSchema),
    bookings: connection.model<StoredBooking>('Booking', bookingSchema),
    waiting: connection.model<WaitingRecord>('Waiting', waitingSchema),
    guards: connection.model<GuardRecord>('Guard', guardSchema),
    commands: connection.model<NoteRecord>('Command', noteSchema),
    calendars: connection.model<CalendarRecord>('Calendar', calendarSchema),
  };
}
