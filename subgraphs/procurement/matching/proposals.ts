import type { Coverage, Reason } from '../need/need.js';
import { coverageOf, dailyMost, total } from './coverage.js';
import { DailyMost } from './most.js';
import { smallestSets, type Demand, type SearchLimits } from './smallest-sets.js';
import type { Solver } from './solver.js';
import { mergeAll, type Supplier, type Supplies } from './suppliers.js';
import { joinSupplies, mergeSupplies, type Supply } from './supply.js';
import { singleSuppliers, weakestLinks, type LinkCode, type Team } from './weakest-links.js';

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
export interface Field {
  readonly days: readonly string[];
  readonly lots: readonly string[];
  /** Person-minutes a day, by the number of the lot. */
  readonly demands: readonly number[];
  /** Ordered by id. */
  readonly suppliers: readonly Supplier[];
  /** What each can deliver of all lots, in the same order. */
  readonly supplies: readonly Supplies[];
  readonly solver: Solver | null;
}

/** Proposes who could deliver. @param limits - When the search is broken off. */
export function proposalsFor(field: Field, limits: SearchLimits): Proposals {
  const { demands, supplies, days, solver } = field;
  const all = new DailyMost(demands, mergeAll(supplies).lenient, solver);
  const targets = days.map((_date, day) => all.on(day));
  if (targets.every((target) => target === 0)) return { proposals: [], isCut: false };
  const { sets, isCut } = smallestSets(shortages(field, targets), limits);
  const ranked = sets
    .map((set) => ({ set, rank: rankOf(field, set) }))
    .sort((a, b) => b.rank.strictMinutes - a.rank.strictMinutes || a.rank.singles - b.rank.singles);
  return {
    proposals: ranked.slice(0, MOST_PROPOSALS).map(({ set }) => propose(field, set)),
    isCut,
  };
}

function membersOf({ suppliers, supplies, lots, days }: Field, set: readonly number[]): Team {
  return {
    suppliers: set.flatMap((number) => suppliers[number] ?? []),
    supplies: set.flatMap((number) => supplies[number] ?? []),
    lots,
    days,
  };
}

function rankOf(field: Field, set: readonly number[]): { strictMinutes: number; singles: number } {
  const team = membersOf(field, set);
  const { strict } = mergeAll(team.supplies);
  const minutes = dailyMost(field.demands, strict, field.days.length, field.solver);
  return {
    strictMinutes: minutes.reduce((total, each) => total + each, 0),
    singles: singleSuppliers(team).length,
  };
}

/**
 * Tells where a set delivers less than all do. By the maximum-flow minimum-cut theorem what is short that day are some lots, of which all members
 * together have too little: every sufficient set has enough of those.
 */
function shortages(
  { demands, supplies, days, solver }: Field,
  targets: readonly number[],
): (set: readonly number[]) => Demand | null {
  // Where the last set was short the next one may be too.
  let suspect = 0;
  return (set) => {
    const chosen = set.flatMap((number) => supplies[number]?.lenient ?? []);
    const most = new DailyMost(demands, mergeSupplies(chosen), solver);
    const isShort = (day: number): boolean => most.on(day) < (targets[day] ?? 0);
    if (!isShort(suspect)) suspect = days.findIndex((_date, day) => isShort(day));
    if (suspect < 0) {
      suspect = 0;
      return null;
    }
    const day = suspect;
    const scarce = new Set(most.scarceLotsOn(day));
    const open = demands.map((_demand, lot) => (scarce.has(lot) ? Infinity : 0));
    const gives = supplies.map(({ lenient }) => mostAlone(open, lenient, day, solver));
    const others = demands.filter((_demand, lot) => !scarce.has(lot));
    const wanted = (targets[day] ?? 0) - total(others);
    if (total(set.map((number) => gives[number] ?? 0)) < wanted) return { wanted, gives };
    // Budgets over several services are the reason, of which a cut knows nothing: somebody else is needed, whoever it is.
    return { wanted: 1, gives: supplies.map((_each, number) => (set.includes(number) ? 0 : 1)) };
  };
}

/** What a supplier alone can deliver of some lots on a day. @param open - Infinity for those lots, 0 for the others. */
function mostAlone(
  open: readonly number[],
  supply: Supply,
  day: number,
  solver: Solver | null,
): number {
  if (supply.gates.length > 0) return new DailyMost(open, supply, solver).on(day);
  const useful = supply.pools.filter(({ lots }) => lots.some((lot) => open[lot] !== 0));
  return total(useful.map(({ minutes }) => minutes[day] ?? 0));
}

function propose(field: Field, set: readonly number[]): Proposal {
  const { demands, days, solver } = field;
  const team = membersOf(field, set);
  const merged = mergeAll(team.supplies);
  const shares = sharesOf(field, team);
  const cooperatives = team.suppliers.map(({ cooperative }) => cooperative);
  const borne = (id: string): number =>
    total(shares.flatMap(({ cooperative, minutes }) => (cooperative === id ? minutes : [])));
  return {
    cooperatives,
    lead: cooperatives.reduce((lead, other) => (borne(other) > borne(lead) ? other : lead)),
    coverage: coverageOf(demands, merged, days, solver),
    shares,
    weakestLinks: weakestLinks(team, demands, merged.lenient, solver),
  };
}

function sharesOf({ demands, solver }: Field, { suppliers, supplies, lots, days }: Team): Share[] {
  const own = supplies.map(({ lenient }) => lenient);
  const ownerOfPool = own.flatMap(({ pools }, owner) => pools.map(() => owner));
  const ownerOfGate = own.flatMap(({ gates }, owner) => gates.map(() => owner));
  const most = new DailyMost(demands, joinSupplies(own), solver);
  const minutes = lots.map(() => suppliers.map(() => 0));
  for (const day of days.keys()) {
    for (const { from, lot, minutes: more } of most.deliveriesOn(day)) {
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
