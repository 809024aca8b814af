import { TEXT_LANGUAGES } from '../../shared/words/localized.js';
import type { FeedPart } from '../store/records.js';

// A text is asked for once in each language under an alias, because the contract answers in one language at a time.
const inEachLanguage = (field: string): string =>
  TEXT_LANGUAGES.map(
    (language) => `${field}_${language}: ${field}(language: "${language}") { text language }`,
  ).join(' ');

interface PartOfRows {
  readonly service?: string;
  readonly cooperative?: string;
}

const PARTS: Readonly<Record<FeedPart, PartOfRows>> = {
  capacity: { service: 'capacity { from minMinutes longestMinutes }' },
  booking: {
    service: `booking { minMinutes gridMinutes leadTimeMinutes courseMinutes
      openingHours { weekday from to validFrom validTo } } notBookableBecause`,
  },
  presentation: {
    cooperative: `address { street postalCode locality } coordinates { latitude longitude }
      ${inEachLanguage('description')} logo { url ${inEachLanguage('alt')} }`,
  },
};

/**
 * Whether anything is new: small, because it is asked about once a second of everybody. While nothing is new it returns no
 * changes; that it names these parts shows whether the endpoint knows them by now.
 */
export function headQuery(parts: ReadonlySet<FeedPart>): string {
  const service = fieldsOf(parts, 'service');
  const cooperative = fieldsOf(parts, 'cooperative');
  const rows = [
    service && `service { ${service} }`,
    cooperative && `cooperative { ${cooperative} }`,
  ];
  const probe = parts.size === 0 ? '' : ` changes { ${rows.join(' ').trim()} }`;
  return squeeze(
    `query FeedHead($since: Int!) { catalogueChanges(since: $since, first: 1) { epoch revision${probe} } }`,
  );
}

/** One page of changes. */
export function pageQuery(parts: ReadonlySet<FeedPart>): string {
  return squeeze(`query FeedPage($since: Int!, $first: Int!) {
  catalogueChanges(since: $since, first: $first) {
    epoch revision hasMore
    changes {
      revision withdrawnAt
      service {
        id kind ${inEachLanguage('title')} ${inEachLanguage('description')} languages cpv municipalities unit
        price { net vatRate gross currency }
        images { url ${inEachLanguage('alt')} }
        updatedAt ${fieldsOf(parts, 'service')}
      }
      cooperative {
        id name country businessId timeZone municipality serves languages
        evidence { scheme issuer number grade validFrom validTo disadvantagedShare }
        contact { email phone url } ${fieldsOf(parts, 'cooperative')}
      }
    }
  }
}`);
}

/**
 * Whether an endpoint knows how to be booked: a document of the contract that is judged as a whole, and of which nothing but its type's name
 * is carried out.
 */
export const BOOKINGS_QUERY = squeeze(`mutation TakesBookings {
  __typename
  holdBookings(input: {
    idempotencyKey: "", cooperative: "", orderId: "", orderReference: "", municipality: "FI-609",
    holdMinutes: 1, dryRun: true, legs: []
  }) @skip(if: true) { legs { leg } }
}`);

function fieldsOf(parts: ReadonlySet<FeedPart>, row: keyof PartOfRows): string {
  return [...parts].flatMap((part) => PARTS[part][row] ?? []).join(' ');
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
