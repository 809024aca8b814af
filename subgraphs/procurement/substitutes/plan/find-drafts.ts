import { compareDrafts, type Demand, type TimedDraft } from './best-draft.js';
import type { Effort } from './effort.js';
import type { ReachTable } from './reach-table.js';
import { RowPlanner } from './row-planner.js';
import type { Candidate, Draft } from './types.js';

/** What was found. */
export interface Drafts {
  /** In no order. */
  readonly drafts: readonly Draft[];
  /** Whether all was tried that could be among them. */
  readonly isExhaustive: boolean;
}

/**
 * Plans, at most one for each set of people, the best of the set: the one that covers most, then with the fewest handovers; one is left out
 * when another covers more with no more handovers. What can be covered at most is found first. Then those who cover as much are
 * planned, and such as cover less with fewer handovers, as long as they could not cover more with more of them.
 * @param wanted - Where so many plans cover all that can be, none that cover less or with more handovers are looked for: they are worse whatever they cost.
 * @yields So that others can have a turn.
 */
export function* findDrafts(
  candidates: readonly Candidate[],
  demand: Demand,
  maxHandovers: number,
  wanted: number,
  effort: Effort,
): Generator<undefined, Drafts> {
  const planner = new RowPlanner(candidates, demand, effort);
  yield* planner.prepare();
  const search = new DraftSearch(planner, maxHandovers);
  yield* search.findMost();
  yield* search.findAllWithMost(wanted);
  if (search.found < wanted) yield* search.findLesser();
  const isExhaustive = planner.isExact && !effort.isSpent;
  return { drafts: search.drafts(isExhaustive), isExhaustive };
}

/** Whether a plan of a set is to be taken. */
type Choice = (set: string, draft: TimedDraft) => Generator<undefined, boolean>;

class DraftSearch {
  private readonly table: ReachTable;
  /** What any plan covers at most. */
  private most = 1;
  /** A good plan of a set, mostly its best. */
  private readonly good = new Map<string, TimedDraft>();
  /** The best plan of a set, surely, where it could be wanted. */
  private readonly best = new Map<string, TimedDraft>();

  constructor(
    private readonly planner: RowPlanner,
    private readonly maxHandovers: number,
  ) {
    this.table = planner.tableOfAll();
  }

  /** How many plans cover most. */
  get found(): number {
    return this.best.size;
  }

  /** None that another beats. @param areSure - Whether such plans alone are meant as are surely the best of their sets. */
  drafts(areSure: boolean): TimedDraft[] {
    const drafts = [...(areSure ? this.best : new Map([...this.good, ...this.best])).values()];
    const most: number[] = [];
    for (const { coveredMinutes, handovers } of drafts) {
      for (let more = handovers; more <= this.maxHandovers; more += 1) {
        most[more] = Math.max(most[more] ?? 0, coveredMinutes);
      }
    }
    return drafts.filter(
      ({ coveredMinutes, handovers }) => coveredMinutes >= (most[handovers] ?? 0),
    );
  }

  /** Finds what can be covered at most. */
  *findMost(): Generator<undefined, void> {
    let possible = 0;
    for (let turns = 1; turns <= this.maxHandovers + 1; turns += 1) {
      possible = Math.max(possible, yield* this.planner.most(this.table, turns));
    }
    yield* this.planPromising();
    for (let handovers = 0; handovers <= this.maxHandovers; handovers += 1) {
      if (this.most >= possible) return;
      this.most = yield* this.planSets(handovers, this.most, null);
    }
  }

  /** Plans one row of as many handovers as may be: what covers less than it need not be looked at. */
  private *planPromising(): Generator<undefined, void> {
    const row = yield* this.planner.promisingRow(this.table, this.maxHandovers + 1);
    const draft = row && (yield* this.planner.plan(row, this.most));
    if (!draft) return;
    this.keepGood(setOf(row), draft);
    this.most = Math.max(this.most, draft.coveredMinutes);
  }

