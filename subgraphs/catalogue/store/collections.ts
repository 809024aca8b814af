import { Schema, type Connection, type Model } from 'mongoose';
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
import {
  COOPERATIVE_STATUSES,
  CURRENCY_CODES,
  EVIDENCE_SCHEMES,
  NOT_BOOKABLE_REASONS,
  PRICE_UNITS,
  SERVICE_KINDS,
  SOURCE_STATES,
  WEEKDAYS,
} from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import type {
  AddressListing,
  BookingRules,
  CapacitySummary,
  ContactListing,
  CooperativeListing,
  CoordinatesListing,
  EvidenceListing,
  ListedHours,
  ListedImage,
  ListedPrice,
} from './listing.js';
import {
  FEED_PARTS,
  LIST_NAMES,
  type CounterRecord,
  type FeedPosition,
  type LeaseRecord,
  type ListRecord,
  type RegisteredKey,
  type RegistrationRecord,
  type ServiceRecord,
} from './records.js';

const texts = part<LocalizedText>({ fi: orNull(TEXT), sv: orNull(TEXT), en: orNull(TEXT) });

const price = part<ListedPrice>({
  netMinor: whole(0),
  grossMinor: whole(0),
  vatRate: TEXT,
  currency: oneOf(CURRENCY_CODES),
});

const image = part<ListedImage>({ url: TEXT, alt: one(texts) });

const capacity = part<CapacitySummary>({
  from: TEXT,
  minMinutes: whole(1),
  longestMinutes: listOf(whole(0)),
});

const hours = part<ListedHours>({
  weekday: oneOf(WEEKDAYS),
  from: TEXT,
  to: TEXT,
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
});

const booking = part<BookingRules>({
  minMinutes: whole(1),
  gridMinutes: whole(1),
  leadTimeMinutes: whole(0),
  courseMinutes: orNull(whole(1)),
  openingHours: listOf(hours),
});

const serviceSchema = collection<ServiceRecord>('services', {
  _id: TEXT,
  cooperative: TEXT,
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
  updatedAt: DATE,
  ownerUpdatedAt: DATE,
  withdrawnAt: orNull(DATE),
  capacity: orNull(one(capacity)),
  reading: TEXT,
  sequence: whole(0),
})
  .index({ sequence: 1 }, { name: 'services_by_sequence' })
  .index({ cooperative: 1, reading: 1 }, { name: 'services_by_cooperative_reading' });

const position = part<FeedPosition>({
  epoch: TEXT,
  revision: whole(0),
  reading: TEXT,
  isComplete: FLAG,
  parts: orNull(listOf(oneOf(FEED_PARTS))),
  hasSummaries: orNull(FLAG),
});

const evidence = part<EvidenceListing>({
  scheme: oneOf(EVIDENCE_SCHEMES),
  issuer: orNull(TEXT),
  number: orNull(TEXT),
  grade: orNull(TEXT),
  validFrom: orNull(TEXT),
  validTo: orNull(TEXT),
  disadvantagedShare: orNull(number(0, 1)),
});

const contact = part<ContactListing>({
  email: orNull(TEXT),
  phone: orNull(TEXT),
  url: orNull(TEXT),
});

const address = part<AddressListing>({ street: TEXT, postalCode: TEXT, locality: TEXT });

const coordinates = part<CoordinatesListing>({
  latitude: number(-90, 90),
  longitude: number(-180, 180),
});

const profile = part<CooperativeListing>({
  id: TEXT,
  name: TEXT,
  country: TEXT,
  businessId: TEXT,
  timeZone: TEXT,
  municipality: TEXT,
  serves: listOf(TEXT),
  languages: listOf(TEXT),
  evidence: listOf(evidence),
  contact: orNull(one(contact)),
  address: orNull(one(address)),
  coordinates: orNull(one(coordinates)),
  description: orNull(one(texts)),
  logo: orNull(one(image)),
});

const registrationSchema = collection<RegistrationRecord>('registrations', {
  _id: TEXT,
  url: TEXT,
  status: oneOf(COOPERATIVE_STATUSES),
  reason: orNull(TEXT),
  since: DATE,
  state: oneOf(SOURCE_STATES),
  stateReason: orNull(TEXT),
  stateDetail: orNull(TEXT),
  syncedAt: orNull(DATE),
  publicKey: orNull(one(part<RegisteredKey>({ kid: TEXT, x: TEXT }))),
  position: orNull(one(position)),
  takesBookings: orNull(FLAG),
  serviceCount: whole(0),
  profile: orNull(one(profile)),
  sequence: whole(0),
}).index({ sequence: 1 }, { name: 'registrations_by_sequence' });

const listSchema = collection<ListRecord>('lists', {
  _id: oneOf(LIST_NAMES),
  digest: TEXT,
  // Thousands of rows, checked in full as the list is read, and only ever replaced as a whole.
  cpv: listOf(Schema.Types.Mixed),
  municipalities: listOf(Schema.Types.Mixed),
  sequence: whole(0),
});

const counterSchema = collection<CounterRecord>('counters', {
  _id: oneOf(['changes']),
  sequence: whole(0),
  registryRevision: whole(0),
  updatedAt: DATE,
});

const leaseSchema = collection<LeaseRecord>('leases', {
  _id: oneOf(['feed']),
  holder: TEXT,
  expiresAt: DATE,
  syncedAt: { type: Schema.Types.Map, of: DATE, required: true },
});

export interface CatalogueModels {
  readonly services: Model<ServiceRecord>;
  readonly registrations: Model<RegistrationRecord>;
  readonly lists: Model<ListRecord>;
  readonly counters: Model<CounterRecord>;
  readonly leases: Model<LeaseRecord>;
}

/** The catalogue's models on one connection. */
export function createModels(connection: Connection): CatalogueModels {
  return {
    services: connection.model<ServiceRecord>('Service', serviceSchema),
    registrations: connection.model<RegistrationRecord>('Registration', registrationSchema),
    lists: connection.model<ListRecord>('List', listSchema),
    counters: connection.model<CounterRecord>('Counter', counterSchema),
    leases: connection.model<LeaseRecord>('Lease', leaseSchema),
  };
}
