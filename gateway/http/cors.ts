import type { FastifyReply } from 'fastify';
import type { IncomingMessage } from 'node:http';

const EXPOSED = 'etag, retry-after, www-authenticate, x-request-id';
const PREFLIGHT_SECONDS = 86_400;

type HeaderList = Readonly<Record<string, string>>;

const OPEN: HeaderList = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
};

/**
 * Which other sites' pages may read answers. Never with credentials: none are read. `*` is for what anybody may have: answers to
 * somebody who is known are for pages of the sites that are named, and of the hub's own.
 * @param origins - `*` or origins such as `https://example.org`.
 */
export class Cors {
  readonly #isOpen: boolean;
  readonly #origins: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    this.#isOpen = origins.includes('*');
    this.#origins = new Set(origins);
  }

  /** Headers of every answer. */
  of({ headers: { origin } }: IncomingMessage): HeaderList {
    if (this.#isOpen) return OPEN;
    if (origin === undefined || !this.#origins.has(origin)) return { vary: 'Origin' };
    return { ...OPEN, 'access-control-allow-origin': origin, vary: 'Origin' };
  }

  /** Takes back what is open to every site: the answer is for somebody who is known. */
  close(reply: FastifyReply): void {
    if (!this.#isOpen) return;
    for (const name of Object.keys(OPEN)) reply.removeHeader(name);
  }

  /** Headers of the answer to the question that a browser asks first. */
  ofPreflight(request: IncomingMessage): HeaderList {
    const allowed = this.of(request);
    const wanted = request.headers['access-control-request-headers'];
    if (allowed['access-control-allow-origin'] === undefined) return allowed;
    return {
      ...allowed,
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': String(PREFLIGHT_SECONDS),
      ...(typeof wanted === 'string' && { 'access-control-allow-headers': wanted }),
    };
  }
}
