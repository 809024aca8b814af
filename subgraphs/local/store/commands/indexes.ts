import { CommandError, wrongType } from '../bson/errors.js';
import { equalValues } from '../bson/order.js';
import { formatValue, isDoc, type Doc, type Value } from '../bson/value.js';
import type { Call, Command } from '../call/call.js';
import { fields, taken } from '../call/fields.js';
import { listing } from '../call/listing.js';
import { write } from '../call/transact.js';
import type { Collection } from '../state/collection.js';
import { checkPartialFilter } from '../state/partial-filter.js';
import { isSameIndex, isSameKey, parseIndexSpec, type IndexSpec } from '../state/index-spec.js';

/** MongoDB's limits of indexes in a collection, and of fields in an index. */
const MAX_INDEXES = 64;
const MAX_FIELDS = 32;

export const createIndexesCommand: Command = {
  fields: fields({
    indexes: taken,
    commitQuorum: ownQuorum,
    ignoreUnknownIndexOptions: taken,
  }),
  concern: 'write',
  run: (call) =>
    write(call, async (unit) => {
      if (call.documentCount('indexes') === 0) {
        throw new CommandError(2, 'Must specify at least one index to create');
      }
      const unknownOptions = call.flag('ignoreUnknownIndexOptions', false) ? 'ignored' : 'refused';
      const wasThere = unit.collection(call.namespace) !== undefined;
      const collection = await call.ensureCollection(unit, call.namespace);
      const numIndexesBefore = collection.indexes.size;
      for (const { doc } of call.documents('indexes')) {
        const spec = parseIndexSpec(doc, unknownOptions);
        if (spec.partial !== null) checkPartialFilter(spec.partial.filter);
        if (spec.fields.length > MAX_FIELDS)
          throw new CommandError(13103, 'too many compound keys');
        await createIndex(call, collection, spec);
      }
      const numIndexesAfter = collection.indexes.size;
      const isUnchanged = numIndexesAfter === numIndexesBefore;
      if (!isUnchanged) unit.catalogue.set(collection.identity.id, collection);
      return {
        numIndexesBefore,
        numIndexesAfter,
        createdCollectionAutomatically: !wasThere,
        ...(isUnchanged && { note: 'all indexes already exist' }),
      };
    }),
};

/** One node builds every index before the answer. @throws CommandError 238 for quorums of more nodes */
function ownQuorum(value: Value, field: string): void {
  const isMet = value === 'votingMembers' || value === 'majority' || value === 0 || value === 1;
  if (!isMet) throw new CommandError(238, `No such ${field} is implemented in the embedded store`);
}

async function createIndex(call: Call, collection: Collection, spec: IndexSpec): Promise<void> {
  for (const existing of collection.specs()) {
    if (existing.name === spec.name) {
      if (isSameIndex(existing, spec)) return;
      const code = isSameKey(existing, spec) ? 85 : 86;
      throw new CommandError(
        code,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${spec.name}`,
      );
    }
    if (isSameIndex(existing, spec)) {
      if (spec.name === existing.name || existing.name === '_id_') return;
      throw new CommandError(85, `Index already exists with a different name: ${existing.name}`);
    }
    if (isSameKey(existing, spec) && equalPartial(existing.document, spec.document)) {
      throw new CommandError(
        85,
        `An equivalent index already exists with the same name but different options. Requested index: ${spec.name}, existing index: ${existing.name}`,
      );
    }
  }
  if (collection.indexes.size >= MAX_INDEXES) {
    throw new CommandError(
      67,
      `add index fails, too many indexes for ${collection.identity.namespace} key:${formatValue(spec.document.get('key'))}`,
    );
  }
  const steps = collection.buildIndex(spec);
  while (steps.next().done !== true) {
    if (call.pacer.isDue()) await call.pacer.pause();
  }
}

/** Indexes on the same key may stand side by side when their partial filters differ. */
function equalPartial(left: Doc, right: Doc): boolean {
  const part = (doc: Doc): Value => doc.get('partialFilterExpression') ?? null;
  return equalValues(part(left), part(right));
}

export const dropIndexesCommand: Command = {
  fields: fields({ index: taken }),
  concern: 'write',
  run: (call) =>
    write(call, (unit) => {
      const collection = unit.writable(call.namespace);
      if (collection === undefined) throw new CommandError(26, `ns not found ${call.namespace}`);
      call.require('index');
      const nIndexesWas = collection.indexes.size;
      for (const name of namesToDrop(collection, call.body.get('index') ?? null))
        collection.indexes.delete(name);
      unit.catalogue.set(collection.identity.id, collection);
      return Promise.resolve({ nIndexesWas });
    }),
};

/** @throws CommandError 14, 27, 72, 181 for a key that several indexes have */
function namesToDrop(collection: Collection, wanted: Value): string[] {
  if (wanted === '*') return [...collection.indexes.keys()].filter((name) => name !== '_id_');
  const names = isDoc(wanted)
    ? [nameOfKey(collection, wanted)]
    : Array.isArray(wanted)
      ? wanted
      : [wanted];
  return names.map((name) => {
    if (typeof name !== 'string') throw wrongType('dropIndexes.index', name, 'string');
    if (name === '_id_') throw new CommandError(72, 'cannot drop _id index');
    if (collection.indexes.has(name)) return name;
    throw new CommandError(27, `index not found with name [${name}]`);
  });
}

function nameOfKey(collection: Collection, key: Doc): string {
  const [first, second] = collection
    .specs()
    .filter(({ document }) => equalValues(document.get('key') ?? null, key));
  if (first === undefined) {
    throw new CommandError(27, `can't find index with key: ${formatValue(key)}`);
  }
  if (second === undefined) return first.name;
  throw new CommandError(
    181,
    `2 or more indexes found for key: ${formatValue(key)}, identify by name instead. Conflicting indexes: ${first.name}, ${second.name}`,
  );
}

export const listIndexesCommand: Command = {
  fields: fields({ cursor: taken }),
  concern: 'none',
  run(call) {
    const { namespace } = call;
    const collection = call.collection(namespace);
    if (collection === undefined) throw new CommandError(26, `ns does not exist: ${namespace}`);
    return listing(
      call,
      namespace,
      collection.specs().map(({ document }) => document),
    );
  },
};
