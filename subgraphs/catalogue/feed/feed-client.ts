import type { RequestSigner } from '../../shared/identity/processes/sign-request.js';
import { OwnerGuards, type GuardSettings } from '../../shared/owners/guard/owner-guards.js';
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
  async loadHead(at: FeedAddress, since: number): Promise<WithSummaries<FeedHead>> {
    const { changes, hasSummaries } = await this.#loadChanges(at, headQuery, { since });
    return { ...parseFeedHead(changes, since), hasSummaries };
  }

  /** @throws FeedFault */
  async loadPage(at: FeedAddress, page: PageRequest): Promise<WithSummaries<FeedPage>> {
    const { since, first } = page;
    const { changes, hasSummaries } = await this.#loadChanges(at, pageQuery, { since, first });
    return { ...parseFeedPage(changes, page), hasSummaries };
  }

  async close(): Promise<void> {
    await this.#guards.close();
    await this.#sender.close();
  }

  /** Whoever does not know the newer field is asked again without it, and from then on, for some seconds. */
  async #loadChanges(
    at: FeedAddress,
    queryOf: (hasSummaries: boolean) => string,
    variables: object,
  ): Promise<WithSummaries<{ readonly changes: unknown }>> {
    const hasSummaries = !this.#unsupported.of(at.url).has(SUMMARY_FIELD);
    const query = queryOf(hasSummaries);
    const answer = await this.#post(at, query, variables);
    if (answer.kind === 'changes') {
      if (hasSummaries) this.#unsupported.forget(at.url);
      return { changes: answer.changes, hasSummaries };
    }
    // Every GraphQL server words this in its own way, but points at the place.
    const names = refusedFieldNames(query, answer.errors);
    const isOlder = hasSummaries && names?.every((name) => SUMMARY_NAMES.has(name));
    if (!isOlder) throw errorsFault(answer.errors);
    this.#unsupported.add(at.url, [SUMMARY_FIELD]);
    return await this.#loadChanges(at, queryOf, variables);
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
