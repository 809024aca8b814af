import type { Clock } from '../subgraphs/shared/clock.js';

/** A copy of a listing that may be out of date, and since when; null when it was never read. ISO 8601. */
export interface OutdatedCopy {
  readonly id: string;
  readonly syncedAt: string | null;
}

/** A cooperative whose answer is missing, why, and since when (ISO 8601; null when not known). */
interface Skipped {
  readonly reason: string;
  readonly since: string | null;
}

/** `extensions.coverage`: how complete an answer is. Every list is in the order of the ids. */
export interface CoverageReport {
  readonly asked: readonly string[];
  readonly answered: readonly string[];
  /** Whose listing in the index is old; the age is null when it was never read. */
  readonly stale: readonly { readonly cooperative: string; readonly ageSeconds: number | null }[];
  readonly skipped: readonly ({ readonly cooperative: string } & Skipped)[];
  /** Who answered, but not everything, and why; absent when nobody. */
  readonly incomplete?: readonly { readonly cooperative: string; readonly reason: string }[];
  readonly unsupported: readonly { readonly cooperative: string; readonly field: string }[];
}

/** Collects, during one client request, which cooperatives were asked and what came of it. */
export class Coverage {
  readonly #asked = new Set<string>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #incomplete = new Map<string, string>();
  readonly #unsupported = new Map<string, Set<string>>();
  #outdated: readonly OutdatedCopy[] | null = null;

  /** Whether any cooperative was needed for this answer, asked or not. */
  get needsCooperatives(): boolean {
    return this.#asked.size > 0 || this.#skipped.size > 0;
  }

  ask(cooperative: string): void {
    this.#asked.add(cooperative);
  }

  /** Notes that rows of this cooperative are missing; the first reason stays. */
  skip(cooperative: string, skipped: Skipped): void {
    if (!this.#skipped.has(cooperative)) this.#skipped.set(cooperative, skipped);
  }

  /** Notes that some of what this cooperative was asked for is missing; the first reason stays. */
  lose(cooperative: string, reason: string): void {
    if (!this.#incomplete.has(cooperative)) this.#incomplete.set(cooperative, reason);
  }

  /** Notes which copies were outdated when the index answered; what it said first stays, for that is what it was asked. */
  noteOutdated(outdated: readonly OutdatedCopy[]): void {
    this.#outdated ??= outdated;
  }

  /** @param field - What the cooperative's endpoint does not know, such as `Service.published`. */
  lack(cooperative: string, field: string): void {
    const fields = this.#unsupported.get(cooperative) ?? new Set();
    this.#unsupported.set(cooperative, fields.add(field));
  }

  /** @param outdated - What the registry calls out of date, by id; the index's own word goes before it. */
  report(outdated: readonly OutdatedCopy[], clock: Clock): CoverageReport {
    const asked = [...this.#asked].sort();
    const incomplete = sortedById(this.#incomplete).filter(([id]) => !this.#skipped.has(id));
    return {
      asked,
      answered: asked.filter((id) => !this.#skipped.has(id) && !this.#incomplete.has(id)),
      stale: (this.#outdated ?? outdated).map(({ id, syncedAt }) => ({
        cooperative: id,
        ageSeconds: ageSeconds(syncedAt, clock),
      })),
      skipped: sortedById(this.#skipped).map(([cooperative, skipped]) => ({
        cooperative,
        ...skipped,
      })),
      ...(incomplete.length > 0 && {
        incomplete: incomplete.map(([cooperative, reason]) => ({ cooperative, reason })),
      }),
      unsupported: sortedById(this.#unsupported).flatMap(([cooperative, fields]) =>
        [...fields].sort().map((field) => ({ cooperative, field })),
      ),
    };
  }
}

function ageSeconds(syncedAt: string | null, clock: Clock): number | null {
  if (syncedAt === null) return null;
  return Math.max(0, Math.round((clock.now().getTime() - Date.parse(syncedAt)) / 1_000));
}

function sortedById<Value>(byId: ReadonlyMap<string, Value>): [string, Value][] {
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1));
}
