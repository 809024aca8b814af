import { Arc, Node, sendMost } from './flow.js';
import type { Program, Solver } from './solver.js';
import type { Delivery, Supply } from './supply.js';

/**
 * The most that a supply can deliver on a day: the maximum flow from the pools, some of it through gates, to the lots. Budgets over
 * several gates are no part of a flow. A greatest flow that keeps within them is the answer all the same; otherwise a solver looks for it.
 */
export class DailyMost {
  readonly #source = new Node();
  readonly #sink = new Node();
  readonly #lots: readonly Node[];
  readonly #nodes: Node[];
  readonly #poolArcs: readonly Arc[];
  readonly #gateArcs: readonly Arc[];
  readonly #lotArcs: readonly Arc[];
  /** Those without a limit of their own. */
  readonly #innerArcs: Arc[] = [];
  readonly #deliveries: { readonly from: Delivery['from']; readonly lot: number; arc: Arc }[] = [];

  /**
   * @param demands - Person-minutes wanted each day, by the number of the lot.
   * @param solver - Null only where the supply has no wide budgets.
   */
  constructor(
    readonly demands: readonly number[],
    readonly supply: Supply,
    private readonly solver: Solver | null,
  ) {
    this.#nodes = [this.#source, this.#sink];
    this.#lots = demands.map(() => this.#node());
    this.#lotArcs = this.#lots.map((lot) => Arc.lay(lot, this.#sink));
    const gates = supply.gates.map(({ lots }, gate) => {
      const [entry, exit] = [this.#node(), this.#node()];
      this.#deliver(exit, lots, { gate });
      return { entry, limit: Arc.lay(entry, exit) };
    });
    this.#gateArcs = gates.map(({ limit }) => limit);
    this.#poolArcs = supply.pools.map((pool, number) => {
      const node = this.#node();
      this.#deliver(node, pool.lots, { pool: number });
      for (const gate of pool.gates) {
        const to = gates[gate]?.entry;
        if (to) this.#innerArcs.push(Arc.lay(node, to));
      }
      return Arc.lay(this.#source, node);
    });
  }

  /** How much can be delivered on a day, in person-minutes. @param day - Index of a working day. */
  on(day: number): number {
    return this.#solve(day).minutes;
  }

  /** One way of delivering the most. */
  deliveriesOn(day: number): readonly Delivery[] {
    const { program } = this.#solve(day);
    if (program) return program.deliveries;
    return this.#deliveries.flatMap(({ from, lot, arc }) =>
      arc.sent > 0 ? [{ from, lot, minutes: arc.sent }] : [],
    );
  }

  /**
   * The lots of which the suppliers are the limit on a day: whatever else is delivered, they have no more for these together. Where
   * budgets over several gates are in the way, what is said holds without those.
   */
  scarceLotsOn(day: number): readonly number[] {
    this.#send(day);
    return this.demands.flatMap((_demand, lot) => (this.#lots[lot]?.level === -1 ? [lot] : []));
  }

  #node(): Node {
    const node = new Node();
    this.#nodes.push(node);
    return node;
  }

  #deliver(node: Node, lots: readonly number[], from: Delivery['from']): void {
    for (const lot of lots) {
      const to = this.#lots[lot];
      if (!to) continue;
      const arc = Arc.lay(node, to);
      this.#innerArcs.push(arc);
      this.#deliveries.push({ from, lot, arc });
    }
  }

  #send(day: number): number {
    for (const arc of this.#innerArcs) arc.open(Infinity);
    for (const [lot, arc] of this.#lotArcs.entries()) arc.open(this.demands[lot] ?? 0);
    for (const [gate, arc] of this.#gateArcs.entries()) {
      arc.open(this.supply.gates[gate]?.minutes[day] ?? 0);
    }
    for (const [pool, arc] of this.#poolArcs.entries()) {
      arc.open(this.supply.pools[pool]?.minutes[day] ?? 0);
    }
    return sendMost(this.#nodes, this.#source, this.#sink);
  }

  #solve(day: number): { minutes: number; program: Program | null } {
    const minutes = this.#send(day);
    const isWithin = this.supply.wideBudgets.every(
      (budget) =>
        budget.gates.reduce((total, gate) => total + (this.#gateArcs[gate]?.sent ?? 0), 0) <=
        (budget.minutes[day] ?? 0),
    );
    if (isWithin) return { minutes, program: null };
    if (!this.solver) throw new Error('Wide budgets take a solver.');
    const program = this.solver.most(this.demands, this.supply, day);
    return { minutes: program.minutes, program };
  }
}
