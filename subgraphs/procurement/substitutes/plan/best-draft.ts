import { WindowLimits } from './limits.js';
import { compareChanges, TurnTable, Label } from './turn-table.js';
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

/**
 * The best plan in which people work one after the other as they stand in a row: the one that covers most, then changing as late as
 * possible, the first change first, then in fewest segments. Dynamic programming over the instants at which something can begin or
 * has to end. Of two plans with the same turn, the one is given up that covers less, or as much and has changed earlier, unless
 * it has more left to use. Exact.
 * @param row - Each at least once; neighbours differ.
 * @yields After each window, so that others can have a turn.
 * @returns Null when not each can have their turn.
 */
export function* bestDraft(
  row: readonly Candidate[],
  { windows, serviceMinutes }: Demand,
): Generator<undefined, TimedDraft | null> {
  let labels = [new Label(-1, 0, [], null, [])];
  for (const [index, window] of windows.entries()) {
    const limits = new WindowLimits(row, index, window, serviceMinutes);
    const table = new TurnTable(row, index, limits, labels);
    for (const at of limits.instants) table.pass(at);
    labels = table.labels();
    yield;
  }
  const whole = labels.find(({ turn }) => turn === row.length - 1);
  return whole ? draftOf(whole) : null;
}

function draftOf({ covered, turn, changes, last }: Label): TimedDraft {
  const segments: Segment[] = [];
  for (let chain = last; chain; chain = chain.before) segments.push(chain.segment);
  return { segments: segments.reverse(), coveredMinutes: covered, handovers: turn, changes };
}

/** Above 0 when one plan of some people is better than another of the same. */
export function compareDrafts(one: TimedDraft, other: TimedDraft): number {
  return (
    one.coveredMinutes - other.coveredMinutes ||
    other.handovers - one.handovers ||
    compareChanges(one.changes, other.changes)
  );
}
