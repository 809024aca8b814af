import { isNumeric, toNumber } from '../bson/value.js';
import { orderKey } from '../bson/order.js';
import type { Value } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { prepareFind, type FindQuery } from '../query/find.js';
import { parsePath, valuesAtPath } from '../match/path.js';
import { checkSimpleCollation } from '../state/index-spec.js';
import type { Call, Command } from '../call/call.js';
import { DEFAULT_FIRST_BATCH } from '../call/cursors.js';

/** What a find asks for; also used by `explain`. @throws CommandError */
export function findQueryOf(call: Call): FindQuery {
  checkSimpleCollation(call.body.get('collation'));
  for (const option of ['tailable', 'awaitData', 'returnKey', 'showRecordId'] as const) {
    if (call.flag(option, false)) {
      throw new CommandError(
        238,
        `The find option "${option}" is not implemented in the embedded store`,
      );
    }
  }
  if (
    call.document('let').size > 0 ||
    call.document('min').size > 0 ||
    call.document('max').size > 0
  ) {
    throw new CommandError(
      238,
      'The find options let, min and max are not implemented in the embedded store',
    );
  }
  return {
    filter: call.document('filter'),
    sort: call.body.get('sort'),
    hint: call.body.get('hint'),
    projection: call.body.get('projection'),
    skip: call.number('skip', 0),
    limit: call.number('limit', 0),
  };
}

export const findCommand: Command = {
  fields: [
    'filter',
    'sort',
    'projection',
    'hint',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'allowDiskUse',
    'allowPartialResults',
    'awaitData',
    'collation',
    'let',
    'max',
    'min',
    'noCursorTimeout',
    'oplogReplay',
    'returnKey',
    'showRecordId',
    'tailable',
  ],
  isAllowedInTransaction: true,
  async run(call) {
    const { namespace, pacer } = call;
    const prepared = prepareFind(call.collection(namespace), findQueryOf(call));
    const cursor = await call.services.cursors.start(namespace, prepared.documents(), {
      batchSize: call.number('batchSize', DEFAULT_FIRST_BATCH),
      isSingleBatch: call.flag('singleBatch', false),
      pacer,
    });
    return { cursor };
  },
};

export const getMoreCommand: Command = {
  fields: ['collection', 'batchSize'],
  isAllowedInTransaction: true,
  async run(call) {
    const given = call.body.get('getMore');
    const id = isNumeric(given) ? BigInt(String(given)) : 0n;
    const namespace = call.namespaceOf(call.body.get('collection'));
    const batchSize = call.number('batchSize', 0);
    return { cursor: await call.services.cursors.more(id, namespace, batchSize, call.pacer) };
  },
};

export const killCursorsCommand: Command = {
  fields: ['cursors'],
  isAllowedInTransaction: true,
  run(call) {
    const listed = call.body.get('cursors');
    const ids = (Array.isArray(listed) ? listed : [])
      .filter(isNumeric)
      .map((id) => BigInt(String(id)));
    const [killed, unknown]: [bigint[], bigint[]] = [[], []];
    for (const id of ids) (call.services.cursors.kill(id) ? killed : unknown).push(id);
    return {
      cursorsKilled: killed,
      cursorsNotFound: unknown,
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};

export const countCommand: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'collation'],
  async run(call) {
    checkSimpleCollation(call.body.get('collation'));
    const collection = call.collection(call.namespace);
    const filter = call.document('query');
    const limit = call.body.get('limit');
    const query: FindQuery = {
      filter,
      hint: call.body.get('hint'),
      skip: call.number('skip', 0),
      limit: isNumeric(limit) ? Math.abs(toNumber(limit)) : 0,
    };
    if (filter.size === 0 && query.skip === 0 && query.limit === 0) {
      return { n: collection?.documents.size ?? 0 };
    }
    let n = 0;
    for (const match of prepareFind(collection, query).matches()) {
      if (match !== null) n += 1;
      if (call.pacer.isDue()) await call.pacer.pause();
    }
    return { n };
  },
};

export const distinctCommand: Command = {
  fields: ['key', 'query', 'collation', 'hint'],
  isAllowedInTransaction: true,
  async run(call) {
    checkSimpleCollation(call.body.get('collation'));
    const key = call.body.get('key');
    if (typeof key !== 'string')
      throw new CommandError(14, "BSON field 'distinct.key' must be a string");
    const path = parsePath(key);
    const found = new Map<string, Value>();
    const query = {
      filter: call.document('query'),
      hint: call.body.get('hint'),
      skip: 0,
      limit: 0,
    };
    for (const match of prepareFind(call.collection(call.namespace), query).matches()) {
      if (call.pacer.isDue()) await call.pacer.pause();
      if (match === null) continue;
      for (const value of valuesAtPath(match.doc, path)) {
        if (value === undefined) continue;
        const order = orderKey(value);
        if (!found.has(order)) found.set(order, value);
      }
    }
    return { values: [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
  },
};
