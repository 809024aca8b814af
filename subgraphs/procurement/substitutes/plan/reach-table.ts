import type { Demand } from './best-draft.js';
import type { Candidate, Chances, ServiceMinutes } from './types.js';

/** What one person can do in one window, by the numbers of its instants. */
interface Part {
  /** Minutes of theirs before each instant. */
  readonly before: readonly number[];
  /** At which of them something of theirs can begin. */
  readonly isStart: readonly boolean[];
  /** That a budget leaves; Infinity where it leaves all. */
  readonly minutes: number;
}

/**
 * How much people could cover who work one after the other: never less than a plan does, and mostly as much. Left aside, so that it is
 * quick, are buffers, shortest bookings and what budgets two turns have in common.
 */
export class ReachTable {
  /** In each window, when something of anybody can begin or has to end. */
  private readonly instants: readonly (readonly number[])[];
  /** How many instants there are. */
  readonly size: number;
  private readonly partsByPerson: readonly (readonly Part[])[];

  constructor(candidates: readonly Candidate[], { windows, serviceMinutes }: Demand) {
    this.instants = windows.map((_window, index) =>
      instantsOf(candidates.flatMap(({ chances }) => chances[index] ?? [])),
    );
    this.size = this.instants.reduce((sum, instants) => sum + instants.length, 0);
    this.partsByPerson = candidates.map(({ chances }) =>
      this.instants.map((instants, index) =>
        partOf(chances[index] ?? NO_CHANCES, instants, index, serviceMinutes),
      ),
    );
  }

  /**
   * What is covered at most by each instant, with one more turn, which must have begun; -Infinity where it cannot have.
   * @param before - The same without this turn; null for the first.
   */
  extend(before: readonly Float64Array[] | null, person: number): Float64Array[] {
    let sofar = -Infinity;
    return this.instants.map((instants, index) => {
      const part = this.partsByPerson[person]?.[index];
      const reach = new Float64Array(instants.length);
      if (!part) return reach.fill(sofar);
      const atBegin = sofar;
      /** What is covered when this person takes over at a start, less their minutes before it; the latest last. */
      const entries: number[] = [];
      const minutesBefore: number[] = [];
      let best = -Infinity;
      for (let number = 0; number < instants.length; number += 1) {
        const minutes = part.before[number] ?? 0;
        if (part.minutes === Infinity) sofar = Math.max(sofar, best + minutes);
        for (let entry = 0; part.minutes < Infinity && entry < entries.length; entry += 1) {
          const worked = Math.min(part.minutes, minutes - (minutesBefore[entry] ?? 0));
          sofar = Math.max(sofar, (entries[entry] ?? 0) + worked);
        }
        reach[number] = sofar;
        if (!(part.isStart[number] ?? false)) continue;
        const covered = Math.max(atBegin, before === null ? 0 : (before[index]?.[number] ?? 0));
        best = Math.max(best, covered - minutes);
        if (part.minutes === Infinity) continue;
        entries.push(covered);
        minutesBefore.push(minutes);
      }
      return reach;
    });
  }
}

const NO_CHANCES: Chances = { stretches: [], minutes: 0 };

function instantsOf(chances: readonly Chances[]): number[] {
  const instants = new Set(
    chances.flatMap(({ stretches }) => stretches.flatMap(({ starts, to }) => [...starts, to])),
  );
  return [...instants].sort((one, other) => one - other);
}

function partOf(
  { stretches, minutes }: Chances,
  instants: readonly number[],
  index: number,
  serviceMinutes: ServiceMinutes,
): Part {
  const services = [...new Set(stretches.map(({ service }) => service.id))];
  const ofServices = services.reduce((sum, id) => sum + (serviceMinutes.get(id)?.[index] ?? 0), 0);
  let sum = 0;
  const before = instants.map((at, number) => {
    const last = instants[number - 1] ?? at;
    const isFree = stretches.some(({ from, to }) => from <= last && at <= to);
    return (sum += isFree ? at - last : 0);
  });
  const room = Math.min(minutes, ofServices);
  return {
    before,
    isStart: instants.map((at) => stretches.some(({ starts }) => starts.has(at))),
    minutes: room < sum ? room : Infinity,
  };
}

/** What some people could cover in a window if they changed as often as they liked. @param index - Of the window. */
export function coverable(people: readonly Candidate[], index: number): number {
  const chances = people.flatMap((person) => person.chances[index] ?? []);
  const budget = chances.reduce((sum, { minutes }) => sum + minutes, 0);
  const stretches = chances
    .flatMap((chance) => chance.stretches)
    .sort((one, other) => one.from - other.from);
  let covered = 0;
  let until = -Infinity;
  for (const { from, to } of stretches) {
    covered += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return Math.min(covered, budget);
}
