import { match, type MatchLimits } from '../../../subgraphs/procurement/matching/match.js';
import type { Matching } from '../../../subgraphs/procurement/matching/suppliers.js';
import type {
  Coverage,
  CpvMatch,
  FreeBudget,
  FreeCapacity,
  FreeResource,
  LotOffer,
} from '../../../subgraphs/procurement/need/need.js';

/** An offer; by default its evidence is valid on all of five days. */
export function offer(
  lot: string,
  service: string,
  match: CpvMatch = 'BROADER',
  strictDays: readonly number[] = [0, 1, 2, 3, 4],
): LotOffer {
  return {
    lot,
    cooperative: service.split(':')[0] ?? '',
    service,
    match,
    strictDays: new Set(strictDays),
  };
}

/** A resource that has as much on each of five days. */
export function resource(
  id: string,
  services: readonly string[],
  minutes: number | readonly number[],
): FreeResource {
  return { id, services, minutes: daily(minutes) };
}

export function budget(
  services: readonly string[],
  minutes: number | readonly number[],
): FreeBudget {
  return { services, minutes: daily(minutes) };
}

function daily(minutes: number | readonly number[]): readonly number[] {
  return typeof minutes === 'number' ? Array<number>(5).fill(minutes) : minutes;
}

/** The days from Monday 21 to Friday 25 June 2027; the last is juhannusaatto, on which people work. */
export const MIDSUMMER_WEEK = [21, 22, 23, 24, 25].map((day) => `2027-06-${day}`);

/** What P has on each day: its people's 8 h, of which at most 5 h cleaning and 6 h grounds. */
function capacityOfP(isBookedOnThursday: boolean): FreeCapacity {
  const [people, cleaning, grounds] = isBookedOnThursday ? [0, 0, 180] : [480, 300, 360];
  const withThursday = (usual: number, thursday: number): number[] => [
    ...Array<number>(3).fill(usual),
    thursday,
    usual,
  ];
  return {
    cooperative: 'p',
    from: '2027-06-21',
    resources: [resource('p:a', ['p:cleaning', 'p:grounds'], withThursday(480, people))],
    budgets: [
      budget(['p:cleaning'], withThursday(300, cleaning)),
      budget(['p:grounds'], withThursday(360, grounds)),
    ],
  };
}

/** Three hours of people a day. */
const CAPACITY_OF_Q: FreeCapacity = {
  cooperative: 'q',
  from: '2027-06-21',
  resources: [resource('q:a', ['q:cleaning'], 180)],
  budgets: [],
};

/** Cleaning 6 h and grounds 5 h a day; P and Q are eligible, and Q's evidence ends on Tuesday. */
export function workedExample(isBookedOnThursday = false): Matching {
  return {
    days: MIDSUMMER_WEEK,
    lots: [
      { id: '1', minutesPerDay: 360 },
      { id: '2', minutesPerDay: 300 },
    ],
    offers: [
      offer('1', 'p:cleaning'),
      offer('1', 'q:cleaning', 'EXACT', [0, 1]),
      offer('2', 'p:grounds', 'EXACT'),
    ],
    capacities: [capacityOfP(isBookedOnThursday), CAPACITY_OF_Q],
  };
}

/** What one cooperative, x, can deliver of an hour a day of each lot. */
export async function jointly(
  lots: readonly string[],
  offers: readonly LotOffer[],
  resources: readonly FreeResource[],
  budgets: readonly FreeBudget[],
): Promise<Coverage> {
  const { joint } = await match(
    {
      days: MIDSUMMER_WEEK,
      lots: lots.map((id) => ({ id, minutesPerDay: 60 })),
      offers,
      capacities: [{ cooperative: 'x', from: '2027-06-21', resources, budgets }],
    },
    UNLIMITED,
  );
  return joint;
}

/** Of a search for proposals. */
export const NO_LIMITS = { steps: Infinity, sets: Infinity, ms: Infinity };

export const UNLIMITED: MatchLimits = { proposals: NO_LIMITS, solverMs: 600_000 };
