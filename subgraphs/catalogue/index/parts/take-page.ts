/** Rows of one page, and whether others lie around it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * Picks one page out of rows in any order, without sorting them all. A row is a number from 0 to below `count`.
 * @param compare - A total order.
 * @param comesAfter - Whether a row lies behind the cursor; null where the page is the first.
 */
export function takePage(
  count: number,
  first: number,
  compare: (one: number, other: number) => number,
  comesAfter: ((row: number) => boolean) | null,
): Page<number> {
  // The best so far in their order, at most one more than the page holds.
  const best: number[] = [];
  let hasPreviousPage = false;
  for (let row = 0; row < count; row += 1) {
    if (comesAfter && !comesAfter(row)) {
      hasPreviousPage = true;
      continue;
    }
    const last = best[first];
    if (last !== undefined) {
      if (compare(row, last) >= 0) continue;
      best.pop();
    }
    best.splice(
      placeOf(best, (other) => compare(row, other) < 0),
      0,
      row,
    );
  }
  return { rows: best.slice(0, first), hasNextPage: best.length > first, hasPreviousPage };
}

/** Where in a sorted list the first row stands for which something holds that holds for all behind it. */
export function placeOf<Row>(sorted: readonly Row[], holds: (row: Row) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as Row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The order of ids, which breaks every tie. */
export function compareIds(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
