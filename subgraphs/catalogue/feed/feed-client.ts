import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import { OwnerGuards, type GuardSettings } from '../../shared/owners/guard/owner-guards.js';
import { isOfDocument } from '../../shared/owners/graphql-answer.js';
import { postGraphql } from '../../shared/owners/post-graphql.js';
import { Sender } from '../../shared/owners/sender.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import { UnsupportedFields } from '../../shared/owners/unsupported-fields.js';
import { errorsFault, readFeedAnswer, refusedParts, type FeedAnswer } from './feed-answer.js';
import type { FeedLimits } from './feed-fault.js';
import { FEED_PARTS, type FeedPart } from '../store/records.js';
import { BOOKINGS_QUERY, headQuery, pageQuery } from './feed-query.js';
import type { FeedHead } from './feed-schema.js';
import { parseFeedHead, parseFeedPage, type FeedPage, type PageRequest } from './parse-feed.js';

/** An answer, and which parts of the feed it was asked for: an endpoint of an older contract refuses some. */
export type WithParts<Answer> = Answer & { readonly parts: ReadonlySet<FeedPart> };

/** With which GraphQL comes: the latter two refuse a question, and say why. */
const GRAPHQL_STATUSES: readonly number[] = [200, 400, 422];

/** Whom to ask, and where: the full address of its endpoint. */
export interface FeedAddress {
  readonly cooperative: string;
  readonly url: string;
}

export interface FeedClientOptions {
  readonly limits: FeedLimits;
  readonly signer: RequestSigner;
  /** How soon a cooperative counts as silent; as for a real network where it is left out. */
  readonly guard?: GuardSettings | undefined;
  /** Called when a silent cooperative was looked for and found. */
  readonly onAnswering: (cooperative: string) => void;
}

/** Asks cooperatives' endpoints for their feeds. All answers are untrusted. */
export class FeedClient {
  readonly #sender: Sender;
  readonly #guards: OwnerGuards;
  readonly #unsupported = new UnsupportedFields();

  constructor(private readonly options: FeedClientOptions) {
    const { limits, guard, onAnswering } = options;
    const { timeoutMs: connectTimeoutMs, largestAnswerBytes } = limits;
    this.#sender = new Sender({ connectTimeoutMs, largestAnswerBytes });
    this.#guards = new OwnerGuards({ ...guard, sender: this.#sender, onAnswering });
  }

  /** There is news of a cooperative: it is asked at once, however silent it was. */
  retry(cooperative: string): void {
    this.#guards.retry(cooperative);
  }

  /** @throws FeedFault */
  async loadHead(at: FeedAddress, since: number): Promise<WithParts<FeedHead>> {
    const { changes, parts } = await this.#loadChanges(at, headQuery, { since });
    return { ...parseFeedHead(changes, since), parts };
  }

  /** @throws FeedFault */
  async loadPage(at: FeedAddress, page: PageRequest): Promise<WithParts<FeedPage>> {
    const { since, first } = page;
    const { changes, parts } = await this.#loadChanges(at, pageQuery, { since, first });
    return { ...parseFeedPage(changes, page), parts };
  }

  /** Whether an endpoint knows how to be booked; null where its answer does not tell. @throws FeedFault */
  async loadTakesBookings(at: FeedAddress): Promise<boolean | null> {
    const answer = await this.#post(at, BOOKINGS_QUERY, {});
    if (answer.kind === 'data') return answer.data['__typename'] === undefined ? null : true;
    // Who refuses for another reason, such as who asks, says nothing of it.
    return answer.errors.some(isOfDocument) ? false : null;
  }

  async close(): Promise<void> {
    await this.#guards.close();
    await this.#sender.close();
  }

  /** Whoever does not know a newer part is asked again without it, and from then on, for some seconds. */
  async #loadChanges(
    at: FeedAddress,
    queryOf: (parts: ReadonlySet<FeedPart>) => string,
    variables: object,
  ): Promise<WithParts<{ readonly changes: unknown }>> {
    const unsupported = this.#unsupported.of(at.url);
    let parts = new Set(FEED_PARTS.filter((part) => !unsupported.has(part)));
    // Each round but the last leaves something out.
    for (;;) {
      const query = queryOf(parts);
      const answer = await this.#post(at, query, variables);
      if (answer.kind === 'data') {
        if (parts.size === FEED_PARTS.length) this.#unsupported.forget(at.url);
        return { changes: answer.data['catalogueChanges'], parts };
      }
      // Every GraphQL server words this in its own way, but points at the place.
      const refused = refusedParts(query, answer.errors);
      if (!refused) throw errorsFault(answer.errors);
      this.#unsupported.add(at.url, [...refused]);
      parts = new Set([...parts].filter((part) => !refused.has(part)));
    }
  }

  /** @throws FeedFault when nothing answers, or something else than GraphQL. */
  async #post(
    { cooperative, url }: FeedAddress,
    query: string,
    variables: object,
  ): Promise<FeedAnswer> {
    const { limits, signer } = this.options;
    const body = JSON.stringify({ query, variables });
    // This process is itself the one that tells the others who is silent.
    const guard = this.#guards.of({ cooperative, url, isToldSilent: false });
    const outcome = await guard.run('read', TimeLimit.within(limits.timeoutMs), (limit) => {
      const signed = signer.headersFor({ audience: cooperative, scope: 'follow', body });
      const headers = { accept: 'application/json', ...signed };
      return postGraphql(this.#sender, { url, body, headers, limit, statuses: GRAPHQL_STATUSES });
    });
    return readFeedAnswer(outcome, limits);
  }
}
