import { joinEqual, type Limit, type Supplier } from './suppliers.js';
import { lesser, sum, type Gate, type Pool, type Supply, type WideBudget } from './supply.js';

/** Services that stand for the same lots and under the same budgets. */
interface Group {
  readonly lots: readonly number[];
  readonly services: Set<string>;
}

/** Resources of the same kind, before it is known which gates are needed. */
interface Bearers {
  readonly lots: readonly number[];
  readonly groups: readonly Group[];
  readonly minutes: Float64Array;
}

/**
 * What a cooperative can deliver on the working days, reduced to what says the same: each resource once, equal ones together, without
 * the budgets that are never in the way, and without gates that only people behind them could tell from their budget.
 * @param lotsByService - Numbers of the lots that a service stands for, ascending. Other services do not count.
 */
export function supplyOf(
  supplier: Pick<Supplier, 'resources' | 'budgets'>,
  lotsByService: ReadonlyMap<string, readonly number[]>,
): Supply {
  const resources = joinEqual(supplier.resources, lotsByService, sum);
  const budgets = joinEqual(supplier.budgets, lotsByService, lesser).filter((budget) =>
    isEverInTheWay(budget, resources),
  );
  const groupOf = groupServices(budgets, lotsByService);
  const bearers = resources.map(({ services, minutes }): Bearers => {
    const lots = new Set<number>();
    const groups = new Set<Group>();
    for (const service of services) {
      const group = groupOf.get(service);
      if (group) groups.add(group);
      else for (const lot of lotsByService.get(service) ?? []) lots.add(lot);
    }
    return {
      lots: ascending(lots),
      // Nobody goes through a gate to where the way is open.
      groups: [...groups].filter((group) => !group.lots.every((lot) => lots.has(lot))),
      minutes,
    };
  });
  return arrange(bearers, budgets);
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Whether on some day all who bear its services have more minutes than it allows. */
function isEverInTheWay(budget: Limit, resources: readonly Limit[]): boolean {
  const bearers = resources.filter(({ services }) =>
    services.some((service) => budget.services.includes(service)),
  );
  const [first, ...others] = bearers.map(({ minutes }) => minutes);
  const all = first && others.reduce(sum, first);
  return all?.some((minutes, day) => minutes > (budget.minutes[day] ?? 0)) ?? false;
}

/** @returns By service; services without a budget have no group. */
function groupServices(
  budgets: readonly Limit[],
  lotsByService: ReadonlyMap<string, readonly number[]>,
): Map<string, Group> {
  const groupByKey = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  for (const service of new Set(budgets.flatMap(({ services }) => services))) {
    const lots = lotsByService.get(service) ?? [];
    const above = budgets.map(({ services }) => (services.includes(service) ? 1 : 0));
    const key = `${lots.join()} ${above.join('')}`;
    const group = groupByKey.get(key) ?? { lots, services: new Set() };
    groupByKey.set(key, group);
    group.services.add(service);
    groupOf.set(service, group);
  }
  return groupOf;
}

/** Makes gates of the groups that need one; where all behind a group can do nothing else, they are a pool that has no more than its budget. */
function arrange(bearers: readonly Bearers[], budgets: readonly Limit[]): Supply {
  const pools: Pool[] = [];
  const add = (lots: readonly number[], gates: readonly number[], minutes: Float64Array): void => {
    pools.push({ lots, gates, minutes });
  };
  const groups = [...new Set(bearers.flatMap((bearer) => bearer.groups))];
  const isOver = ({ services }: Group, budget: Limit): boolean =>
    budget.services.some((service) => services.has(service));
  const spans = budgets.map((budget) => groups.filter((group) => isOver(group, budget)));

  const gates: Gate[] = [];
  const gateOf = new Map<Group, number>();
  for (const group of groups) {
    const behind = bearers.filter((bearer) => bearer.groups.includes(group));
    const own = budgets.filter((_budget, n) => spans[n]?.length === 1 && spans[n][0] === group);
    const limit = own.map(({ minutes }) => minutes).reduce(lesser, unlimited(behind));
    const isWide = spans.some((span) => span.length > 1 && span.includes(group));
    if (!isWide && behind.every(({ lots, groups: all }) => lots.length === 0 && all.length === 1)) {
      add(group.lots, [], lesser(limit, behind.map(({ minutes }) => minutes).reduce(sum)));
    } else {
      gateOf.set(group, gates.push({ lots: group.lots, minutes: limit }) - 1);
    }
  }
  for (const { lots, groups: through, minutes } of bearers) {
    const numbers = through.flatMap((group) => gateOf.get(group) ?? []);
    if (lots.length > 0 || numbers.length > 0) add(lots, numbers, minutes);
  }
  const wideBudgets = budgets.flatMap(({ minutes }, n): WideBudget[] => {
    const span = spans[n] ?? [];
    if (span.length < 2) return [];
    return [{ gates: span.flatMap((group) => gateOf.get(group) ?? []), minutes }];
  });
  return { pools, gates, wideBudgets };
}

function unlimited(bearers: readonly Bearers[]): Float64Array {
  return new Float64Array(bearers[0]?.minutes.length ?? 0).fill(Infinity);
}
