import { publicError } from '../../../schema/errors.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import type { CatalogueContext } from './context.js';

/** Searches of all requests. */
export const MOST_SEARCHES_WAITING = 500;
/** Whoever waits longer has left, by the gateway's deadline. */
const LONGEST_MS = 10_000;

/**
 * Waits for the turn of a search for words: words that nobody has written are looked for in many spellings, and many of them would hold
 * the event loop for all.
 * @throws GraphQLError TOO_BUSY
 */
export async function waitForSearch(context: CatalogueContext): Promise<void> {
  const limit = TimeLimit.within(LONGEST_MS, context.signal);
  if (await context.searchLine.take(context, limit)) return;
  throw publicError('TOO_BUSY', 'Too many searches are made at once: try again in some seconds.');
}
