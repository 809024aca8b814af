import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/process/clock.js';
import type { CatalogueDataSource } from '../store/data-source.js';
import {
  FEED_PARTS,
  type FeedPart,
  type FeedPosition,
  type RegistrationRecord,
} from '../store/records.js';
import type { FeedAddress, FeedClient, WithParts } from './feed-client.js';
import { FeedFault, invalidFeed } from './feed-fault.js';
import { HeardFeed } from './heard-feed.js';
import { faultAt, type FeedPage, type PageRequest } from './parse-feed.js';

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

/** Rows a page, which an endpoint may price at 200,000, and smaller ones for when that many do not fit into the size allowed. */
const PAGE_SIZES = [300, 50, 5] as const;
/** Far above any cooperative's; keeps a runaway endpoint from filling the database. */
const LARGEST_SERVICE_COUNT = 50_000;
/** Keeps an endpoint that drips from being looked at for hours; a long feed is read on with the next look. */
const LONGEST_LOOK_MS = 45_000;

/**
 * Reads a cooperative's feed on from its stored position to its end, storing page by page. Where the epoch is another or the
 * endpoint has learned to tell a newer part of it, it reads everything anew: the old rows stay until the end is reached, and what was not
 * seen again is withdrawn then. A page that cannot be whole, or contradicts what was heard before, is not stored and ends the look.
 * @param isSurelyNew - Leaves out the question whether anything is new.
 * @throws FeedFault for whatever the endpoint does wrong; the pages before stay stored.
 */
export async function readFeed(
  registration: RegistrationRecord,
  reader: FeedReader,
  isSurelyNew: boolean,
): Promise<ReadOutcome> {
  const { _id, url } = registration;
  const at = { cooperative: _id, url };
  const endsAt = performance.now() + LONGEST_LOOK_MS;
  const heard = new HeardFeed(registration.position);
  let stored = registration.position;
  let position = stored;
  let isRicher = false;
  if (stored?.isComplete && !isSurelyNew) {
    const head = await reader.client.loadHead(at, stored.revision);
    heard.hear(head);
    const isSame = head.epoch === stored.epoch && head.revision === stored.revision;
    isRicher = isSame && isRicherThan(stored, head.parts);
    if (isSame && !isRicher) return 'unchanged';
    if (isRicher || head.epoch !== stored.epoch) position = startReading(head.epoch);
  }
  while (!reader.isStopped()) {
    if (performance.now() > endsAt) {
      throw invalidFeed(`wanted its end within ${LONGEST_LOOK_MS / 1_000} s; reading goes on`);
    }
    const since = position?.revision ?? 0;
    const page = await loadSettledPage(reader.client, at, { cooperative: _id, since });
    heard.hear(page);
    if (position && position.epoch !== page.epoch) {
      position = startReading(page.epoch);
      continue;
    }
    // Where some answers know a part and some do not, reading everything again and again would help nobody.
    if (isRicher && stored && since === 0 && !isRicherThan(stored, page.parts)) return 'unchanged';
    heard.hearRows(page);
    position ??= startReading(page.epoch);
    if (position === stored && position.isComplete && page.rows.length === 0) return 'unchanged';
    const { isComplete } = position;
    const next = {
      ...position,
      revision: page.lastRevision,
      isComplete: isComplete || !page.hasMore,
      parts: partsIn(position).filter((part) => page.parts.has(part)),
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
    if (outcome === 'business-id-taken') {
      const row = page.rows.find(({ id }) => id === _id) ?? { at: 'cooperative' };
      throw faultAt(
        `${row.at}.businessId`,
        'wanted one that no other cooperative of the network has',
      );
    }
    if (outcome === 'overtaken') return 'overtaken';
    if (!page.hasMore) return 'changed';
    position = stored = next;
  }
  return 'overtaken';
}

function startReading(epoch: string): FeedPosition {
  return { epoch, revision: 0, reading: randomUUID(), isComplete: false, parts: [...FEED_PARTS] };
}

/** Of what an earlier release has stored, too. */
function partsIn({ parts, hasSummaries }: FeedPosition): readonly FeedPart[] {
  return parts ?? (hasSummaries ? ['capacity'] : []);
}

function isRicherThan(stored: FeedPosition, parts: ReadonlySet<FeedPart>): boolean {
  const known = partsIn(stored);
  return [...parts].some((part) => !known.includes(part));
}

/** A page that contradicts itself as one may into which a change fell is asked for once more. */
async function loadSettledPage(
  client: FeedClient,
  at: FeedAddress,
  request: Omit<PageRequest, 'first'>,
): Promise<WithParts<FeedPage>> {
  try {
    return await loadFittingPage(client, at, request);
  } catch (error) {
    const maySettle = error instanceof FeedFault && error.kind === 'unsettled';
    if (!maySettle) throw error;
    return await loadFittingPage(client, at, request);
  }
}

async function loadFittingPage(
  client: FeedClient,
  at: FeedAddress,
  request: Omit<PageRequest, 'first'>,
): Promise<WithParts<FeedPage>> {
  for (const first of PAGE_SIZES) {
    try {
      return await client.loadPage(at, { ...request, first });
    } catch (error) {
      const mayFit = error instanceof FeedFault && error.kind === 'too-large';
      if (!mayFit || first === PAGE_SIZES.at(-1)) throw error;
    }
  }
  throw new Error('Unreachable: the last page size returns or throws.');
}
