import { equalValues } from '../bson/order.js';
import { formatValue, isDoc, typeAliasOf, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { parsePath } from '../match/path.js';
import { checkArrayFilters, compileArrayFilters, type ArrayFilters } from './array-filters.js';
import { checkModifier, compileModifier } from './modifiers.js';
import { checkConflicts, checkPath, comparePaths, isDynamic } from './paths.js';
import { compileRename } from './rename.js';
import { checkId, withIdFirst, withTimestamps } from './stored-form.js';
import { upsertSeed } from './upsert-seed.js';
import { modifyAt, type Change, type WalkContext } from './walk.js';

export interface Update {
  readonly isReplacement: boolean;
  /**
   * Changes a decoded document of which nobody else holds a copy.
   * @param arrayIndex - What the positional `$` stands for.
   * @throws CommandError 2, 14, 28, 40, 53 or 66
   */
  apply(doc: Doc, options: { arrayIndex: number | null; nowMs: number }): Doc;
  /** Builds the document an upsert inserts. */
  createInsert(filter: Doc, nowMs: number): Doc;
}

/**
 * Prepares an update document or a replacement.
 * @throws CommandError 9 for unknown modifiers, 40 for conflicting paths, 238 for pipelines.
 */
export function compileUpdate(update: Value | undefined, arrayFilters: readonly Value[]): Update {
  if (Array.isArray(update)) {
    throw new CommandError(238, 'Pipeline-style updates are not implemented in the embedded store');
  }
  if (!isDoc(update))
    throw new CommandError(9, 'Update argument must be either an object or an array');
  const filters = compileArrayFilters(arrayFilters);
  const first = update.keys().next();
  if (first.done !== true && first.value.startsWith('$')) return compileModifiers(update, filters);
  checkArrayFilters([], filters);
  return compileReplacement(update);
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
    apply: (doc, { nowMs }) => {
      const id = doc.get('_id') ?? null;
      const given = replacement.get('_id');
      if (given !== undefined && !equalValues(given, id)) throw immutableId(given);
      return withIdFirst(new Map(withTimestamps(replacement, nowMs)).set('_id', id));
    },
    createInsert: (filter, nowMs) => {
      const id = upsertSeed(filter).get('_id');
      const given = replacement.get('_id');
      if (id !== undefined && given !== undefined && !equalValues(given, id)) {
        throw immutableId(given);
      }
      return withIdFirst(withTimestamps(replacement, nowMs), id);
    },
  };
}

function compileModifiers(update: Doc, arrayFilters: ArrayFilters): Update {
  const changes: Change[] = [];
  const sources: string[] = [];
  for (const [operator, fields] of update) {
    checkModifier(operator);
    if (!isDoc(fields)) {
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeAliasOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${formatValue(fields)}}`,
      );
    }
    for (const [name, operand] of fields) {
      checkPath(name);
      if (operator === '$rename') {
        changes.push(compileRename(name, operand));
        sources.push(name);
        continue;
      }
      const modifier = compileModifier(operator, operand);
      changes.push({
        path: parsePath(name),
        isForInsertsOnly: operator === '$setOnInsert',
        modifierFor: () => modifier,
      });
    }
  }
  checkConflicts([...changes.map(({ path }) => path.join('.')), ...sources]);
  checkArrayFilters(changes, arrayFilters);
  changes.sort((left, right) => comparePaths(left.path, right.path));
  const mayMeet = changes.length > 1 && changes.some(({ path }) => isDynamic(path));

  const run = (doc: Doc, arrayIndex: number | null, nowMs: number, isInsert: boolean): Doc => {
    const before = doc.get('_id');
    const context: WalkContext = {
      idText: formatValue(before),
      isInsert,
      nowMs,
      arrayIndex,
      arrayFilters,
      touched: mayMeet ? [] : null,
    };
    for (const { path, isForInsertsOnly, modifierFor } of changes) {
      if (isForInsertsOnly && !isInsert) continue;
      const modifier = modifierFor(doc);
      if (modifier !== null) modifyAt(doc, path, 0, modifier, context);
    }
    checkSameId(before, doc.get('_id'), isInsert);
    return doc;
  };
  return {
    isReplacement: false,
    apply: (doc, { arrayIndex, nowMs }) => run(doc, arrayIndex, nowMs, false),
    createInsert: (filter, nowMs) => withIdFirst(run(upsertSeed(filter), null, nowMs, true)),
  };
}

/** @throws CommandError 53, 66 */
function checkSameId(before: Value | undefined, after: Value | undefined, isInsert: boolean): void {
  if (before === undefined && isInsert) {
    if (after !== undefined) checkId(after);
    return;
  }
  const isSame =
    before === undefined ? after === undefined : after !== undefined && equalValues(before, after);
  if (isSame) return;
  throw new CommandError(
    66,
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}

function immutableId(given: Value): CommandError {
  return new CommandError(
    66,
    `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${formatValue(given)}`,
  );
}
