import { cooperativeFile, serviceRow, type Json } from '../../cooperative/support.js';
import { businessIdFor } from '../../support/business-id.js';

// Two cooperatives with people who can run a café, and a café at Pori that closes for nobody's holiday.

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** A worker who can run a café. */
export function worker(id: string, from: string, to: string, more: Json = {}): Json {
  return {
    ...{ id, kind: 'WORKER', size: 1, skills: ['cafe-service', 'hygieniapassi'] },
    ...{ languages: ['fi', 'sv'], hours: [{ days: WEEK, from, to }] },
    ...more,
  };
}

/** A cooperative whose workers stand in. */
export function standIns(
  id: string,
  workers: readonly Json[],
  service: Json = {},
  more: Json = {},
): Json {
  return cooperativeFile({
    ...{ id, name: `Osuuskunta ${id}`, businessId: businessIdFor(id), serves: ['FI-609'] },
    members: [],
    resources: workers,
    services: [
      serviceRow({
        ...{ id: 'sijainen', kind: 'SUBSTITUTION', cpv: ['55330000'] },
        resources: workers.map((row) => row['id']),
        ...{ minMinutes: 120, gridMinutes: 30, bufferMinutes: 30 },
        ...service,
      }),
    ],
    ...more,
  });
}

export const CAFE_NEED = {
  municipality: 'FI-609',
  ...{ from: '2027-06-21', to: '2027-06-22', weekdays: WEEK },
  ...{ dailyFrom: '08:00', dailyTo: '18:00' },
  ...{ skills: ['cafe-service'], languages: ['fi'], cpv: ['55300000'] },
};

export const SUBSTITUTE_SEARCH = `query ($need: SubstituteNeedInput!) { substituteSearch(need: $need) {
  demandMinutes complete allPlansTried notAnswering { id } notAnsweringReasons { code }
  plans {
    coveredMinutes handovers gaps { from to }
    segments { candidate { id cooperative { id } skills languages distanceKm } serviceId from to minutes }
    price { net vat gross currency lines { units gross } }
  }
  excluded { candidate { id cooperative { id } } reasons { code values { name value } text(language: "en") { text } } }
  excludedTotalCount
} }`;

interface Person {
  readonly id: string;
  readonly cooperative: { readonly id: string };
}

export interface Segment {
  readonly candidate: Person & {
    readonly skills: readonly string[];
    readonly languages: readonly string[];
    readonly distanceKm: number | null;
  };
  readonly serviceId: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

export interface FoundPlan {
  readonly coveredMinutes: number;
  readonly handovers: number;
  readonly gaps: readonly { readonly from: string; readonly to: string }[];
  readonly segments: readonly Segment[];
  readonly price: readonly {
    readonly net: string;
    readonly vat: string;
    readonly gross: string;
    readonly currency: string;
  }[];
}

/** What `SUBSTITUTE_SEARCH` is answered. */
export interface FoundSubstitutes {
  readonly substituteSearch: {
    readonly demandMinutes: number;
    readonly complete: boolean;
    readonly allPlansTried: boolean;
    readonly notAnswering: readonly { readonly id: string }[];
    readonly notAnsweringReasons: readonly { readonly code: string }[];
    readonly plans: readonly FoundPlan[];
    readonly excludedTotalCount: number;
    readonly excluded: readonly {
      readonly candidate: Person;
      readonly reasons: readonly {
        readonly code: string;
        readonly values: readonly { readonly name: string; readonly value: string }[];
        readonly text: { readonly text: string };
      }[];
    }[];
  } | null;
}

/** A segment as `aamu 21 08:00-14:00`, by the clocks at Pori in summer. */
export function shownSegment({ candidate, from, to }: Segment): string {
  const wall = (instant: string): string =>
    new Date(Date.parse(instant) + 3 * 3_600_000).toISOString();
  return `${candidate.cooperative.id} ${wall(from).slice(8, 10)} ${wall(from).slice(11, 16)}-${wall(to).slice(11, 16)}`;
}
