import type { CpvListEntry } from '../../shared/words/cpv.js';
import type { LocalizedText } from '../../shared/words/localized.js';
import type { MunicipalityEntry } from '../../shared/words/municipality.js';
import type {
  FacetCount,
  SearchHit,
  SearchResult,
  ServicePage,
  Suggestion,
} from '../index/parts/search-types.js';
import type { ServiceListing } from '../store/listing.js';
import type { CooperativeEntry } from '../following/registry.js';
import type { SearchRemark } from '../schema.generated.js';
import type { CooperativePage } from './cooperative-page.js';

// What the resolvers of each type receive as parent, where that is not a stored row.

export interface CatalogueConnectionParent {
  readonly result: SearchResult;
  /** The searcher's language, in which facets are labelled unless asked otherwise. */
  readonly language: string | null;
  readonly remarks: readonly SearchRemark[];
}

export type CatalogueEdgeParent = SearchHit;

export type SearchSuggestionParent = Suggestion & { readonly text: string };

export type CatalogueFacetsParent = CatalogueConnectionParent;

export interface FacetParent extends FacetCount {
  readonly texts: LocalizedText;
  /** Languages to fall back on, first first. */
  readonly languages: readonly string[];
}

/** The source of a cooperative is a part of the cooperative. */
export type CatalogueSourceParent = CooperativeEntry;

export interface CooperativeConnectionParent extends CooperativePage {
  readonly remarks: readonly SearchRemark[];
}

export type ServiceConnectionParent = ServicePage;

export type MunicipalityParent = MunicipalityEntry;

export type CpvEntryParent = CpvListEntry;

/** A part of a service, with the owner's languages to fall back on. */
export interface ImageParent {
  readonly url: string;
  readonly alt: LocalizedText;
  readonly languages: readonly string[];
}

export type PriceParent = ServiceListing['price'];
