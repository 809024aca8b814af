import { Schema, type Connection, type Model } from 'mongoose';
import type {
  CounterRecord,
  LeaseRecord,
  ListRecord,
  RegistrationRecord,
  ServiceRecord,
} from './records.js';

const OPTIONS = { versionKey: false, minimize: false, strict: 'throw' } as const;
const PART = { _id: false, minimize: false } as const;

const Texts = new Schema({ fi: String, sv: String, en: String }, PART);

const ServiceSchema = new Schema<ServiceRecord>(
  {
    _id: String,
    cooperative: String,
    kind: String,
    title: Texts,
    description: Texts,
    languages: [String],
    cpv: [String],
    municipalities: [String],
    unit: String,
    price: new Schema(
      { netMinor: Number, grossMinor: Number, vatRate: String, currency: String },
      PART,
    ),
    images: [new Schema({ url: String, alt: Texts }, PART)],
    updatedAt: Date,
    ownerUpdatedAt: Date,
    withdrawnAt: Date,
    capacity: new Schema({ from: String, minMinutes: Number, longestMinutes: [Number] }, PART),
    reading: String,
    sequence: Number,
  },
  { ...OPTIONS, collection: 'services' },
)
  .index({ sequence: 1 }, { name: 'services_by_sequence' })
  .index({ cooperative: 1, reading: 1 }, { name: 'services_by_cooperative_reading' });

const RegistrationSchema = new Schema<RegistrationRecord>(
  {
    _id: String,
    url: String,
    status: String,
    reason: String,
    since: Date,
    state: String,
    stateReason: String,
    stateDetail: String,
    syncedAt: Date,
    position: new Schema(
      {
        epoch: String,
        revision: Number,
        reading: String,
        isComplete: Boolean,
        hasSummaries: Boolean,
      },
      PART,
    ),
    serviceCount: Number,
    // Checked in full by the feed's schema before it comes here, and only ever replaced as a whole.
    profile: Schema.Types.Mixed,
    sequence: Number,
  },
  { ...OPTIONS, collection: 'registrations' },
).index({ sequence: 1 }, { name: 'registrations_by_sequence' });

const ListSchema = new Schema<ListRecord>(
  {
    _id: String,
    digest: String,
    cpv: [Schema.Types.Mixed],
    municipalities: [Schema.Types.Mixed],
    sequence: Number,
  },
  { ...OPTIONS, collection: 'lists' },
);

const CounterSchema = new Schema<CounterRecord>(
  { _id: String, sequence: Number, registryRevision: Number, updatedAt: Date },
  { ...OPTIONS, collection: 'counters' },
);

const LeaseSchema = new Schema<LeaseRecord>(
  { _id: String, holder: String, expiresAt: Date, syncedAt: Schema.Types.Mixed },
  { ...OPTIONS, collection: 'leases' },
);

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
    services: connection.model<ServiceRecord>('Service', ServiceSchema),
    registrations: connection.model<RegistrationRecord>('Registration', RegistrationSchema),
    lists: connection.model<ListRecord>('List', ListSchema),
    counters: connection.model<CounterRecord>('Counter', CounterSchema),
    leases: connection.model<LeaseRecord>('Lease', LeaseSchema),
  };
}
