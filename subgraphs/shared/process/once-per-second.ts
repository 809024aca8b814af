import { LRUCache } from 'lru-cache';
import { framesOf } from './written-values.js';

const PAUSE_MS = 1_000;
const MOST_CAUSES = 1_000;
const LONGEST_NAME = 100;

/** Fields of the log that say whom or what a line is about. */
const NAMING = ['cooperative', 'subgraph', 'issuer', 'order', 'leg', 'request', 'file'];

interface Told {
  readonly atMs: number;
  leftOut: number;
}

/**
 * Which lines of a log are told: those of one cause once a second. One cause is the same message about the same, and where an error
 * is told, thrown at the same place.
 */
export class OncePerSecond {
  readonly #told = new LRUCache<string, Told>({ max: MOST_CAUSES });

  /** @param now - Real elapsed time, in milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @returns How many lines of this cause were left out since the last one; null for one that is left out. */
  admit(message: string, fields: object): { readonly leftOut: number } | null {
    const cause = causeOf(message, fields as Readonly<Record<string, unknown>>);
    const before = this.#told.get(cause);
    const now = this.now();
    if (before && now - before.atMs < PAUSE_MS) {
      before.leftOut += 1;
      return null;
    }
    this.#told.set(cause, { atMs: now, leftOut: 0 });
    return { leftOut: before?.leftOut ?? 0 };
  }
}

function causeOf(message: string, fields: Readonly<Record<string, unknown>>): string {
  const names = NAMING.map((name) => fields[name]).map((value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '',
  );
  const { err } = fields;
  const thrown = err instanceof Error ? [err.name, framesOf(err)[0] ?? ''] : [];
  return [message, ...names, ...thrown].map((part) => part.slice(0, LONGEST_NAME)).join('\n');
}
