// What an officer of Pori asks of the demo network.

/**
 * Offices and homes are cleaned by the same people of karhu, whose evidence ends on 31 December; waste is sorted by kierre. On Mondays karhu
 * has 2730 minutes for both: a team of 1800, and people of 480 and 450.
 */
export const NEED = {
  ...{ municipality: 'FI-609', from: '2027-12-01', to: '2028-01-31', weekdays: ['MO'] },
  ...{ excludePublicHolidays: 'FI', reserved: 'RES_WS' },
  lots: [
    { id: 'offices', cpv: '90919200', minutesPerDay: 1_500 },
    { id: 'homes', cpv: '90911100', minutesPerDay: 1_500 },
    { id: 'sorting', cpv: '90514000', minutesPerDay: 1_200 },
  ],
};

const RECORD = `id at organisationId organisationName title ocid continues hash jws
  withdrawnLots { id } estimatedValue { amount currency } result { complete joint { coveredMinutes } } answers { cooperative { id } hash }
  csv: export(format: CSV) ocds: export(format: OCDS) page: export(format: HTML, language: "fi")`;

export const SAVE = `mutation ($input: SaveSupplierSearchInput!) { saveSupplierSearch(input: $input) {
  record { ${RECORD} } userErrors { code message }
} }`;

export const READ = `query ($id: ID!) { searchRecord(id: $id) { ${RECORD} } }`;

export const LIST = '{ searchRecords(first: 100) { edges { node { id hash title } } } }';

/** A record as these ask for it. */
export interface Shown {
  readonly id: string;
  readonly organisationName: string | null;
  readonly title: string | null;
  readonly hash: string;
  readonly jws: string;
  readonly withdrawnLots: readonly { readonly id: string }[];
  readonly result: { readonly complete: boolean };
  readonly answers: readonly { readonly cooperative: { readonly id: string } }[];
  readonly csv: string;
  readonly ocds: string;
  readonly page: string;
}

export interface Saved {
  readonly saveSupplierSearch: {
    readonly record: Shown | null;
    readonly userErrors: readonly object[];
  } | null;
}

const AGREEMENT = `agreement { id organisationId ceiling } userErrors { code message }`;

export const MAKE = `mutation ($input: MakeAgreementInput!) { makeAgreement(input: $input) { ${AGREEMENT} } }`;

export const COMPLAIN = `mutation ($input: RecordComplaintInput!) { recordComplaint(input: $input) { ${AGREEMENT} } }`;

export const FOLLOW_UP = `query ($id: ID!) { agreement(id: $id) {
  use { net percent orders latest { reference } } warnings { code }
  followUp { cooperative { id } promisedMinutes deliveredMinutes unreportedMinutes workIntegrationMinutes complaints }
} }`;

export const ORDER = `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
  order { id reference state agreementId legs { bookings { id } } } userErrors { code message }
} }`;

export const THRESHOLDS = `query ($input: ThresholdCheckInput!) { thresholdCheck(input: $input) {
  limits { scope amount isReached source } unknown notice(language: "fi") { text }
} }`;
