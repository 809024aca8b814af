import type { z } from 'zod';
import { parseOwnedId } from '../../shared/ids.js';
import type { CooperativeListing, FollowedService } from '../listing.js';
import { invalidFeed, type FeedFault } from './feed-fault.js';
import { FeedHeadSchema, FeedPageSchema, type FeedHead } from './feed-schema.js';

/** One page of a feed, checked in full: its rows are the cooperative's own and in order. */
export interface FeedPage extends FeedHead {
  readonly hasMore: boolean;
  /** Revision of the last row; `since` when there is none. */
  readonly lastRevision: number;
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
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((key) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  throw faultAt(path.join('').replace(/^\./, ''), issue?.message ?? 'is wrong');
}

function faultAt(path: string, message: string): FeedFault {
  return invalidFeed(path === '' ? message : `${path}: ${message}`);
}

/** @throws FeedFault naming the field at fault. */
export function parseFeedHead(answer: unknown): FeedHead {
  return parse(FeedHeadSchema, answer);
}

/**
 * Checks a page as a whole: one bad row refuses all of it, so that a copy is never half of one revision.
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
  const serviceById = new Map<string, FollowedService>();
  let profile: CooperativeListing | null = null;
  let lastRevision = since;
  for (const [index, change] of changes.entries()) {
    const at = `changes[${index}]`;
    if (change.revision <= lastRevision || change.revision > revision) {
      const wanted = `above ${lastRevision} and at most ${revision}`;
      throw faultAt(`${at}.revision`, `wanted a number ${wanted}, got ${change.revision}`);
    }
    lastRevision = change.revision;
    if ((change.service === null) === (change.cooperative === null)) {
      throw faultAt(at, 'wanted exactly one of service and cooperative');
    }
    if (change.cooperative) {
      if (change.cooperative.id !== cooperative || profile !== null) {
        const wanted = `wanted "${cooperative}", once`;
        throw faultAt(
          `${at}.cooperative.id`,
          `${wanted}, got "${change.cooperative.id.slice(0, 100)}"`,
        );
      }
      profile = change.cooperative;
    }
    if (change.service) {
      const { id } = change.service;
      if (parseOwnedId(id)?.cooperative !== cooperative || serviceById.has(id)) {
        const wanted = `wanted an id of "${cooperative}", once`;
        throw faultAt(`${at}.service.id`, `${wanted}, got "${id.slice(0, 100)}"`);
      }
      serviceById.set(id, { ...change.service, cooperative, withdrawnAt: change.withdrawnAt });
    }
  }
  return { epoch, revision, hasMore, lastRevision, services: [...serviceById.values()], profile };
}
