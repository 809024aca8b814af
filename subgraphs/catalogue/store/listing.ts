import type {
  CURRENCY_CODES,
  EVIDENCE_SCHEMES,
  NOT_BOOKABLE_REASONS,
  PRICE_UNITS,
  SERVICE_KINDS,
  WEEKDAYS,
} from '../../shared/words/closed-sets.js';
import type { LocalizedText } from '../../shared/words/localized.js';

export type ServiceKind = (typeof SERVICE_KINDS)[number];
export type PriceUnit = (typeof PRICE_UNITS)[number];
export type CurrencyCode = (typeof CURRENCY_CODES)[number];
export type EvidenceScheme = (typeof EVIDENCE_SCHEMES)[number];

/** What a unit costs. Amounts in minor units (cents, öre). */
export interface ListedPrice {
  readonly netMinor: number;
  readonly grossMinor: number;
  /** Per cent, as the owner wrote it: `25.5`. */
  readonly vatRate: string;
  readonly currency: CurrencyCode;
}

export interface ListedImage {
  readonly url: string;
  readonly alt: LocalizedText;
}

/** Weekly hours on one day, `HH:MM` to `HH:MM`, in the owner's zone. */
export interface ListedHours {
  readonly weekday: (typeof WEEKDAYS)[number];
  readonly from: string;
  readonly to: string;
  /** First and last day, `YYYY-MM-DD`; null is unlimited. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** By which rules a service is booked. */
export interface BookingRules {
  readonly minMinutes: number;
  readonly gridMinutes: number;
  readonly leadTimeMinutes: number;
  /** Null for what is no course. */
  readonly courseMinutes: number | null;
  readonly openingHours: readonly ListedHours[];
}

/** The copy of one service's listing, as its owner's feed gave it last. */
export interface ServiceListing {
  /** `<cooperative>:<local>`. */
  readonly id: string;
  readonly cooperative: string;
  readonly kind: ServiceKind;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** Languages in which texts exist, the owner's first language first. */
  readonly languages: readonly string[];
  /** 8 digits each. */
  readonly cpv: readonly string[];
  readonly municipalities: readonly string[];
  readonly unit: PriceUnit;
  readonly price: ListedPrice;
  readonly images: readonly ListedImage[];
  /** Null where its owner does not tell. */
  readonly booking: BookingRules | null;
  /** As its owner says; null where it can be booked, and where its owner does not tell. */
  readonly notBookableBecause: (typeof NOT_BOOKABLE_REASONS)[number] | null;
  /** As an owner gives it: when it last changed there. As the catalogue stores it: when that change arrived here. */
  readonly updatedAt: Date;
  /** Null while it is on offer. */
  readonly withdrawnAt: Date | null;
}

/** What can probably be booked of a service, by its owner's last word. Services are searched by it; it is never shown. */
export interface CapacitySummary {
  /** The first day, `YYYY-MM-DD`, in the owner's zone. */
  readonly from: string;
  /** The shortest booking. */
  readonly minMinutes: number;
  /** One entry a day: the longest booking of one place that may begin on it; 0 when none may. */
  readonly longestMinutes: readonly number[];
}

/** All that a feed says of a service. */
export interface FollowedService extends ServiceListing {
  /** Null when its owner gave none. */
  readonly capacity: CapacitySummary | null;
}

/** Evidence with its first and last valid day, `YYYY-MM-DD`, both included; null is unlimited. */
export interface EvidenceListing {
  readonly scheme: EvidenceScheme;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly grade: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly disadvantagedShare: number | null;
}

export interface ContactListing {
  readonly email: string | null;
  readonly phone: string | null;
  readonly url: string | null;
}

export interface AddressListing {
  readonly street: string;
  readonly postalCode: string;
  readonly locality: string;
}

/** Degrees north and east, WGS 84. */
export interface CoordinatesListing {
  readonly latitude: number;
  readonly longitude: number;
}

/** The copy of one cooperative's profile, as its feed gave it last. */
export interface CooperativeListing {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly businessId: string;
  readonly timeZone: string;
  readonly municipality: string;
  readonly serves: readonly string[];
  readonly languages: readonly string[];
  readonly evidence: readonly EvidenceListing[];
  readonly contact: ContactListing | null;
  // What an endpoint of an older contract does not tell is null; so is what was stored before there was any, where it may be missing too.
  readonly address?: AddressListing | null;
  readonly coordinates?: CoordinatesListing | null;
  readonly description?: LocalizedText | null;
  readonly logo?: ListedImage | null;
}
