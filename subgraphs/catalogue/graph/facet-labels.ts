import { schemeLabel } from '../../shared/evidence/scheme-labels.js';
import { TEXT_LANGUAGES, type LocalizedText } from '../../shared/words/localized.js';
import type { Facets } from '../index/parts/search-types.js';
import type { ServiceKind } from '../store/listing.js';
import type { CatalogueConnectionParent, FacetParent } from './parents.js';
import type { CatalogueContext } from './context.js';
import type { CatalogueReplica } from '../following/replica.js';

const KIND_LABELS: Readonly<Record<ServiceKind, LocalizedText>> = {
  SERVICE: { fi: 'Palvelut', sv: 'Tjänster', en: 'Services' },
  SUBSTITUTION: { fi: 'Sijaiset', sv: 'Vikarier', en: 'Substitutes' },
  SPACE: { fi: 'Tilat', sv: 'Lokaler', en: 'Spaces' },
  TRAINING: { fi: 'Koulutukset', sv: 'Utbildningar', en: 'Training' },
};

const FALLBACK: Readonly<Record<keyof Facets, readonly string[]>> = {
  kinds: ['en'],
  cpvDivisions: ['en'],
  trades: ['en'],
  municipalities: ['fi', 'sv'],
  cooperatives: [],
  certifications: ['en'],
};

/** Names of a facet's value for people; empty when none is known. */
function textsOf(facet: keyof Facets, value: string, catalogue: CatalogueReplica): LocalizedText {
  switch (facet) {
    case 'kinds':
      return KIND_LABELS[value as ServiceKind];
    case 'certifications':
      return schemeLabel(value);
    case 'cpvDivisions':
      return catalogue.lists.cpvByCode.get(value)?.label ?? {};
    case 'trades': {
      const { thesaurus } = catalogue;
      return thesaurus.trades[thesaurus.numberOf(value)]?.name ?? {};
    }
    case 'municipalities':
      return catalogue.lists.municipalityByCode.get(value)?.name ?? {};
    case 'cooperatives': {
      const listing = catalogue.registry.find(value)?.listing;
      const first = TEXT_LANGUAGES.find((language) => language === listing?.languages[0]);
      // A name is the same in every language; it is said to be in the cooperative's first.
      return { [first ?? 'fi']: listing?.name ?? value };
    }
  }
}

/** The values of one facet with their names, the searcher's language first. */
export function labelFacet(
  facet: keyof Facets,
  { result, language }: CatalogueConnectionParent,
  { catalogue }: CatalogueContext,
): FacetParent[] {
  const languages = [...(language === null ? [] : [language]), ...FALLBACK[facet]];
  return result.facets()[facet].map((count) => ({
    ...count,
    texts: textsOf(facet, count.value, catalogue),
    languages,
  }));
}
