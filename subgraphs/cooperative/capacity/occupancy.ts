/** Units taken during [from, to), the buffer included. */
export interface Taken {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

/** How many units of one resource are taken at each instant: a staircase over time. */
export class Occupancy {
  /** In order; `levels[i]` units are taken from `times[i]` until the next of them. */
  private readonly times: number[] = [];
  private readonly levels: number[] = [];
  /** `peaks[k][i]`: the most units taken in the 2^k steps from `i` on; made when first needed. */
  private readonly peaks = [this.levels];
  /** `fullFrom[i]`: the first instant from `times[i]` on at which no unit is free; made when first needed. */
  private fullFrom: number[] | null = null;

  constructor(
    taken: readonly Taken[],
    private readonly size: number,
  ) {
    const changes = taken
      .filter(({ from, to }) => from < to)
      .flatMap(({ from, to, units }) => [
        { at: from, by: units },
        { at: to, by: -units },
      ])
      .sort((a, b) => a.at - b.at);
    let level = 0;
    for (const { at, by } of changes) {
      level += by;
      if (this.times.at(-1) === at) {
        this.levels[this.levels.length - 1] = level;
      } else {
        this.times.push(at);
        this.levels.push(level);
      }
    }
  }

  /** The most units taken at any instant of [from, to). */
  peak(from: number, to: number): number {
    const first = Math.max(0, this.stepAt(from));
    const last = this.stepAt(to - 1);
    if (last < first) return 0;
    // Two ranges that overlap and together are all of it, so that a long time costs no more than a short one.
    const power = 31 - Math.clz32(last - first + 1);
    const peaks = this.peaksOf(power);
    return Math.max(peaks[first] ?? 0, peaks[last + 1 - 2 ** power] ?? 0);
  }

  /** The first instant from `from` on at which no unit is free; Infinity when there is none. */
  firstFull(from: number): number {
    this.fullFrom ??= this.findFull();
    const step = this.stepAt(from);
    if (step >= 0 && (this.levels[step] ?? 0) >= this.size) return from;
    return this.fullFrom[step + 1] ?? Infinity;
  }

  /** The first instant from `from` on at which a unit is free. */
  firstFree(from: number): number {
    let step = this.stepAt(from);
    if (step < 0 || (this.levels[step] ?? 0) < this.size) return from;
    // After the last step nothing is taken.
    while ((this.levels[step] ?? 0) >= this.size) step += 1;
    return this.times[step] ?? from;
  }

  /** Index of the last step that starts at or before an instant; -1 before all. */
  private stepAt(instant: number): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.times[middle] ?? Infinity) <= instant) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private peaksOf(power: number): readonly number[] {
    const known = this.peaks[power];
    if (known) return known;
    const halves = this.peaksOf(power - 1);
    const half = 2 ** (power - 1);
    const peaks = halves.map((peak, step) => Math.max(peak, halves[step + half] ?? 0));
    this.peaks.push(peaks);
    return peaks;
  }

  private findFull(): number[] {
    const fullFrom: number[] = [];
    let next = Infinity;
    for (let step = this.times.length - 1; step >= 0; step -= 1) {
      if ((this.levels[step] ?? 0) >= this.size) next = this.times[step] ?? Infinity;
      fullFrom[step] = next;
    }
    return fullFrom;
  }
}
