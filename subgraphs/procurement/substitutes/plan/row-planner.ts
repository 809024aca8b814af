import { bestDraft, type Demand, type TimedDraft } from './best-draft.js';
import type { Effort } from './effort.js';
import { Parts } from './parts.js';
import { ReachTable, type Prefix } from './reach-table.js';
import type { Candidate } from './types.js';

/** Of all, for telling what each can do: who comes later is left out. */
const MOST_STEPS_OF_PEOPLE = 250_000;

/** What is to be done with a row of people, by their numbers. Ends with true where no other row is wanted. */
type Visit = (row: readonly number[], reach: number) => Generator<undefined, boolean>;

/** Plans rows of people, each once. All that takes long yields, so that others can have a turn. */
export class RowPlanner {
  private readonly parts: Parts;
  private readonly plannedByRow = new Map<
    string,
    { readonly draft: TimedDraft | null; readonly atLeast: number }
  >();
  /** Whether nobody was left out, and each row that was asked for got its best plan. */
  isExact = true;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly demand: Demand,
    readonly effort: Effort,
  ) {
    this.parts = new Parts(demand);
  }

  /** Tells what each can do; first of all. */
  *prepare(): Generator<undefined, void> {
    const share = this.effort.part(MOST_STEPS_OF_PEOPLE);
    for (const index of this.demand.windows.keys()) {
      const all = this.candidates.flatMap(({ chances }) => chances[index]?.stretches ?? []);
      this.parts.addWindow(all);
      if (share.spend(all.length)) yield;
    }
    for (const candidate of this.candidates) {
      this.isExact &&= !share.isSpent;
      if (share.isSpent) return;
      this.parts.add(candidate);
      if (share.spend(this.stepsOfTable)) yield;
    }
  }

  /** Of what all people could do. */
  tableOfAll(): ReachTable {
    return this.tableOf(Array.from({ length: this.parts.people }, (_none, person) => person));
  }

  tableOf(people: readonly number[]): ReachTable {
    return new ReachTable(this.parts, people);
  }

  /** What people could cover at most with so many turns. */
  *most(table: ReachTable, turns: number): Generator<undefined, number> {
    if (this.effort.spend(this.stepsOfTable * table.people.length)) yield;
    return this.effort.isSpent ? 0 : table.most(turns);
  }

  /**
   * Visits all rows of so many turns that could cover so much.
   * @param atLeast - Asked anew for each.
   * @returns Whether a visit has ended it.
   */
  *visitRows(
    table: ReachTable,
    turns: number,
    atLeast: () => number,
    visit: Visit,
    prefix: Prefix | null = null,
  ): Generator<undefined, boolean> {
    for (const person of table.people) {
      if (person === prefix?.people.at(-1)) continue;
      if (this.effort.spend(this.stepsOfTable)) yield;
      if (this.effort.isSpent) return true;
      const row = table.extend(prefix, person);
      const reach = table.bound(row, turns - 1);
      if (reach < atLeast()) continue;
      const isOver =
        turns > 1
          ? yield* this.visitRows(table, turns - 1, atLeast, visit, row)
          : yield* visit(row.people, reach);
      if (isOver) return true;
    }
    return false;
  }

  /** A row of so many turns that could cover much: turn by turn the person is taken with whom most can be. Null where there is none. */
  *promisingRow(table: ReachTable, turns: number): Generator<undefined, readonly number[] | null> {
    let prefix: Prefix | null = null;
    for (let left = turns - 1; left >= 0; left -= 1) {
      let most = -Infinity;
      let best: Prefix | null = null;
      for (const person of table.people) {
        if (person === prefix?.people.at(-1)) continue;
        if (this.effort.spend(this.stepsOfTable)) yield;
        if (this.effort.isSpent) return null;
        const row = table.extend(prefix, person);
        const reach = table.bound(row, left);
        if (reach > most) [most, best] = [reach, row];
      }
      if (best === null) return null;
      prefix = best;
    }
    return prefix?.people ?? null;
  }

  /** The best plan of a row; null where none covers so much. */
  *plan(row: readonly number[], atLeast: number): Generator<undefined, TimedDraft | null> {
    const key = row.join();
    const known = this.plannedByRow.get(key);
    if (known && (known.draft || known.atLeast <= atLeast)) return known.draft;
    const rests = this.tableOf(row).restsOf(row);
    const { instants } = this.parts;
    const planned = {
      people: row.flatMap((person) => this.candidates[person] ?? []),
      rest: (turn: number, index: number, at: number): number =>
        rests[turn + 1]?.[index]?.[lastUpTo(instants[index] ?? [], at)] ?? 0,
      atLeast,
    };
    const { draft, isExact } = yield* bestDraft(planned, this.demand, this.effort);
    this.isExact &&= isExact;
    this.plannedByRow.set(key, { draft, atLeast });
    return draft;
  }

  /** For a look at all instants, which are quick. */
  private get stepsOfTable(): number {
    return 10 + this.parts.size / 5;
  }
}

/** The number of the last instant that has come; the first where none has. */
function lastUpTo(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instants[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
