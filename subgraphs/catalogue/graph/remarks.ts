import { localize } from '../../shared/words/localized.js';
import type { CatalogueReplica } from '../following/replica.js';
import type { SearchResult, WordRemark } from '../index/parts/search-types.js';
import type { SearchRemark } from '../schema.generated.js';
import { nameMunicipality } from './suggestions.js';

type CodeRemark = 'UNKNOWN_CPV' | 'UNKNOWN_MUNICIPALITY' | 'MERGED_MUNICIPALITY';

/** @param value - The code as it was given. @param code - What is gone on with. */
export function remarkOnCode(remark: CodeRemark, value: string, code: string): SearchRemark {
  return {
    __typename: 'SearchRemark',
    code: remark,
    value,
    message: sentenceOf(remark, value, code),
  };
}

function sentenceOf(remark: CodeRemark, value: string, code: string): string {
  switch (remark) {
    case 'UNKNOWN_CPV':
      return `No list knows the CPV code ${value}: it matches by its place in the tree.`;
    case 'UNKNOWN_MUNICIPALITY':
      return `No list knows the municipality ${value}.`;
    case 'MERGED_MUNICIPALITY':
      return `The municipality ${value} has merged into ${code}, which was searched instead.`;
  }
}

export function remarkOnWord({ code, value }: WordRemark): SearchRemark {
  return { __typename: 'SearchRemark', code, value, message: sentenceOnWord(code, value) };
}

function sentenceOnWord(code: WordRemark['code'], value: string): string {
  switch (code) {
    case 'UNKNOWN_WORD':
      return `What "${value}" asks for was not understood: it could not count.`;
    case 'WORD_PASSED_OVER':
      return `"${value}" says nothing of what is wanted and did not count.`;
    case 'PLACE_NAMED':
      return `"${value}" names a municipality: what is offered there comes first.`;
  }
}

/** That nobody does it in the place that the text names, and where the nearest is who does. @param language - In which that is named. */
export function remarksOnPlace(
  { nearestToNamed, remarks }: SearchResult,
  language: string | null,
  catalogue: CatalogueReplica,
): SearchRemark[] {
  const named = remarks.filter(({ code }) => code === 'PLACE_NAMED').map(({ value }) => value);
  const nearest = named.length === 0 ? null : nearestToNamed();
  if (nearest === null) return [];
  const { municipality, distanceKm } = nearest;
  const name = nameMunicipality(municipality, language, catalogue)?.text ?? municipality ?? '';
  const away = distanceKm === null ? '' : `, ${distanceKm} km away`;
  const value = named.join(' ');
  const message = `Nobody offers this in the place that "${value}" names: the nearest is ${name}${away}.`;
  return [{ __typename: 'SearchRemark', code: 'NOT_OFFERED_THERE', value, message }];
}

/** Why nothing was found, as far as that is not the words alone. @param language - In which trades are named. */
export function remarksOnNothing(
  { whyNothing }: SearchResult,
  language: string | null,
  { thesaurus }: CatalogueReplica,
): SearchRemark[] {
  const { notOffered, excluding } = whyNothing();
  const nameOf = (id: string): string => {
    const trade = thesaurus.trades[thesaurus.numberOf(id)];
    return (trade && localize(trade.name, language, ['en'])?.text) ?? id;
  };
  return [
    ...notOffered.map(nameOf).map((value): SearchRemark => {
      const message = `Nobody in the network offers this: ${value}.`;
      return { __typename: 'SearchRemark', code: 'NOT_OFFERED', value, message };
    }),
    ...excluding.map((value): SearchRemark => {
      const message = `Nothing is left by the condition "${value}".`;
      return { __typename: 'SearchRemark', code: 'CONDITION_EXCLUDES_ALL', value, message };
    }),
  ];
}
