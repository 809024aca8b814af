import type { Connection, Model } from 'mongoose';
import {
  bookingSchema,
  calendarSchema,
  guardSchema,
  noteSchema,
  waitingSchema,
  type NoteRecord,
  type StoredBooking,
} from './booking-collections.js';
import { erasureSchema, type ErasureRecord } from './erasures.js';
import type {
  CalendarRecord,
  BookingRulesRecord,
  CapacitySummary,
  CooperativeRecord,
  FeedEntry,
  GuardRecord,
  Listing,
  MemberRecord,
  MetaRecord,
  OpeningHoursRecord,
  ResourceRecord,
  ServiceRecord,
  StoredPrice,
  WaitingRecord,
} from './records.js';
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
} from '../../shared/mongo/schema-parts.js';
import type { ServiceRow } from '../../shared/network-file/index.js';
import {
  COUNTRY_CODES,
  CURRENCY_CODES,
  EVIDENCE_SCHEMES,
  MEMBER_FIELDS,
  NOT_BOOKABLE_REASONS,
  PRICE_UNITS,
  RESOURCE_KINDS,
  SERVICE_KINDS,
  WEEKDAYS,
} from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';

type ImageRow = ServiceRow['images'][number];
type EvidenceRow = CooperativeRecord['evidence'][number];
type ContactRow = NonNullable<CooperativeRecord['contact']>;
type AddressRow = NonNullable<CooperativeRecord['address']>;
type CoordinatesRow = NonNullable<CooperativeRecord['coordinates']>;
type HoursRow = ResourceRecord['hours'][number];
type ClosureRow = ResourceRecord['closures'][number];

const texts = part<LocalizedText>({ fi: orNull(TEXT), sv: orNull(TEXT), en: orNull(TEXT) });

const price = part<StoredPrice>({
  netMinor: whole(0),
  vatHundredths: whole(0, 10_000),
  currency: oneOf(CURRENCY_CODES),
});

const image = part<ImageRow>({ url: TEXT, alt: one(texts) });

const openingHours = part<OpeningHoursRecord>({
  weekday: oneOf(WEEKDAYS),
  from: TEXT,
  to: TEXT,
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
});

const booking = part<BookingRulesRecord>({
  minMinutes: whole(1),
  gridMinutes: whole(1, 1_440),
  leadTimeMinutes: whole(0),
  courseMinutes: orNull(whole(1)),
  openingHours: listOf(openingHours),
});

const listing = part<Listing>({
  kind: oneOf(SERVICE_KINDS),
  title: one(texts),
  description: one(texts),
  languages: listOf(TEXT),
  cpv: listOf(TEXT),
  municipalities: listOf(TEXT),
  unit: oneOf(PRICE_UNITS),
  price: one(price),
  images: listOf(image),
  booking: orNull(one(booking)),
  notBookableBecause: orNull(oneOf(NOT_BOOKABLE_REASONS)),
});

const capacity = part<CapacitySummary>({
  from: TEXT,
  minMinutes: whole(1),
  longestMinutes: listOf(whole(0)),
});

const feed = part<FeedEntry>({
  listing: one(listing),
  capacity: orNull(one(capacity)),
  revision: whole(0),
  updatedAt: DATE,
  withdrawnAt: orNull(DATE),
});

const metaSchema = collection<MetaRecord>('meta', {
  _id: oneOf(['meta']),
  cooperative: TEXT,
  epoch: TEXT,
  revision: whole(0),
  rules: orNull(TEXT),
  collectionId: orNull(TEXT),
  linkSecret: orNull(TEXT),
  sealSecret: orNull(TEXT),
});

const contact = part<ContactRow>({ email: orNull(TEXT), phone: orNull(TEXT), url: orNull(TEXT) });

const evidence = part<EvidenceRow>({
  scheme: oneOf(EVIDENCE_SCHEMES),
  issuer: orNull(TEXT),
  number: orNull(TEXT),
  grade: orNull(TEXT),
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
  disadvantagedShare: orNull(number(0, 1)),
});

const address = part<AddressRow>({ street: TEXT, postalCode: TEXT, locality: TEXT });

const coordinates = part<CoordinatesRow>({
  latitude: number(-90, 90),
  longitude: number(-180, 180),
});

const cooperativeSchema = collection<CooperativeRecord>('cooperatives', {
  _id: TEXT,
  name: TEXT,
  country: oneOf(COUNTRY_CODES),
  businessId: TEXT,
  timeZone: TEXT,
  municipality: TEXT,
  serves: listOf(TEXT),
  languages: listOf(TEXT),
  contact: orNull(one(contact)),
  address: orNull(one(address)),
  coordinates: orNull(one(coordinates)),
  description: orNull(one(texts)),
  logo: orNull(one(image)),
  evidence: listOf(evidence),
  revision: whole(0),
  updatedAt: DATE,
});

const memberSchema = collection<MemberRecord>('members', {
  _id: TEXT,
  name: orNull(TEXT),
  email: orNull(TEXT),
  phone: orNull(TEXT),
  languages: listOf(TEXT),
  public: listOf(oneOf(MEMBER_FIELDS)),
});

const hours = part<HoursRow>({
  days: listOf(oneOf(WEEKDAYS)),
  from: TEXT,
  to: TEXT,
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
});

const closure = part<ClosureRow>({ from: TEXT, to: TEXT });

const resourceSchema = collection<ResourceRecord>('resources', {
  _id: TEXT,
  kind: oneOf(RESOURCE_KINDS),
  size: whole(1),
  member: orNull(TEXT),
  skills: listOf(TEXT),
  languages: listOf(TEXT),
  municipality: orNull(TEXT),
  radiusKm: orNull(number(0)),
  hours: listOf(hours),
  worksOnPublicHolidays: FLAG,
  minutesPerDay: orNull(whole(1)),
  closures: listOf(closure),
});

const serviceSchema = collection<ServiceRecord>('services', {
  _id: TEXT,
  kind: oneOf(SERVICE_KINDS),
  title: one(texts),
  description: one(texts),
  cpv: listOf(TEXT),
  resources: listOf(TEXT),
  skills: listOf(TEXT),
  unit: oneOf(PRICE_UNITS),
  price: one(price),
  minMinutes: orNull(whole(1)),
  gridMinutes: whole(1, 1_440),
  bufferMinutes: whole(0),
  leadTimeMinutes: whole(0),
  maxMinutesPerDay: orNull(whole(1)),
  // Absent is not empty: the cooperative's own list stands in for it.
  serves: orNull(listOf(TEXT)),
  images: listOf(image),
  isPublished: FLAG,
  isRemoved: FLAG,
  feed: orNull(one(feed)),
}).index({ 'feed.revision': 1 }, { name: 'feed_by_revision' });

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
  /** People whom the network has had forgotten. */
  readonly erasures: Model<ErasureRecord>;
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
    erasures: connection.model<ErasureRecord>('Erasure', erasureSchema),
  };
}
