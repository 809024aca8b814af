import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EndpointTable } from '../../subgraphs/shared/owners/endpoint-table.js';
import type { OwnerGuard } from '../../subgraphs/shared/owners/guard/owner-guard.js';
import type { OwnerGuards } from '../../subgraphs/shared/owners/guard/owner-guards.js';
import { locateOwner } from '../../subgraphs/shared/owners/locate-owner.js';
import { Sender } from '../../subgraphs/shared/owners/sender.js';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import type { Rates } from '../limits/rates.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { contextOf } from '../request/keep-context.js';
import { fetchCalendar } from './fetch-calendar.js';

export interface BusyCalendarsOptions {
  /** Where the cooperatives answer. */
  readonly table: EndpointTable;
  readonly guards: OwnerGuards;
  readonly deadlineMs: number;
  readonly responseLimitBytes: number;
  /** Seconds for which caches may keep a calendar; 0 for never. */
  readonly cacheMaxAge: number;
  readonly rates: Rates;
}

/** An answer to the client, but for the headers that all have. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for what the client has. */
  readonly body: Buffer | undefined;
}

/** Where a calendar is to be asked for. */
interface Address {
  readonly url: string;
  readonly guard: OwnerGuard;
}

interface Question {
  readonly Params: { readonly id: string };
}

/** Calendar programs come every few minutes; more at a time wait in line, at most until their deadline. */
const CONNECTIONS = 16;
const CONDITION = /^[\x20-\x7e]{1,1000}$/;

/** A sentence for people instead of a calendar. */
function refusal(status: number, sentence: string, more: Answer['headers'] = {}): Answer {
  const type = 'text/plain; charset=utf-8';
  const headers = { 'cache-control': 'no-store', 'content-type': type, ...more };
  return { status, headers, body: Buffer.from(`${sentence}\n`) };
}

/** `/cooperatives/ID/busy.ics`: the calendar that its owner gives at the same path. */
export class BusyCalendars implements Closable {
  readonly #sender: Sender;

  constructor(private readonly options: BusyCalendarsOptions) {
    this.#sender = new Sender({
      connections: CONNECTIONS,
      connectTimeoutMs: options.deadlineMs,
      largestAnswerBytes: options.responseLimitBytes,
    });
  }

  /** Adds the route. @param app - Keeps contexts. */
  addTo(app: FastifyInstance): void {
    app.all<Question>(
      '/cooperatives/:id/busy.ics',
      {
        onRequest: ({ method }, reply, next) => {
          if (method === 'GET' || method === 'HEAD') next();
          else send(reply, refusal(405, 'A calendar can only be read.', { allow: 'GET, HEAD' }));
        },
      },
      async (request, reply) =>
        send(reply, await this.#answer(request.params.id, request, contextOf(request))),
    );
  }

  async #answer(
    id: string,
    { url, headers }: FastifyRequest<Question>,
    context: GatewayContext,
  ): Promise<Answer> {
    const [, query = ''] = /\?(.*)$/.exec(url) ?? [];
    // What a secret link opens is nobody else's to keep, and is not to be guessed.
    const isOpened = new URLSearchParams(query).has('key');
    const { rates } = this.options;
    const exhausted = isOpened && (await rates.spend(context, rates.costs.secretLookUp));
    if (exhausted) {
      return refusal(429, exhausted.message, {
        'retry-after': String(exhausted.retryAfterSeconds),
      });
    }
    const where = await this.#locate(id, query);
    if ('status' in where) return where;
    const condition = headers['if-none-match'] ?? '';
    const answer = await fetchCalendar({
      ...where,
      // Nothing of who asks is passed on: a calendar is open, or its link opens it.
      headers: {
        accept: 'text/calendar',
        'x-request-id': context.requestId,
        ...(CONDITION.test(condition) && { 'if-none-match': condition }),
      },
      limit: context.deadline,
      sender: this.#sender,
    });
    if (answer.kind === 'problem') {
      const { status, problem, retryAfterSeconds } = answer;
      if (status > 500) context.log.warn({ cooperative: id, problem }, 'Calendar fetch failed.');
      const more = retryAfterSeconds === undefined ? {} : { 'retry-after': `${retryAfterSeconds}` };
      return refusal(status, `"${id}" ${problem}.`, more);
    }
    const { cacheMaxAge } = this.options;
    const keptBy = isOpened ? 'private' : 'public';
    const kept = {
      'cache-control': cacheMaxAge === 0 ? 'no-store' : `${keptBy}, max-age=${cacheMaxAge}`,
      ...(answer.etag !== null && { etag: answer.etag }),
    };
    if (answer.kind === 'same') return { status: 304, headers: kept, body: undefined };
    const type = 'text/calendar; charset=utf-8';
    return { status: 200, headers: { ...kept, 'content-type': type }, body: answer.text };
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  /** The address to ask, beside the owner's GraphQL endpoint, or why nobody is asked. */
  async #locate(id: string, query: string): Promise<Address | Answer> {
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
        return { url: url.href, guard: this.options.guards.of({ cooperative: id, ...where }) };
      }
    }
  }
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
