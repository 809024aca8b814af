/** People who are free for the same lots. Lists have one number a working day, in person-minutes. */
export interface Pool {
  /** Numbers of the lots that they may work for as much as they like. */
  readonly lots: readonly number[];
  /** Numbers of the gates through which they may work for further ones. */
  readonly gates: readonly number[];
  readonly minutes: Float64Array;
}

/** What may be given through some services that stand for the same lots, whoever gives it. */
export interface Gate {
  /** Numbers of lots. */
  readonly lots: readonly number[];
  /** Infinity where only a wide budget is a limit. */
  readonly minutes: Float64Array;
}

/** What may be given through several gates together. */
export interface WideBudget {
  /** Numbers of gates. */
  readonly gates: readonly number[];
  readonly minutes: Float64Array;
}

/** What one cooperative, or several together, can deliver: as little as says the same. */
export interface Supply {
  readonly pools: readonly Pool[];
  readonly gates: readonly Gate[];
  readonly wideBudgets: readonly WideBudget[];
}

/** Minutes that reach a lot from a pool, or through a gate. */
export interface Delivery {
  readonly from: { readonly pool: number } | { readonly gate: number };
  readonly lot: number;
  readonly minutes: number;
}

/** The sum of two lists of equal length. */
export function sum(a: Float64Array, b: Float64Array): Float64Array {
  const total = a.slice();
  for (let day = 0; day < total.length; day += 1) total[day] = (total[day] ?? 0) + (b[day] ?? 0);
  return total;
}

/** The lesser of two lists of equal length, day by day. */
export function lesser(a: Float64Array, b: Float64Array): Float64Array {
  const least = a.slice();
  for (let day = 0; day < least.length; day += 1) {
    least[day] = Math.min(least[day] ?? 0, b[day] ?? 0);
  }
  return least;
}

/**
 * The supply of several. Of whom people come makes no difference to how much they can deliver: pools that need no gate and stand
 * for the same lots become one.
 */
export function mergeSupplies(supplies: readonly Supply[]): Supply {
  const poolByLots = new Map<string, Pool>();
  const gated: Supply[] = [];
  for (const supply of supplies) {
    if (supply.gates.length > 0) gated.push(supply);
    for (const pool of supply.pools) {
      if (pool.gates.length > 0) continue;
      const key = pool.lots.join();
      const known = poolByLots.get(key);
      poolByLots.set(key, known ? { ...pool, minutes: sum(known.minutes, pool.minutes) } : pool);
    }
  }
  const beside = gated.map(({ pools, ...rest }) => ({
    pools: pools.filter(({ gates }) => gates.length > 0),
    ...rest,
  }));
  return joinSupplies([{ pools: [...poolByLots.values()], gates: [], wideBudgets: [] }, ...beside]);
}

/** The supply of several, all pools and gates in their order. */
export function joinSupplies(supplies: readonly Supply[]): Supply {
  const pools: Pool[] = [];
  const gates: Gate[] = [];
  const wideBudgets: WideBudget[] = [];
  for (const supply of supplies) {
    const first = gates.length;
    const renumbered = (numbers: readonly number[]): number[] =>
      numbers.map((number) => first + number);
    for (const pool of supply.pools) pools.push({ ...pool, gates: renumbered(pool.gates) });
    gates.push(...supply.gates);
    for (const budget of supply.wideBudgets) {
      wideBudgets.push({ ...budget, gates: renumbered(budget.gates) });
    }
  }
  return { pools, gates, wideBudgets };
}
