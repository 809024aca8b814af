import { CommandError } from '../bson/errors.js';
import { sessionKey } from '../state/sessions.js';
import type { Command } from '../call/call.js';
import { fields, taken, withoutEffect } from '../call/fields.js';
import { commitTransaction } from '../call/transact.js';

export const endSessionsCommand: Command = {
  fields: fields({}),
  concern: 'none',
  async run(call) {
    const keys = call.list('endSessions').map((lsid) => sessionKey(lsid));
    const { cursors, sessions, store } = call.services;
    cursors.closeOf(keys);
    const ended = sessions.end(keys);
    if (ended.length > 0) await store.commitSessions(new Map(ended.map((key) => [key, null])));
    return {};
  },
};

export const commitTransactionCommand: Command = {
  fields: fields({ recoveryToken: withoutEffect }),
  concern: 'write',
  isAllowedInTransaction: true,
  isForAdmin: true,
  run: (call) => commitTransaction(call),
};

export const abortTransactionCommand: Command = {
  fields: fields({ recoveryToken: withoutEffect }),
  concern: 'write',
  isAllowedInTransaction: true,
  isForAdmin: true,
  run(call) {
    const { transaction } = call;
    if (transaction === null)
      throw new CommandError(125, 'abortTransaction must be run within a transaction');
    if (transaction.state !== 'active') {
      throw new CommandError(256, 'Cannot call abortTransaction after calling commitTransaction');
    }
    transaction.state = 'aborted';
    return {};
  },
};

export const configureFailPointCommand: Command = {
  fields: fields({ mode: taken, data: taken }),
  concern: 'none',
  isForAdmin: true,
  run(call) {
    const { failPoints } = call.services;
    if (failPoints === null) {
      throw new CommandError(
        59,
        "no such command: 'configureFailPoint' (start the store with --fail-points)",
      );
    }
    failPoints.configure(call.body);
    return {};
  },
};
