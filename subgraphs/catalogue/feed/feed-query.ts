import { TEXT_LANGUAGES } from '../../shared/localized.js';

// A text is asked for once in each language under an alias, because the contract answers in one language at a time.
const inEachLanguage = (field: string): string =>
  TEXT_LANGUAGES.map(
    (language) => `${field}_${language}: ${field}(language: "${language}") { text language }`,
  ).join(' ');

/** Whether anything is new: tiny, because it is asked about once a second of everybody. */
export const HEAD_QUERY =
  'query FeedHead($since: Int!) { catalogueChanges(since: $since, first: 1) { epoch revision } }';

/** One page of changes. */
export const PAGE_QUERY = `query FeedPage($since: Int!, $first: Int!) {
  catalogueChanges(since: $since, first: $first) {
    epoch revision hasMore
    changes {
      revision withdrawnAt
      service {
        id kind ${inEachLanguage('title')} ${inEachLanguage('description')} languages cpv municipalities unit
        price { net vatRate gross currency }
        images { url ${inEachLanguage('alt')} }
        updatedAt
      }
      cooperative {
        id name country businessId timeZone municipality serves languages
        evidence { scheme issuer number grade validFrom validTo disadvantagedShare }
        contact { email phone url }
      }
    }
  }
}`.replaceAll(/\s+/g, ' ');
