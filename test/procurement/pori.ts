import { cooperativeFile, serviceRow, type Json } from '../cooperative/support.js';
import { businessIdFor } from '../support/business-id.js';

// Three cooperatives at Pori, and what an officer looks for there in the week of Midsummer.

/** When all of this is. */
export const NOW = '2027-05-03T08:00:00Z';

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'];

interface Supplier {
  readonly id: string;
  /** End of the pool's working day, which begins at 08:00. */
  readonly to: string;
  readonly share: number;
  readonly validTo: string;
  readonly services: readonly Json[];
  readonly bookings?: readonly Json[];
}

function fileOf({ id, to, share, validTo, services, bookings = [] }: Supplier): Json {
  const evidence = { scheme: 'WISE', issuer: 'Työministeriö', number: `${id}-1`, validTo };
  return cooperativeFile({
    ...{ id, name: `Osuuskunta ${id}`, businessId: businessIdFor(id), serves: ['FI-609'] },
    members: [],
    evidence: [{ ...evidence, disadvantagedShare: share }],
    resources: [{ id: 'r', kind: 'POOL', size: 1, hours: [{ days: WEEK, from: '08:00', to }] }],
    services: services.map((service) => serviceRow({ resources: ['r'], ...service })),
    bookings,
  });
}

const PAAVO: Supplier = {
  ...{ id: 'paavo', to: '16:00', share: 0.4, validTo: '2027-12-31' },
  services: [
    { id: 'siivous', cpv: ['90910000'], maxMinutesPerDay: 300 },
    { id: 'piha', cpv: ['77314000'], maxMinutesPerDay: 360 },
  ],
};
const SIIVOUS = { id: 'siivous', cpv: ['90911200'] };

/** One pool of 8 hours a day for both lots; evidence for all of the week. */
export const paavo = fileOf(PAAVO);
/** The same, whose people are booked on Thursday: 5 hours of cleaning, 3 of grounds. */
export const bookedPaavo = fileOf({
  ...PAAVO,
  bookings: [
    { id: 'b1', service: 'siivous', from: '2027-06-24T08:00', to: '2027-06-24T13:00' },
    { id: 'b2', service: 'piha', from: '2027-06-24T13:00', to: '2027-06-24T16:00' },
  ].map((row) => ({ ...row, resource: 'r', quantity: 1, state: 'CONFIRMED' })),
});
/** 3 hours of cleaning a day; its evidence ends on Tuesday. */
export const quido = fileOf({
  ...{ id: 'quido', to: '11:00', share: 0.55, validTo: '2027-06-22', services: [SIIVOUS] },
});
/** As quido, with too small a share. */
export const risto = fileOf({
  ...{ id: 'risto', to: '11:00', share: 0.2, validTo: '2027-12-31', services: [SIIVOUS] },
});

/** Cleaning and grounds, five days. 25 June, juhannusaatto, is no public holiday. */
export const NEED = {
  municipality: 'FI-609',
  ...{ from: '2027-06-21', to: '2027-06-25' },
  weekdays: WEEK,
  excludePublicHolidays: 'FI',
  reserved: 'RES_WS',
  lots: [
    { id: 'cleaning', cpv: '90911200', minutesPerDay: 360 },
    { id: 'grounds', cpv: '77314000', minutesPerDay: 300 },
  ],
};

export const SEARCH = `query ($need: NeedInput!) { supplierSearch(need: $need) {
  at workingDays holidaysSkipped complete
  suppliers { cooperative { id } eligible reasons { code text(language: "en") { text language } } warnings { code }
    verified { verificationId evidence { scheme number validTo disadvantagedShare } verifiedAt document } }
  lots { lotId demandMinutes coveredMinutes strictMinutes shortfall { date minutes } offers { service { id } cpvMatch } }
  joint { demandMinutes coveredMinutes strictMinutes shortfall { date minutes } }
  proposalsCut proposals {
    cooperatives { id } lead { id } coverage { demandMinutes coveredMinutes strictMinutes shortfall { date minutes } }
    shares { lotId cooperative { id } minutes } weakestLinks { code values { name value } text { text } }
  }
  notAnswering { id } notAnsweringReasons { code values { name value } text { text } }
  notice { text }
} }`;

interface Coverage {
  readonly demandMinutes: number;
  readonly coveredMinutes: number;
  readonly strictMinutes: number;
  readonly shortfall: readonly { readonly date: string; readonly minutes: number }[];
}

interface Coded {
  readonly code: string;
}

/** What `SEARCH` is answered. */
export interface Found {
  readonly supplierSearch: {
    readonly at: string;
    readonly workingDays: number;
    readonly holidaysSkipped: readonly string[];
    readonly complete: boolean;
    readonly suppliers: readonly {
      readonly cooperative: { readonly id: string };
      readonly eligible: boolean;
      readonly reasons: readonly (Coded & { readonly text: { readonly text: string } })[];
      readonly warnings: readonly Coded[];
      readonly verified: readonly object[];
    }[];
    readonly lots: readonly (Coverage & {
      readonly lotId: string;
      readonly offers: readonly { readonly service: { id: string }; readonly cpvMatch: string }[];
    })[];
    readonly joint: Coverage;
    readonly proposalsCut: boolean;
    readonly proposals: readonly {
      readonly cooperatives: readonly { readonly id: string }[];
      readonly lead: { readonly id: string };
      readonly coverage: Coverage;
      readonly shares: readonly {
        readonly lotId: string;
        readonly cooperative: { readonly id: string };
        readonly minutes: number;
      }[];
      readonly weakestLinks: readonly (Coded & { readonly text: { readonly text: string } })[];
    }[];
    readonly notAnswering: readonly { readonly id: string }[];
    readonly notAnsweringReasons: readonly (Coded & {
      readonly values: readonly { readonly name: string; readonly value: string }[];
      readonly text: { readonly text: string };
    })[];
    readonly notice: { readonly text: string };
  } | null;
}

/** A coverage as `demand covered strict`, in hours. */
export function hoursOf({ demandMinutes, coveredMinutes, strictMinutes }: Coverage): string {
  return [demandMinutes, coveredMinutes, strictMinutes].map((minutes) => minutes / 60).join(' ');
}
