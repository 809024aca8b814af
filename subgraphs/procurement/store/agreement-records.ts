import type { Connection, Model } from 'mongoose';
import {
  collection,
  DATE,
  listOf,
  oneOf,
  orNull,
  part,
  TEXT,
  whole,
} from '../../shared/mongo/schema-parts.js';
import { CURRENCY_CODES, PRICE_UNITS } from '../../shared/words/closed-sets.js';
import type {
  AgreementKind,
  ComplaintKind,
  CurrencyCode,
  PriceUnit,
  ReservedKind,
} from '../schema.generated.js';

const AGREEMENT_KINDS = ['FRAMEWORK', 'DIRECT'] as const satisfies readonly AgreementKind[];
const RESERVED_KINDS = ['RES_WS', 'RES_PUB_SER'] as const satisfies readonly ReservedKind[];
const COMPLAINT_KINDS = [
  ...(['QUALITY', 'DELAY', 'NOT_DONE', 'BILLING', 'OTHER'] as const),
] as const satisfies readonly ComplaintKind[];

/** What a unit of a service costs under an agreement, without value added tax. */
export interface AgreementPriceRecord {
  readonly cpv: string;
  readonly unit: PriceUnit;
  /** Minor units of the agreement's currency. */
  readonly netMinor: number;
}

/** Something that the buyer was not content with. Names no person. */
export interface ComplaintRecord {
  /** `hashKey` of the command's idempotency key. */
  readonly keyHash: string;
  readonly cooperative: string;
  readonly kind: ComplaintKind;
  /** Of the order that it is about, such as `7KD-4PM`; null for none. */
  readonly orderReference: string | null;
  /** By the network's clock. */
  readonly at: Date;
}

/** What an organisation has agreed with cooperatives. */
export interface AgreementRecord {
  /** Random. */
  readonly _id: string;
  /** Of the organisation and the idempotency key of the command that made it. */
  readonly keyHash: string;
  /** Of that command's input. */
  readonly bodyHash: string;
  /** Business id of the buyer, in its canonical form. */
  readonly organisationId: string;
  readonly country: 'FI' | 'SE';
  readonly kind: AgreementKind;
  /** For whom the contract was reserved; null for nobody. Agreements that are older than the field lack it. */
  readonly reserved?: ReservedKind | null;
  readonly title: string;
  /** The buyer's unit, such as a school; null for the whole organisation. */
  readonly unit: string | null;
  readonly cpv: readonly string[];
  /** Ids of those who supply. */
  readonly cooperatives: readonly string[];
  readonly prices: readonly AgreementPriceRecord[];
  readonly currency: CurrencyCode;
  /** The most that may be ordered, without value added tax, in minor units. */
  readonly ceilingMinor: number;
  /** First and last day, in the buyer's country. */
  readonly from: string;
  readonly to: string;
  /** By the network's clock. */
  readonly createdAt: Date;
  readonly complaints: readonly ComplaintRecord[];
}

const price = part<AgreementPriceRecord>({
  cpv: TEXT,
  unit: oneOf(PRICE_UNITS),
  netMinor: whole(0),
});

const complaint = part<ComplaintRecord>({
  keyHash: TEXT,
  cooperative: TEXT,
  kind: oneOf(COMPLAINT_KINDS),
  orderReference: orNull(TEXT),
  at: DATE,
});

const schema = collection<AgreementRecord>('agreements', {
  _id: TEXT,
  keyHash: TEXT,
  bodyHash: TEXT,
  organisationId: TEXT,
  country: oneOf(['FI', 'SE']),
  kind: oneOf(AGREEMENT_KINDS),
  reserved: orNull(oneOf(RESERVED_KINDS)),
  title: TEXT,
  unit: orNull(TEXT),
  cpv: listOf(TEXT),
  cooperatives: listOf(TEXT),
  prices: listOf(price),
  currency: oneOf(CURRENCY_CODES),
  ceilingMinor: whole(0),
  from: TEXT,
  to: TEXT,
  createdAt: DATE,
  complaints: listOf(complaint),
})
  .index({ keyHash: 1 }, { name: 'agreements_by_key', unique: true })
  .index({ organisationId: 1, reserved: 1, from: -1 }, { name: 'agreements_by_reservation' })
  .index({ createdAt: -1, _id: -1 }, { name: 'agreements_by_age' })
  .index({ organisationId: 1, createdAt: -1, _id: -1 }, { name: 'agreements_by_organisation' })
  .index({ cooperatives: 1, createdAt: -1, _id: -1 }, { name: 'agreements_by_cooperative' });

/** The agreements on one connection. Creates nothing in the database. */
export function createAgreementModel(connection: Connection): Model<AgreementRecord> {
  return connection.model<AgreementRecord>('Agreement', schema);
}
