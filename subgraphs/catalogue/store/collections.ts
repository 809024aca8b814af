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
  PRICE_UNITS,
  SERVICE_KINDS,
  SOURCE_STATES,
} from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import type {
  CapacitySummary,
  ContactListing,
  CooperativeListing,
  EvidenceListing,
  ListedImage,
  ListedPrice,
} from './listing.js';
import {
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
