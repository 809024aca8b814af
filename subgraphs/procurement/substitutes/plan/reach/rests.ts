import { budgetOf, type Budgets, type Part } from './parts.js';

/** Minutes by window and number of the instant; -Infinity where it cannot be. */
export type Reaches = readonly Float64Array[];

/** What may follow a turn. */
export interface Following {
  /** From each instant on, with the next turn begun then or later; null after the last turn. */
  readonly next: Reaches | null;
  /** From the beginning of each window on, and after all, in any of the later turns; -Infinity after the last turn. */
  readonly first: readonly number[];
  /** Of all turns together. */
  readonly budgets: Budgets;
}

/** What is covered at most from each instant on by somebody who is at work, and those who follow. @param parts - Theirs. */
export function atWork(parts: readonly Part[], { next, first, budgets }: Following): Reaches {
  const rests: Float64Array[] = [];
  let following = next === null ? 0 : -Infinity;
  for (const [index, part] of [...parts.entries()].reverse()) {
    const { length } = part.before;
    const rest = new Float64Array(length);
    const most = budgetOf(budgets, index) + Math.max(following, first[index + 1] ?? -Infinity);
    let later = following;
    for (let number = length - 1; number >= 0; number -= 1) {
      const gain = number + 1 < length ? minutesFrom(part, number) : 0;
      const handedOver = next?.[index]?.[number] ?? -Infinity;
      const own = part.minutes + Math.max(following, handedOver);
      later = Math.min(Math.max(later + gain, handedOver), own, most);
      rest[number] = later;
    }
    following = later;
    rests.unshift(rest);
  }
  return rests;
}

function minutesFrom({ before }: Part, number: number): number {
  return (before[number + 1] ?? 0) - (before[number] ?? 0);
}

/** The same where they begin at an instant or later. @param rests - Of somebody who is at work. */
export function notYetAtWork(parts: readonly Part[], rests: Reaches): Reaches {
  const begun: Float64Array[] = [];
  let best = -Infinity;
  for (const [index, { isStart }] of [...parts.entries()].reverse()) {
    const own = new Float64Array(isStart.length);
    for (let number = isStart.length - 1; number >= 0; number -= 1) {
      if (isStart[number]) best = Math.max(best, rests[index]?.[number] ?? -Infinity);
      own[number] = best;
    }
    begun.unshift(own);
  }
  return begun;
}

/**
 * What is covered at most from the beginning of each window on, and after all, in one turn or a later one.
 * @param first - The same in a later one; empty after the last turn.
 */
export function firstOf(rests: Reaches, first: readonly number[]): number[] {
  const firsts = [0];
  let own = first.length === 0 ? 0 : -Infinity;
  for (const [index, rest] of [...rests.entries()].reverse()) {
    own = rest[0] ?? own;
    firsts.unshift(Math.max(own, first[index] ?? -Infinity));
  }
  return firsts;
}
