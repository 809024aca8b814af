import { badUserInput } from '../../../schema/errors.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import { cpvPrefix } from '../../shared/words/cpv.js';
import { TEXT_LANGUAGES } from '../../shared/words/localized.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { CooperativeListing, FollowedService, ServiceListing } from '../store/listing.js';
import { CodeRows } from './parts/code-rows.js';
import { createFacets, tallyMatches } from './facets.js';
import { Matches } from './matches.js';
import { RowStore } from './row-store.js';
import { pageByNumbers, pageByTitle } from './search-pages.js';
import type {
  PageRequest,
  SearchQuery,
  SearchRequest,
  SearchResult,
  ServicePage,
} from './parts/search-types.js';
import { compareIds, placeOf } from './parts/take-page.js';
import { withUnlisted } from './parts/unlisted-page.js';
import { nearestToNamed } from './suggested-places.js';
import { suggest } from './suggestions.js';
import { whyNothing } from './why-nothing.js';
import { TextIndex } from './text/text-index.js';
import { Thesaurus } from './trades/thesaurus.js';
import { TradeRows } from './trades/trade-rows.js';
import { TitleOrder } from './title-order.js';

/**
 * The search index of the whole network, in memory. It answers from what it was last told, at once and without waiting; all
 * methods are synchronous, so that no search sees half a change.
 */
