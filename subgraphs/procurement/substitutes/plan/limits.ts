import { instantsOf } from './chances.js';
import type { Candidate, ServiceMinutes, Stretch, Time } from './types.js';
import { minutesOf } from './windows.js';

/** What work in some stretches has in common. */
interface Limit {
  /** Minutes that may be given to all of it together; null where a person rests for a buffer after each of it. */
  readonly minutes: number | null;
  readonly stretches: ReadonlySet<Stretch>;
  /** The last turn of those whose work it is; after it nothing needs to be remembered. */
  readonly lastTurn: number;
}

/**
 * What is to be remembered within one window of what was done in it, and the instants at which something can begin or has to end.
 * Mostly nothing is: budgets are larger than the window, and buffers shorter than what others do in between.
 */
export class WindowLimits {
  private readonly limits: readonly Limit[];
  /** In order. */
  readonly instants: readonly number[];
  /** That nothing is used up: of a budget the minutes, of rest its end. In the order of the limits. */
  readonly none: readonly number[];
  private readonly end: number;
  /** Whether nothing better could end at another instant. */
  readonly isExact: boolean;

  /**
   * @param index - Of the window.
   * @param isFine - Whether all instants count at which something may have to end for a limit's sake: many, where amounts are odd.
   */
  constructor(
    row: readonly Candidate[],
    index: number,
    window: Time,
    serviceMinutes: ServiceMinutes,
    isFine: boolean,
  ) {
    const chances = [...new Set(row)].flatMap((person) => person.chances[index] ?? []);
    const all = chances.flatMap(({ stretches }) => stretches);
    const services = [...new Set(all.map(({ service }) => service.id))];
    const budgets = [
      ...chances,
      ...services.map((id) => ({
        minutes: serviceMinutes.get(id)?.[index] ?? 0,
        stretches: all.filter(({ service }) => service.id === id),
      })),
    ].filter(
      ({ minutes, stretches }) => minutes < Math.min(window.to - window.from, minutesOf(stretches)),
    );
    const rests = chances
      .filter(({ stretches }) => hasToRest(stretches, all))
      .map(({ stretches }) => ({ minutes: null, stretches }));
    const isTurnOf = (stretches: readonly Stretch[], { chances: own }: Candidate): boolean =>
      own[index]?.stretches.some((stretch) => stretches.includes(stretch)) ?? false;
    this.limits = [...budgets, ...rests].map(({ minutes, stretches }) => ({
      minutes,
      stretches: new Set(stretches),
      lastTurn: row.findLastIndex((person) => isTurnOf(stretches, person)),
    }));
    this.end = window.to;
    this.none = this.limits.map(() => 0);
    const instants = instantsOf(all);
    const amounts = [
      ...budgets.map(({ minutes }) => minutes),
      ...all.flatMap(({ service }) => [service.minMinutes, service.bufferMinutes]),
    ];
    this.isExact = this.limits.length === 0 || isFine;
    this.instants = this.limits.length > 0 && isFine ? evenly(window, instants, amounts) : instants;
  }

  /** What of each limit may be used up at an instant without its being in the way until the window ends. */
  harmless(at: number): readonly number[] {
    return this.limits.map(({ minutes }) => (minutes === null ? at : minutes - (this.end - at)));
  }

  /** How long work in a stretch may last that begins now; 0 while the person has to rest. */
  room(taken: readonly number[], stretch: Stretch, at: number): number {
    return this.limits.reduce((room, { minutes, stretches }, index) => {
      const used = taken[index] ?? 0;
      if (!stretches.has(stretch)) return room;
      if (minutes === null) return at < used ? 0 : room;
      return Math.min(room, minutes - used);
    }, Infinity);
  }

  /** What is used up after work in a stretch, as far as it matters from that turn on. */
  after(
    taken: readonly number[],
    turn: number,
    stretch: Stretch,
    { from, to }: Time,
  ): readonly number[] {
    if (this.limits.length === 0) return taken;
    return this.limits.map(({ minutes, stretches, lastTurn }, index) => {
      const used = taken[index] ?? 0;
      if (lastTurn < turn) return 0;
      if (!stretches.has(stretch)) return used;
      return minutes === null ? to + stretch.service.bufferMinutes : used + to - from;
    });
  }
}

/** Whether a buffer may be in the way of somebody's own next work: in another stretch of theirs, or after somebody who works for less. */
function hasToRest(own: readonly Stretch[], all: readonly Stretch[]): boolean {
  const buffer = Math.max(0, ...own.map(({ service }) => service.bufferMinutes));
  const isNear = (one: Stretch, other: Stretch): boolean =>
    one !== other && other.from < one.to + buffer && one.from < other.to + buffer;
  return (
    buffer > 0 &&
    (own.some((one) => own.some((other) => isNear(one, other))) ||
      all.some((other) => !own.includes(other) && other.service.minMinutes < buffer))
  );
}

/** All multiples of what instants and amounts are multiples of: where something may have to end for a limit's sake. */
function evenly(
  { from, to }: Time,
  instants: readonly number[],
  amounts: readonly number[],
): number[] {
  const step = [...amounts, ...instants.map((at) => at - from)].reduce(commonDivisor, to - from);
  return Array.from({ length: (to - from) / step + 1 }, (_none, index) => from + index * step);
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
