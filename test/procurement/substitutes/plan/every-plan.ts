import type {
  FreeSubstitutes,
  Substitute,
  Terms,
  Time,
} from '../../../../subgraphs/procurement/substitutes/plan/types.js';

/** A segment of a plan that is tried. */
interface Piece extends Time {
  readonly who: Substitute;
  readonly service: Terms;
}

export interface Tried {
  readonly crew: string;
  readonly covered: number;
  readonly handovers: number;
  readonly changes: readonly number[];
}

/**
 * The best plan of each set of people, of all that there are: every order of people and every length is tried, step by step, and judged
 * as a whole by what its owner would say to it. Those are left out that another set's beats.
 */
export function everyPlan(
  owner: FreeSubstitutes,
  windows: readonly Time[],
  maxHandovers: number,
  step: number,
): Tried[] {
  const bestByCrew = new Map<string, Tried>();
  const judge = (pieces: readonly Piece[]): void => {
    const tried = measure(pieces);
    const best = bestByCrew.get(tried.crew);
    if (pieces.length > 0 && (!best || compare(tried, best) > 0)) bestByCrew.set(tried.crew, tried);
  };
  const go = (index: number, at: number, pieces: readonly Piece[]): void => {
    const window = windows[index];
    if (!window) {
      judge(pieces);
      return;
    }
    if (at >= window.to) {
      go(index + 1, windows[index + 1]?.from ?? 0, pieces);
      return;
    }
    go(index, at + step, pieces);
    for (const who of owner.substitutes) {
      for (const service of owner.services) {
        for (let to = at + step; to <= window.to; to += step) {
          const longer = [...pieces, { who, service, from: at, to }];
          if (measure(longer).handovers <= maxHandovers && canBeBooked(longer, owner)) {
            go(index, to, longer);
          }
        }
      }
    }
  };
  go(0, windows[0]?.from ?? 0, []);
  const all = [...bestByCrew.values()];
  return all.filter(
    (one) => !all.some((other) => other.covered > one.covered && other.handovers <= one.handovers),
  );
}

function measure(pieces: readonly Piece[]): Tried {
  const changes = pieces.filter(({ who }, index) => index > 0 && pieces[index - 1]?.who !== who);
  return {
    crew: [...new Set(pieces.map(({ who }) => who.id))].sort().join(),
    covered: pieces.reduce((sum, { from, to }) => sum + to - from, 0),
    handovers: changes.length,
    changes: changes.map(({ from }) => from),
  };
}

function compare(one: Tried, other: Tried): number {
  const changed = one.changes.findIndex((change, index) => change !== other.changes[index]);
  return (
    one.covered - other.covered ||
    other.handovers - one.handovers ||
    (changed < 0 ? 0 : (one.changes[changed] ?? 0) - (other.changes[changed] ?? 0))
  );
}

/** Whether the last piece can be booked beside those before it. Days are those of Finland in summer. */
function canBeBooked(pieces: readonly Piece[], { from: firstDay }: FreeSubstitutes): boolean {
  const piece = pieces.at(-1);
  if (!piece) return true;
  const { who, service, from, to } = piece;
  const own = pieces.slice(0, -1).filter((other) => other.who === who);
  const dayOf = (at: number): number =>
    Math.floor((at + 180) / 1440) - Date.parse(firstDay) / 86_400_000;
  const given = (isMeant: (other: Piece) => boolean): number =>
    pieces
      .filter((other) => isMeant(other) && dayOf(other.from) === dayOf(from))
      .reduce((sum, other) => sum + other.to - other.from, 0);
  return (
    who.serviceIds.includes(service.id) &&
    ((from + 180) % 1440) % service.gridMinutes === 0 &&
    from >= service.earliestStart &&
    to - from >= service.minMinutes &&
    !service.waitedFor.has(from) &&
    who.free.some(
      (free) =>
        free.from <= from &&
        to <= free.to &&
        (free.takenFrom === null || to + service.bufferMinutes <= free.takenFrom),
    ) &&
    own.every((other) => other.to + other.service.bufferMinutes <= from) &&
    (who.minutes === null ||
      given((other) => other.who === who) <= (who.minutes[dayOf(from)] ?? 0)) &&
    (service.minutes === null ||
      given((other) => other.service === service) <= (service.minutes[dayOf(from)] ?? 0))
  );
}
