import type { CURRENCY_CODES, SERVICE_KINDS } from '../../shared/words/closed-sets.js';
import type { Weekday } from '../../shared/words/dates.js';

/** Art. 20 of Directive 2014/24/EU (any CPV code) or its Art. 77 (115 codes). */
export type ReservedKind = 'RES_WS' | 'RES_PUB_SER';

/** A certificate that a supplier has to have on the days of a lot. */
export interface WantedEvidence {
  readonly scheme: string;
  /** This grade or a better one; null for any. */
  readonly grade: string | null;
}

/** One part of a need, that may be given to suppliers of its own. */
export interface Lot {
  /** The officer's own, unique in the need; never changes. */
  readonly id: string;
  /** 8 digits. */
  readonly cpv: string;
  /** Person-minutes wanted on each working day; above 0. */
  readonly minutesPerDay: number;
  /** Where; the need's where the lot names none. */
  readonly municipality: string;
  readonly certifications: readonly WantedEvidence[];
}

/** What an officer looks for, checked. */
export interface Need {
  readonly municipality: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly Weekday[];
  /** Country whose public holidays are skipped; null skips none. */
  readonly excludePublicHolidays: 'FI' | 'SE' | null;
  readonly reserved: ReservedKind | null;
  /** 1 to 50. */
  readonly lots: readonly Lot[];
}

/** The days of a need on which work is wanted, and those that were left out. */
export interface WorkingDays {
  /** In order; not empty. */
  readonly days: readonly string[];
  /** Public holidays that fall on wanted weekdays, from today on. */
  readonly holidaysSkipped: readonly string[];
  /** How many working days of the period were over before today: nothing can be delivered on them. */
  readonly pastDays: number;
}

/** A certificate, rating or declaration, as the catalogue lists it. */
export interface Evidence {
  readonly scheme: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly grade: string | null;
  /** First and last day on which it is valid; null without a limit. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Of disadvantaged or disabled workers among all, from 0 to 1. */
  readonly disadvantagedShare: number | null;
}

/** What kind of document the coordinator has seen for a piece of evidence. */
export const DOCUMENT_KINDS = [
  ...(['DECISION', 'REGISTER_EXTRACT', 'CERTIFICATE', 'CONTRACT', 'STATEMENT', 'OTHER'] as const),
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Evidence that the coordinator has verified, as it then stood. Whatever is other since is not verified. */
export interface VerifiedEvidence extends Evidence {
  /** Id of the coordinator's record. */
  readonly verification: string;
  /** When, by the network's clock. */
  readonly verifiedAt: Date;
  readonly document: DocumentKind;
}

/** Something that a cooperative offers, as the catalogue lists it. */
export interface Offer {
  readonly kind: (typeof SERVICE_KINDS)[number];
  /** `<cooperative>:<local>`. */
  readonly service: string;
  readonly cpv: readonly string[];
  readonly municipalities: readonly string[];
  /** In which it is priced. */
  readonly currency: (typeof CURRENCY_CODES)[number];
}

/** A cooperative that may supply, as the catalogue lists it. */
export interface Supplier {
  readonly cooperative: string;
  readonly country: 'FI' | 'SE';
  /** Canonical. */
  readonly businessId: string;
  readonly evidence: readonly Evidence[];
  readonly offers: readonly Offer[];
}

/** A value within a reason, such as `{ name: 'share', value: '0.20' }`. */
export interface ReasonValue {
  readonly name: string;
  readonly value: string;
}

/** Why a supplier is not eligible, or what is to be looked at. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly values: readonly ReasonValue[];
}

/** What is said of one supplier. */
export interface Verdict {
  readonly cooperative: string;
  readonly eligible: boolean;
  /** All that apply; empty where it is eligible. */
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Reason[];
  /** Of the evidence that was asked for, and is valid on some day: what the coordinator has verified, each once. */
  readonly verified: readonly VerifiedEvidence[];
  /** Indexes of the working days on which evidence for the reservation is valid; all where nothing is reserved. */
  readonly strictDays: ReadonlySet<number>;
}

/** How well the CPV codes of an offer match a lot's: equal, an ancestor of it, a part of it. */
export type CpvMatch = 'EXACT' | 'BROADER' | 'PARTIAL';

/** An offer for a lot, by a cooperative that is eligible for it. */
export interface LotOffer {
  readonly lot: string;
  readonly cooperative: string;
  readonly service: string;
  readonly match: CpvMatch;
  /** Indexes of the working days on which its cooperative has all that the reservation and the lot ask for. */
  readonly strictDays: ReadonlySet<number>;
}

/** A resource of a cooperative that is free, under a sealed name. */
export interface FreeResource {
  readonly id: string;
  readonly services: readonly string[];
  /** Person-minutes on each day from `from` on. */
  readonly minutes: readonly number[];
}

/** How much may be given to some services of a cooperative together. */
export interface FreeBudget {
  readonly services: readonly string[];
  /** Person-minutes on each day from `from` on. */
  readonly minutes: readonly number[];
}

/** What a cooperative has answered. */
export interface FreeCapacity {
  readonly cooperative: string;
  /** The first day of all lists. */
  readonly from: string;
  readonly resources: readonly FreeResource[];
  readonly budgets: readonly FreeBudget[];
}

/** Person-minutes that are missing on a day. */
export interface Shortfall {
  readonly date: string;
  readonly minutes: number;
}

/** How much of a demand can be delivered. All in person-minutes. */
export interface Coverage {
  readonly demandMinutes: number;
  /** By everybody who is eligible. */
  readonly coveredMinutes: number;
  /** Only by those whose evidence is valid on the day. */
  readonly strictMinutes: number;
  /** Of the first figure; only days on which something is missing. */
  readonly shortfall: readonly Shortfall[];
}
