import { request } from 'undici';
import { RegistrySchema, type RegistryEntry } from '../../shared/owners/registry-answer.js';

/** For an answer of the registry. Long, because a whole network starts at once. */
const ANSWER_WITHIN_MS = 30_000;

/** For a poke, which reads a whole feed. */
const POKED_WITHIN_MS = 60_000;

export interface RegistryClientOptions {
  /** Needed in production. */
  readonly token?: string | undefined;
  readonly answerWithinMs?: number;
  readonly pokedWithinMs?: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Registers addresses with the catalogue process. Whatever is asked is answered in its time, or an error. */
export class RegistryClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #answerWithinMs: number;
  readonly #pokedWithinMs: number;

  /** @param catalogueUrl - Base URL of the catalogue process. */
  constructor(catalogueUrl: string, options: RegistryClientOptions = {}) {
    const { token, answerWithinMs = ANSWER_WITHIN_MS, pokedWithinMs = POKED_WITHIN_MS } = options;
    this.#url = catalogueUrl;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.#answerWithinMs = answerWithinMs;
    this.#pokedWithinMs = pokedWithinMs;
  }

  /** All that are registered and have not left. */
  async list(): Promise<RegistryEntry[]> {
    const answer = await this.#send('GET', '/registry', this.#answerWithinMs);
    if (answer.status !== 200) throw refused('GET /registry', answer.status, answer.text);
    const { cooperatives } = parseRegistry(answer.text);
    return cooperatives.filter(({ status }) => status !== 'LEFT');
  }

  /** Adds a cooperative, or changes its address. @param url - Its GraphQL address. */
  async put(id: string, url: string): Promise<void> {
    await this.#change('PUT', `/registry/${id}`, JSON.stringify({ url }));
  }

  /** Removes a cooperative. @throws Error naming its open orders, while it has any. */
  async remove(id: string): Promise<void> {
    await this.#change('DELETE', `/registry/${id}`);
  }

  /** Has the catalogue read a cooperative's feed now. A cooperative that does not answer is no error. */
  async poke(id: string): Promise<void> {
    const { status, text } = await this.#send('POST', `/poke/${id}`, this.#pokedWithinMs);
    if (status === 200 || status === 502) return;
    throw refused(`POST /poke/${id}`, status, text);
  }

  async #change(method: 'PUT' | 'DELETE', path: string, body: string | null = null): Promise<void> {
    const { status, text } = await this.#send(method, path, this.#answerWithinMs, body);
    if (status < 200 || status > 299) throw refused(`${method} ${path}`, status, text);
  }

  async #send(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    withinMs: number,
    body: string | null = null,
  ): Promise<Answer> {
    const signal = AbortSignal.timeout(withinMs);
    try {
      const answer = await request(`${this.#url}${path}`, {
        method,
        headers: { ...this.#headers, ...(body !== null && { 'content-type': 'application/json' }) },
        body,
        signal,
      });
      return { status: answer.statusCode, text: await answer.body.text() };
    } catch (error) {
      const how = signal.aborted ? `did not answer within ${withinMs} ms` : 'could not be reached';
      throw new Error(`The catalogue ${how}: ${method} ${path}.`, { cause: error });
    }
  }
}

function parseRegistry(text: string) {
  try {
    return RegistrySchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error('Wanted the registry from GET /registry, got something else.', {
      cause: error,
    });
  }
}

function refused(what: string, status: number, text: string): Error {
  return new Error(`The catalogue refused ${what} (${status}): ${text.slice(0, 500)}`);
}
