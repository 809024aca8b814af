import { findCpv } from '../../shared/lists/look-up-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { localize, type TextLanguage } from '../../shared/words/localized.js';
import type { NamesForPage } from '../records/export/page-context.js';
import { LINK_WORDINGS } from '../matching/weakest-links.js';
import { NOTICE } from '../suppliers/word-reason.js';
import { wordsOfReason } from './reason-words.js';

/** How places, codes and reasons are called on a printed page. */
export function namesForPage(lists: ReferenceLists, language: TextLanguage): NamesForPage {
  return {
    place: (code) =>
      localize(lists.municipalityByCode.get(code)?.name ?? {}, language, [])?.text ?? null,
    cpv: (code) => localize(findCpv(lists, code)?.label ?? {}, language, [])?.text ?? null,
    reason: (reason) => wordsOfReason(reason)[language],
    link: (link) => wordsOfReason({ ...link, wordings: LINK_WORDINGS })[language],
    notice: NOTICE[language],
  };
}
