import { say } from '../../../shared/words/said/say.js';
import type { ConflictRecord, SeriesWeekdayRecord } from '../../store/records.js';
import { refuse, type Refusal } from '../../store/refusal.js';

/** Why nothing was done, in one sentence; `conflicts` says it visit by visit. @param done - Such as `ordered`. */
export function summary(
  conflicts: readonly ConflictRecord[],
  visits: number,
  done: 'ordered' | 'changed',
): Refusal {
  const code = conflicts[0]?.code ?? 'SLOT_TAKEN';
  const { length } = conflicts;
  const message =
    done === 'ordered'
      ? say`${length} of ${visits} visits cannot be had; nothing was ordered.`
      : say`${length} of ${visits} visits cannot be had; nothing was changed.`;
  return refuse(code, message, ['skipConflicts']);
}

/** The weekdays on which fewer visits conflict, those with the fewest first. @param most - How many conflict as it is. */
export function betterWeekdays(
  all: readonly SeriesWeekdayRecord[],
  most: number,
): SeriesWeekdayRecord[] {
  return all
    .filter(({ conflicts }) => conflicts < most)
    .sort((a, b) => a.conflicts - b.conflicts || a.start.getTime() - b.start.getTime());
}
