import type { Document } from 'bson';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import { prepareFind } from '../query/find.js';
import {
  isCounting,
  parsePipeline,
  runStages,
  splitPipeline,
  toBytes,
  toPlainDocument,
} from '../query/pipeline.js';
import type { Steps } from '../query/search.js';
import { checkSimpleCollation } from '../state/index-spec.js';
import type { Call, Command } from '../call/call.js';
import { DEFAULT_FIRST_BATCH } from '../call/cursors.js';

export const aggregateCommand: Command = {
  fields: [
    'pipeline',
    'cursor',
    'allowDiskUse',
    'hint',
    'collation',
    'bypassDocumentValidation',
    'let',
  ],
  isAllowedInTransaction: true,
  async run(call) {
    checkSimpleCollation(call.body.get('collation'));
    if (call.document('let').size > 0) {
      throw new CommandError(
        238,
        'The aggregate option "let" is not implemented in the embedded store',
      );
    }
    if (!call.body.has('cursor')) {
      throw new CommandError(
        9,
        "The 'cursor' option is required, except for aggregate with the explain argument",
      );
    }
    const { namespace, pacer } = call;
    const batchSize = call.document('cursor').get('batchSize');
    const cursor = await call.services.cursors.start(namespace, await results(call, namespace), {
      batchSize: typeof batchSize === 'number' ? batchSize : DEFAULT_FIRST_BATCH,
      isSingleBatch: false,
      pacer,
    });
    return { cursor };
  },
};

/** Streams when a find can do everything, else works on the whole set in memory. */
async function results(call: Call, namespace: string): Promise<Steps<RawDocument>> {
  const { query, rest } = splitPipeline(
    parsePipeline(call.body.get('pipeline')),
    call.body.get('hint'),
  );
  const prepared = prepareFind(call.collection(namespace), query);
  if (rest.length === 0) return prepared.documents();
  if (isCounting(rest)) {
    let n = 0;
    for (const match of prepared.matches()) {
      if (match !== null) n += 1;
      if (call.pacer.isDue()) await call.pacer.pause();
    }
    return stepsOf(n === 0 ? [] : [encodeDocument({ _id: 1, n })]);
  }
  const documents: Document[] = [];
  for (const bytes of prepared.documents()) {
    if (bytes !== null) documents.push(toPlainDocument(bytes));
    if (call.pacer.isDue()) await call.pacer.pause();
  }
  const readOther = (name: string): Document[] => readAll(call, `${call.database}.${name}`);
  return stepsOf(runStages(documents, rest, readOther).map(toBytes));
}

function* stepsOf(documents: readonly RawDocument[]): Steps<RawDocument> {
  yield* documents;
}

function readAll(call: Call, namespace: string): Document[] {
  const query = { filter: new Map(), skip: 0, limit: 0 };
  const found: Document[] = [];
  for (const bytes of prepareFind(call.collection(namespace), query).documents()) {
    if (bytes !== null) found.push(toPlainDocument(bytes));
  }
  return found;
}
