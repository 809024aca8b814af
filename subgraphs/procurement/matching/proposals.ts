import type { Coverage, Reason } from '../need/need.js';
import { coverageOf, dailyMost, total, type DailyMosts } from './coverage.js';
import { DailyMost } from './most.js';
import { smallestSets, type Demand, type SearchLimits } from './smallest-sets.js';
import type { Solver } from './solver.js';
import type { Supplier } from './suppliers.js';
import type { Supplies } from './supplies.js';
import { joinSupplies, mergeSupplies } from './supply.js';
import { countSingles, weakestLinks, type LinkCode, type Team } from './weakest-links.js';

/** What one cooperative would deliver of a lot over the whole period, in one way of sharing the work. */
export interface Share {
  readonly lot: string;
  readonly cooperative: string;
  readonly minutes: number;
}

/** A set of cooperatives that delivers together, day by day, as much as all who are eligible could. */
export interface Proposal {
  /** Ordered by id. */
  readonly cooperatives: readonly string[];
  /** Who bears the most minutes; of several the first by id. */
  readonly lead: string;
  readonly coverage: Coverage;
  /** Ordered by lot, then cooperative. */
  readonly shares: readonly Share[];
  readonly weakestLinks: readonly Reason<LinkCode>[];
}

export interface Proposals {
  /**
   * The smallest sets, at most 5: first those that deliver more on days with valid evidence, then those in which fewer lots hang on one
   * cooperative, then by ids. None where nobody can deliver anything.
   */
  readonly proposals: readonly Proposal[];
  /** Whether the search was broken off: there may be other sets, and smaller ones. */
  readonly isCut: boolean;
}

const MOST_PROPOSALS = 5;

/** A need, and all who count. */
export interface Contest {
  readonly days: readonly string[];
  /** Their ids. */
  readonly lots: readonly string[];
  /** Person-minutes a day, by the number of the lot. */
  readonly demands: readonly number[];
  /** Ordered by id. */
  readonly suppliers: readonly Supplier[];
  /** What each can deliver of all lots, in the same order. */
  readonly supplies: readonly Supplies[];
  /** What all of them can deliver together. */
  readonly most: DailyMosts;
  readonly solver: Solver | null;
}

/** A set that suffices. */
interface Candidate {
  readonly team: Team;
  /** What it delivers strictly on each working day. */
  readonly strict: readonly number[];
  /** Of how many lots one member is the only one. */
  readonly singles: number;
}

/** Proposes who could deliver. @param limits - When the search is broken off. */
export function proposalsFor(contest: Contest, limits: SearchLimits): Proposals {
  if (contest.most.lenient.every((minutes) => minutes === 0)) {
    return { proposals: [], isCut: false };
  }
  const { sets, isCut } = smallestSets(shortages(contest), limits);
  const ranked = sets
    .map((set) => candidateOf(contest, set))
    .sort((a, b) => total(b.strict) - total(a.strict) || a.singles - b.singles);
  return {
    proposals: ranked.slice(0, MOST_PROPOSALS).map((each) => propose(contest, each)),
    isCut,
  };
}

function candidateOf(contest: Contest, set: readonly number[]): Candidate {
  const { demands, suppliers, supplies, lots, days, most, solver } = contest;
  const members = set.flatMap((number) => supplies[number] ?? []);
  const team = {
    ...{ lots, days, supplies: members },
    suppliers: set.flatMap((number) => suppliers[number] ?? []),
  };
  const isAlwaysStrict = members.every(({ lenient, strict }) => strict === lenient);
  const strictly = (): readonly number[] => {
    const supply = mergeSupplies(members.map(({ strict }) => strict));
    return dailyMost(demands, supply, days.length, solver);
  };
  return {
    team,
    // A sufficient set delivers what all do.
    strict: isAlwaysStrict ? most.lenient : strictly(),
    singles: countSingles(team),
  };
}

/**
 * Tells where a set delivers less than all do. By the maximum-flow minimum-cut theorem what is short that day are some lots, of which all members
 * together have too little: every sufficient set has enough of those.
 */
function shortages({
  demands,
  supplies,
  days,
  most: { lenient: targets },
  solver,
}: Contest): (set: readonly number[]) => Demand | null {
  const alone = supplies.map(({ lenient }) => new DailyMost(demands.length, lenient, solver));
  // Where the last set was short the next one may be too.
  let suspect = 0;
  return (set) => {
    const chosen = set.flatMap((number) => supplies[number]?.lenient ?? []);
    const most = new DailyMost(demands.length, joinSupplies(chosen), solver);
    const isShort = (day: number): boolean => most.on(day, demands) < (targets[day] ?? 0);
    if (!isShort(suspect)) suspect = days.findIndex((_date, day) => isShort(day));
    if (suspect < 0) {
      suspect = 0;
      return null;
    }
    const day = suspect;
    const scarce = new Set(most.scarceLotsOn(day, demands));
    const open = demands.map((_demand, lot) => (scarce.has(lot) ? Infinity : 0));
    const gives = alone.map((each) => each.on(day, open));
    const others = demands.filter((_demand, lot) => !scarce.has(lot));
    const wanted = (targets[day] ?? 0) - total(others);
    if (total(set.map((number) => gives[number] ?? 0)) < wanted) return { wanted, gives };
    // Budgets over several services are the reason, of which a cut knows nothing: somebody else is needed, whoever it is.
    return { wanted: 1, gives: supplies.map((_each, number) => (set.includes(number) ? 0 : 1)) };
  };
}

function propose({ demands, days, most, solver }: Contest, { team, strict }: Candidate): Proposal {
  const shares = sharesOf(demands, team, solver);
  const cooperatives = team.suppliers.map(({ cooperative }) => cooperative);
  const borne = (id: string): number =>
    total(shares.flatMap(({ cooperative, minutes }) => (cooperative === id ? minutes : [])));
  return {
    cooperatives,
    lead: cooperatives.reduce((lead, other) => (borne(other) > borne(lead) ? other : lead)),
    coverage: coverageOf(total(demands), { lenient: most.lenient, strict }, days),
    shares,
    weakestLinks: weakestLinks(team, demands, solver),
  };
}

function sharesOf(
  demands: readonly number[],
  { suppliers, supplies, lots, days }: Team,
  solver: Solver | null,
): Share[] {
  const own = supplies.map(({ lenient }) => lenient);
  const ownerOfPool = own.flatMap(({ pools }, owner) => pools.map(() => owner));
  const ownerOfGate = own.flatMap(({ gates }, owner) => gates.map(() => owner));
  const most = new DailyMost(demands.length, joinSupplies(own), solver);
  const minutes = lots.map(() => suppliers.map(() => 0));
  for (const day of days.keys()) {
    for (const { from, lot, minutes: more } of most.deliveriesOn(day, demands)) {
      const owner = 'pool' in from ? ownerOfPool[from.pool] : ownerOfGate[from.gate];
      const ofLot = minutes[lot];
      if (ofLot && owner !== undefined) ofLot[owner] = (ofLot[owner] ?? 0) + more;
    }
  }
  return lots.flatMap((lot, number) =>
    suppliers.flatMap(({ cooperative }, owner) => {
      const borne = minutes[number]?.[owner] ?? 0;
      return borne > 0 ? [{ lot, cooperative, minutes: borne }] : [];
    }),
  );
}
