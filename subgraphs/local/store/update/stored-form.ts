import { BSONRegExp, ObjectId, Timestamp } from 'bson';
import { CommandError } from '../bson/errors.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';

/** The document with `_id` first, which it gets when it has none. @throws CommandError 52, 53 */
export function withIdFirst(doc: Doc, fallback?: Value): Doc {
  const id = doc.get('_id') ?? (doc.has('_id') ? null : (fallback ?? new ObjectId()));
  checkId(id);
  if (doc.keys().next().value === '_id') return doc;
  const ordered: Doc = new Map([['_id', id]]);
  for (const [name, value] of doc) if (name !== '_id') ordered.set(name, value);
  return ordered;
}

/** @throws CommandError 53 for types that no `_id` has, 52 for fields in it that look like operators */
export function checkId(id: Value): void {
  const isRegex = id instanceof BSONRegExp;
  if (Array.isArray(id) || isRegex) {
    throw new CommandError(53, `The '_id' value cannot be of type ${isRegex ? 'regex' : 'array'}`);
  }
  const name = operatorLikeName(id);
  if (name !== undefined) {
    throw new CommandError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
    );
  }
}

/** Fields of a reference to a document elsewhere (DBRef), which any document may hold. */
const referenceNames = new Set(['$ref', '$id', '$db']);

/** The first field inside, at any depth, that begins with `$`; undefined where there is none. */
function operatorLikeName(value: Value): string | undefined {
  if (!isDoc(value) && !Array.isArray(value)) return undefined;
  const isReference = isDoc(value) && value.has('$ref') && value.has('$id');
  for (const [name, inner] of value.entries()) {
    const isOperatorLike = typeof name === 'string' && name.startsWith('$');
    if (isOperatorLike && !(isReference && referenceNames.has(name))) return name;
    const found = operatorLikeName(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

let last = { t: 0, i: 0 };

/** A timestamp after all those before. @param nowMs - Milliseconds since 1970. */
export function nextTimestamp(nowMs: number): Timestamp {
  const t = Math.max(Math.floor(nowMs / 1000), last.t);
  last = { t, i: t === last.t ? last.i + 1 : 1 };
  return new Timestamp(last);
}

/** Empty timestamps at the top of a whole document mean "now"; in its `_id` and deeper they stay. */
export function withTimestamps(doc: Doc, nowMs: number): Doc {
  let filled: Doc | null = null;
  for (const [name, value] of doc) {
    if (name === '_id' || !isEmptyTimestamp(value)) continue;
    filled ??= new Map(doc);
    filled.set(name, nextTimestamp(nowMs));
  }
  return filled ?? doc;
}

function isEmptyTimestamp(value: Value): boolean {
  return value instanceof Timestamp && value.t === 0 && value.i === 0;
}
