import { encodeDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import type { Command } from '../call/call.js';
import { fields, taken, withoutEffect } from '../call/fields.js';
import { write } from '../call/transact.js';
import { checkBatchSize, writeErrorOf, type WriteError } from '../call/write-errors.js';
import type { Collection } from '../state/collection.js';
import type { WriteUnit } from '../state/write-unit.js';
import { withIdFirst, withTimestamps } from '../update/stored-form.js';
import { MAX_DOCUMENT_BYTES } from '../wire/wire.js';

export const insertCommand: Command = {
  fields: fields({
    documents: taken,
    ordered: taken,
    bypassDocumentValidation: withoutEffect,
  }),
  concern: 'write',
  isRetryable: true,
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      const isOrdered = call.flag('ordered', true);
      checkBatchSize(call.documentCount('documents'));
      const collection = await call.ensureCollection(unit, call.namespace);
      const writeErrors: WriteError[] = [];
      let n = 0;
      let index = 0;
      for (const { doc, bytes } of call.documents('documents')) {
        try {
          const given = withTimestamps(doc, call.services.nowMs());
          insertOne(unit, collection, given, given === doc ? bytes : null);
          n += 1;
        } catch (error) {
          writeErrors.push(writeErrorOf(index, error));
          if (isOrdered) break;
        }
        index += 1;
        if (call.pacer.isDue()) await call.pacer.pause();
      }
      return { n, ...(writeErrors.length > 0 && { writeErrors }) };
    }),
};

/** Stores a document under its `_id`, made up when missing. @throws CommandError 52, 53, 11000 and others */
export function insertOne(
  unit: WriteUnit,
  collection: Collection,
  given: Doc,
  bytes: Buffer | null,
): Doc {
  const doc = withIdFirst(given);
  const raw = doc === given && bytes !== null ? copyOf(bytes) : encodeDocument(doc);
  checkSize(raw);
  unit.insert(collection, doc, raw);
  return doc;
}

/** @throws CommandError 10334 */
export function checkSize(raw: Buffer): void {
  if (raw.length > MAX_DOCUMENT_BYTES) {
    throw new CommandError(
      10334,
      `BSONObj size: ${raw.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
    );
  }
}

/** A copy of its own, so that one document does not keep the whole message in memory. */
function copyOf(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
