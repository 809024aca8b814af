import type { z } from 'zod';
import { parseOwnedId } from '../../shared/words/ids.js';
import { kindOf } from '../../shared/owners/graphql-answer.js';
import type { CooperativeListing, FollowedService } from '../store/listing.js';
import { FeedFault, invalidFeed } from './feed-fault.js';
import { FeedHeadSchema, FeedPageSchema, type FeedHead } from './feed-schema.js';

/** A row of a page, by what names it: a service's id, or the cooperative's for its profile. */
export interface FeedRow {
  readonly id: string;
  readonly revision: number;
  /** Where it stands in the answer, such as `changes[3].service`. */
  readonly at: string;
}

/** One page of a feed, checked in full: its rows are the cooperative's own, in order, and all that there are as far as it goes. */
export interface FeedPage extends FeedHead {
  readonly hasMore: boolean;
  /** Revision of the last row; `since` when there is none. */
  readonly lastRevision: number;
  readonly rows: readonly FeedRow[];
  readonly services: readonly FollowedService[];
  readonly profile: CooperativeListing | null;
}

export interface PageRequest {
  readonly cooperative: string;
  readonly since: number;
  readonly first: number;
}

function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const keys = issue?.path ?? [];
  const path = keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  throw faultAt(path, issue?.message ?? 'is wrong', describe(answer, keys));
}

/** @param path - Of our own schema's names and of positions. @param detail - What the endpoint wrote there. */
export function faultAt(path: string, message: string, detail: string | null = null): FeedFault {
  return invalidFeed(path === '' ? message : `${path}: ${message}`, detail);
}

/** What stands at a place of an answer; null for what may be the number of a person. */
function describe(answer: unknown, path: readonly PropertyKey[]): string | null {
  if (path.at(-1) === 'businessId') return null;
  let value = answer;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return typeof value === 'object' ? kindOf(value) : JSON.stringify(value);
}

/** @param since - The revision that was asked from. @throws FeedFault naming the field at fault. */
export function parseFeedHead(answer: unknown, since: number): FeedHead {
  const { epoch, revision, changes } = parse(FeedHeadSchema, answer);
  if (revision <= since && changes.length > 0) {
    throw faultAt('changes', 'wanted none after the latest "revision"');
  }
  return { epoch, revision };
}

/**
 * Checks a page as a whole: one bad row refuses all of it, so that a copy is never half of one revision. So does one that is
 * missing: a feed's last row has the latest revision.
 * @throws FeedFault naming row and field.
 */
export function parseFeedPage(
  answer: unknown,
  { cooperative, since, first }: PageRequest,
): FeedPage {
  const { epoch, revision, hasMore, changes } = parse(FeedPageSchema, answer);
  if (changes.length > first) {
    throw faultAt('changes', `wanted at most ${first}, got ${changes.length}`);
  }
  if (hasMore && changes.length === 0) {
    throw faultAt('hasMore', 'wanted false where there are no changes, got true');
  }
  const rows = new Map<string, FeedRow>();
  const services: FollowedService[] = [];
  let profile: CooperativeListing | null = null;
  let lastRevision = since;
  for (const [index, change] of changes.entries()) {
    const at = `changes[${index}]`;
    if (change.revision <= lastRevision) {
      throw faultAt(`${at}.revision`, 'wanted one above that of the row before, or asked from');
    }
    if (change.revision > revision) {
      throw unsettledAt(`${at}.revision`, 'wanted at most the latest "revision"');
    }
    lastRevision = change.revision;
    if ((change.service === null) === (change.cooperative === null)) {
      throw faultAt(at, 'wanted exactly one of service and cooperative');
    }
    const kind = change.service ? 'service' : 'cooperative';
    const id = (change.service ?? change.cooperative)?.id ?? '';
    const row = { id, revision: lastRevision, at: `${at}.${kind}` };
    const owner = change.service ? parseOwnedId(id)?.cooperative : id;
    if (owner !== cooperative) {
      const wanted = change.service ? 'an id of' : 'the id';
      throw faultAt(`${row.at}.id`, `wanted ${wanted} "${cooperative}", got another`, id);
    }
    if (rows.has(id)) throw faultAt(`${row.at}.id`, 'wanted each row once', id);
    rows.set(id, row);
    profile ??= change.cooperative;
    if (change.service) {
      services.push({ ...change.service, cooperative, withdrawnAt: change.withdrawnAt });
    }
  }
  if (!hasMore && lastRevision < revision) {
    const wanted = 'wanted rows up to the latest "revision", or "hasMore"';
    throw unsettledAt('changes', wanted);
  }
  if (hasMore && lastRevision >= revision) {
    throw faultAt('hasMore', 'wanted false at the latest "revision", got true');
  }
  return { epoch, revision, hasMore, lastRevision, rows: [...rows.values()], services, profile };
}

/** What may also come of a change that falls between the reading of the latest revision and that of the rows. */
function unsettledAt(path: string, message: string): FeedFault {
  return new FeedFault('unsettled', faultAt(path, message).message);
}
