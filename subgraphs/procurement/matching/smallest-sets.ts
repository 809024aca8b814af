/** Something that every sufficient set has: members that together give so much of it. */
export interface Demand {
  readonly wanted: number;
  /** What each candidate gives, by its number; 0 or more. */
  readonly gives: readonly number[];
}

/**
 * Looks whether a set suffices.
 * @param set - Numbers of candidates.
 * @returns Null where it does; otherwise a demand that it does not meet and every sufficient set does.
 */
export type Check = (set: readonly number[]) => Demand | null;

/** When a search is broken off. */
export interface SearchLimits {
  /** Sets, whole or begun, that are looked at for each size. */
  readonly steps: number;
  /** Sets of the smallest size that are found. */
  readonly sets: number;
  readonly ms: number;
}

export interface SmallestSets {
  /** Ascending numbers; all of one size, and one at least. */
  readonly sets: readonly (readonly number[])[];
  /** Whether the search was broken off: there may be others, and smaller ones. */
  readonly isCut: boolean;
}

/** A demand, with its candidates in the order of what they give. */
interface Ranked extends Demand {
  readonly order: readonly number[];
}

/**
 * Finds the smallest sets that suffice. Demands are learned one by one from sets that do not, and a set is only begun while the most
 * that so many members could give meets all of them. Of candidates those that give more come first.
 * @param check - All candidates together suffice; so does every set that contains a sufficient one.
 */
export function smallestSets(check: Check, limits: SearchLimits): SmallestSets {
  return new Search(check, limits).run();
}

/** How many sets are gathered at first. */
const PASSES = 2;

class Search {
  readonly #demands: Ranked[] = [];
  readonly #chosen: number[] = [];
  /** Who is chosen, and those with whom all sets have been tried. */
  readonly #taken = new Set<number>();
  readonly #found: number[][] = [];
  readonly #endsAt: number;
  #steps = 0;
  #isCut = false;

  constructor(
    private readonly check: Check,
    private readonly limits: SearchLimits,
  ) {
    this.#endsAt = performance.now() + limits.ms;
  }

  run(): SmallestSets {
    const greedy = this.#greedy();
    for (let size = this.#leastSize(); size <= greedy.length; size += 1) {
      this.#steps = 0;
      this.#extend(size);
      if (this.#found.length > 0) break;
    }
    const sets = this.#found.length > 0 ? this.#found : [greedy];
    return { sets: sets.map((set) => set.toSorted((a, b) => a - b)), isCut: this.#isCut };
  }

  /** The smallest of some sufficient sets: each is begun anew with the demands that were learned for the one before. */
  #greedy(): number[] {
    let best = this.#prune(this.#gather());
    for (let pass = 1; pass < PASSES && !this.#isOver(); pass += 1) {
      const set = this.#prune(this.#gather());
      if (set.length < best.length) best = set;
    }
    return best;
  }

  /** A sufficient set: one after the other who meets most of the demands that are not met. */
  #gather(): number[] {
    const set: number[] = [];
    for (;;) {
      const unmet = this.#demands
        .map(({ gives, wanted }) => ({ gives, lacking: missing({ gives, wanted }, set) }))
        .filter(({ lacking }) => lacking > 0);
      if (unmet.length === 0) {
        if (!this.#learn(set)) return set;
        continue;
      }
      let next = -1;
      let highest = 0;
      for (const candidate of unmet[0]?.gives.keys() ?? []) {
        if (set.includes(candidate)) continue;
        let met = 0;
        for (const { gives, lacking } of unmet) {
          met += Math.min(1, (gives[candidate] ?? 0) / lacking);
        }
        if (met > highest) {
          highest = met;
          next = candidate;
        }
      }
      if (next < 0) throw new Error('All candidates together do not suffice.');
      set.push(next);
    }
  }

  /** Leaves out whoever is not needed, the last first. */
  #prune(set: readonly number[]): number[] {
    return set.reduceRight(
      (needed: number[], member) => {
        const rest = needed.filter((other) => other !== member);
        const isNeeded =
          this.#isOver() ||
          this.#demands.some((demand) => missing(demand, rest) > 0) ||
          this.#learn(rest) !== null;
        return isNeeded ? needed : rest;
      },
      [...set],
    );
  }

  /** How many members each demand takes at least. */
  #leastSize(): number {
    return Math.max(
      0,
      ...this.#demands.map(({ wanted, gives, order }) => {
        let given = 0;
        return order.findIndex((candidate) => (given += gives[candidate] ?? 0) >= wanted) + 1;
      }),
    );
  }

  /** @returns The demand that a set does not meet. */
  #learn(set: readonly number[]): Ranked | null {
    const demand = this.check(set);
    if (!demand) return null;
    const { wanted, gives } = demand;
    const order = [...gives.keys()]
      .filter((candidate) => (gives[candidate] ?? 0) > 0)
      .sort((a, b) => (gives[b] ?? 0) - (gives[a] ?? 0) || a - b);
    const ranked = { wanted, gives, order };
    this.#demands.push(ranked);
    return ranked;
  }

  #isOver(): boolean {
    const { steps, sets } = this.limits;
    const isOver =
      this.#steps >= steps || this.#found.length >= sets || performance.now() >= this.#endsAt;
    this.#isCut ||= isOver;
    return isOver;
  }

  /** Tries all sets of a size that contain who is chosen and nobody else who is taken. */
  #extend(size: number): void {
    this.#steps += 1;
    const room = size - this.#chosen.length;
    const hardest = this.#hardestDemand(room);
    if (hardest === 'unmeetable') return;
    const demand = hardest ?? this.#learn(this.#chosen);
    if (!demand) {
      this.#found.push([...this.#chosen]);
      return;
    }
    const tried: number[] = [];
    for (const candidate of demand.order) {
      if (missing(demand, this.#chosen) > this.#most(demand, room) || this.#isOver()) break;
      if (this.#taken.has(candidate)) continue;
      this.#taken.add(candidate);
      tried.push(candidate);
      this.#chosen.push(candidate);
      this.#extend(size);
      this.#chosen.pop();
    }
    for (const candidate of tried) this.#taken.delete(candidate);
  }

  /** Of the demands that are not met the one that leaves least choice. */
  #hardestDemand(room: number): Ranked | 'unmeetable' | null {
    let hardest: Ranked | null = null;
    let highest = 0;
    for (const demand of this.#demands) {
      const lacking = missing(demand, this.#chosen);
      if (lacking <= 0) continue;
      const most = this.#most(demand, room);
      if (lacking > most) return 'unmeetable';
      if (lacking / most > highest) {
        highest = lacking / most;
        hardest = demand;
      }
    }
    return hardest;
  }

  /** The most that so many more members can give. */
  #most({ gives, order }: Ranked, room: number): number {
    let most = 0;
    let left = room;
    for (const candidate of order) {
      if (left === 0) break;
      if (this.#taken.has(candidate)) continue;
      most += gives[candidate] ?? 0;
      left -= 1;
    }
    return most;
  }
}

function missing({ wanted, gives }: Demand, set: readonly number[]): number {
  return set.reduce((left, member) => left - (gives[member] ?? 0), wanted);
}
