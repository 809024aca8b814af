import type { PublicJwk } from '../../shared/identity/processes/public-keys.js';
import { UNSIGNED, type RequestSigner } from '../../shared/identity/processes/sign-request.js';
import { parseRegistry, type RegistryEntry } from '../../shared/owners/registry-answer.js';
import { wordsOf, type HttpAnswer } from '../../shared/owners/outcome.js';
import { Sender } from '../../shared/owners/sender.js';
import { TimeLimit } from '../../shared/process/time-limit.js';

/** For an answer of the registry. Long, because a whole network starts at once. */
const ANSWER_WITHIN_MS = 30_000;

/** For a poke, which reads a whole feed. */
const POKED_WITHIN_MS = 60_000;

export interface RegistryClientOptions {
  /** Signs what is asked; needed in production. */
  readonly signer?: RequestSigner;
  readonly answerWithinMs?: number;
  readonly pokedWithinMs?: number;
}

/** Registers addresses with the catalogue process. Whatever is asked is answered in its time, or an error. */
export class RegistryClient {
  readonly #url: string;
  readonly #signer: RequestSigner;
  readonly #sender = new Sender();
  readonly #answerWithinMs: number;
  readonly #pokedWithinMs: number;

  /** @param catalogueUrl - Base URL of the catalogue process. */
  constructor(catalogueUrl: string, options: RegistryClientOptions = {}) {
    const { answerWithinMs = ANSWER_WITHIN_MS, pokedWithinMs = POKED_WITHIN_MS } = options;
    this.#url = catalogueUrl;
    this.#signer = options.signer ?? UNSIGNED;
    this.#answerWithinMs = answerWithinMs;
    this.#pokedWithinMs = pokedWithinMs;
  }

  /** All that are registered and have not left. */
  async list(): Promise<RegistryEntry[]> {
    const answer = await this.#send('GET', '/registry', this.#answerWithinMs);
    if (answer.status !== 200) throw refused('GET /registry', answer.status, answer.body);
    return readRegistry(answer.body).cooperatives.filter(({ status }) => status !== 'LEFT');
  }

  /**
   * Adds a cooperative, or changes its address.
   * @param url - Its GraphQL address.
   * @param publicKey - With which it signs; left out, what is registered stays.
   */
  async put(id: string, url: string, publicKey?: PublicJwk): Promise<void> {
    await this.#change('PUT', `/registry/${id}`, JSON.stringify({ url, publicKey }));
  }

  /** Removes a cooperative. @throws Error naming its open orders, while it has any. */
  async remove(id: string): Promise<void> {
    await this.#change('DELETE', `/registry/${id}`);
  }

  /** Has the catalogue read a cooperative's feed now. A cooperative that does not answer is no error. */
  async poke(id: string): Promise<void> {
    const { status, body } = await this.#send('POST', `/poke/${id}`, this.#pokedWithinMs);
    if (status === 200 || status === 502) return;
    throw refused(`POST /poke/${id}`, status, body);
  }

  async #change(method: 'PUT' | 'DELETE', path: string, given?: string): Promise<void> {
    const { status, body } = await this.#send(method, path, this.#answerWithinMs, given);
    if (status < 200 || status > 299) throw refused(`${method} ${path}`, status, body);
  }

  async #send(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    withinMs: number,
    body: string | null = null,
  ): Promise<HttpAnswer> {
    const signed = this.#signer.headersFor({
      audience: 'catalogue',
      scope: 'register',
      body,
    });
    const outcome = await this.#sender.send({
      method,
      url: `${this.#url}${path}`,
      headers: { ...signed, ...(body !== null && { 'content-type': 'application/json' }) },
      body,
      limit: TimeLimit.within(withinMs),
    });
    if (outcome.kind === 'answer') return outcome;
    const isLate = outcome.kind === 'too-slow';
    const how = isLate ? `did not answer within ${withinMs} ms` : wordsOf(outcome);
    throw new Error(`The catalogue ${how}: ${method} ${path}.`);
  }
}

function readRegistry(body: Buffer): ReturnType<typeof parseRegistry> {
  try {
    return parseRegistry(body);
  } catch (error) {
    throw new Error('Wanted the registry from GET /registry, got something else.', {
      cause: error,
    });
  }
}

function refused(what: string, status: number, body: Buffer): Error {
  const text = body.toString('utf8').slice(0, 500);
  return new Error(`The catalogue refused ${what} (${status}): ${text}`);
}
