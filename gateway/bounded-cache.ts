/** Keeps what was made last; when full, what was made first goes. */
export class BoundedCache<Key, Value> {
  readonly #values = new Map<Key, Value>();

  constructor(private readonly size: number) {}

  find(key: Key): Value | null {
    return this.#values.get(key) ?? null;
  }

  /** @param create - Called when there is none yet. */
  get(key: Key, create: (key: Key) => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = create(key);
    if (this.#values.size >= this.size) {
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    }
    this.#values.set(key, value);
    return value;
  }
}
