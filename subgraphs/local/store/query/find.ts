import { encodeDocument, type RawDocument } from '../bson/encode.js';
import type { Doc, Value } from '../bson/value.js';
import type { Collection } from '../state/collection.js';
import { compileFilter, fieldsOf, type Predicate } from '../match/match.js';
import { checkHint, choosePlan, type Plan } from './plan.js';
import { compileProjection } from './project.js';
import { search, type Match, type Steps } from './search.js';
import { createSortKey, parseSort, type SortField } from './sort.js';

export interface FindQuery {
  readonly filter: Doc;
  readonly sort?: Value | undefined;
  readonly hint?: Value | undefined;
  readonly projection?: Value | undefined;
  readonly skip: number;
  /** 0 for no limit. */
  readonly limit: number;
}

/** A query checked against a collection, not yet run. */
export interface PreparedFind {
  readonly plan: Plan;
  readonly sort: readonly SortField[];
  /** Matching documents in order, skipped and limited. */
  matches(): Steps<Match>;
  /** The same, projected and ready to send. */
  documents(): Steps<RawDocument>;
}

/**
 * Checks a query and plans it; a collection that does not exist is one without documents.
 * @throws CommandError for whatever is wrong with filter, sort, hint or projection.
 */
export function prepareFind(collection: Collection | undefined, query: FindQuery): PreparedFind {
  const predicate = query.filter.size === 0 ? null : compileFilter(query.filter);
  const sort = parseSort(query.sort);
  const project = compileProjection(query.projection);
  checkHint(query.hint, sort);
  const plan: Plan =
    collection === undefined
      ? { kind: 'scan', isDescending: false, isSorted: true }
      : choosePlan(collection, query.filter, sort, query.hint);
  const snapshot = collection?.fork();
  const isSentAsStored = project === null && plan.isSorted;
  const fields = isSentAsStored ? fieldsOf(query.filter) : null;
  const matches = (): Steps<Match> =>
    snapshot === undefined ? nothing() : run(snapshot, plan, predicate, sort, query, fields);
  return {
    plan,
    sort,
    matches,
    *documents() {
      for (const match of matches()) {
        if (match === null) yield null;
        else yield project === null ? match.bytes : encodeDocument(project(match.doc));
      }
    },
  };
}

// oxlint-disable-next-line require-yield -- an empty sequence of steps
function* nothing(): Steps<never> {
  return;
}

function* run(
  collection: Collection,
  plan: Plan,
  predicate: Predicate | null,
  sort: readonly SortField[],
  { skip, limit }: FindQuery,
  fields: ReadonlySet<string> | null,
): Steps<Match> {
  const found = search(collection, plan, predicate, fields);
  const ordered = plan.isSorted
    ? found
    : sorted(found, sort, limit === 0 ? Infinity : skip + limit);
  let skipped = 0;
  let sent = 0;
  for (const match of ordered) {
    if (match === null) yield null;
    else if (skipped < skip) {
      skipped += 1;
      yield null;
    } else {
      yield match;
      sent += 1;
      if (sent === limit) return;
    }
  }
}

/** Sorts, keeping no more than the first `wanted` and as many again. */
function* sorted(found: Steps<Match>, sort: readonly SortField[], wanted: number): Steps<Match> {
  const keyOf = createSortKey(sort);
  let kept: { key: string; match: Match }[] = [];
  const order = (): void => {
    kept.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  };
  for (const match of found) {
    if (match !== null) {
      kept.push({ key: keyOf(match.doc), match: match.withoutDoc() });
      if (kept.length > wanted * 2 + 1_000) {
        order();
        kept = kept.slice(0, wanted);
      }
    }
    yield null;
  }
  order();
  for (const { match } of kept) yield match;
}
