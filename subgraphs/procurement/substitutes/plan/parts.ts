import type { Demand } from './best-draft.js';
import { instantsOf, isStart } from './chances.js';
import type { Candidate, Chances, Stretch } from './types.js';

/** What one person can do in one window, by the numbers of its instants. */
export interface Part {
  /** Minutes of theirs before each instant. */
  readonly before: Float64Array;
  /** At which of them something of theirs can begin: 1, else 0. */
  readonly isStart: Uint8Array;
  /** What they can give at most, by their own budget. */
  readonly own: number;
  /** What they can give at most, by all budgets. */
  readonly minutes: number;
}

/** What budgets leave to some people together, in each window. */
export interface Budgets {
  /** Each once. */
  readonly people: readonly number[];
  readonly own: readonly number[];
  /** Of all services as which one of them can be booked. */
  readonly ofServices: readonly number[];
  readonly services: readonly string[];
}

export const NOBODY: Budgets = { people: [], own: [], ofServices: [], services: [] };

/** What each of some people can do in each window, on instants that all share. */
export class Parts {
  /** In each window, when something of anybody can begin or has to end. */
  readonly instants: (readonly number[])[] = [];
  /** How many instants there are. */
  size = 0;
  private readonly byPerson: (readonly Part[])[] = [];
  private readonly servicesByPerson: (readonly string[])[] = [];

  constructor(private readonly demand: Demand) {}

  /** Adds the next window. @param stretches - Of all people who will be added. */
  addWindow(stretches: readonly Stretch[]): void {
    const instants = instantsOf(stretches);
    this.instants.push(instants);
    this.size += instants.length;
  }

  /** Adds the next person, when all windows are there. */
  add({ chances }: Candidate): void {
    const ids = chances.flatMap(({ stretches }) => stretches.map(({ service }) => service.id));
    const services = [...new Set(ids)];
    this.servicesByPerson.push(services);
    this.byPerson.push(
      this.instants.map((instants, index) => {
        const own = chances[index] ?? { stretches: [], minutes: 0 };
        return partOf(own, instants, this.minutesOf(services, index));
      }),
    );
  }

  /** How many people were added. */
  get people(): number {
    return this.byPerson.length;
  }

  /** One for each window. */
  of(person: number): readonly Part[] {
    return this.byPerson[person] ?? [];
  }

  /** Budgets with one person more. */
  with(person: number, budgets: Budgets = NOBODY): Budgets {
    if (budgets.people.includes(person)) return budgets;
    const services = (this.servicesByPerson[person] ?? []).filter(
      (id) => !budgets.services.includes(id),
    );
    const parts = this.of(person);
    return {
      people: [...budgets.people, person],
      own: parts.map(({ own }, index) => (budgets.own[index] ?? 0) + own),
      ofServices: parts.map(
        (_part, index) => (budgets.ofServices[index] ?? 0) + this.minutesOf(services, index),
      ),
      services: [...budgets.services, ...services],
    };
  }

  private minutesOf(services: readonly string[], index: number): number {
    const { serviceMinutes } = this.demand;
    return services.reduce((sum, id) => sum + (serviceMinutes.get(id)?.[index] ?? 0), 0);
  }
}

/** What all budgets leave in a window. */
export function budgetOf({ own, ofServices }: Budgets, index: number): number {
  return Math.min(own[index] ?? 0, ofServices[index] ?? 0);
}

function partOf(
  { stretches, minutes }: Chances,
  instants: readonly number[],
  ofServices: number,
): Part {
  const before = new Float64Array(instants.length);
  const starts = new Uint8Array(instants.length);
  let sum = 0;
  for (const [number, at] of instants.entries()) {
    const last = instants[number - 1] ?? at;
    if (stretches.some(({ from, to }) => from <= last && at <= to)) sum += at - last;
    before[number] = sum;
    starts[number] = Number(stretches.some((stretch) => isStart(stretch, at)));
  }
  const own = Math.min(minutes, sum);
  return { before, isStart: starts, own, minutes: Math.min(own, ofServices) };
}
