import { LRUCache } from 'lru-cache';

/** For how long an endpoint is taken not to know a field before one question asks for it again. */
const REMEMBERED_MS = 5_000;
/** For how long the others go on without the field while that one question is under way. */
const ASKED_AGAIN_MS = 1_000;
const MOST_FIELDS = 50;
const MOST_ENDPOINTS = 1_000;

const NONE: ReadonlySet<string> = new Set();

interface Lack {
  /** When a question asks for it again, in milliseconds of `now`. */
  readonly until: number;
  readonly isAskedAgain: boolean;
}

/**
 * What each endpoint was found not to know. It is what an untrusted endpoint said, so it is bounded, and soon forgotten unless
 * the endpoint says it again: one question in some seconds asks for everything.
 */
export class UnsupportedFields {
  readonly #byUrl = new LRUCache<string, Map<string, Lack>>({ max: MOST_ENDPOINTS });

  /** @param now - Real elapsed time, in milliseconds. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What the next question to this endpoint is to leave out, such as `Service.published`, in order. */
  of(url: string): ReadonlySet<string> {
    const lacks = this.#byUrl.get(url);
    if (!lacks) return NONE;
    const now = this.now();
    const leftOut: string[] = [];
    for (const [field, { until, isAskedAgain }] of lacks) {
      if (until > now) leftOut.push(field);
      else if (isAskedAgain) lacks.delete(field);
      else lacks.set(field, { until: now + ASKED_AGAIN_MS, isAskedAgain: true });
    }
    if (lacks.size === 0) this.#byUrl.delete(url);
    return new Set(leftOut.sort());
  }

  /**
   * @param fields - What it was asked for and refused.
   * @returns What the same question is to leave out now; fields beyond the fiftieth are not remembered.
   */
  add(url: string, fields: readonly string[]): ReadonlySet<string> {
    const lacks = this.#byUrl.get(url) ?? new Map<string, Lack>();
    const until = this.now() + REMEMBERED_MS;
    for (const field of [...fields].sort()) {
      if (lacks.has(field) || lacks.size < MOST_FIELDS) {
        lacks.set(field, { until, isAskedAgain: false });
      }
    }
    this.#byUrl.set(url, lacks);
    return new Set([...lacks.keys(), ...fields].sort());
  }
}
