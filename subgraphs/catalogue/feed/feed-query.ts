import { TEXT_LANGUAGES } from '../../shared/words/localized.js';

// A text is asked for once in each language under an alias, because the contract answers in one language at a time.
const inEachLanguage = (field: string): string =>
  TEXT_LANGUAGES.map(
    (language) => `${field}_${language}: ${field}(language: "${language}") { text language }`,
  ).join(' ');

/** What came into the contract after the first endpoints answered it; the names of its parts are used for nothing else. */
export const SUMMARY_FIELD = 'Service.capacity';
export const SUMMARY_NAMES: ReadonlySet<string> = new Set([
  'capacity',
  'from',
  'minMinutes',
  'longestMinutes',
]);

/**
 * Whether anything is new: tiny, because it is asked about once a second of everybody. While nothing is new it returns no
 * changes; that it names their capacity shows whether the endpoint knows it by now.
 */
export function headQuery(hasSummaries: boolean): string {
  const probe = hasSummaries ? ' changes { service { capacity { from } } }' : '';
  return `query FeedHead($since: Int!) { catalogueChanges(since: $since, first: 1) { epoch revision${probe} } }`;
}

/** One page of changes. */
export function pageQuery(hasSummaries: boolean): string {
  return hasSummaries ? PAGE_WITH_SUMMARIES : PAGE;
}

const writePage = (capacity: string): string =>
  `query FeedPage($since: Int!, $first: Int!) {
  catalogueChanges(since: $since, first: $first) {
    epoch revision hasMore
    changes {
      revision withdrawnAt
      service {
        id kind ${inEachLanguage('title')} ${inEachLanguage('description')} languages cpv municipalities unit
        price { net vatRate gross currency }
        images { url ${inEachLanguage('alt')} }
        updatedAt ${capacity}
      }
      cooperative {
        id name country businessId timeZone municipality serves languages
        evidence { scheme issuer number grade validFrom validTo disadvantagedShare }
        contact { email phone url }
      }
    }
  }
}`.replaceAll(/\s+/g, ' ');

const PAGE = writePage('');
const PAGE_WITH_SUMMARIES = writePage('capacity { from minMinutes longestMinutes }');
