import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { DEADLINE_HEADER } from '../http/waiting-signal.js';
import type { Closable } from '../process/process.js';
import type { TimeLimit } from '../process/time-limit.js';
import { ResponseReader } from './response-reader.js';
import type { AnswerHead, HttpAnswer, SendFailure, SendOutcome } from './outcome.js';
import { traceHeaders } from './trace-headers.js';

export interface SenderOptions {
  /** To one origin at a time; further requests wait in line, at most until their limit. */
  readonly connections?: number;
  /** For making one. */
  readonly connectTimeoutMs?: number;
  /** Longer answers are broken off while they stream in. */
  readonly largestAnswerBytes?: number;
  /** Finds the address of a host's name; the machine's own way where absent. */
  readonly lookup?: LookupFunction;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A full address. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  /** From now to the last byte of the answer. */
  readonly limit: TimeLimit;
}

const CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 10_000;
const LARGEST_ANSWER_BYTES = 5_000_000;

/**
 * The one way out by HTTP: to cooperatives, and among the processes of the hub. Keeps connections alive, one pool an
 * origin; follows no redirects, and asks for no compression. Idle connections keep no process running.
 */
export class Sender implements Closable {
  readonly #agent: Agent;
  readonly #largestAnswerBytes: number;

  constructor(options: SenderOptions = {}) {
    this.#agent = new Agent({
      connections: options.connections ?? CONNECTIONS,
      connect: {
        timeout: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
        ...(options.lookup && { lookup: options.lookup }),
      },
      // The limit of each request counts, from its beginning to the last byte.
      ...{ headersTimeout: 0, bodyTimeout: 0 },
    });
    this.#largestAnswerBytes = options.largestAnswerBytes ?? LARGEST_ANSWER_BYTES;
  }

  /** Never rejects, if the address is one: whatever goes wrong is a failure. */
  send(request: HttpRequest): Promise<HttpAnswer | SendFailure>;
  /** @param refuse - Looks at an answer before its body is read; whatever it returns but null breaks the answer off. */
  send<Refusal>(
    request: HttpRequest,
    refuse: (head: AnswerHead) => Refusal | null,
  ): Promise<SendOutcome<Refusal>>;
  send<Refusal>(
    { method, url, headers, body = null, limit }: HttpRequest,
    refuse: (head: AnswerHead) => Refusal | null = () => null,
  ): Promise<SendOutcome<Refusal>> {
    if (limit.isOver) return Promise.resolve({ kind: 'too-slow', stage: 'unasked' });
    const { origin, pathname, search } = new URL(url);
    return new Promise((resolve) => {
      const largestAnswerBytes = this.#largestAnswerBytes;
      this.#agent.dispatch(
        {
          origin,
          path: `${pathname}${search}`,
          method,
          headers: {
            ...traceHeaders(),
            [DEADLINE_HEADER]: String(Math.ceil(limit.remainingMs)),
            ...headers,
          },
          body,
        },
        new ResponseReader({ limit, largestAnswerBytes, refuse }, resolve),
      );
    });
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
