import { isStart } from './chances.js';
import { Front } from './front.js';
import type { WindowLimits } from './limits.js';
import type { Candidate, Segment, Stretch } from './types.js';

/** A plan up to an instant at which nobody is at work. */
export class Label {
  constructor(
    /** Whose turn it was last, by its place in the row of people; -1 before the first. */
    readonly turn: number,
    readonly covered: number,
    /** When each change of person took place. */
    readonly changes: readonly number[],
    readonly last: Chain | null,
    /** How far the limits of the window are used up. */
    readonly taken: readonly number[],
  ) {}

  get length(): number {
    return this.last?.length ?? 0;
  }

  with(taken: readonly number[]): Label {
    return new Label(this.turn, this.covered, this.changes, this.last, taken);
  }

  /**
   * Whether it has nothing less than another of the same turn: neither covered, nor late changes, nor left to use.
   * @param harmless - What of each limit may be used up without its being in the way.
   */
  isAsGoodAs(other: Label, harmless: readonly number[]): boolean {
    if (this.covered < other.covered) return false;
    if (this.covered === other.covered) {
      const later = compareChanges(this.changes, other.changes);
      if (later < 0 || (later === 0 && this.length > other.length)) return false;
    }
    return this.taken.every(
      (taken, index) => taken <= Math.max(other.taken[index] ?? 0, harmless[index] ?? 0),
    );
  }
}

/** The segments of a plan, the last one first. */
export interface Chain {
  readonly before: Chain | null;
  readonly length: number;
  readonly segment: Segment;
}

/** A plan in which somebody is at work. */
interface Work {
  readonly label: Label;
  readonly turn: number;
  readonly changes: readonly number[];
  readonly stretch: Stretch;
  readonly from: number;
  /** The end that neither the stretch nor a limit lets it pass. */
  readonly latest: number;
}

/** Within what bounds a window is planned. */
export interface Bounds {
  /** What a plan could still cover from an instant on, at most. @param turn - -1 before the first. */
  readonly rest: (turn: number, at: number) => number;
  /** Plans that cannot cover so much are given up. */
  readonly atLeast: number;
  /** How many plans may be kept of those that stand alike. */
  readonly most: number;
}

/** The plans of people who work one after the other, carried on through one window, instant by instant. */
export class TurnTable {
  private readonly resting: Front<number, Label>;
  private harmless: readonly number[] = [];
  private working: readonly Work[] = [];
  private isWorkCut = false;

  /**
   * @param row - Who works, turn by turn.
   * @param index - Of the window.
   * @param labels - The plans so far.
   */
  constructor(
    private readonly row: readonly Candidate[],
    private readonly index: number,
    private readonly limits: WindowLimits,
    private readonly bounds: Bounds,
    labels: readonly Label[],
  ) {
    this.resting = new Front(
      bounds.most,
      ({ covered }) => covered,
      (one, other) => one.isAsGoodAs(other, this.harmless),
    );
    for (const label of labels) this.resting.add(label.turn, label.with(limits.none));
  }

  /** Whether no plan was left out that could be among the best. */
  get isExact(): boolean {
    return this.limits.isExact && !this.resting.isCut && !this.isWorkCut;
  }

  /** The plans when the window is over, one for each turn: what was used up in it does not matter any more. */
  labels(): Label[] {
    const labels = new Front<number, Label>(
      1,
      ({ covered }) => covered,
      (one, other) => one.isAsGoodAs(other, []),
    );
    for (const label of this.resting.all()) labels.add(label.turn, label.with([]));
    return labels.all();
  }

  /** Ends what can end and begins what can begin. @yields How many plans were looked at since. */
  *pass(at: number): Generator<number, void> {
    this.harmless = this.limits.harmless(at);
    const working = new Front<Stretch, Work>(
      this.bounds.most,
      ({ label, from }) => label.covered - from,
      (one, other) => this.isWorkAsGood(one, other, at),
    );
    for (const work of this.working) {
      const { label, turn, stretch, from, latest } = work;
      if (!this.isEnough(label.covered + Math.min(at, latest) - from, turn, at)) continue;
      if (at - from >= stretch.service.minMinutes) {
        yield this.resting.add(turn, this.ended(work, Math.min(at, latest)));
      }
      if (at < latest) yield working.add(stretch, work);
    }
    for (const label of this.resting.all()) {
      if (!this.isEnough(label.covered, label.turn, at)) continue;
      for (const turn of [label.turn, label.turn + 1]) {
        for (const stretch of this.row[turn]?.chances[this.index]?.stretches ?? []) {
          const work = isStart(stretch, at) ? this.begun(label, turn, stretch, at) : null;
          yield work ? working.add(stretch, work) : 1;
        }
      }
    }
    this.working = working.all();
    this.isWorkCut ||= working.isCut;
  }

  private isEnough(covered: number, turn: number, at: number): boolean {
    return covered + this.bounds.rest(turn, at) >= this.bounds.atLeast;
  }

  private begun(label: Label, turn: number, stretch: Stretch, at: number): Work | null {
    const room = this.limits.room(label.taken, stretch, at);
    if (room < stretch.service.minMinutes) return null;
    const changes = turn > label.turn && turn > 0 ? [...label.changes, at] : label.changes;
    const latest = Math.min(stretch.to, at + room);
    return { label, turn, changes, stretch, from: at, latest };
  }

  private ended({ label, turn, changes, stretch, from }: Work, at: number): Label {
    const candidate = this.row[turn];
    if (!candidate) throw new RangeError(`Wanted a turn below ${this.row.length}, got ${turn}.`);
    const segment = { candidate, service: stretch.service, from, to: at };
    const last = { before: label.last, length: label.length + 1, segment };
    const taken = this.limits.after(label.taken, turn, stretch, segment);
    return new Label(turn, label.covered + at - from, changes, last, taken);
  }

  /** Whether one that is at work in the same stretch can be ended as early and as late, with nothing lost. */
  private isWorkAsGood(one: Work, other: Work, at: number): boolean {
    if (one.turn !== other.turn) return false;
    const canEnd = at - one.from >= one.stretch.service.minMinutes;
    if ((!canEnd && one.from > other.from) || one.latest < other.latest) return false;
    return this.ended(one, at).isAsGoodAs(this.ended(other, at), this.harmless);
  }
}

/** Above 0 when the first of the changes that differ is later in the first; both have as many. */
export function compareChanges(one: readonly number[], other: readonly number[]): number {
  if (one === other) return 0;
  const index = one.findIndex((change, position) => change !== other[position]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
