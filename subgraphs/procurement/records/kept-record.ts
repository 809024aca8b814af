import type { CURRENCY_CODES } from '../../shared/words/closed-sets.js';
import type { Proposal } from '../matching/proposals.js';
import type {
  Coverage,
  CpvMatch,
  FreeCapacity,
  Lot,
  Need,
  Reason,
  VerifiedEvidence,
} from '../need/need.js';

/** Of the form below: another one where a field changes its meaning or goes. */
export const RECORD_VERSION = 1;

/**
 * A search as it is kept, hashed and signed. JSON alone, without numbers that are not whole. All of it was so when the search was
 * made: names of cooperatives too, for who reads it years later may find none of them.
 */
export interface KeptRecord {
  readonly version: typeof RECORD_VERSION;
  /** A UUID. */
  readonly id: string;
  /** When the search was made, by the network's clock: RFC 3339 in UTC, with milliseconds. */
  readonly at: string;
  /** Canonical business id of the organisation whose it is. */
  readonly organisation: string;
  /** As the officer wrote it. */
  readonly organisationName: string | null;
  /** How the officer named the search. */
  readonly title: string | null;
  readonly procurement: Procurement;
  /** Without value added tax. */
  readonly estimatedValue: EstimatedValue | null;
  readonly need: Need;
  readonly result: KeptResult;
  /** Of all who were asked, or of whom nothing was ever read. */
  readonly answers: readonly KeptAnswer[];
}

/** What one or several searches are made for, each continuing the one before. */
export interface Procurement {
  /** Open Contracting ID: the same for all of them. */
  readonly ocid: string;
  /** The record before; null for the first. */
  readonly continues: string | null;
  /** Lots of records before that the need has no more. */
  readonly withdrawnLots: readonly Lot[];
}

export interface EstimatedValue {
  /** With two decimals. */
  readonly amount: string;
  readonly currency: (typeof CURRENCY_CODES)[number];
}

export interface KeptResult {
  /** The days on which work is wanted, in order. */
  readonly workingDays: readonly string[];
  readonly holidaysSkipped: readonly string[];
  /** Working days of the need that were over. Not in records of which days before the search could be a part. */
  readonly pastDays?: number;
  readonly suppliers: readonly KeptVerdict[];
  readonly lots: readonly KeptLot[];
  readonly joint: Coverage;
  /** The best first; as the search shows them. */
  readonly proposals: readonly Proposal[];
  /** Whether looking for them was broken off: there may be others. */
  readonly proposalsCut: boolean;
  /** Whether nobody is missing: each of `answers` is one. */
  readonly complete: boolean;
}

/** What is said of one cooperative. */
export interface KeptVerdict {
  readonly cooperative: string;
  readonly name: string;
  readonly businessId: string;
  readonly eligible: boolean;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Reason[];
  /** Not in records that are older than verifications. */
  readonly verified?: readonly KeptVerification[];
}

/** What the coordinator had verified when the search was made. */
export interface KeptVerification extends Omit<
  VerifiedEvidence,
  'verifiedAt' | 'disadvantagedShare'
> {
  /** As `KeptRecord.at`. */
  readonly verifiedAt: string;
  /** From 0 to 1, such as `0.4`; null where none is stated. */
  readonly disadvantagedShare: string | null;
}

/** One lot as if it were the only one. */
export interface KeptLot extends Coverage {
  readonly lot: string;
  readonly offers: readonly KeptOffer[];
}

export interface KeptOffer {
  readonly cooperative: string;
  readonly service: string;
  readonly match: CpvMatch;
}

/** What one endpoint answered, or why it gave no answer: one of the two is null. */
export interface KeptAnswer {
  readonly cooperative: string;
  /** When it came, by the network's clock; as `KeptRecord.at`. */
  readonly at: string;
  readonly answer: FreeCapacity | null;
  readonly reason: Reason | null;
}

/** A record that was read, and what stands beside its content. */
export interface OpenedRecord {
  readonly record: KeptRecord;
  /** SHA-256 of the canonical JSON, in lower-case hexadecimal. */
  readonly hash: string;
  /** With which key it is signed. */
  readonly kid: string;
  /** When it was signed, by the machine's clock. */
  readonly signedAt: Date;
}
