import { localize, type LocalizedString } from '../../shared/words/localized.js';
import type { CatalogueReplica } from '../following/replica.js';
import type { Suggestion } from '../index/parts/search-types.js';
import { municipalityLanguages } from './list-lookup.js';
import type { SearchSuggestionParent } from './parents.js';

/** A suggestion with what to write, in the searcher's language where that is a trade's name. */
export function writeSuggestion(
  suggestion: Suggestion,
  language: string | null,
  { thesaurus }: CatalogueReplica,
): SearchSuggestionParent {
  const trade = thesaurus.trades[thesaurus.numberOf(suggestion.trade ?? '')];
  const name = trade && localize(trade.name, language, ['en'])?.text;
  return { ...suggestion, text: suggestion.text ?? name ?? '' };
}

/** Null where there is no municipality, or no list knows it. */
export function nameMunicipality(
  code: string | null,
  language: string | null | undefined,
  { lists }: CatalogueReplica,
): LocalizedString | null {
  const entry = lists.municipalityByCode.get(code ?? '');
  return entry ? localize(entry.name, language, municipalityLanguages(entry.country)) : null;
}
