import { CommandError, wrongType } from '../bson/errors.js';
import { isNumeric, toNumber, type Value } from '../bson/value.js';
import type { Command } from '../call/call.js';
import { fields, taken } from '../call/fields.js';

export const getMoreCommand: Command = {
  fields: fields({ collection: taken, batchSize: taken }),
  concern: 'none',
  isAllowedInTransaction: true,
  async run(call) {
    if (call.body.has('maxTimeMS')) {
      throw new CommandError(
        2,
        'cannot set maxTimeMS on getMore command for a non-awaitData cursor',
      );
    }
    const id = cursorId('getMore.getMore', call.body.get('getMore') ?? null);
    const namespace = call.namespaceOf(call.body.get('collection'));
    const batchSize = call.number('batchSize', 0);
    return { cursor: await call.services.cursors.more(id, namespace, batchSize, call.owner) };
  },
};

export const killCursorsCommand: Command = {
  fields: fields({ cursors: taken }),
  concern: 'none',
  isAllowedInTransaction: true,
  run(call) {
    call.require('cursors');
    const [killed, unknown]: [bigint[], bigint[]] = [[], []];
    for (const given of call.list('cursors')) {
      const id = cursorId('killCursors.cursors', given);
      (call.services.cursors.kill(id) ? killed : unknown).push(id);
    }
    return {
      cursorsKilled: killed,
      cursorsNotFound: unknown,
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};

function cursorId(field: string, given: Value): bigint {
  if (typeof given === 'bigint') return given;
  if (isNumeric(given) && Number.isInteger(toNumber(given))) return BigInt(toNumber(given));
  throw wrongType(field, given, 'long');
}
