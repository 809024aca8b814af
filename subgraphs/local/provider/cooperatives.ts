import { parseRegistry } from '../../shared/owners/registry-answer.js';
import type { Sender } from '../../shared/owners/sender.js';
import { TimeLimit } from '../../shared/process/time-limit.js';

const ANSWER_WITHIN_MS = 2_000;

/** The cooperatives of the network beside which the provider runs: also those that were registered since. */
export class Cooperatives {
  readonly #sender: Sender;
  #registryUrl: string | null = null;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** Told once the registry has an address. */
  moveTo(registryUrl: string): void {
    this.#registryUrl = registryUrl;
  }

  /** Their ids; null where there is no registry, or it does not answer: then any cooperative may be one. */
  async list(): Promise<readonly string[] | null> {
    if (this.#registryUrl === null) return null;
    const limit = TimeLimit.within(ANSWER_WITHIN_MS);
    const outcome = await this.#sender.send({ method: 'GET', url: this.#registryUrl, limit });
    if (outcome.kind !== 'answer' || outcome.status !== 200) return null;
    try {
      const { cooperatives } = parseRegistry(outcome.body);
      return cooperatives.filter(({ status }) => status !== 'LEFT').map(({ id }) => id);
    } catch {
      return null;
    }
  }
}
