import type { Clock } from '../subgraphs/shared/clock.js';
import type { RegistryEntry } from '../subgraphs/shared/owners/endpoint-table.js';

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
  readonly unsupported: readonly { readonly cooperative: string; readonly field: string }[];
}

/** Collects, during one client request, which cooperatives were asked and what came of it. */
export class Coverage {
  readonly #asked = new Set<string>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #unsupported = new Map<string, Set<string>>();

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

  /** @param field - What the cooperative's endpoint does not know, such as `Service.published`. */
  lack(cooperative: string, field: string): void {
    const fields = this.#unsupported.get(cooperative) ?? new Set();
    this.#unsupported.set(cooperative, fields.add(field));
  }

  /** @param outdated - What the registry calls out of date, by id. */
  report(outdated: readonly RegistryEntry[], clock: Clock): CoverageReport {
    const asked = [...this.#asked].sort();
    return {
      asked,
      answered: asked.filter((cooperative) => !this.#skipped.has(cooperative)),
      stale: outdated.map(({ id, syncedAt }) => ({
        cooperative: id,
        ageSeconds: ageSeconds(syncedAt, clock),
      })),
      skipped: sortedById(this.#skipped).map(([cooperative, skipped]) => ({
        cooperative,
        ...skipped,
      })),
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
