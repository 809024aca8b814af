import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import { localize } from '../../shared/words/localized.js';
import { formatMinorUnits } from '../../shared/words/money.js';
import { toldBusinessId } from '../store/business-id-of.js';
import { cooperativeCursor, pageCooperatives } from './cooperative-page.js';
import { mayWatch } from './context.js';
import { labelFacet } from './facet-labels.js';
import { isBookable, whyNotBookable } from './bookable.js';
import { findService, findServices, pageServices, withdrawnAt } from './find-service.js';
import type { SearchSort } from '../index/parts/search-types.js';
import { checkCooperativeId, checkCpv, checkText } from './input-checks.js';
import {
  findCpvEntries,
  findCpvParent,
  findMunicipalities,
  municipalityLanguages,
} from './list-lookup.js';
import { remarkOnWord, remarksOnNothing, remarksOnPlace } from './remarks.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { parseCooperativeFilter, parseSearch } from './search-query.js';
import { waitForSearch } from './search-turn.js';
import { nameMunicipality, writeSuggestion } from './suggestions.js';

const LARGEST_COOPERATIVE_PAGE = 1_000;

export const resolvers: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  Query: {
    catalogue: async (_root, { search, first, after, sort, withUnlisted }, context) => {
      const { catalogue, clock, language } = context;
      const asked = { ...search, language: search?.language ?? language };
      const { query, remarks } = parseSearch(asked, catalogue, clock);
      // A caller may write null, whatever the generated type says.
      const order = (sort as SearchSort | null) ?? 'RELEVANCE';
      const page = { first: checkFirst(first), after: after ?? null, sort: order, withUnlisted };
      if (query.text) await waitForSearch(context);
      return { result: catalogue.index.search(query, page), language: query.language, remarks };
    },
    service: (_root, { id }, { catalogue }) => findService(id, catalogue),
    services: (_root, { ids }, { catalogue }) => findServices(ids, catalogue),
    cooperatives: (_root, { filter, first, after }, { catalogue, clock }) => {
      const { query, remarks } = parseCooperativeFilter(filter ?? {}, catalogue, clock);
      const page = { first: checkFirst(first, LARGEST_COOPERATIVE_PAGE), after: after ?? null };
      return { ...pageCooperatives(catalogue.registry.everybodyByName(), query, page), remarks };
    },
    cooperative: (_root, { id }, { catalogue }) =>
      catalogue.registry.find(checkCooperativeId(id, 'id')),
    municipalities: (_root, { text, country }, { catalogue }) =>
      findMunicipalities(catalogue.lists, checkText(text, 'text'), country ?? null),
    cpvCodes: (_root, { text, under }, { catalogue }) => {
      const subtree = under ? checkCpv(under, 'under', catalogue.lists) : null;
      return findCpvEntries(catalogue.lists, checkText(text, 'text'), subtree);
    },
  },

  CatalogueConnection: {
    edges: ({ result }) => [...result.hits],
    unlisted: ({ result }) => [...result.unlisted],
    pageInfo: ({ result }) => pageInfo(result, result.cursors),
    totalCount: ({ result }) => result.totalCount,
    availabilityUnknown: ({ result }) => result.availabilityUnknown,
    suggestions: ({ result, language }, _arguments, { catalogue }) =>
      result.suggestions().map((suggestion) => writeSuggestion(suggestion, language, catalogue)),
    facets: (connection) => connection,
    remarks: ({ remarks, result, language }, _arguments, { catalogue }) => [
      ...remarks,
      ...result.remarks.map(remarkOnWord),
      ...remarksOnPlace(result, language, catalogue),
      ...remarksOnNothing(result, language, catalogue),
    ],
    sources: (_connection, _arguments, { members }) => [...members()],
  },
  UnlistedService: {
    unlistedAt: ({ updatedAt }) => updatedAt,
    because: (service, _arguments, { catalogue }) =>
      withdrawnAt(service, catalogue) ? 'WITHDRAWN' : 'PAUSED',
  },
  SearchSuggestion: {
    municipalityName: ({ municipality }, { language }, { catalogue }) =>
      nameMunicipality(municipality, language, catalogue),
  },
  CatalogueEdge: {
    node: ({ service }) => service,
    matchedBy: ({ matchedBy }) => [...matchedBy],
  },
  CatalogueFacets: {
    kinds: (found, _arguments, context) => labelFacet('kinds', found, context),
    cpvDivisions: (found, _arguments, context) => labelFacet('cpvDivisions', found, context),
    trades: (found, _arguments, context) => labelFacet('trades', found, context),
    municipalities: (found, _arguments, context) => labelFacet('municipalities', found, context),
    cooperatives: (found, _arguments, context) => labelFacet('cooperatives', found, context),
    certifications: (found, _arguments, context) => labelFacet('certifications', found, context),
  },
  Facet: {
    label: ({ texts, languages }, { language }) => localize(texts, language, languages),
  },
  CatalogueSource: {
    cooperative: (cooperative) => cooperative,
    state: ({ source }) => source.state,
    syncedAt: ({ source }) => source.syncedAt,
    reason: ({ source }) => source.reason,
  },

  CooperativeConnection: {
    edges: ({ rows }) => rows.map((node) => ({ node, cursor: cooperativeCursor(node) })),
    pageInfo: (page) => pageInfo(page, page.rows.map(cooperativeCursor)),
    remarks: ({ remarks }) => [...remarks],
    sources: (_connection, _arguments, { members }) => [...members()],
  },
  Cooperative: {
    // No loader: the registry is in memory.
    __resolveReference: ({ id }, { catalogue }) => catalogue.registry.find(id),
    name: ({ id, listing }) => listing?.name ?? id,
    country: ({ listing }) => listing?.country ?? null,
    businessId: ({ listing }) => listing && toldBusinessId(listing),
    timeZone: ({ listing }) => listing?.timeZone ?? null,
    municipality: ({ listing }) => listing?.municipality ?? null,
    serves: ({ listing }) => [...(listing?.serves ?? [])],
    languages: ({ listing }) => [...(listing?.languages ?? [])],
    evidence: ({ listing }) => [...(listing?.evidence ?? [])],
    contact: ({ listing }) => listing?.contact ?? null,
    address: ({ listing }) => listing?.address ?? null,
    coordinates: ({ listing }) => listing?.coordinates ?? null,
    description: ({ listing }, { language }, context) =>
      localize(listing?.description ?? {}, language ?? context.language, listing?.languages ?? []),
    logo: ({ listing }) =>
      listing?.logo ? { ...listing.logo, languages: listing.languages } : null,
    statusDetail: ({ id, statusDetail }, _arguments, { asker }) =>
      mayWatch(id, asker) ? statusDetail : null,
    services: (cooperative, { first, after }, { catalogue }) =>
      pageServices(cooperative, { first: checkFirst(first), after: after ?? null }, catalogue),
  },
  ServiceConnection: {
    edges: ({ rows }) => rows.map(({ service, cursor }) => ({ node: service, cursor })),
    pageInfo: (page) =>
      pageInfo(
        page,
        page.rows.map(({ cursor }) => cursor),
      ),
  },

  Service: {
    // No loader: the index is in memory. One that is not known here yet is null until its owner's feed is read.
    __resolveReference: ({ id }, { catalogue }) => catalogue.index.findService(id),
    cooperative: ({ cooperative }, _arguments, { catalogue }) =>
      catalogue.registry.find(cooperative),
    title: ({ id, title, languages }, { language }, context) => {
      const localized = localize(title, language ?? context.language, languages);
      if (!localized) throw new Error(`The service ${id} is stored without a title.`);
      return localized;
    },
    description: ({ description, languages }, { language }, context) =>
      localize(description, language ?? context.language, languages),
    languages: ({ languages }) => [...languages],
    cpv: ({ cpv }) => [...cpv],
    municipalities: ({ municipalities }) => [...municipalities],
    images: ({ images, languages }) => images.map((image) => ({ ...image, languages })),
    booking: ({ booking }) => booking && { ...booking, openingHours: [...booking.openingHours] },
    bookable: (service, _arguments, { catalogue }) => isBookable(service, catalogue),
    notBookableBecause: (service, _arguments, { catalogue }) => whyNotBookable(service, catalogue),
    withdrawnAt: (service, _arguments, { catalogue }) => withdrawnAt(service, catalogue),
  },
  Price: {
    net: ({ netMinor }) => formatMinorUnits(netMinor),
    gross: ({ grossMinor }) => formatMinorUnits(grossMinor),
  },
  Image: {
    alt: ({ alt, languages }, { language }, context) =>
      localize(alt, language ?? context.language, languages),
  },

  Municipality: {
    name: ({ code, country, name }, { language }, context) =>
      localize(name, language ?? context.language, municipalityLanguages(country)) ?? {
        ...{ text: code, language: 'fi' },
      },
  },
  CpvEntry: {
    label: ({ label }, { language }, context) =>
      localize(label, language ?? context.language, ['en']),
    parent: ({ code }, _arguments, { catalogue }) => findCpvParent(catalogue.lists, code),
    services: ({ code }, _arguments, { catalogue }) => catalogue.index.countServicesUnder(code),
  },
};
