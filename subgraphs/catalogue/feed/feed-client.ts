import { Agent, type Dispatcher } from 'undici';
import { z } from 'zod';
import { connectionFault, FeedFault, invalidFeed } from './feed-fault.js';
import { HEAD_QUERY, PAGE_QUERY } from './feed-query.js';
import type { FeedHead } from './feed-schema.js';
import { parseFeedHead, parseFeedPage, type FeedPage, type PageRequest } from './parse-feed.js';

export interface FeedClientOptions {
  /** For the whole of one request, from connecting to the last byte. */
  readonly timeoutMs: number;
  readonly largestAnswerBytes: number;
}

/** What stands between us and a process behind a proxy that is down. */
const SILENT_STATUSES: readonly number[] = [502, 503, 504];

/** Asks cooperatives' endpoints for their feeds, over connections kept alive. All answers are untrusted. */
export class FeedClient {
  /** Has a pool of its own for each origin, which it drops when the last connection is closed. */
  readonly #agent = new Agent({ keepAliveTimeout: 30_000 });

  constructor(private readonly options: FeedClientOptions) {}

  /** @param url - Full address of the endpoint. @throws FeedFault */
  async loadHead(url: string, since: number): Promise<FeedHead> {
    return parseFeedHead(await this.#loadChanges(url, HEAD_QUERY, { since }));
  }

  /** @param url - Full address of the endpoint. @throws FeedFault */
  async loadPage(url: string, page: PageRequest): Promise<FeedPage> {
    const { since, first } = page;
    return parseFeedPage(await this.#loadChanges(url, PAGE_QUERY, { since, first }), page);
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #loadChanges(url: string, query: string, variables: object): Promise<unknown> {
    const { origin, pathname, search } = new URL(url);
    let text: string;
    try {
      const response = await this.#agent.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(this.options.timeoutMs),
      });
      text = await this.#readText(response);
    } catch (error) {
      throw connectionFault(error, this.options.timeoutMs);
    }
    return changesOf(text);
  }

  async #readText({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<string> {
    const type = String(headers['content-type'] ?? 'no content type').split(';')[0] ?? '';
    const isJson = type === 'application/json' || type === 'application/graphql-response+json';
    const isEncoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
    if (statusCode !== 200 || !isJson || isEncoded) {
      body.on('error', () => undefined).destroy();
      if (statusCode !== 200) {
        const kind = SILENT_STATUSES.includes(statusCode) ? 'silent' : 'invalid';
        throw new FeedFault(kind, `answered with HTTP status ${statusCode}`);
      }
      throw invalidFeed(`wanted plain JSON, got ${isEncoded ? 'an encoded body' : type}`);
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Leaving the loop destroys the body, and with it the connection.
      if (size > this.options.largestAnswerBytes) {
        throw new FeedFault(
          'too-large',
          `answered with more than ${this.options.largestAnswerBytes} bytes`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

const Envelope = z.object({
  data: z.object({ catalogueChanges: z.unknown() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});

function changesOf(text: string): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw invalidFeed('wanted JSON, got something else');
  }
  const envelope = Envelope.safeParse(answer);
  if (!envelope.success) throw invalidFeed('wanted a GraphQL answer, got other JSON');
  const { data, errors } = envelope.data;
  if (errors) throw invalidFeed(`it has errors: ${errors[0]?.message ?? 'none named'}`);
  return data?.catalogueChanges;
}
