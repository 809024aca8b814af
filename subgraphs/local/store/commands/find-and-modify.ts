import { decodeDocument } from '../bson/decode.js';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import type { Doc } from '../bson/value.js';
import type { Call, Command, Reply } from '../call/call.js';
import { fields, onlyEmpty, simpleCollation, taken, withoutEffect } from '../call/fields.js';
import { write } from '../call/transact.js';
import { prepareFind } from '../query/find.js';
import { compileProjection } from '../query/project.js';
import type { Match } from '../query/search.js';
import type { WriteUnit } from '../state/write-unit.js';
import { compileUpdate } from '../update/update.js';
import { updateOne, upsertOne } from './update.js';

export const findAndModifyCommand: Command = {
  fields: fields({
    query: taken,
    sort: taken,
    remove: taken,
    update: taken,
    new: taken,
    fields: taken,
    upsert: taken,
    arrayFilters: taken,
    hint: taken,
    bypassDocumentValidation: withoutEffect,
    collation: simpleCollation,
    let: onlyEmpty,
  }),
  concern: 'write',
  isRetryable: true,
  isAllowedInTransaction: true,
  run: (call) => write(call, (unit) => findAndModify(call, unit)),
};

/** @throws CommandError 9 for what does not go together. */
function checkKind(call: Call): void {
  const isRemoval = call.flag('remove', false);
  const hasUpdate = call.body.has('update');
  if (!isRemoval && !hasUpdate) {
    throw new CommandError(9, 'Either an update or remove=true must be specified');
  }
  if (!isRemoval) return;
  const isUpdate = hasUpdate || call.flag('upsert', false) || call.flag('new', false);
  if (isUpdate || call.list('arrayFilters').length > 0) {
    throw new CommandError(
      9,
      "Cannot specify 'update', 'upsert', 'new' or 'arrayFilters' together with 'remove'",
    );
  }
}

async function findAndModify(call: Call, unit: WriteUnit): Promise<Reply> {
  checkKind(call);
  const isRemoval = call.flag('remove', false);
  const isUpsert = call.flag('upsert', false);
  const project = compileProjection(call.body.get('fields'));
  const shown = (bytes: RawDocument | null): RawDocument | null =>
    bytes === null || project === null ? bytes : encodeDocument(project(decodeDocument(bytes)));
  const update = isRemoval
    ? null
    : compileUpdate(call.body.get('update'), call.list('arrayFilters'));
  const match = await findFirst(call, unit);
  const collection = unit.writable(call.namespace);
  if (match !== null && collection !== undefined) {
    if (update === null) {
      unit.remove(collection, match.id, match.doc);
      return { lastErrorObject: { n: 1 }, value: shown(match.bytes) };
    }
    const stored = updateOne(call, unit, collection, match, update) ?? match.bytes;
    const value = shown(call.flag('new', false) ? stored : match.bytes);
    return { lastErrorObject: { n: 1, updatedExisting: true }, value };
  }
  if (update === null) return { lastErrorObject: { n: 0 }, value: null };
  if (!isUpsert) return { lastErrorObject: { n: 0, updatedExisting: false }, value: null };
  const inserted: Doc = await upsertOne(call, unit, call.namespace, call.document('query'), update);
  return {
    lastErrorObject: { n: 1, updatedExisting: false, upserted: inserted.get('_id') },
    value: call.flag('new', false) ? shown(encodeDocument(inserted)) : null,
  };
}

async function findFirst(call: Call, unit: WriteUnit): Promise<Match | null> {
  const prepared = prepareFind(unit.collection(call.namespace), {
    filter: call.document('query'),
    sort: call.body.get('sort'),
    hint: call.body.get('hint'),
    skip: 0,
    limit: 1,
  });
  for (const match of prepared.matches()) {
    if (match !== null) return match;
    if (call.pacer.isDue()) await call.pacer.pause();
  }
  return null;
}
