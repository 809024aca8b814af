/** Enough for a thousand requests a second. */
const MOST_REMEMBERED = 100_000;

/**
 * Remembers which tokens were shown, each until it has expired, so that none is taken twice. Where more come than it can hold, it
 * takes none rather than forget one too early. It knows what this process was shown and no other.
 */
export class ReplayGuard {
  /** Until when, in milliseconds since 1970, by id; in the order in which they came. */
  readonly #endById = new Map<string, number>();

  constructor(private readonly most = MOST_REMEMBERED) {}

  /** @param id - The same for one token alone. @param endsAt - When the token expires. Both instants in milliseconds since 1970. */
  admit(id: string, endsAt: number, now: number): 'fresh' | 'replayed' | 'full' {
    for (const [each, end] of this.#endById) {
      if (end > now) break;
      this.#endById.delete(each);
    }
    if (this.#endById.has(id)) return 'replayed';
    if (this.#endById.size >= this.most) return 'full';
    this.#endById.set(id, endsAt);
    return 'fresh';
  }
}
