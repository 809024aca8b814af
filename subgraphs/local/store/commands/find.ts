import { CommandError } from '../bson/errors.js';
import type { Call, Command } from '../call/call.js';
import { DEFAULT_FIRST_BATCH } from '../call/cursors.js';
import {
  fields,
  onlyEmpty,
  onlyFalse,
  simpleCollation,
  taken,
  withoutEffect,
} from '../call/fields.js';
import { prepareFind } from '../query/find.js';

export const findCommand: Command = {
  fields: fields({
    filter: taken,
    sort: taken,
    projection: taken,
    hint: taken,
    skip: taken,
    limit: taken,
    batchSize: taken,
    singleBatch: taken,
    noCursorTimeout: taken,
    tailable: taken,
    awaitData: taken,
    allowDiskUse: withoutEffect,
    allowPartialResults: withoutEffect,
    oplogReplay: withoutEffect,
    collation: simpleCollation,
    let: onlyEmpty,
    max: onlyEmpty,
    min: onlyEmpty,
    returnKey: onlyFalse,
    showRecordId: onlyFalse,
  }),
  concern: 'read',
  isAllowedInTransaction: true,
  async run(call) {
    checkTailing(call);
    const { namespace, pacer, owner } = call;
    const prepared = prepareFind(call.collection(namespace), {
      filter: call.document('filter'),
      sort: call.body.get('sort'),
      hint: call.body.get('hint'),
      projection: call.body.get('projection'),
      skip: call.number('skip', 0),
      limit: call.number('limit', 0),
    });
    const cursor = await call.services.cursors.start(namespace, prepared.documents(), {
      batchSize: call.number('batchSize', DEFAULT_FIRST_BATCH),
      owner,
      pacer,
      isSingleBatch: call.flag('singleBatch', false),
      isClosedWhenIdle: !call.flag('noCursorTimeout', false),
    });
    return { cursor };
  },
};

/** Only capped collections can be followed, and there are none. @throws CommandError 2, 9 */
function checkTailing(call: Call): void {
  const isTailable = call.flag('tailable', false);
  if (call.flag('awaitData', false) && !isTailable) {
    throw new CommandError(9, "Cannot set 'awaitData' without also setting 'tailable'");
  }
  if (!isTailable) return;
  throw new CommandError(
    2,
    `error processing query: tailable cursor requested on non capped collection ${call.namespace}`,
  );
}
