import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import type { CatalogueDataSource } from '../data-source.js';
import type { FeedPosition, RegistrationRecord } from '../model.js';
import type { FeedClient, WithSummaries } from './feed-client.js';
import { FeedFault, invalidFeed } from './feed-fault.js';
import type { FeedPage, PageRequest } from './parse-feed.js';

export interface FeedReader {
  readonly client: FeedClient;
  readonly dataSource: CatalogueDataSource;
  /** The network's clock: dates what a reading from the start did not see any more. */
  readonly clock: Clock;
  /** Whether to end early, between two pages. */
  readonly isStopped: () => boolean;
}

/** `overtaken`: another process has read on from the same place, or the endpoint has moved. */
export type ReadOutcome = 'unchanged' | 'changed' | 'overtaken';

/** Rows a page, and smaller ones for when that many do not fit into the size allowed. */
const PAGE_SIZES = [500, 50, 5] as const;
/** Far above any cooperative's; keeps a runaway endpoint from filling the database. */
const LARGEST_SERVICE_COUNT = 50_000;

/**
 * Reads a cooperative's feed on from its stored position to its end, storing page by page. Where the epoch is another, the
 * revision has run backward or the endpoint has learned to tell capacity, it reads everything anew: the old rows stay until
 * the end is reached, and what was not seen again is withdrawn then.
 * @throws FeedFault for whatever the endpoint does wrong; the pages before stay stored.
 */
export async function readFeed(
  registration: RegistrationRecord,
  reader: FeedReader,
): Promise<ReadOutcome> {
  const { _id, url } = registration;
  let stored = registration.position;
  let position = stored;
  if (stored?.isComplete) {
    const head = await reader.client.loadHead(url, stored.revision);
    const isRicher = head.hasSummaries && !stored.hasSummaries;
    const isSame = head.epoch === stored.epoch && head.revision === stored.revision;
    if (isSame && !isRicher) return 'unchanged';
    if (isRicher) position = startReading(head.epoch);
  }
  while (!reader.isStopped()) {
    const since = position?.revision ?? 0;
    const page = await loadFittingPage(reader.client, url, { cooperative: _id, since });
    if (position?.epoch !== page.epoch || page.revision < position.revision) {
      position = startReading(page.epoch);
      if (since > 0) continue;
    }
    const { isComplete } = position;
    const next = {
      ...position,
      revision: page.lastRevision,
      isComplete: isComplete || !page.hasMore,
      hasSummaries: position.hasSummaries === true && page.hasSummaries,
    };
    const now = reader.clock.now();
    const outcome = await reader.dataSource.storePage({
      registration: { _id, url, position: stored },
      position: next,
      services: page.services,
      now,
      profile: page.profile,
      withdrawUnseenAt: next.isComplete && !isComplete ? now : null,
      largestServiceCount: LARGEST_SERVICE_COUNT,
    });
    if (outcome === 'too-many') throw invalidFeed(`more than ${LARGEST_SERVICE_COUNT} services`);
    if (outcome === 'overtaken') return 'overtaken';
    if (!page.hasMore) return 'changed';
    position = stored = next;
  }
  return 'overtaken';
}

function startReading(epoch: string): FeedPosition {
  return { epoch, revision: 0, reading: randomUUID(), isComplete: false, hasSummaries: true };
}

async function loadFittingPage(
  client: FeedClient,
  url: string,
  request: Omit<PageRequest, 'first'>,
): Promise<WithSummaries<FeedPage>> {
  for (const first of PAGE_SIZES) {
    try {
      return await client.loadPage(url, { ...request, first });
    } catch (error) {
      const mayFit = error instanceof FeedFault && error.kind === 'too-large';
      if (!mayFit || first === PAGE_SIZES.at(-1)) throw error;
    }
  }
  throw new Error('Unreachable: the last page size returns or throws.');
}
