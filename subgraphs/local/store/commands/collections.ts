import { Binary } from 'bson';
import { encodeDocument, type RawDocument } from '../bson/encode.js';
import { equalValues } from '../bson/order.js';
import { isDoc, type Doc, type Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { compileFilter } from '../match/match.js';
import type { Steps } from '../query/search.js';
import { decodeDocument } from '../bson/decode.js';
import type { Collection } from '../state/collection.js';
import {
  checkSimpleCollation,
  idIndexSpec,
  isSameIndex,
  isSameKey,
  parseIndexSpec,
  type IndexSpec,
} from '../state/index-spec.js';
import type { Call, Command, Reply } from '../call/call.js';
import { DEFAULT_FIRST_BATCH } from '../call/cursors.js';
import { write } from '../call/transact.js';

export const createCommand: Command = {
  fields: ['collation', 'capped', 'autoIndexId', 'idIndex', 'validationLevel', 'validationAction'],
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      checkSimpleCollation(call.body.get('collation'));
      checkIdIndex(call.document('idIndex'));
      if (call.flag('capped', false)) {
        throw new CommandError(72, 'Capped collections are not implemented in the embedded store');
      }
      await call.ensureCollection(unit, call.namespace);
      return {};
    }),
};

/** Tools that restore collections say of which kind their `_id` index was: there is one kind. @throws CommandError 197 */
function checkIdIndex(given: Doc): void {
  if (given.size === 0) return;
  const spec = parseIndexSpec(given);
  if (!isSameKey(spec, idIndexSpec())) {
    throw new CommandError(
      197,
      "The field 'key' for an _id index must be {_id: 1}, but got another key",
    );
  }
}

export const dropCommand: Command = {
  fields: [],
  run: (call) =>
    write(call, (unit) => {
      const { namespace } = call;
      const collection = unit.collection(namespace);
      if (collection === undefined) return Promise.resolve({});
      unit.drop(collection);
      return Promise.resolve({ nIndexesWas: collection.indexes.size, ns: namespace });
    }),
};

export const dropDatabaseCommand: Command = {
  fields: [],
  run: (call) =>
    write(call, (unit) => {
      for (const collection of collectionsOf(call)) unit.drop(collection);
      return Promise.resolve({ dropped: call.database });
    }),
};

export const createIndexesCommand: Command = {
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: (call) =>
    write(call, async (unit) => {
      const unknownOptions = call.flag('ignoreUnknownIndexOptions', false) ? 'ignored' : 'refused';
      const wasThere = unit.collection(call.namespace) !== undefined;
      const collection = await call.ensureCollection(unit, call.namespace);
      const numIndexesBefore = collection.indexes.size;
      for (const { doc } of call.documents('indexes')) {
        await createIndex(call, collection, parseIndexSpec(doc, unknownOptions));
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
  fields: ['index'],
  run: (call) =>
    write(call, (unit) => {
      const collection = unit.writable(call.namespace);
      if (collection === undefined) throw new CommandError(26, `ns not found ${call.namespace}`);
      const nIndexesWas = collection.indexes.size;
      for (const name of namesToDrop(collection, call.body.get('index')))
        collection.indexes.delete(name);
      unit.catalogue.set(collection.identity.id, collection);
      return Promise.resolve({ nIndexesWas });
    }),
};

function namesToDrop(collection: Collection, wanted: Value | undefined): string[] {
  if (wanted === '*') return [...collection.indexes.keys()].filter((name) => name !== '_id_');
  return (Array.isArray(wanted) ? wanted : [wanted]).map((one) => {
    const found = collection
      .specs()
      .find((spec) =>
        isDoc(one) ? equalValues(spec.document.get('key') ?? null, one) : spec.name === one,
      );
    if (found === undefined)
      throw new CommandError(
        27,
        `index not found with name [${typeof one === 'string' ? one : ''}]`,
      );
    if (found.name === '_id_') throw new CommandError(72, 'cannot drop _id index');
    return found.name;
  });
}

export const listIndexesCommand: Command = {
  fields: ['cursor'],
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

export const listCollectionsCommand: Command = {
  fields: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run(call) {
    const { database } = call;
    const isNameOnly = call.flag('nameOnly', false);
    const matches = compileFilter(call.document('filter'));
    const described = collectionsOf(call).map(({ identity }) => {
      const name = identity.namespace.slice(database.length + 1);
      const info = { readOnly: false, uuid: new Binary(identity.uuid, 4) };
      const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };
      const plain = { name, type: 'collection' };
      return decodeDocument(encodeDocument({ ...plain, options: {}, info, idIndex }));
    });
    const wanted = described.filter((doc) => matches(doc));
    const shown = isNameOnly
      ? wanted.map(
          (doc): Doc => new Map([...doc].filter(([name]) => name === 'name' || name === 'type')),
        )
      : wanted;
    return listing(call, `${database}.$cmd.listCollections`, shown);
  },
};

export const listDatabasesCommand: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run(call) {
    const sizes = new Map<string, number>();
    for (const collection of call.services.store.state.values()) {
      const { namespace } = collection.identity;
      const name = namespace.slice(0, namespace.indexOf('.'));
      sizes.set(name, (sizes.get(name) ?? 0) + collection.documents.size);
    }
    const matches = compileFilter(call.document('filter'));
    const databases = [...sizes]
      .sort()
      .map(
        ([name, size]): Doc =>
          new Map<string, Value>([
            ['name', name],
            ['sizeOnDisk', size],
            ['empty', size === 0],
          ]),
      )
      .filter((doc) => matches(doc))
      .map((doc) => (call.flag('nameOnly', false) ? { name: doc.get('name') } : doc));
    return { databases };
  },
};

function collectionsOf(call: Call): Collection[] {
  const prefix = `${call.database}.`;
  return [...call.services.store.state.values()]
    .filter(({ identity }) => identity.namespace.startsWith(prefix))
    .sort((left, right) => (left.identity.namespace < right.identity.namespace ? -1 : 1));
}

async function listing(call: Call, namespace: string, docs: readonly Doc[]): Promise<Reply> {
  function* steps(): Steps<RawDocument> {
    for (const doc of docs) yield encodeDocument(doc);
  }
  const batchSize = call.document('cursor').get('batchSize');
  const cursor = await call.services.cursors.start(namespace, steps(), {
    batchSize: typeof batchSize === 'number' ? batchSize : DEFAULT_FIRST_BATCH,
    isSingleBatch: false,
    pacer: call.pacer,
  });
  return { cursor };
}
