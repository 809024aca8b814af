import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import type { Doc, Value } from '../bson/value.js';
import type { Call, Command } from '../call/call.js';
import {
  checkFields,
  fields,
  onlyEmpty,
  simpleCollation,
  taken,
  withoutEffect,
} from '../call/fields.js';
import { checkNotRetried, write } from '../call/transact.js';
import { TypedFields } from '../call/typed-fields.js';
import { checkBatchSize, writeErrorOf, type WriteError } from '../call/write-errors.js';
import { prepareFind } from '../query/find.js';
import type { Match } from '../query/search.js';
import type { Collection } from '../state/collection.js';
import type { WriteUnit } from '../state/write-unit.js';
import { compileUpdate, type Update } from '../update/update.js';
import { checkSize, insertOne } from './insert.js';

/** As in MongoDB 7, where an update has no `sort` yet, and constants (`c`) are for updates by pipeline. */
const statementFields = fields({
  q: taken,
  u: taken,
  multi: taken,
  upsert: taken,
  arrayFilters: taken,
  hint: taken,
  collation: simpleCollation,
});

interface Statement {
  readonly filter: Doc;
  readonly hint: Value | undefined;
  readonly update: Value;
  readonly arrayFilters: readonly Value[];
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
}

interface Outcome {
  readonly n: number;
  readonly nModified: number;
  /** The `_id` that an upsert inserted; undefined when it did not. */
  readonly upsertedId?: Value;
}

export const updateCommand: Command = {
  fields: fields({
    updates: taken,
    ordered: taken,
    bypassDocumentValidation: withoutEffect,
    let: onlyEmpty,
  }),
  concern: 'write',
  isRetryable: true,
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      const isOrdered = call.flag('ordered', true);
      checkBatchSize(call.documentCount('updates'));
      const statements = [...call.documents('updates')].map(({ doc }) => parseStatement(call, doc));
      const totals = { n: 0, nModified: 0 };
      const upserted: { index: number; _id: Value }[] = [];
      const writeErrors: WriteError[] = [];
      for (const [index, statement] of statements.entries()) {
        try {
          const { n, nModified, upsertedId } = await runStatement(call, unit, statement);
          totals.n += n;
          totals.nModified += nModified;
          if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
        } catch (error) {
          writeErrors.push(writeErrorOf(index, error));
          if (isOrdered) break;
        }
        if (call.pacer.isDue()) await call.pacer.pause();
      }
      return {
        ...totals,
        ...(upserted.length > 0 && { upserted }),
        ...(writeErrors.length > 0 && { writeErrors }),
      };
    }),
};

/** @throws CommandError 14, 72, 40414, 40415 */
function parseStatement(call: Call, statement: Doc): Statement {
  checkFields(statement, statementFields, 'update.updates');
  const typed = new TypedFields(statement, 'update.updates');
  typed.require('u');
  const isMulti = typed.flag('multi', false);
  if (isMulti) checkNotRetried(call, 'multi=true');
  return {
    filter: typed.requiredDocument('q'),
    hint: statement.get('hint'),
    update: statement.get('u') ?? null,
    arrayFilters: typed.list('arrayFilters'),
    isMulti,
    isUpsert: typed.flag('upsert', false),
  };
}

async function runStatement(call: Call, unit: WriteUnit, statement: Statement): Promise<Outcome> {
  const { filter, hint, isMulti, isUpsert } = statement;
  const update = compileUpdate(statement.update, statement.arrayFilters);
  if (isMulti && update.isReplacement) {
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  }
  const { namespace } = call;
  const collection = unit.writable(namespace);
  const query = { filter, hint, skip: 0, limit: isMulti ? 0 : 1 };
  let n = 0;
  let nModified = 0;
  for (const match of prepareFind(collection, query).matches()) {
    if (call.pacer.isDue()) await call.pacer.pause();
    if (match === null || collection === undefined) continue;
    n += 1;
    if (updateOne(call, unit, collection, match, update) !== null) nModified += 1;
  }
  if (n > 0 || !isUpsert) return { n, nModified };
  const inserted = await upsertOne(call, unit, namespace, filter, update);
  return { n: 1, nModified: 0, upsertedId: inserted.get('_id') ?? null };
}

/** Changes one document. @returns It as stored now; null when nothing changed. */
export function updateOne(
  call: Call,
  unit: WriteUnit,
  collection: Collection,
  match: Match,
  update: Update,
): Buffer | null {
  const nowMs = call.services.nowMs();
  const after = update.apply(decodeDocument(match.bytes), { arrayIndex: match.arrayIndex, nowMs });
  const bytes = encodeDocument(after);
  if (bytes.equals(match.bytes)) return null;
  checkSize(bytes);
  unit.replace(collection, match.id, match.doc, after, bytes);
  return bytes;
}

/** Inserts what an upsert makes of its filter and update. */
export async function upsertOne(
  call: Call,
  unit: WriteUnit,
  namespace: string,
  filter: Doc,
  update: Update,
): Promise<Doc> {
  const collection = await call.ensureCollection(unit, namespace);
  return insertOne(unit, collection, update.createInsert(filter, call.services.nowMs()), null);
}
