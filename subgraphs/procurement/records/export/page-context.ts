import type { Reason } from '../../need/need.js';
import type { OpenedRecord } from '../kept-record.js';
import type { InWords } from './in-words.js';
import type { PageTexts } from './page-texts.js';

/** Names and texts that are not the record's own, in one language. */
export interface NamesForPage {
  /** Such as `Pori`; null where the municipality is not known. */
  readonly place: (code: string) => string | null;
  /** What a CPV code is called; null where no list says. */
  readonly cpv: (code: string) => string | null;
  readonly reason: (reason: Reason) => string;
  /** Where a proposal could break. */
  readonly link: (reason: Reason) => string;
  /** That all this is indicative. */
  readonly notice: string;
}

/** What each part of the page is made from. */
export interface PageContext {
  readonly opened: OpenedRecord;
  readonly names: NamesForPage;
  readonly texts: PageTexts;
  readonly words: InWords;
}
