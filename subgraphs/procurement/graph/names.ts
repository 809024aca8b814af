import { findCpv } from '../../shared/lists/look-up-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { localize, type TextLanguage } from '../../shared/words/localized.js';
import type { KeptRecord } from '../records/kept-record.js';
import type { NamesForPage } from '../records/export/page-context.js';
import { LINK_WORDINGS } from '../matching/weakest-links.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type { Names } from '../suppliers/value-words.js';
import { NOTICE } from '../suppliers/word-reason.js';
import { wordsOfReason } from './reason-words.js';

function placeIn(lists: ReferenceLists): Names['place'] {
  return (code, language) =>
    localize(lists.municipalityByCode.get(code)?.name ?? {}, language, [])?.text ?? null;
}

/** How cooperatives and places are called now. */
export function namesNow({
  suppliers,
  lists,
}: {
  readonly suppliers: Pick<SupplierList, 'nameOf'>;
  readonly lists: ReferenceLists;
}): Names {
  return { cooperative: (id) => suppliers.nameOf(id), place: placeIn(lists) };
}

/** How places, codes and reasons are called on a printed page, and cooperatives as they were when the record was made. */
export function namesForPage(
  { result: { suppliers } }: KeptRecord,
  lists: ReferenceLists,
  language: TextLanguage,
): NamesForPage {
  const nameById = new Map(suppliers.map(({ cooperative, name }) => [cooperative, name]));
  const place = placeIn(lists);
  const names = { cooperative: (id: string) => nameById.get(id) ?? null, place };
  return {
    place: (code) => place(code, language),
    cpv: (code) => localize(findCpv(lists, code)?.label ?? {}, language, [])?.text ?? null,
    reason: (reason) => wordsOfReason(reason, names)[language],
    link: (link) => wordsOfReason({ ...link, wordings: LINK_WORDINGS }, names)[language],
    notice: NOTICE[language],
  };
}
