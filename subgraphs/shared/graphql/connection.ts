import { badUserInput } from '../../../schema/errors.js';

/** Checks a page size. @throws BAD_USER_INPUT when it is not 1 to `largest`. */
export function checkFirst(first: number, largest = 100): number {
  if (first >= 1 && first <= largest) return first;
  throw badUserInput(`"first" must be 1 to ${largest}, got ${first}.`, 'first');
}

/** Where a page stands. @param cursors - Of its rows, in their order. */
export function pageInfo(
  { hasNextPage, hasPreviousPage }: { hasNextPage: boolean; hasPreviousPage: boolean },
  cursors: readonly string[],
) {
  const [startCursor = null, endCursor = null] = [cursors[0], cursors.at(-1)];
  return { hasNextPage, hasPreviousPage, startCursor, endCursor };
}
