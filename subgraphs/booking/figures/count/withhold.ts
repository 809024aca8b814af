import type { OrderChannel } from '../../schema.generated.js';
import type { People, Person } from './people.js';
import type { Table } from './tally.js';

/** Behind what is shown there are at least so many people. */
export const ENOUGH_PEOPLE = 5;

/** What of a table and its sums is withheld; everything else is shown. */
export interface Withheld {
  /** The sum of everything, and with it those of the channels. */
  readonly isTotal: boolean;
  /** The sums of these channels over all cooperatives. */
  readonly channels: ReadonlySet<OrderChannel>;
  /** Everything of these cooperatives. */
  readonly cooperatives: ReadonlySet<string>;
  /** How these cooperatives' sums are spread over channels. */
  readonly spreads: ReadonlySet<string>;
}

/** Who is behind one cell. */
type Cell = ReadonlySet<Person>;

interface Behind {
  readonly people: Cell;
}

const NOTHING: Withheld = {
  isTotal: false,
  channels: new Set(),
  cooperatives: new Set(),
  spreads: new Set(),
};

/**
 * Decides what is withheld so that nobody can tell a sum behind which there are few people: neither from what is shown, nor by
 * subtracting what a cooperative knows anyway, its own.
 *
 * What is shown are sums of whole rows and of whole columns. Whoever subtracts the rows that are shown in full has a table of which
 * only the margins are left: of its rows those with a sum of their own, and one for all that are withheld together; of its columns the same. From
 * margins nothing follows but unions of them, as long as none is small, with or without any one cooperative's row. So it is
 * margins that are looked at:
 *
 * 1. Cooperatives of few people are withheld, and as many of the next smallest as it takes for their sum to be of enough people
 *    without any one of them. Where it would take them all, the total is withheld instead.
 * 2. A cooperative is spread over channels where none of its cells is of few people.
 * 3. The sum of a channel is shown where what is left of it after the spread ones is of enough people; as many of the spread ones are withheld as it takes.
 *    Where it takes all, the channel is withheld, and as many of the next smallest as it takes for their sum.
 *
 * @param insiders - Those who know their own row; the table of the network itself has none.
 */
export function withhold(
  table: Table<Behind>,
  people: People,
  insiders: 'cooperatives' | 'nobody' = 'cooperatives',
): Withheld {
  const isFew = (cells: Iterable<Cell>): boolean => people.areFew(cells, ENOUGH_PEOPLE);
  const small = new Set([...table.keys()].filter((row) => isFew(cellsOf(table, [row]))));
  const spreads = new Set(
    [...table.keys()].filter((row) => [...cellsOf(table, [row])].some((cell) => isFew([cell]))),
  );
  if (spreads.size === 0 && small.size === 0) return NOTHING;

  /** Whether the sum of these rows is of enough people, or of nobody, and is so too without any one of them. */
  const isSafe = (rows: ReadonlySet<string>, channels?: ReadonlySet<OrderChannel>): boolean => {
    const concerned = [...rows].filter(
      (row) => cellsOf(table, [row], channels).next().done !== true,
    );
    const owns = insiders === 'nobody' ? [null] : [null, ...concerned];
    return owns.every((own) => {
      const others = concerned.filter((row) => row !== own);
      return !isFew(cellsOf(table, others, channels));
    });
  };
  const sizeOf = (rows: Iterable<string>, channels?: ReadonlySet<OrderChannel>): number => {
    let size = 0;
    for (const cell of cellsOf(table, rows, channels)) size += cell.size;
    return size;
  };
  const bySize = sortedBy([...table.keys()].sort(), (row) => sizeOf([row]));

  const pool = grow(small, bySize, isSafe);
  const isTotal = pool === null || (pool.size === table.size && small.size < table.size);
  const cooperatives = isTotal ? small : pool;
  for (const row of cooperatives) spreads.add(row);
  if (isTotal) return { isTotal, channels: new Set(), cooperatives, spreads };

  const channels = new Set<OrderChannel>();
  const used = new Set([...table.values()].flatMap((row) => [...row.keys()]));
  for (const channel of used) {
    const having = bySize.filter((row) => table.get(row)?.has(channel));
    const left = grow(spreads, having, (rows) => isSafe(rows, new Set([channel])));
    if (left === null) channels.add(channel);
    for (const row of left ?? []) spreads.add(row);
  }
  const byRest = sortedBy([...used].sort(), (channel) => sizeOf(spreads, new Set([channel])));
  const pooled = grow(channels, byRest, (some) => isSafe(spreads, some));
  return { isTotal, channels: pooled ?? used, cooperatives, spreads };
}

/** The people of each cell of these rows, in these channels; in all where none are named. */
function* cellsOf(
  table: Table<Behind>,
  rows: Iterable<string>,
  channels?: ReadonlySet<OrderChannel>,
): Generator<Cell, undefined> {
  for (const row of rows) {
    for (const [channel, { people }] of table.get(row) ?? []) {
      if (channels?.has(channel) ?? true) yield people;
    }
  }
}

/** The smallest first; equal ones stay in their order. */
function sortedBy<Item>(items: readonly Item[], sizeOf: (item: Item) => number): readonly Item[] {
  const sizes = new Map(items.map((item) => [item, sizeOf(item)]));
  return items.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
}

/** The set with as many of the candidates, in their order, as it takes to be safe; null where all do not suffice. */
function grow<Item>(
  set: ReadonlySet<Item>,
  candidates: readonly Item[],
  isSafe: (grown: ReadonlySet<Item>) => boolean,
): ReadonlySet<Item> | null {
  const grown = new Set(set);
  const rest = candidates.filter((item) => !set.has(item));
  for (let next = rest.shift(); !isSafe(grown); next = rest.shift()) {
    if (next === undefined) return null;
    grown.add(next);
  }
  return grown;
}
