import type { ApolloServer } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readGraphqlRequest } from '../../subgraphs/shared/http/graphql-request.js';
import { refuse } from '../../subgraphs/shared/http/refused-request.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { CorsHeaders, type HeaderList } from './cors-headers.js';
import { answerTag, isSame } from './etag.js';
import { createRequestContext } from '../request/request-context.js';
import { SECURITY_HEADERS } from './security-headers.js';

export interface GraphqlHandlerOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly deadlineMs: number;
  readonly requestLimitBytes: number;
  /** Lower-case names. */
  readonly forwardHeaders: readonly string[];
  readonly corsOrigins: readonly string[];
  readonly log: Logger;
}

/** What Apollo Server reads of a request's headers, beside the media type of the answer. */
const HEADERS_READ = ['content-type'];

/**
 * Answers `/graphql`: plain node:http around Apollo Server, because Express and its body parser cost an eighth of the
 * time of a request here.
 */
export class GraphqlHandler {
  readonly #cors: CorsHeaders;

  constructor(private readonly options: GraphqlHandlerOptions) {
    this.#cors = new CorsHeaders(options.corsOrigins);
  }

  /** Whether the request is for this handler. */
  handles({ url = '' }: IncomingMessage): boolean {
    return url.startsWith('/graphql') && /^\/graphql\/?(\?|$)/.test(url);
  }

  /** Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const context = createRequestContext(request, this.options);
    const headers: HeaderList = {
      ...SECURITY_HEADERS,
      ...this.#cors.of(request),
      'x-request-id': context.requestId,
    };
    response.once('close', () => {
      if (!response.writableFinished) context.deadline.abandon();
    });
    try {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, { ...headers, ...this.#cors.ofPreflight(request) }).end();
        return;
      }
      await this.#answer(request, response, context, headers);
    } catch (error) {
      refuse(response, error, context.log, headers);
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    context: GatewayContext,
    headers: HeaderList,
  ): Promise<void> {
    const { requestLimitBytes } = this.options;
    const httpGraphQLRequest = await readGraphqlRequest(request, requestLimitBytes, HEADERS_READ);
    const answer = await this.options.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: () => Promise.resolve(context),
    });
    if (answer.body.kind !== 'complete') throw new Error('The answer came in parts.');
    for (const [name, value] of answer.headers) headers[name] = value;
    headers['cache-control'] ??= 'no-store';
    const text = answer.body.string;
    const status = answer.status ?? 200;
    if (status === 200 && headers['cache-control'].startsWith('public')) {
      const tag = answerTag(text);
      headers['etag'] = tag;
      const vary = 'Accept, Accept-Language, Authorization';
      headers['vary'] = headers['vary'] === undefined ? vary : `${headers['vary']}, ${vary}`;
      if (isSame(request.headers['if-none-match'], tag)) {
        response.writeHead(304, headers).end();
        return;
      }
    }
    headers['content-length'] = String(Buffer.byteLength(text));
    response.writeHead(status, headers).end(text);
  }
}
