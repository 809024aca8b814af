import type { CatalogueIndex } from '../../../subgraphs/catalogue/index/catalogue-index.js';
import type {
  SearchHit,
  SearchQuery,
  SearchResult,
  SearchSort,
} from '../../../subgraphs/catalogue/index/parts/search-types.js';
import type {
  CooperativeListing,
  CurrencyCode,
  EvidenceListing,
  FollowedService,
} from '../../../subgraphs/catalogue/store/listing.js';
import { CpvCodes } from '../../../subgraphs/shared/lists/cpv-codes.js';
import type { CpvListEntry } from '../../../subgraphs/shared/words/cpv.js';
import type { LocalizedText } from '../../../subgraphs/shared/words/localized.js';
import type { ReferenceLists } from '../../../subgraphs/shared/lists/reference-lists.js';

function cpvEntry(code: string, fi: string, sv: string, en: string): [string, CpvListEntry] {
  return [code, { code, checkDigit: null, label: { fi, sv, en } }];
}

/** A small list of codes, with labels like the official ones, and four municipalities, one without coordinates. */
export const LISTS: ReferenceLists = {
  cpvCodes: new CpvCodes(''),
  cpvByCode: new Map([
    cpvEntry('55520000', 'Ateriapalvelut', 'Catering', 'Catering services'),
    cpvEntry(
      '70310000',
      'Rakennusten vuokraus',
      'Uthyrning av byggnad',
      'Building rental services',
    ),
    cpvEntry('90000000', 'Jätehuolto- ja puhdistuspalvelut', 'Avfallshantering', 'Refuse services'),
    cpvEntry('90510000', 'Jätteiden käsittely', 'Avfallshantering', 'Refuse disposal'),
    cpvEntry('90910000', 'Siivous- ja puhdistuspalvelut', 'Städning', 'Cleaning services'),
    cpvEntry('90911300', 'Ikkunanpesupalvelut', 'Fönsterputsning', 'Window-cleaning services'),
    cpvEntry('98333000', 'Hierontapalvelut', 'Massagetjänster', 'Massage services'),
  ]),
  municipalityByCode: new Map(
    [
      {
        code: 'FI-609',
        country: 'FI',
        name: { fi: 'Pori' },
        latitude: 61.4847,
        longitude: 21.7972,
      },
      {
        code: 'FI-684',
        country: 'FI',
        name: { fi: 'Rauma' },
        latitude: 61.1272,
        longitude: 21.5113,
      },
      {
        code: 'SE-0580',
        country: 'SE',
        name: { sv: 'Linköping' },
        latitude: 58.4108,
        longitude: 15.6214,
      },
      { code: 'FI-271', country: 'FI', name: { fi: 'Kokemäki' }, latitude: null, longitude: null },
    ].map((entry) => [entry.code, entry]),
  ),
};

type ServiceParts = Partial<Omit<FollowedService, 'id' | 'cooperative' | 'price'>> & {
  readonly netMinor?: number;
  readonly currency?: CurrencyCode;
};

/** A service on offer. @param id - `karhu:siivous`; the part before the colon is its cooperative. */
export function serviceListing(id: string, parts: ServiceParts = {}): FollowedService {
  const { netMinor = 2_800, currency = 'EUR', ...rest } = parts;
  const title: LocalizedText = parts.title ?? { fi: 'Palvelu' };
  return {
    id,
    cooperative: id.split(':')[0] ?? '',
    kind: 'SERVICE',
    title,
    description: {},
    languages: Object.keys(title),
    cpv: ['98000000'],
    municipalities: ['FI-609'],
    unit: 'HOUR',
    price: { netMinor, grossMinor: netMinor, vatRate: '0', currency },
    images: [],
    booking: null,
    notBookableBecause: null,
    updatedAt: new Date('2027-01-01T00:00:00Z'),
    withdrawnAt: null,
    capacity: null,
    ...rest,
  };
}

export function evidence(parts: Partial<EvidenceListing> = {}): EvidenceListing {
  return {
    scheme: 'WISE',
    issuer: null,
    number: null,
    grade: null,
    validFrom: null,
    validTo: null,
    disadvantagedShare: null,
    ...parts,
  };
}

export function cooperativeListing(
  id: string,
  parts: Partial<CooperativeListing> = {},
): CooperativeListing {
  return {
    id,
    name: `Osuuskunta ${id}`,
    country: 'FI',
    businessId: '1572860-0',
    timeZone: 'Europe/Helsinki',
    municipality: 'FI-609',
    serves: ['FI-609'],
    languages: ['fi'],
    evidence: [],
    contact: null,
    ...parts,
  };
}

/** Puts services and listed cooperatives into an index. */
export function fill(index: CatalogueIndex, services: readonly FollowedService[]): CatalogueIndex {
  for (const service of services) {
    if (!index.findCooperative(service.cooperative)) {
      index.upsertCooperative(cooperativeListing(service.cooperative));
    }
    index.setListed(service.cooperative, true);
    index.upsertService(service);
  }
  return index;
}

/** A query with no condition but those given. */
export function searchQuery(parts: Partial<SearchQuery> = {}): SearchQuery {
  return {
    text: null,
    language: null,
    kinds: [],
    cpv: [],
    trades: [],
    municipalities: [],
    near: null,
    certifications: [],
    validOn: '2027-03-22',
    cooperatives: null,
    ids: [],
    maxNetPrice: null,
    available: null,
    ...parts,
  };
}

/** The first page of a search. */
export function search(
  index: CatalogueIndex,
  parts: Partial<SearchQuery>,
  sort: SearchSort = 'RELEVANCE',
): SearchResult {
  return index.search(searchQuery(parts), { first: 100, after: null, sort });
}

/** Local ids of what a text finds, best first. */
export function found(index: CatalogueIndex, text: string): string[] {
  return localIds(search(index, { text }).hits);
}

/** Ids without their cooperatives. */
export function localIds(hits: readonly SearchHit[]): string[] {
  return hits.map(({ service }) => service.id.split(':')[1] ?? '');
}
