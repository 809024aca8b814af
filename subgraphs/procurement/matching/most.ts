import { Network, type Arc } from './flow.js';
import type { Program, Solver } from './solver.js';
import type { Delivery, Pool, Supply } from './supply.js';

/** An arc that may take so much on each day. */
interface Limited {
  readonly arc: number;
  readonly minutes: Float64Array;
}

/**
 * The most that a supply can deliver on a day: the maximum flow from the pools, some of it through gates, to the lots. Budgets over
 * several gates are no part of a flow. A greatest flow that keeps within them is the answer all the same; otherwise a solver looks for it.
 */
export class DailyMost {
  readonly #network: Network;
  /** The node of lot 0, and the arc from it; the others follow. */
  readonly #firstLot: number;
  readonly #firstEnd: number;
  readonly #limited: readonly Limited[];
  readonly #arcOfGate: readonly number[];
  readonly #deliveries: readonly (Omit<Delivery, 'minutes'> & { readonly arc: number })[];

  /**
   * @param lots - How many there are.
   * @param solver - Null only where the supply has no wide budgets.
   */
  constructor(
    lots: number,
    private readonly supply: Supply,
    private readonly solver: Solver | null,
  ) {
    const { pools, gates } = supply;
    // The source, pools, ways into gates and out of them, lots, the sink.
    const entryOf = (gate: number): number => 1 + pools.length + gate;
    const exitOf = (gate: number): number => entryOf(gates.length + gate);
    this.#firstLot = exitOf(gates.length);
    const sink = this.#firstLot + lots;

    const arcs: Arc[] = [];
    const lay = (from: number, to: number): number => arcs.push({ from, to }) - 1;
    const deliver = (node: number, able: readonly number[], from: Delivery['from']) =>
      able.map((lot) => ({ from, lot, arc: lay(node, this.#firstLot + lot) }));
    // Whoever can do little else comes first, so that seldom anybody has to make room afterwards.
    const width = (pool: Pool): number => pool.lots.length + pool.gates.length;
    const inOrder = [...pools.entries()].sort(([, one], [, other]) => width(one) - width(other));
    const limited: Limited[] = [];
    this.#deliveries = [
      ...inOrder.flatMap(([number, pool]) => {
        limited.push({ arc: lay(0, 1 + number), minutes: pool.minutes });
        for (const gate of pool.gates) lay(1 + number, entryOf(gate));
        return deliver(1 + number, pool.lots, { pool: number });
      }),
      ...gates.flatMap((each, gate) => deliver(exitOf(gate), each.lots, { gate })),
    ];
    this.#arcOfGate = gates.map((_gate, gate) => lay(entryOf(gate), exitOf(gate)));
    for (const [gate, { minutes }] of gates.entries()) {
      limited.push({ arc: this.#arcOfGate[gate] ?? 0, minutes });
    }
    this.#firstEnd = arcs.length;
    for (let lot = 0; lot < lots; lot += 1) lay(this.#firstLot + lot, sink);
    this.#limited = limited;
    this.#network = new Network(sink + 1, arcs);
  }

  /**
   * How much can be delivered on a day, in person-minutes.
   * @param day - Index of a working day.
   * @param demands - Person-minutes that are wanted, by the number of the lot; Infinity for all that there are.
   */
  on(day: number, demands: readonly number[]): number {
    return this.#solve(day, demands).minutes;
  }

  /** One way of delivering the most. */
  deliveriesOn(day: number, demands: readonly number[]): readonly Delivery[] {
    const { program } = this.#solve(day, demands);
    if (program) return program.deliveries;
    return this.#deliveries.flatMap(({ from, lot, arc }) => {
      const minutes = this.#network.sentOn(arc);
      return minutes > 0 ? [{ from, lot, minutes }] : [];
    });
  }

  /**
   * The lots of which the suppliers are the limit on a day: whatever else is delivered, they have no more for these together. Where
   * budgets over several gates are in the way, what is said holds without those.
   */
  scarceLotsOn(day: number, demands: readonly number[]): readonly number[] {
    this.#send(day, demands);
    const isReached = this.#network.reached();
    return [...demands.keys()].filter((lot) => !isReached(this.#firstLot + lot));
  }

  #send(day: number, demands: readonly number[]): number {
    for (const { arc, minutes } of this.#limited) this.#network.limit(arc, minutes[day] ?? 0);
    for (let lot = 0; lot < demands.length; lot += 1) {
      this.#network.limit(this.#firstEnd + lot, demands[lot] ?? 0);
    }
    return this.#network.send();
  }

  #solve(day: number, demands: readonly number[]): { minutes: number; program: Program | null } {
    const minutes = this.#send(day, demands);
    const isWithin = this.supply.wideBudgets.every(
      (budget) =>
        budget.gates.reduce(
          (total, gate) => total + this.#network.sentOn(this.#arcOfGate[gate] ?? 0),
          0,
        ) <= (budget.minutes[day] ?? 0),
    );
    if (isWithin) return { minutes, program: null };
    if (!this.solver) throw new Error('Wide budgets take a solver.');
    const program = this.solver.most(demands, this.supply, day);
    return { minutes: program.minutes, program };
  }
}
