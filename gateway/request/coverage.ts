import type { Clock } from '../../subgraphs/shared/process/clock.js';

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
  /** Who gave all that it was asked for. Whoever was asked is in this list, in `skipped` or in `incomplete`, and in one only. */
  readonly answered: readonly string[];
  /** Whose listing in the index is old; the age is null when it was never read. */
  readonly stale: readonly { readonly cooperative: string; readonly ageSeconds: number | null }[];
  /** Who gave nothing at all, asked or not. */
  readonly skipped: readonly ({ readonly cooperative: string } & Skipped)[];
  /** Who gave something, but not everything that it was asked for, and why; absent when nobody. */
  readonly incomplete?: readonly { readonly cooperative: string; readonly reason: string }[];
  readonly unsupported: readonly { readonly cooperative: string; readonly field: string }[];
}

/** Collects, during one client request, which cooperatives were asked and what came of it. */
export class Coverage {
  readonly #asked = new Set<string>();
  /** Who gave something. */
  readonly #given = new Set<string>();
  /** Of whom something is missing, and why; the first reason stays. */
  readonly #missing = new Map<string, Skipped>();
  readonly #unsupported = new Map<string, Set<string>>();
  #outdated: readonly OutdatedCopy[] | null = null;

  /** Whether any cooperative was needed for this answer, asked or not. */
  get needsCooperatives(): boolean {
    return this.#asked.size > 0 || this.#missing.size > 0;
  }

  /** Who was asked, in the order in which they were first. */
  get asked(): readonly string[] {
    return [...this.#asked];
  }

  ask(cooperative: string): void {
    this.#asked.add(cooperative);
  }

  /** Notes that this cooperative answered one of the questions that it was asked, if not in full. */
  answer(cooperative: string): void {
    this.#given.add(cooperative);
  }

  /** Notes that this cooperative gave nothing where it was needed. */
  skip(cooperative: string, skipped: Skipped): void {
    if (!this.#missing.has(cooperative)) this.#missing.set(cooperative, skipped);
  }

  /** Notes that an answer of this cooperative lacks some of what it was asked for. */
  lose(cooperative: string, reason: string): void {
    this.answer(cooperative);
    this.skip(cooperative, { reason, since: null });
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
    const missing = sortedById(this.#missing);
    const skipped = missing.filter(([id]) => !this.#given.has(id));
    const incomplete = missing.filter(([id]) => this.#given.has(id));
    return {
      asked,
      answered: asked.filter((id) => !this.#missing.has(id)),
      stale: (this.#outdated ?? outdated).map(({ id, syncedAt }) => ({
        cooperative: id,
        ageSeconds: ageSeconds(syncedAt, clock),
      })),
      skipped: skipped.map(([cooperative, why]) => ({ cooperative, ...why })),
      ...(incomplete.length > 0 && {
        incomplete: incomplete.map(([cooperative, { reason }]) => ({ cooperative, reason })),
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
