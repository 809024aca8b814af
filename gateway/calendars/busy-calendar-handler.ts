import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EndpointTable } from '../../subgraphs/shared/owners/endpoint-table.js';
import { locateOwner } from '../../subgraphs/shared/owners/locate-owner.js';
import { Sender } from '../../subgraphs/shared/owners/sender.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { fetchCalendar } from './fetch-calendar.js';
import { createRequestContext } from '../request/request-context.js';
import { SECURITY_HEADERS } from '../http/security-headers.js';

export interface BusyCalendarOptions {
  /** Where the cooperatives answer. */
  readonly table: EndpointTable;
  readonly deadlineMs: number;
  readonly responseLimitBytes: number;
  /** Seconds for which caches may keep a calendar; 0 for never. */
  readonly cacheMaxAge: number;
  readonly log: Logger;
}

/** An answer to the client, but for the headers that all have. */
interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const PATH = /^\/cooperatives\/([^/?]*)\/busy\.ics(?:\?(.*))?$/;
/** Calendar programs come every few minutes; more at a time wait in line, at most until their deadline. */
const CONNECTIONS = 16;
const CONDITION = /^[\x20-\x7e]{1,1000}$/;

/** A sentence for people instead of a calendar. */
function refusal(status: number, sentence: string, more: Reply['headers'] = {}): Reply {
  const type = 'text/plain; charset=utf-8';
  const headers = { 'cache-control': 'no-store', 'content-type': type, ...more };
  return { status, headers, body: Buffer.from(`${sentence}\n`) };
}

/** Answers `/cooperatives/ID/busy.ics` with the calendar that its owner gives at the same path. */
export class BusyCalendarHandler implements Closable {
  readonly #sender: Sender;

  constructor(private readonly options: BusyCalendarOptions) {
    this.#sender = new Sender({
      connections: CONNECTIONS,
      connectTimeoutMs: options.deadlineMs,
      largestAnswerBytes: options.responseLimitBytes,
    });
  }

  /** Whether the request is for this handler. */
  handles({ url = '' }: IncomingMessage): boolean {
    return PATH.test(url);
  }

  /** Never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { deadlineMs, log } = this.options;
    const context = createRequestContext(request, { deadlineMs, forwardHeaders: [], log });
    response.once('close', () => {
      if (!response.writableFinished) context.deadline.abandon();
    });
    const { status, headers, body } = await this.#reply(request, context);
    response.writeHead(status, {
      ...SECURITY_HEADERS,
      ...headers,
      'x-request-id': context.requestId,
      ...(status !== 304 && { 'content-length': body.length }),
    });
    response.end(request.method === 'HEAD' || status === 304 ? undefined : body);
  }

  async #reply(request: IncomingMessage, context: GatewayContext): Promise<Reply> {
    const { method, url = '', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      return refusal(405, 'A calendar can only be read.', { allow: 'GET, HEAD' });
    }
    const [, id = '', query = ''] = PATH.exec(url) ?? [];
    const where = await this.#locate(id, query);
    if (typeof where !== 'string') return where;
    const condition = headers['if-none-match'] ?? '';
    const answer = await fetchCalendar({
      url: where,
      // Nothing of who asks is passed on: the calendars are open.
      headers: {
        accept: 'text/calendar',
        'x-request-id': context.requestId,
        ...(CONDITION.test(condition) && { 'if-none-match': condition }),
      },
      limit: context.deadline,
      sender: this.#sender,
    });
    if (answer.kind === 'problem') {
      const { status, problem } = answer;
      if (status > 500) context.log.warn({ cooperative: id, problem }, 'Calendar fetch failed.');
      return refusal(status, `"${id}" ${problem}.`);
    }
    const { cacheMaxAge } = this.options;
    const kept = {
      'cache-control': cacheMaxAge === 0 ? 'no-store' : `public, max-age=${cacheMaxAge}`,
      ...(answer.etag !== null && { etag: answer.etag }),
    };
    if (answer.kind === 'same') return { status: 304, headers: kept, body: Buffer.alloc(0) };
    const type = 'text/calendar; charset=utf-8';
    return { status: 200, headers: { ...kept, 'content-type': type }, body: answer.text };
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  /** The address to ask, beside the owner's GraphQL endpoint, or why nobody is asked. */
  async #locate(id: string, query: string): Promise<string | Reply> {
    const where = await locateOwner(this.options.table, id);
    switch (where.kind) {
      case 'none':
        return refusal(404, 'There is no such cooperative in this network.');
      case 'unasked':
        return refusal(503, `The registry of cooperatives ${where.registry}.`);
      case 'paused':
      case 'left':
        return refusal(503, `"${id}" ${where.state} and was not asked.`);
      case 'address': {
        const url = new URL(`/cooperatives/${id}/busy.ics`, where.url);
        // Written anew, so that no odd byte of the client's reaches the owner.
        url.search = new URLSearchParams(query).toString();
        return url.href;
      }
    }
  }
}
