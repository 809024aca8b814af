import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../../subgraphs/shared/logger.js';
import type { GatewayContext } from '../gateway-context.js';
import { CorsHeaders, type HeaderList } from './cors-headers.js';
import { answerTag, isSame } from './etag.js';
import { readBody, RefusedRequest } from './read-body.js';
import { createRequestContext } from './request-context.js';
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

const INTERNAL = 'Something failed here. The operators can find it in the log.';

/** What Apollo Server reads of a request's headers. */
function headersFor({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['accept', 'content-type'] as const) {
    const value = headers[name];
    if (value !== undefined) map.set(name, value);
  }
  return map;
}

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
      context.deadline.clear();
    });
    try {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, { ...headers, ...this.#cors.ofPreflight(request) }).end();
        return;
      }
      await this.#answer(request, response, context, headers);
    } catch (error) {
      this.#refuse(response, headers, error, context);
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    context: GatewayContext,
    headers: HeaderList,
  ): Promise<void> {
    const { method = 'GET', url = '' } = request;
    const search = url.indexOf('?');
    const httpGraphQLRequest: HTTPGraphQLRequest = {
      method,
      headers: headersFor(request),
      search: search < 0 ? '' : url.slice(search),
      body: method === 'POST' ? await readBody(request, this.options.requestLimitBytes) : undefined,
    };
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

  #refuse(
    response: ServerResponse,
    headers: HeaderList,
    error: unknown,
    { log }: GatewayContext,
  ): void {
    const isRefused = error instanceof RefusedRequest;
    if (!isRefused) log.error({ err: error }, 'Request failed.');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const code = isRefused ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    const message = isRefused ? error.message : INTERNAL;
    response
      .writeHead(isRefused ? error.status : 500, {
        ...headers,
        'cache-control': 'no-store',
        'content-type': 'application/json; charset=utf-8',
        // What is left of the body is not read.
        connection: 'close',
      })
      .end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
  }
}
