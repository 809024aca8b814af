import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { prepareFind } from '../query/find.js';
import { isTruthy } from '../match/match-operators.js';
import type { Match } from '../query/search.js';
import { checkSimpleCollation } from '../state/index-spec.js';
import type { Collection } from '../state/collection.js';
import type { WriteUnit } from '../state/write-unit.js';
import { compileUpdate, type Update } from '../update/update.js';
import type { Call, Command } from '../call/call.js';
import { checkFields } from '../call/fields.js';
import { checkSize, insertOne } from './insert.js';
import { write } from '../call/transact.js';
import { checkBatchSize, writeErrorOf, type WriteError } from '../call/write-errors.js';

const statementFields = new Set([
  'q',
  'u',
  'multi',
  'upsert',
  'arrayFilters',
  'hint',
  'collation',
  'sort',
]);

interface Outcome {
  readonly n: number;
  readonly nModified: number;
  /** The `_id` that an upsert inserted; undefined when it did not. */
  readonly upsertedId?: Value;
}

export const updateCommand: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      const isOrdered = call.flag('ordered', true);
      checkBatchSize(call.documentCount('updates'));
      const totals = { n: 0, nModified: 0 };
      const upserted: { index: number; _id: Value }[] = [];
      const writeErrors: WriteError[] = [];
      let index = 0;
      for (const { doc } of call.documents('updates')) {
        try {
          const { n, nModified, upsertedId } = await runStatement(call, unit, doc);
          totals.n += n;
          totals.nModified += nModified;
          if (upsertedId !== undefined) upserted.push({ index, _id: upsertedId });
        } catch (error) {
          writeErrors.push(writeErrorOf(index, error));
          if (isOrdered) break;
        }
        index += 1;
        if (call.pacer.isDue()) await call.pacer.pause();
      }
      return {
        ...totals,
        ...(upserted.length > 0 && { upserted }),
        ...(writeErrors.length > 0 && { writeErrors }),
      };
    }),
};

async function runStatement(call: Call, unit: WriteUnit, statement: Doc): Promise<Outcome> {
  checkFields(statement, statementFields, 'update.updates');
  checkSimpleCollation(statement.get('collation'));
  const filter = statement.get('q');
  if (!isDoc(filter)) throw new CommandError(9, 'An update needs a filter "q"');
  const update = compileUpdate(statement.get('u'), statement.get('arrayFilters'));
  const isMulti = isTruthy(statement.get('multi'));
  if (isMulti && update.isReplacement) {
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  }
  const { namespace } = call;
  const collection = unit.writable(namespace);
  const query = {
    filter,
    sort: statement.get('sort'),
    hint: statement.get('hint'),
    skip: 0,
    limit: isMulti ? 0 : 1,
  };
  let n = 0;
  let nModified = 0;
  for (const match of prepareFind(collection, query).matches()) {
    if (call.pacer.isDue()) await call.pacer.pause();
    if (match === null || collection === undefined) continue;
    n += 1;
    if (updateOne(call, unit, collection, match, update) !== null) nModified += 1;
  }
  if (n > 0 || !isTruthy(statement.get('upsert'))) return { n, nModified };
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
