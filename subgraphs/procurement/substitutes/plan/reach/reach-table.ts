import { budgetOf, NOBODY, type Budgets, type Parts } from './parts.js';
import { atWork, firstOf, notYetAtWork, type Following, type Reaches } from './rests.js';

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
