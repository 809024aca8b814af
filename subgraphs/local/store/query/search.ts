import { AFTER } from '../bson/order.js';
import { decodeDocument, decodeFields } from '../bson/decode.js';
import type { RawDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import type { Collection, RecordId } from '../state/collection.js';
import type { Predicate } from '../match/match.js';
import type { MatchTrace } from '../match/path.js';
import type { KeyRange, Plan } from './plan.js';

/** A document that was found; decoded when first needed. */
export class Match {
  #doc: Doc | null = null;

  constructor(
    readonly id: RecordId,
    readonly bytes: RawDocument,
    readonly arrayIndex: number | null = null,
    doc: Doc | null = null,
  ) {
    this.#doc = doc;
  }

  /** Shared by all who read it; whoever changes it must be the last. */
  get doc(): Doc {
    this.#doc ??= decodeDocument(this.bytes);
    return this.#doc;
  }

  /** The same match without its decoded form, which takes many times the memory. */
  withoutDoc(): Match {
    return new Match(this.id, this.bytes, this.arrayIndex);
  }
}

/**
 * A step of a longer search: null means that something was examined without a result, so that the
 * caller can let others run or give up at a deadline.
 */
export type Steps<T> = Generator<T | null, void, undefined>;

/**
 * Finds the documents of a plan that match. The collection must not change meanwhile: give a fork.
 * @param predicate - null when everything matches.
 * @param fields - Those that the predicate looks at, where the documents themselves are hardly ever needed decoded.
 */
export function* search(
  collection: Collection,
  plan: Plan,
  predicate: Predicate | null,
  fields: ReadonlySet<string> | null = null,
): Steps<Match> {
  for (const id of candidates(collection, plan)) {
    const bytes = id === null ? undefined : collection.documents.get(id);
    if (id === null || bytes === undefined) {
      yield null;
    } else if (predicate === null) {
      yield new Match(id, bytes);
    } else {
      const doc = fields === null ? decodeDocument(bytes) : decodeFields(bytes, fields);
      const trace: MatchTrace = { arrayIndex: null };
      const whole = fields === null ? doc : null;
      yield predicate(doc, trace) ? new Match(id, bytes, trace.arrayIndex, whole) : null;
    }
  }
}

function* candidates(collection: Collection, plan: Plan): Steps<RecordId> {
  switch (plan.kind) {
    case 'scan': {
      const { documents } = collection;
      const all = plan.isDescending
        ? documents.descending('', AFTER)
        : documents.ascending('', AFTER);
      for (const [id] of all) yield id;
      return;
    }
    case 'index':
      yield* indexCandidates(collection, plan.name, plan.ranges, plan.isDescending);
      return;
    case 'union': {
      const seen = new Set<RecordId>();
      for (const branch of plan.branches) yield* unseen(candidates(collection, branch), seen);
    }
  }
}

function* indexCandidates(
  collection: Collection,
  name: string,
  ranges: readonly KeyRange[],
  isDescending: boolean,
): Steps<RecordId> {
  const index = collection.indexes.get(name);
  if (index === undefined) return;
  const seen = index.arrays.some((bits) => bits !== 0) ? new Set<RecordId>() : null;
  for (const { from, to } of isDescending ? [...ranges].reverse() : ranges) {
    const entries = isDescending
      ? index.entries.descending(from, to)
      : index.entries.ascending(from, to);
    for (const [, id] of entries) {
      if (seen?.has(id) === true) {
        yield null;
        continue;
      }
      seen?.add(id);
      yield id;
    }
  }
}

function* unseen(steps: Steps<RecordId>, seen: Set<RecordId>): Steps<RecordId> {
  for (const id of steps) {
    const isNew = id !== null && !seen.has(id);
    if (isNew) seen.add(id);
    yield isNew ? id : null;
  }
}
