import { encodeDocument, type RawDocument } from '../bson/encode.js';
import type { Doc } from '../bson/value.js';
import type { Steps } from '../query/search.js';
import type { Call, Reply } from './call.js';

/** Answers with a cursor over documents that are not stored ones. */
export async function listing(call: Call, namespace: string, docs: readonly Doc[]): Promise<Reply> {
  function* steps(): Steps<RawDocument> {
    for (const doc of docs) yield encodeDocument(doc);
  }
  const { firstBatchSize: batchSize, owner, pacer } = call;
  const cursor = await call.services.cursors.start(namespace, steps(), { batchSize, owner, pacer });
  return { cursor };
}
