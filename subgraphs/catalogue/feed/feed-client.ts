import { postGraphql } from '../../shared/owners/post-graphql.js';
import { Sender } from '../../shared/owners/sender.js';
import { TimeLimit } from '../../shared/process/time-limit.js';
import { UnsupportedFields } from '../../shared/owners/unsupported-fields.js';
import { errorsFault, readFeedAnswer, refusedFieldNames, type FeedAnswer } from './feed-answer.js';
import type { FeedLimits } from './feed-fault.js';
import { headQuery, pageQuery, SUMMARY_FIELD, SUMMARY_NAMES } from './feed-query.js';
import type { FeedHead } from './feed-schema.js';
import { parseFeedHead, parseFeedPage, type FeedPage, type PageRequest } from './parse-feed.js';

/** An answer, and whether it was asked to tell capacity: an endpoint of an older contract refuses that. */
export type WithSummaries<Answer> = Answer & { readonly hasSummaries: boolean };

/** With which GraphQL comes: the latter two refuse a question, and say why. */
const GRAPHQL_STATUSES: readonly number[] = [200, 400, 422];

/** Asks cooperatives' endpoints for their feeds. All answers are untrusted. */
export class FeedClient {
  readonly #sender: Sender;
  readonly #unsupported = new UnsupportedFields();

  constructor(private readonly limits: FeedLimits) {
    const { timeoutMs: connectTimeoutMs, largestAnswerBytes } = limits;
    this.#sender = new Sender({ connectTimeoutMs, largestAnswerBytes });
  }

  /** @param url - Full address of the endpoint. @throws FeedFault */
  async loadHead(url: string, since: number): Promise<WithSummaries<FeedHead>> {
    const { changes, hasSummaries } = await this.#loadChanges(url, headQuery, { since });
    return { ...parseFeedHead(changes, since), hasSummaries };
  }

  /** @param url - Full address of the endpoint. @throws FeedFault */
  async loadPage(url: string, page: PageRequest): Promise<WithSummaries<FeedPage>> {
    const { since, first } = page;
    const { changes, hasSummaries } = await this.#loadChanges(url, pageQuery, { since, first });
    return { ...parseFeedPage(changes, page), hasSummaries };
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  /** Whoever does not know the newer field is asked again without it, and from then on, for some seconds. */
  async #loadChanges(
    url: string,
    queryOf: (hasSummaries: boolean) => string,
    variables: object,
  ): Promise<WithSummaries<{ readonly changes: unknown }>> {
    const hasSummaries = !this.#unsupported.of(url).has(SUMMARY_FIELD);
    const query = queryOf(hasSummaries);
    const answer = await this.#post(url, query, variables);
    if (answer.kind === 'changes') {
      if (hasSummaries) this.#unsupported.forget(url);
      return { changes: answer.changes, hasSummaries };
    }
    // Every GraphQL server words this in its own way, but points at the place.
    const names = refusedFieldNames(query, answer.errors);
    const isOlder = hasSummaries && names?.every((name) => SUMMARY_NAMES.has(name));
    if (!isOlder) throw errorsFault(answer.errors);
    this.#unsupported.add(url, [SUMMARY_FIELD]);
    return await this.#loadChanges(url, queryOf, variables);
  }

  /** @throws FeedFault when nothing answers, or something else than GraphQL. */
  async #post(url: string, query: string, variables: object): Promise<FeedAnswer> {
    const outcome = await postGraphql(this.#sender, {
      url,
      body: JSON.stringify({ query, variables }),
      headers: { accept: 'application/json' },
      limit: TimeLimit.within(this.limits.timeoutMs),
      statuses: GRAPHQL_STATUSES,
    });
    return readFeedAnswer(outcome, this.limits);
  }
}
