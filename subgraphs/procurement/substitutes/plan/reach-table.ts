import { budgetOf, NOBODY, type Budgets, type Part, type Parts } from './parts.js';

/** Minutes by window and number of the instant; -Infinity where it cannot be. */
type Reaches = readonly Float64Array[];

/** What may follow a turn. */
interface Following {
  /** From each instant on, with the next turn begun then or later; null after the last turn. */
  readonly next: Reaches | null;
  /** From the beginning of each window on, and after all, in any of the later turns; -Infinity after the last turn. */
  readonly first: readonly number[];
  /** Of all turns together. */
  readonly budgets: Budgets;
}

/** What a row of people could cover, as far as it goes. */
export interface Prefix {
  readonly people: readonly number[];
  /** By each instant, with the last turn begun. */
  readonly reaches: Reaches;
  /** Before each window and, last, after all of them; the last turn begun or not. */
  readonly before: readonly number[];
  /** Of all in the row. */
  readonly budgets: Budgets;
}

/** What those who may work could cover with some turns. */
interface Rest extends Following {
  readonly next: Reaches;
}

/**
 * How much people could cover who work one after the other: never less than a plan does, and mostly as much. Left aside, so that it is
 * quick, are buffers, shortest bookings, and within a window what budgets leave on one side of an instant for the sake of the other.
 */
export class ReachTable {
  private readonly rests: Rest[] = [];

  /** @param people - Who may work. */
  constructor(
    private readonly parts: Parts,
    readonly people: readonly number[],
  ) {}

  /** A row with one more turn. @param prefix - Null for the first. */
  extend(prefix: Prefix | null, person: number): Prefix {
    const people = [...(prefix?.people ?? []), person];
    const budgets = this.parts.with(person, prefix?.budgets);
    const parts = this.parts.of(person);
    const before = [0];
    let sofar = -Infinity;
    const reaches = this.parts.instants.map((instants, index) => {
      const reach = new Float64Array(instants.length).fill(sofar);
      const most = (before[index] ?? 0) + budgetOf(budgets, index);
      const part = parts[index];
      const atBegin = sofar;
      let best = -Infinity;
      for (let number = 0; part && number < instants.length; number += 1) {
        const minutes = part.before[number] ?? 0;
        const handedOver = prefix === null ? 0 : (prefix.reaches[index]?.[number] ?? 0);
        const taken = Math.max(atBegin, handedOver);
        sofar = Math.max(sofar, Math.min(best + minutes, taken + part.minutes, most));
        reach[number] = sofar;
        if (part.isStart[number]) best = Math.max(best, taken - minutes);
      }
      before.push(Math.max(sofar, prefix?.before[index + 1] ?? 0));
      return reach;
    });
    return { people, reaches, before, budgets };
  }

  /** What a row could cover that goes on with so many turns more. */
  bound({ reaches, before }: Prefix, turns: number): number {
    if (turns === 0) return reaches.findLast(({ length }) => length > 0)?.at(-1) ?? -Infinity;
    const { next, first, budgets } = this.rest(turns);
    return reaches.reduce((bound, reach, index) => {
      const most = (before[index] ?? 0) + budgetOf(budgets, index) + (first[index + 1] ?? 0);
      const rest = next[index];
      let here = -Infinity;
      for (let number = 0; number < reach.length; number += 1) {
        here = Math.max(here, (reach[number] ?? 0) + (rest?.[number] ?? 0));
      }
      return Math.max(bound, Math.min(here, most));
    }, -Infinity);
  }

  /** What they could cover with so many turns, 1 at least. */
  most(turns: number): number {
    return this.rest(turns).next.find(({ length }) => length > 0)?.[0] ?? -Infinity;
  }

  /**
   * For each turn of a row, what is covered at most from each instant on by those at work in it and in the later ones. First comes what is covered
   * before anybody has begun.
   */
  restsOf(row: readonly number[]): readonly Reaches[] {
    const rests: Reaches[] = [];
    let following: Following = { next: null, first: [], budgets: this.budgetsOf(row) };
    for (const person of row.toReversed()) {
      const parts = this.parts.of(person);
      const rest = atWork(parts, following);
      rests.unshift(rest);
      following = {
        ...following,
        next: notYetAtWork(parts, rest),
        first: firstOf(rest, following.first),
      };
    }
    return [following.next ?? [], ...rests];
  }

  private rest(turns: number): Rest {
    const known = this.rests[turns - 1];
    if (known) return known;
    const later: Following =
      turns > 1
        ? this.rest(turns - 1)
        : { next: null, first: [], budgets: this.budgetsOf(this.people) };
    const next = this.parts.instants.map(({ length }) => new Float64Array(length).fill(-Infinity));
    let first = later.first;
    for (const person of this.people) {
      const parts = this.parts.of(person);
      const rest = atWork(parts, later);
      first = firstOf(rest, first);
      for (const [index, own] of notYetAtWork(parts, rest).entries()) {
        const best = next[index];
        for (let number = 0; best && number < best.length; number += 1) {
          best[number] = Math.max(best[number] ?? -Infinity, own[number] ?? -Infinity);
        }
      }
    }
    const rest = { next, first, budgets: later.budgets };
    this.rests.push(rest);
    return rest;
  }

  private budgetsOf(people: readonly number[]): Budgets {
    return people.reduce((budgets, person) => this.parts.with(person, budgets), NOBODY);
  }
}

/** What is covered at most from each instant on by somebody who is at work, and those who follow. @param parts - Theirs. */
function atWork(parts: readonly Part[], { next, first, budgets }: Following): Reaches {
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
function notYetAtWork(parts: readonly Part[], rests: Reaches): Reaches {
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
function firstOf(rests: Reaches, first: readonly number[]): number[] {
  const firsts = [0];
  let own = first.length === 0 ? 0 : -Infinity;
  for (const [index, rest] of [...rests.entries()].reverse()) {
    own = rest[0] ?? own;
    firsts.unshift(Math.max(own, first[index] ?? -Infinity));
  }
  return firsts;
}
