import type { AskedEvidence } from '../../../shared/evidence/evidence.js';
import type { CurrencyCode, ServiceKind, ServiceListing } from '../../store/listing.js';

/** What to look for. An empty list or null is no condition; of the values of one list any suffices. */
export interface SearchQuery {
  readonly text: string | null;
  /** The language in which titles sort; the owner's first where null. */
  readonly language: string | null;
  readonly kinds: readonly ServiceKind[];
  /** 8 digits each. */
  readonly cpv: readonly string[];
  /** Ids of trades. */
  readonly trades: readonly string[];
  readonly municipalities: readonly string[];
  readonly near: NearQuery | null;
  /** The cooperative must hold every one of these. */
  readonly certifications: readonly AskedEvidence[];
  /** `YYYY-MM-DD`. */
  readonly validOn: string;
  readonly cooperatives: readonly string[] | null;
  /** Public ids of services. */
  readonly ids: readonly string[];
  readonly maxNetPrice: { readonly minor: number; readonly currency: CurrencyCode } | null;
  readonly available: AvailabilityQuery | null;
}

/** What narrows a search beside its words, by name. */
export type Condition = Exclude<keyof SearchQuery, 'text' | 'language' | 'validOn'>;

/** A booking of one place, `minutes` long, that begins on one of these days, both included; none where `from` lies after `to`. */
export interface AvailabilityQuery {
  /** `YYYY-MM-DD` */
  readonly from: string;
  /** `YYYY-MM-DD` */
  readonly to: string;
  readonly minutes: number;
}

export interface NearQuery {
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
}

export type SearchSort = 'RELEVANCE' | 'TITLE' | 'NET_PRICE' | 'DISTANCE' | 'UPDATED';

export interface PageRequest {
  /** How many rows at most. */
  readonly first: number;
  /** Cursor after which to go on; from the start where null. */
  readonly after: string | null;
}

export interface SearchRequest extends PageRequest {
  readonly sort: SearchSort;
  /** Whether what is no longer listed is told in its places, with `UPDATED` only; absent for false. */
  readonly withUnlisted?: boolean;
}

/** In the order in which `matchedBy` lists them. */
export const MATCH_REASONS = [
  'TITLE',
  'DESCRIPTION',
  'CPV_EXACT',
  'CPV_BROADER',
  'CPV_LABEL',
  'TRADE',
  'FUZZY',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export type MatchFit = 'GOOD' | 'LOOSE';

export interface SearchHit {
  readonly service: ServiceListing;
  readonly cursor: string;
  /** 0 to 1, comparable within one search; null where neither text nor CPV was searched for. */
  readonly score: number | null;
  readonly matchedBy: readonly MatchReason[];
  /** How surely it is what was asked for; null where neither text nor CPV was searched for. */
  readonly fit: MatchFit | null;
  /** To 0.1 km; null without `near`. */
  readonly distanceKm: number | null;
  /** Whether its summary covers all of the time in `available`; null where that is not asked. */
  readonly isAvailabilityKnown: boolean | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How all matches divide, most first, ties by value. */
export interface Facets {
  readonly kinds: readonly FacetCount[];
  readonly cpvDivisions: readonly FacetCount[];
  readonly trades: readonly FacetCount[];
  readonly municipalities: readonly FacetCount[];
  readonly cooperatives: readonly FacetCount[];
  readonly certifications: readonly FacetCount[];
}

/** A word of a search that did not count, or counted otherwise than by what is written, and why. */
export interface WordRemark {
  readonly code: 'UNKNOWN_WORD' | 'WORD_PASSED_OVER' | 'PLACE_NAMED';
  /** As it was written. */
  readonly value: string;
}

/** Another search that would find something. */
export interface Suggestion {
  /** In what it differs: another spelling, fewer words, another place, another trade. */
  readonly kind: 'SPELLING' | 'FEWER_WORDS' | 'PLACE' | 'TRADE';
  /** What to write; null for the name of the trade, and where nothing was written. */
  readonly text: string | null;
  /** Its id; null where it is the one that was asked for, if any. */
  readonly trade: string | null;
  /** The nearest one that has what was asked for, or else the trade; null for other kinds. */
  readonly municipality: string | null;
  /** From the nearest place asked for to the centre of that municipality, to 0.1 km; null where one of them is unknown. */
  readonly distanceKm: number | null;
  /** How many services would be found that are surely meant. */
  readonly count: number;
}

/** Why nothing was found. */
export interface WhyNothing {
  /** Ids of the trades asked for that nobody in the network offers, whatever the other conditions. */
  readonly notOffered: readonly string[];
  /** Each of them alone, or where none alone does all together, keep something from being found. */
  readonly excluding: readonly Condition[];
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** What lies on this page of what is no longer listed; empty unless asked for. */
  readonly unlisted: readonly ServiceListing[];
  /** Of `hits` and `unlisted`, in the order of the list. */
  readonly cursors: readonly string[];
  readonly totalCount: number;
  /** How many of the matches have no summary that covers all of the time in `available`; 0 where that is not asked. */
  readonly availabilityUnknown: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Words of the text that did not count as what is wanted. */
  readonly remarks: readonly WordRemark[];
  /** What else to look for; only where nothing was found. Worked out when asked for. */
  readonly suggestions: () => readonly Suggestion[];
  /** Where else, if nobody does it in the place that the text names. Worked out when asked for. */
  readonly nearestToNamed: () => Suggestion | null;
  /** Says nothing where something was found. Worked out when asked for. */
  readonly whyNothing: () => WhyNothing;
  /** Counted when asked for, over the matches as they were when the search ran. */
  readonly facets: () => Facets;
}

/** A page of one cooperative's services in the order of ids. */
export interface ServicePage {
  readonly rows: readonly { readonly service: ServiceListing; readonly cursor: string }[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}
