import { request } from 'undici';

/** Registers addresses with the catalogue process. */
export class RegistryClient {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** @param catalogueUrl - Base URL of the catalogue process. @param token - Needed in production. */
  constructor(catalogueUrl: string, token: string | undefined) {
    this.#url = catalogueUrl;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** Ids of all that are registered and have not left. */
  async list(): Promise<string[]> {
    const { body } = await request(`${this.#url}/registry`);
    const registry = (await body.json()) as { cooperatives: { id: string; status: string }[] };
    return registry.cooperatives.filter(({ status }) => status !== 'LEFT').map(({ id }) => id);
  }

  /** Adds a cooperative, or changes its address. @param url - Its GraphQL address. */
  async put(id: string, url: string): Promise<void> {
    await this.#send('PUT', `/registry/${id}`, JSON.stringify({ url }));
  }

  /** Removes a cooperative. @throws Error naming its open orders, while it has any. */
  async remove(id: string): Promise<void> {
    await this.#send('DELETE', `/registry/${id}`);
  }

  /** Has the catalogue read a cooperative's feed now. A cooperative that does not answer is no error. */
  async poke(id: string): Promise<void> {
    const { body } = await request(`${this.#url}/poke/${id}`, {
      method: 'POST',
      headers: this.#headers,
    });
    await body.dump();
  }

  async #send(method: 'PUT' | 'DELETE', path: string, body: string | null = null): Promise<void> {
    const answer = await request(`${this.#url}${path}`, {
      method,
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body,
    });
    const text = await answer.body.text();
    if (answer.statusCode < 300) return;
    throw new Error(`The catalogue refused ${method} ${path} (${answer.statusCode}): ${text}`);
  }
}
