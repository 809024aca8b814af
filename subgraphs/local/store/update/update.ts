import { ObjectId } from 'bson';
import { equalValues } from '../bson/order.js';
import { formatValue, isDoc, typeAliasOf, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { compileFilter } from '../match/match.js';
import { isArrayIndex, parsePath, type Path } from '../match/path.js';
import { compileModifier } from './modifiers.js';
import { compileRename } from './rename.js';
import type { Modifier } from './transform.js';
import { upsertSeed } from './upsert-seed.js';
import { modifyAt } from './walk.js';

export interface Update {
  readonly isReplacement: boolean;
  /**
   * Changes a decoded document of which nobody else holds a copy.
   * @param arrayIndex - What the positional `$` stands for.
   * @throws CommandError 2, 14, 28 or 66
   */
  apply(doc: Doc, options: { arrayIndex: number | null; nowMs: number }): Doc;
  /** Builds the document an upsert inserts. */
  createInsert(filter: Doc, nowMs: number): Doc;
}

/** One field's change; several apply in the order of their paths, as MongoDB 5 and later do. */
interface Change {
  readonly operator: string;
  readonly name: string;
  readonly path: Path;
  readonly modifier: Modifier;
}

/**
 * Prepares an update document or a replacement.
 * @throws CommandError 9 for unknown modifiers, 40 for conflicting paths, 238 for pipelines.
 */
export function compileUpdate(update: Value | undefined, arrayFilters: Value | undefined): Update {
  if (Array.isArray(update)) {
    throw new CommandError(238, 'Pipeline-style updates are not implemented in the embedded store');
  }
  if (!isDoc(update))
    throw new CommandError(9, 'Update argument must be either an object or an array');
  const first = update.keys().next();
  return first.done !== true && first.value.startsWith('$')
    ? compileModifiers(update, compileArrayFilters(arrayFilters))
    : compileReplacement(update);
}

/** The document with `_id` first, which it gets when it has none. */
export function withIdFirst(doc: Doc, fallback?: Value): Doc {
  const id = doc.get('_id') ?? (doc.has('_id') ? null : (fallback ?? new ObjectId()));
  if (Array.isArray(id)) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (doc.keys().next().value === '_id') return doc;
  const ordered: Doc = new Map([['_id', id]]);
  for (const [name, value] of doc) if (name !== '_id') ordered.set(name, value);
  return ordered;
}

function compileReplacement(replacement: Doc): Update {
  for (const name of replacement.keys()) {
    if (name.startsWith('$')) {
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    }
  }
  return {
    isReplacement: true,
    apply: (doc) => {
      const id = doc.get('_id') ?? null;
      const given = replacement.get('_id');
      if (given !== undefined && !equalValues(given, id)) throw immutableId(given);
      return withIdFirst(new Map(replacement).set('_id', id));
    },
    createInsert: (filter) => withIdFirst(new Map(replacement), upsertSeed(filter).get('_id')),
  };
}

function compileModifiers(
  update: Doc,
  arrayFilters: ReadonlyMap<string, (element: Value) => boolean>,
): Update {
  const changes: Change[] = [];
  const renames: ReturnType<typeof compileRename>[] = [];
  for (const [operator, fields] of update) {
    if (!operator.startsWith('$')) compileModifier(operator, null);
    if (!isDoc(fields)) {
      compileModifierName(operator);
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeAliasOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${formatValue(fields)}}`,
      );
    }
    for (const [name, operand] of fields) {
      checkPath(name);
      if (operator === '$rename') renames.push(compileRename(name, operand));
      else
        changes.push({
          operator,
          name,
          path: parsePath(name),
          modifier: compileModifier(operator, operand),
        });
    }
    if (fields.size === 0) compileModifierName(operator);
  }
  checkConflicts([
    ...changes.map(({ name }) => name),
    ...renames.flatMap(({ from, to }) => [from, to]),
  ]);
  checkArrayFilters(changes, arrayFilters);
  changes.sort((left, right) => comparePaths(left.path, right.path));

  const run = (doc: Doc, arrayIndex: number | null, nowMs: number, isInsert: boolean): Doc => {
    const before = doc.get('_id');
    const idText = formatValue(before);
    for (const rename of renames) rename.apply(doc);
    for (const { operator, path, modifier } of changes) {
      if (operator === '$setOnInsert' && !isInsert) continue;
      modifyAt(doc, path, 0, modifier, { idText, isInsert, nowMs, arrayIndex, arrayFilters });
    }
    const after = doc.get('_id');
    const isSameId =
      before === undefined
        ? after === undefined
        : after !== undefined && equalValues(before, after);
    if (!isSameId && !(isInsert && before === undefined)) {
      throw new CommandError(
        66,
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return doc;
  };
  return {
    isReplacement: false,
    apply: (doc, { arrayIndex, nowMs }) => run(doc, arrayIndex, nowMs, false),
    createInsert: (filter, nowMs) => withIdFirst(run(upsertSeed(filter), null, nowMs, true)),
  };
}

/** Reports an unknown operator even when it names no field. */
function compileModifierName(operator: string): void {
  if (operator === '$rename') return;
  try {
    compileModifier(operator, null);
  } catch (error) {
    if (error instanceof CommandError && error.message.startsWith('Unknown modifier')) throw error;
  }
}

function immutableId(given: Value): CommandError {
  return new CommandError(
    66,
    `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${formatValue(given)}`,
  );
}

function checkPath(name: string): void {
  if (name === '') throw new CommandError(56, 'An empty update path is not valid.');
  if (parsePath(name).includes('')) {
    throw new CommandError(
      56,
      `The update path '${name}' contains an empty field name, which is not allowed.`,
    );
  }
  if (name.startsWith('$')) {
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`,
    );
  }
}

