import { Agent } from 'undici';
import type { Closable } from '../../subgraphs/shared/process/process.js';
import { NET_MS } from '../../subgraphs/shared/process/time-limit.js';
import type { Deadline } from '../request/deadline.js';
import { ResponseReader, timeout, type SendResult } from './read-response.js';

/** Connections to one process at a time; further requests wait in line, at most until their deadline. */
const CONNECTIONS_PER_ORIGIN = 128;

interface Target {
  readonly origin: string;
  readonly path: string;
}

/**
 * Posts GraphQL requests over keep-alive connections, one pool an origin. Follows no redirects, reads no compressed
 * and no oversized answers.
 */
export class Sender implements Closable {
  readonly #agent: Agent;
  readonly #targets = new Map<string, Target>();

  /**
   * @param responseLimitBytes - Longer answers are broken off while they stream in.
   * @param longestMs - The longest deadline that a request may have.
   */
  constructor(
    private readonly responseLimitBytes: number,
    connectTimeoutMs: number,
    longestMs: number,
  ) {
    this.#agent = new Agent({
      connections: CONNECTIONS_PER_ORIGIN,
      connect: { timeout: connectTimeoutMs },
      // The deadline of the request counts, from its start to the last byte. This is a net below it.
      headersTimeout: longestMs + NET_MS,
      bodyTimeout: longestMs + NET_MS,
    });
  }

  /**
   * Posts one request.
   * @param url - Full address of the GraphQL endpoint.
   * @param body - JSON text.
   * @returns Never rejects: whatever goes wrong is a failure.
   */
  post(
    url: string,
    body: string,
    headers: Readonly<Record<string, string>>,
    deadline: Deadline,
  ): Promise<SendResult> {
    if (deadline.isOver) {
      const problem = 'was not asked, because the time was used up before';
      return Promise.resolve(timeout(problem, false));
    }
    return new Promise((resolve) => {
      const reader = new ResponseReader(this.responseLimitBytes, deadline, resolve);
      this.#agent.dispatch({ ...this.#target(url), method: 'POST', headers, body }, reader);
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #target(url: string): Target {
    const known = this.#targets.get(url);
    if (known) return known;
    const { origin, pathname, search } = new URL(url);
    const target = { origin, path: `${pathname}${search}` };
    this.#targets.set(url, target);
    return target;
  }
}
