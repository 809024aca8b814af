/** For how long an endpoint is taken not to know a field before it is asked for it again. */
const REMEMBERED_MS = 5 * 60_000;

const NONE: ReadonlySet<string> = new Set();

/** What each endpoint was found not to know, for some minutes. */
export class UnsupportedFields {
  readonly #byUrl = new Map<string, { fields: ReadonlySet<string>; until: number }>();

  /** Fields such as `Service.published`. */
  of(url: string): ReadonlySet<string> {
    const known = this.#byUrl.get(url);
    if (!known) return NONE;
    if (known.until > performance.now()) return known.fields;
    this.#byUrl.delete(url);
    return NONE;
  }

  /** @returns All that this endpoint is now known not to know. */
  add(url: string, fields: readonly string[]): ReadonlySet<string> {
    const all = new Set([...this.of(url), ...fields].sort());
    this.#byUrl.set(url, { fields: all, until: performance.now() + REMEMBERED_MS });
    return all;
  }
}