export class CatalogueIndex {
  readonly #store: RowStore;
  readonly #titleOrders = new Map<string | null, TitleOrder>();
  #servicesByPrefix: {
    readonly version: number;
    readonly counts: ReadonlyMap<string, number>;
  } | null = null;
  /** Which cooperatives are listed changes counts as much as rows do. */
  #listedVersion = 0;

  /** @param thesaurus - The trades by which texts are understood; none where absent. */
  constructor(
    private lists: ReferenceLists,
    thesaurus: Thesaurus = new Thesaurus([]),
  ) {
    const codes = new CodeRows();
    const rows = new TradeRows(thesaurus);
    this.#store = new RowStore(codes, new TextIndex(lists, codes, rows), rows);
  }

  /** Takes other official lists: labels, known words and coordinates change at once. Takes a second on 100,000 services. */
  replaceLists(lists: ReferenceLists): void {
    this.lists = lists;
    this.#store.texts.replaceLists(lists);
  }

  /** Adds or replaces a service. A withdrawn one is still there for `findService`, but no search finds it. */
  upsertService(service: FollowedService): void {
    this.#store.putService(service);
  }

  upsertCooperative(listing: CooperativeListing): void {
    this.#store.putCooperative(listing);
  }

  /** Says whether a cooperative's services may be found; they may not until it is said. */
  setListed(cooperative: string, isListed: boolean): void {
    const owner = this.#store.ownerOf(cooperative);
    if (owner.isListed === isListed) return;
    owner.isListed = isListed;
    this.#listedVersion += 1;
  }

  /** Forgets a cooperative and all its services, as if they had never been. */
  removeCooperative(id: string): void {
    this.#store.removeCooperative(id);
    this.#listedVersion += 1;
  }

  /** A service, withdrawn ones too; null when there never was one. */
  findService(id: string): ServiceListing | null {
    return this.#store.findService(id);
  }

  findCooperative(id: string): CooperativeListing | null {
    return this.#store.findOwner(id)?.listing ?? null;
  }

  /** The profiles that came, listed or not, in no particular order. */
  cooperatives(): CooperativeListing[] {
    return [...this.#store.owners()]
      .map(({ listing }) => listing)
      .filter((listing) => listing !== null);
  }

  /**
   * What a cooperative has on offer, by id; nothing while it is not listed.
   * @throws BAD_USER_INPUT when `after` is no cursor of such a list.
   */
  servicesOf(cooperative: string, { first, after }: PageRequest): ServicePage {
    const [kind, lastId] = after === null ? ['ID', ''] : decodeCursor(after, ['string', 'string']);
    if (kind !== 'ID') throw badUserInput('"after" must be a cursor of this very list.', 'after');
    const services = this.#store.findOwner(cooperative)?.servicesOnOffer() ?? [];
    const start = placeOf(services, ({ id }) => compareIds(id, String(lastId)) > 0);
    return {
      rows: services
        .slice(start, start + first)
        .map((service) => ({ service, cursor: encodeCursor(['ID', service.id]) })),
      totalCount: services.length,
      hasNextPage: start + first < services.length,
      hasPreviousPage: start > 0,
    };
  }

  /**
   * Finds services on offer of listed cooperatives. Every word of the text must be found in each, in any field and language.
   * @throws BAD_USER_INPUT when `after` is no cursor of this sort, distance is to sort without a place, or what is unlisted is asked for
   *   in an order that has no place for it.
   */
  search(query: SearchQuery, request: SearchRequest): SearchResult {
    const { first, after, sort } = request;
    if (request.withUnlisted && sort !== 'UPDATED') {
      throw badUserInput(`"withUnlisted" needs "sort" UPDATED, got ${sort}.`, 'withUnlisted');
    }
    if (sort === 'DISTANCE' && !query.near) {
      throw badUserInput('"sort" DISTANCE needs a place in "search.near", got none.', 'sort');
    }
    const store = this.#store;
    const find = (asked: SearchQuery): Matches =>
      new Matches(store, asked, this.lists.municipalityByCode);
    const matches = find(query);
    const { asked, isTextFound, isFoundThere } = matches;
    const searched = { store, query, asked, isTextFound, isFoundThere, find };
    const isByTitle = sort === 'TITLE' || (sort === 'RELEVANCE' && !matches.isRanked);
    const page = isByTitle
      ? pageByTitle(matches, this.#titleOrderOf(query.language), request)
      : pageByNumbers(matches, sort, { first, after });
    const walk = request.withUnlisted
      ? withUnlisted(page, this.#unlisted(), { first, after })
      : { ...page, unlisted: [], cursors: page.rows.map(({ cursor }) => cursor) };
    const tally = tallyMatches(matches.slots, store);
    return {
      hits: walk.rows.map(({ slot, service, cursor }) => ({
        service,
        cursor,
        score: matches.isRanked ? matches.scoreOf(slot) : null,
        matchedBy: matches.reasonsOf(slot),
        fit: matches.isRanked ? matches.fitOf(slot) : null,
        distanceKm: query.near ? Math.round(matches.distanceOf(slot) * 10) / 10 : null,
        isAvailabilityKnown: query.available ? matches.isAvailabilityKnown(slot) : null,
      })),
      totalCount: matches.slots.length,
      availabilityUnknown: query.available ? matches.countUnknownAvailability() : 0,
      unlisted: walk.unlisted,
      cursors: walk.cursors,
      hasNextPage: walk.hasNextPage,
      hasPreviousPage: walk.hasPreviousPage,
      remarks: matches.remarks,
      suggestions: () => (matches.slots.length > 0 ? [] : suggest(searched, this.lists)),
      nearestToNamed: () => nearestToNamed(searched, this.lists),
      whyNothing: () =>
        matches.slots.length > 0 ? { notOffered: [], excluding: [] } : whyNothing(searched),
      facets: () => createFacets(tally, store, query.validOn),
    };
  }

  /** How many services on offer carry this code or one below it. Counted for all codes at once after a change. */
  countServicesUnder(cpv: string): number {
    const version = this.#store.version + this.#listedVersion;
    if (this.#servicesByPrefix?.version !== version) {
      this.#servicesByPrefix = { version, counts: this.#countByPrefix() };
    }
    return this.#servicesByPrefix.counts.get(cpvPrefix(cpv)) ?? 0;
  }

  /** What no search finds, in no particular order. */
  #unlisted(): ServiceListing[] {
    return [...this.#store.owners()].flatMap((owner) => [...owner.unlisted()]);
  }

  #countByPrefix(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const owner of this.#store.owners()) {
      for (const { cpv } of owner.servicesOnOffer()) {
        for (const prefix of new Set(cpv.flatMap(prefixesOf))) {
          counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
        }
      }
    }
    return counts;
  }

  /** One order for each language that texts have; another language orders like none. */
  #titleOrderOf(asked: string | null): TitleOrder {
    const language = TEXT_LANGUAGES.find((known) => known === asked) ?? null;
    const known = this.#titleOrders.get(language);
    if (known) return known;
    const order = new TitleOrder(this.#store, language);
    this.#titleOrders.set(language, order);
    return order;
  }
}

/** All beginnings of a code under which it lies, itself included, two digits at least. */
function prefixesOf(code: string): string[] {
  const prefix = cpvPrefix(code);
  return Array.from({ length: prefix.length - 1 }, (_, at) => prefix.slice(0, at + 2));
}