function checkConflicts(names: readonly string[]): void {
  const seen: string[] = [];
  for (const name of names) {
    const other = seen.find(
      (one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`),
    );
    if (other !== undefined) {
      throw new CommandError(
        40,
        `Updating the path '${name}' would create a conflict at '${other.length < name.length ? other : name}'`,
      );
    }
    seen.push(name);
  }
}

function comparePaths(left: Path, right: Path): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [a, b] = [left[at] as string, right[at] as string];
    if (a === b) continue;
    if (isArrayIndex(a) && isArrayIndex(b)) return Number(a) - Number(b);
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}

function compileArrayFilters(
  filters: Value | undefined,
): ReadonlyMap<string, (element: Value) => boolean> {
  const compiled = new Map<string, (element: Value) => boolean>();
  for (const filter of Array.isArray(filters) ? filters : []) {
    if (!isDoc(filter)) throw new CommandError(14, 'arrayFilters must be documents');
    const identifier = identifierOf(filter);
    if (compiled.has(identifier)) {
      throw new CommandError(
        9,
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    const matches = compileFilter(filter);
    compiled.set(identifier, (element) => matches(new Map([[identifier, element]])));
  }
  return compiled;
}

function identifierOf(filter: Doc): string {
  const [entry] = filter;
  if (entry === undefined)
    throw new CommandError(
      9,
      'Cannot use an expression without a top-level field name in arrayFilters',
    );
  const [name, operand] = entry;
  if (!name.startsWith('$')) return parsePath(name)[0] as string;
  const [branch] = Array.isArray(operand) ? operand : [];
  if (!isDoc(branch)) throw new CommandError(9, `Cannot use ${name} in arrayFilters`);
  return identifierOf(branch);
}

function checkArrayFilters(
  changes: readonly Change[],
  filters: ReadonlyMap<string, unknown>,
): void {
  const used = new Set(
    changes.flatMap(({ path }) =>
      path.filter((segment) => segment.startsWith('$[')).map((segment) => segment.slice(2, -1)),
    ),
  );
  for (const identifier of filters.keys()) {
    if (!used.has(identifier)) {
      throw new CommandError(
        9,
        `The array filter for identifier '${identifier}' was not used in the update`,
      );
    }
  }
}
