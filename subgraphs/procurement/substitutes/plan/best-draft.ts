import type { Effort } from './effort.js';
import { WindowLimits } from './limits.js';
import { compareChanges, TurnTable, Label, type Bounds } from './turn-table.js';
import type { Candidate, Draft, Segment, ServiceMinutes, Time } from './types.js';

/** What is to be covered, and what may be given of each service. */
export interface Demand {
  readonly windows: readonly Time[];
  readonly serviceMinutes: ServiceMinutes;
}

/** A draft, and when its changes of person are. */
export interface TimedDraft extends Draft {
  readonly changes: readonly number[];
}

/** A row of people, and what their plans are held against. */
interface PlannedRow {
  /** Each at least once; neighbours differ. */
  readonly people: readonly Candidate[];
  /** What each turn and those after it can cover from an instant of a window on, at most. @param turn - -1 before the first. */
  readonly rest: (turn: number, index: number, at: number) => number;
  /** Plans that cover less do not count. */
  readonly atLeast: number;
}

/** The best plan of a row that was found. */
interface BestDraft {
  /** Null when not each can have their turn, or less would be covered than counts. */
  readonly draft: TimedDraft | null;
  /** Whether there is no better one. */
  readonly isExact: boolean;
}

/** Of plans that stand alike as many are kept at first: enough where budgets are not tight. */
const FEW = 4;
/** For all plans of one row, after which the best of those few has to do. */
const MOST_STEPS_OF_A_ROW = 100_000;

/**
 * The best plan in which people work one after the other as they stand in a row: the one that covers most, then changing as late as
 * possible, the first change first, then in fewest segments. It is looked for twice: among a few plans, which is quick, and where that may have
 * left out the best one, among all that could cover as much.
 * @yields So that others can have a turn.
 */
export function* bestDraft(
  row: PlannedRow,
  demand: Demand,
  effort: Effort,
): Generator<undefined, BestDraft> {
  const quick = yield* planned(row, demand, { isFine: false, most: FEW }, effort);
  if (quick.isExact) return quick;
  const atLeast = quick.draft?.coveredMinutes ?? row.atLeast;
  const whole = yield* planned(
    { ...row, atLeast },
    demand,
    { isFine: true, most: Infinity },
    effort.part(MOST_STEPS_OF_A_ROW),
  );
  return whole.isExact ? whole : quick;
}

/**
 * Dynamic programming over the instants at which something can begin or has to end. Of two plans with the same turn, the one is given up
 * that covers less, or as much and has changed earlier, unless it has more left to use.
 */
function* planned(
  { people, rest, atLeast }: PlannedRow,
  { windows, serviceMinutes }: Demand,
  { isFine, most }: { readonly isFine: boolean; readonly most: number },
  effort: Effort,
): Generator<undefined, BestDraft> {
  let labels = [new Label(-1, 0, [], null, [])];
  let isExact = true;
  for (const [index, window] of windows.entries()) {
    const limits = new WindowLimits(people, index, window, serviceMinutes, isFine);
    const bounds: Bounds = { rest: (turn, at) => rest(turn, index, at), atLeast, most };
    const table = new TurnTable(people, index, limits, bounds, labels);
    for (const at of limits.instants) {
      for (const steps of table.pass(at)) {
        if (effort.spend(steps)) yield;
        if (effort.isSpent) return { draft: null, isExact: false };
      }
      if (effort.spend(1)) yield;
    }
    isExact &&= table.isExact;
    labels = table.labels();
  }
  const whole = labels.find(({ turn }) => turn === people.length - 1);
  return { draft: whole && whole.covered >= atLeast ? draftOf(whole) : null, isExact };
}

function draftOf({ covered, turn, changes, last }: Label): TimedDraft {
  const segments: Segment[] = [];
  for (let chain = last; chain; chain = chain.before) segments.push(chain.segment);
  return { segments: segments.reverse(), coveredMinutes: covered, handovers: turn, changes };
}

/** Above 0 when one plan of some people is better than another of the same with as many handovers. */
export function compareDrafts(one: TimedDraft, other: TimedDraft): number {
  return one.coveredMinutes - other.coveredMinutes || compareChanges(one.changes, other.changes);
}