  /** Finds those that cover most. @param wanted - So many are enough, with as few handovers as can be. */
  *findAllWithMost(wanted: number): Generator<undefined, void> {
    for (let handovers = 0; handovers <= this.maxHandovers; handovers += 1) {
      yield* this.planSets(handovers, this.most, null, this.best);
      if (this.found >= wanted) return;
    }
  }

  /** Finds those that cover less, with fewer handovers than all that cover most. */
  *findLesser(): Generator<undefined, void> {
    let fewest = this.maxHandovers + 1;
    for (const draft of this.best.values()) fewest = Math.min(fewest, draft.handovers);
    let most = 1;
    for (let handovers = 0; handovers < fewest; handovers += 1) {
      const isBest: Choice = (set, draft) => this.isBest(set, draft);
      most = yield* this.planSets(handovers, most, isBest, this.best);
    }
  }

  /**
   * Plans the sets that cover most with so many handovers, those first that could cover more than any does, then, by halves, those that could
   * cover as much as is known.
   * @param atLeast - Less does not count.
   * @param isChosen - Null where all are.
   * @param into - Where the best plans are put; a set that is there already is passed over.
   * @returns What any of them covers at most; `atLeast` where there is none.
   */
  private *planSets(
    handovers: number,
    atLeast: number,
    isChosen: Choice | null,
    into: Map<string, TimedDraft> | null = null,
  ): Generator<undefined, number> {
    const chosen = new Map<string, TimedDraft>();
    let most = atLeast;
    let wanted = Math.max(most, yield* this.planner.most(this.table, handovers + 1));
    const { planner } = this;
    const keep = (set: string, draft: TimedDraft): void => {
      this.keepGood(set, draft);
      const known = chosen.get(set);
      if (!known || compareDrafts(draft, known) > 0) chosen.set(set, draft);
      most = Math.max(most, draft.coveredMinutes);
    };
    const visit = function* (row: readonly number[]): Generator<undefined, boolean> {
      const set = setOf(row);
      if (into?.has(set)) return false;
      const draft = yield* planner.plan(row, most);
      if (!draft || draft.coveredMinutes < most) return false;
      const isKnown = chosen.get(set)?.coveredMinutes === draft.coveredMinutes;
      if (isKnown || !isChosen || (yield* isChosen(set, draft))) keep(set, draft);
      return false;
    };
    for (;;) {
      yield* planner.visitRows(this.table, handovers + 1, () => Math.max(wanted, most), visit);
      if (most >= wanted || planner.effort.isSpent) break;
      wanted = most + Math.floor((wanted - most) / 2);
    }
    for (const [set, draft] of chosen) if (draft.coveredMinutes === most) into?.set(set, draft);
    return most;
  }

  /** Whether a set cannot cover more with more handovers. */
  private *isBest(set: string, draft: TimedDraft): Generator<undefined, boolean> {
    const { coveredMinutes, handovers } = draft;
    if ((this.good.get(set)?.coveredMinutes ?? 0) > coveredMinutes) return false;
    const { planner } = this;
    const table = planner.tableOf(set.split(',').map(Number));
    const more = coveredMinutes + 1;
    const visit = (row: readonly number[]): Generator<undefined, boolean> =>
      this.isBetter(set, row, more);
    for (let turns = handovers + 2; turns <= this.maxHandovers + 1; turns += 1) {
      if ((yield* planner.most(table, turns)) < more) continue;
      if (yield* planner.visitRows(table, turns, () => more, visit)) return false;
    }
    return true;
  }

  /** Whether a row of all people of a set covers so much. */
  private *isBetter(
    set: string,
    row: readonly number[],
    atLeast: number,
  ): Generator<undefined, boolean> {
    if (setOf(row) !== set) return false;
    const draft = yield* this.planner.plan(row, atLeast);
    if (!draft || draft.coveredMinutes < atLeast) return false;
    this.keepGood(set, draft);
    return true;
  }

  private keepGood(set: string, draft: TimedDraft): void {
    const known = this.good.get(set);
    if (!known || draft.coveredMinutes > known.coveredMinutes) this.good.set(set, draft);
  }
}

/** People as one word, in whatever order they stand. */
function setOf(row: readonly number[]): string {
  return [...new Set(row)].sort((one, other) => one - other).join();
}
