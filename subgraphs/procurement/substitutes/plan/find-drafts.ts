import { bestDraft, compareDrafts, type Demand, type TimedDraft } from './best-draft.js';
import { coverable, ReachTable } from './reach-table.js';
import type { Candidate, Draft } from './types.js';

/** How much may be tried. */
export interface Effort {
  /** Instants looked at when telling what rows of people could cover; a tenth of a microsecond each. */
  readonly reaches: number;
  /** Instants looked at when planning a row, for each turn; some microseconds each. */
  readonly turns: number;
  /** Whether nobody waits any longer. */
  readonly isOver: () => boolean;
}

/** What was found. */
export interface Drafts {
  /** In no order. */
  readonly drafts: readonly Draft[];
  /** Whether all was tried that could be among them. */
  readonly isExhaustive: boolean;
}

/** People who work one after the other, by their numbers. */
interface Row {
  readonly people: readonly number[];
  /** What they cover at most. */
  readonly reach: number;
}

/** Those who work in some rows. */
interface Crew {
  readonly rows: Row[];
  /** What any of the rows covers at most. */
  reach: number;
  /** No row has fewer handovers. */
  readonly fewest: number;
  /** Whether its best plan is known: no longer row is better. */
  isPlanned: boolean;
}

/**
 * Plans, at most one for each set of people, the best of the set; one is left out when another covers more with no more handovers. What rows
 * of people could cover is told first, from short rows to long ones. Then the sets are planned that could cover most, and passed over
 * where a known plan covers more with no more handovers.
 * @param wanted - Where so many plans are better than all of a set, whatever they cost, the set is passed over too.
 * @yields So that others can have a turn.
 */
export function* findDrafts(
  candidates: readonly Candidate[],
  demand: Demand,
  maxHandovers: number,
  wanted: number,
  effort: Effort,
): Generator<undefined, Drafts> {
  const search = new DraftSearch(candidates, demand, effort);
  for (let handovers = 0; handovers <= maxHandovers && !search.isSpent; handovers += 1) {
    yield* search.addRows(handovers);
    yield* search.planComplete();
    if (search.complete >= wanted) return search.found();
  }
  yield* search.planOthers(wanted);
  return search.found();
}

class DraftSearch {
  private readonly table: ReachTable;
  private readonly crews = new Map<string, Crew>();
  private readonly most: number;
  private drafts: TimedDraft[] = [];
  private reachesLeft: number;
  private turnsLeft: number;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly demand: Demand,
    private readonly effort: Effort,
  ) {
    this.table = new ReachTable(candidates, demand);
    this.most = demand.windows.reduce((sum, _window, i) => sum + coverable(candidates, i), 0);
    this.reachesLeft = effort.reaches;
    this.turnsLeft = effort.turns;
  }

  found(): Drafts {
    return { drafts: this.drafts, isExhaustive: !this.isSpent };
  }

  get isSpent(): boolean {
    return this.reachesLeft < 0 || this.turnsLeft < 0 || this.effort.isOver();
  }

  /** How many plans cover all that anybody could. */
  get complete(): number {
    return this.drafts.filter(({ coveredMinutes }) => coveredMinutes === this.most).length;
  }

  /** Adds the rows with so many handovers. */
  *addRows(
    handovers: number,
    people: readonly number[] = [],
    before: readonly Float64Array[] | null = null,
  ): Generator<undefined, void> {
    for (const person of this.candidates.keys()) {
      if (person === people.at(-1)) continue;
      if (this.isSpent) return;
      this.reachesLeft -= this.table.size;
      const row = [...people, person];
      const reached = this.table.extend(before, person);
      yield;
      if (row.length <= handovers) yield* this.addRows(handovers, row, reached);
      else this.addRow(row, reached.findLast(({ length }) => length > 0)?.at(-1) ?? -Infinity);
    }
  }

  /** Plans the sets that may cover all that anybody could. */
  *planComplete(): Generator<undefined, void> {
    for (const crew of this.crews.values()) {
      if (crew.isPlanned || crew.reach < this.most) continue;
      const draft = yield* this.bestOf(crew, this.most);
      if (draft?.coveredMinutes !== this.most) continue;
      crew.isPlanned = true;
      this.keep(draft);
    }
  }

  /** Plans the other sets. */
  *planOthers(wanted: number): Generator<undefined, void> {
    const crews = [...this.crews.values()]
      .filter(({ isPlanned }) => !isPlanned)
      .sort((one, other) => other.reach - one.reach || one.fewest - other.fewest);
    for (const crew of crews) {
      const known = this.drafts.filter(({ handovers }) => handovers <= crew.fewest);
      const atLeast = Math.max(1, ...known.map(({ coveredMinutes }) => coveredMinutes));
      const isBetter = ({ coveredMinutes, handovers }: Draft): boolean =>
        coveredMinutes >= crew.reach && handovers < crew.fewest;
      if (crew.reach < atLeast || known.filter(isBetter).length >= wanted) continue;
      const draft = yield* this.bestOf(crew, atLeast);
      if (draft) this.keep(draft);
    }
  }

  private addRow(people: readonly number[], reach: number): void {
    if (reach <= 0) return;
    const set = [...new Set(people)].sort((one, other) => one - other);
    const key = set.join();
    const fewest = set.length - 1;
    const crew = this.crews.get(key) ?? { rows: [], reach, fewest, isPlanned: false };
    crew.rows.push({ people, reach });
    crew.reach = Math.max(crew.reach, reach);
    this.crews.set(key, crew);
  }

  /** The best plan of a set, if it covers so much. */
  private *bestOf({ rows }: Crew, atLeast: number): Generator<undefined, TimedDraft | null> {
    let best: TimedDraft | null = null;
    const inOrder = rows.toSorted(
      (one, other) => other.reach - one.reach || one.people.length - other.people.length,
    );
    for (const { people, reach } of inOrder) {
      if (reach < (best?.coveredMinutes ?? atLeast)) break;
      const isLonger = best !== null && people.length - 1 > best.handovers;
      if (isLonger && reach === best?.coveredMinutes) continue;
      this.turnsLeft -= this.table.size * people.length;
      if (this.turnsLeft < 0 || this.effort.isOver()) return null;
      const row = people.flatMap((person) => this.candidates[person] ?? []);
      const draft: TimedDraft | null = yield* bestDraft(row, this.demand);
      if (draft && (best === null || compareDrafts(draft, best) > 0)) best = draft;
    }
    return best;
  }

  private keep(draft: TimedDraft): void {
    const beats = (one: Draft, other: Draft): boolean =>
      one.coveredMinutes > other.coveredMinutes && one.handovers <= other.handovers;
    if (this.drafts.some((other) => beats(other, draft))) return;
    this.drafts = [...this.drafts.filter((other) => !beats(draft, other)), draft];
  }
}
