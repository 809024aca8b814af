import { readAtMost } from '../../shared/owners/read-at-most.js';
import { Agent, type Dispatcher } from 'undici';
import { within } from '../../shared/process/time-limit.js';
import { UnsupportedFields } from '../../shared/owners/unsupported-fields.js';
import { errorsFault, readFeedAnswer, refusedFieldNames, type FeedAnswer } from './feed-answer.js';
import { connectionFault, FeedFault, invalidFeed, statusFault } from './feed-fault.js';
import { headQuery, pageQuery, SUMMARY_FIELD, SUMMARY_NAMES } from './feed-query.js';
import type { FeedHead } from './feed-schema.js';
import { parseFeedHead, parseFeedPage, type FeedPage, type PageRequest } from './parse-feed.js';

export interface FeedClientOptions {
  /** For the whole of one request, from connecting to the last byte. */
  readonly timeoutMs: number;
  readonly largestAnswerBytes: number;
}

/** An answer, and whether it was asked to tell capacity: an endpoint of an older contract refuses that. */
export type WithSummaries<Answer> = Answer & { readonly hasSummaries: boolean };

/** With which GraphQL comes: the latter two refuse a question, and say why. */
const GRAPHQL_STATUSES: readonly number[] = [200, 400, 422];

/** Asks cooperatives' endpoints for their feeds, over connections kept alive. All answers are untrusted. */
export class FeedClient {
  /** Has a pool of its own for each origin, which it drops when the last connection is closed. */
  readonly #agent = new Agent({ keepAliveTimeout: 30_000 });
  readonly #unsupported = new UnsupportedFields();

  constructor(private readonly options: FeedClientOptions) {}

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
    await this.#agent.destroy();
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
    const { origin, pathname, search } = new URL(url);
    try {
      const response = await this.#agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
        ...within(this.options.timeoutMs),
      });
      return readFeedAnswer(response.statusCode, await this.#readText(response));
    } catch (error) {
      throw connectionFault(error, this.options.timeoutMs);
    }
  }

  async #readText({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<string> {
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    const isJson = /^application\/(graphql-response\+)?json$/i.test(type.trim());
    const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
    if (!GRAPHQL_STATUSES.includes(statusCode) || !isJson || isEncoded) {
      body.on('error', () => undefined).destroy();
      if (statusCode !== 200) throw statusFault(statusCode);
      const got = isEncoded ? 'an encoded body' : nameOf(type.trim().toLowerCase());
      throw invalidFeed(`wanted plain JSON, got ${got}`, isEncoded ? null : type);
    }
    const { largestAnswerBytes } = this.options;
    const bytes = await readAtMost(body, largestAnswerBytes);
    if (bytes !== null) return bytes.toString('utf8');
    throw new FeedFault('too-large', `answered with more than ${largestAnswerBytes} bytes`);
  }
}

/** What an endpoint that is none mostly answers with. */
const FAMILIAR_TYPES: readonly string[] = [
  'text/html',
  'text/plain',
  'text/xml',
  'application/xml',
];

/** A content type in our words: what else it says is the endpoint's own text. */
function nameOf(type: string): string {
  if (type === '') return 'no content type';
  return FAMILIAR_TYPES.includes(type) ? type : 'another content type';
}
