import { LRUCache } from 'lru-cache';

/** Keeps what was used last, and makes what it does not have. */
export class BoundedCache<Key extends string, Value extends object | string> {
  readonly #values: LRUCache<Key, Value>;

  constructor(size: number) {
    this.#values = new LRUCache({ max: size });
  }

  find(key: Key): Value | null {
    return this.#values.get(key) ?? null;
  }

  /** @param create - Called when there is none. */
  get(key: Key, create: (key: Key) => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = create(key);
    this.#values.set(key, value);
    return value;
  }
}
