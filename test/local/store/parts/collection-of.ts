import { decodeDocument } from '../../../../subgraphs/local/store/bson/decode.js';
import { encodeDocument } from '../../../../subgraphs/local/store/bson/encode.js';
import { CommandError } from '../../../../subgraphs/local/store/bson/errors.js';
import type { Doc } from '../../../../subgraphs/local/store/bson/value.js';
import { Collection } from '../../../../subgraphs/local/store/state/collection.js';
import { idIndexSpec, parseIndexSpec } from '../../../../subgraphs/local/store/state/index-spec.js';

export type Plain = Record<string, unknown>;

export const toDoc = (plain: Plain): Doc => decodeDocument(encodeDocument(plain));

/** A collection with as many of the documents and indexes as go together (parallel arrays do not). */
export function collectionOf(
  documents: readonly Plain[],
  indexes: readonly { key: Plain; options: Plain }[],
): Collection {
  const specs = indexes.map(({ key: fields, options }, at) =>
    parseIndexSpec(toDoc({ key: fields, name: `i${at}`, ...options })),
  );
  const identity = {
    id: 1,
    namespace: 'd.c',
    uuid: new Uint8Array(16),
    counter: { next: 1 },
    damage: null,
  };
  const collection = Collection.create(identity, [idIndexSpec(), ...specs]);
  for (const [_id, plain] of documents.entries()) {
    const doc = toDoc({ _id, ...plain });
    try {
      collection.change(collection.nextRecordId(), null, doc, encodeDocument(doc));
    } catch (error) {
      if (!(error instanceof CommandError) || error.code !== 171) throw error;
    }
  }
  return collection;
}
