import { Binary } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import { AFTER } from '../bson/order.js';
import type { Doc, Value } from '../bson/value.js';
import type { Call, Command } from '../call/call.js';
import {
  fields,
  never,
  onlyEmpty,
  onlyFalse,
  simpleCollation,
  taken,
  withoutEffect,
} from '../call/fields.js';
import { listing } from '../call/listing.js';
import { write } from '../call/transact.js';
import { isTruthy } from '../match/match-operators.js';
import { compileFilter } from '../match/match.js';
import type { Collection } from '../state/collection.js';
import { idIndexSpec, isSameKey, parseIndexSpec } from '../state/index-spec.js';
import type { State } from '../state/write-unit.js';

export const createCommand: Command = {
  fields: fields({
    idIndex: taken,
    collation: simpleCollation,
    autoIndexId: onlyTrue,
    // Without a validator, which is refused, both say nothing.
    validationLevel: withoutEffect,
    validationAction: withoutEffect,
    capped: onlyFalse,
    changeStreamPreAndPostImages: never,
    clusteredIndex: never,
    encryptedFields: never,
    expireAfterSeconds: never,
    indexOptionDefaults: onlyEmpty,
    max: never,
    pipeline: never,
    size: never,
    storageEngine: onlyEmpty,
    timeseries: never,
    validator: onlyEmpty,
    viewOn: never,
  }),
  concern: 'write',
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      checkIdIndex(call.document('idIndex'));
      await call.ensureCollection(unit, call.namespace);
      return {};
    }),
};

/** Every collection has its index of ids. @throws CommandError 238 */
function onlyTrue(value: Value, field: string): void {
  if (!isTruthy(value)) throw new CommandError(238, `${field} cannot be false`);
}

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
  fields: fields({}),
  concern: 'write',
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
  fields: fields({}),
  concern: 'write',
  run: (call) =>
    write(call, (unit) => {
      for (const collection of collectionsOf(call.database, call.services.store.state))
        unit.drop(collection);
      return Promise.resolve({ dropped: call.database });
    }),
};

export const listCollectionsCommand: Command = {
  fields: fields({
    filter: taken,
    nameOnly: taken,
    cursor: taken,
    authorizedCollections: withoutEffect,
  }),
  concern: 'none',
  run(call) {
    const { database } = call;
    const isNameOnly = call.flag('nameOnly', false);
    const matches = compileFilter(call.document('filter'));
    const described = collectionsOf(database, call.state).map(({ identity }) => {
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
  fields: fields({ filter: taken, nameOnly: taken, authorizedDatabases: withoutEffect }),
  concern: 'none',
  isForAdmin: true,
  async run(call) {
    const matches = compileFilter(call.document('filter'));
    const databases = (await measureDatabases(call)).filter((doc) => matches(doc));
    if (call.flag('nameOnly', false)) {
      return { databases: databases.map((doc) => ({ name: doc.get('name') })) };
    }
    const sizes = databases.map((doc) => doc.get('sizeOnDisk') as number);
    return { databases, totalSize: sizes.reduce((sum, size) => sum + size, 0) };
  },
};

/** Every database with the bytes of its documents, in order of the names. */
async function measureDatabases(call: Call): Promise<Doc[]> {
  const bytesByName = new Map<string, number>();
  for (const { identity, documents } of call.state.values()) {
    const name = identity.namespace.slice(0, identity.namespace.indexOf('.'));
    let bytes = bytesByName.get(name) ?? 0;
    for (const [, document] of documents.ascending('', AFTER)) {
      bytes += document.length;
      if (call.pacer.isDue()) await call.pacer.pause();
    }
    bytesByName.set(name, bytes);
  }
  return [...bytesByName]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([name, bytes]): Doc =>
        new Map<string, Value>([
          ['name', name],
          ['sizeOnDisk', bytes],
          ['empty', bytes === 0],
        ]),
    );
}

function collectionsOf(database: string, state: State): Collection[] {
  const prefix = `${database}.`;
  return [...state.values()]
    .filter(({ identity }) => identity.namespace.startsWith(prefix))
    .sort((left, right) => (left.identity.namespace < right.identity.namespace ? -1 : 1));
}
