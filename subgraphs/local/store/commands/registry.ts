import type { Command } from '../call/call.js';
import { aggregateCommand } from './aggregate.js';
import {
  createCommand,
  dropCommand,
  dropDatabaseCommand,
  listCollectionsCommand,
  listDatabasesCommand,
} from './collections.js';
import { countCommand } from './count.js';
import { getMoreCommand, killCursorsCommand } from './cursor-commands.js';
import { deleteCommand } from './delete.js';
import { findAndModifyCommand } from './find-and-modify.js';
import { findCommand } from './find.js';
import { buildInfoCommand, helloCommand, pingCommand } from './handshake.js';
import { createIndexesCommand, dropIndexesCommand, listIndexesCommand } from './indexes.js';
import { insertCommand } from './insert.js';
import {
  abortTransactionCommand,
  commitTransactionCommand,
  configureFailPointCommand,
  endSessionsCommand,
} from './session-commands.js';
import { updateCommand } from './update.js';

/** Every command there is, by the name clients use. */
export const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    abortTransaction: abortTransactionCommand,
    aggregate: aggregateCommand,
    buildInfo: buildInfoCommand,
    buildinfo: buildInfoCommand,
    commitTransaction: commitTransactionCommand,
    configureFailPoint: configureFailPointCommand,
    count: countCommand,
    create: createCommand,
    createIndexes: createIndexesCommand,
    delete: deleteCommand,
    drop: dropCommand,
    dropDatabase: dropDatabaseCommand,
    dropIndexes: dropIndexesCommand,
    endSessions: endSessionsCommand,
    find: findCommand,
    findAndModify: findAndModifyCommand,
    findandmodify: findAndModifyCommand,
    getMore: getMoreCommand,
    hello: helloCommand,
    insert: insertCommand,
    isMaster: helloCommand,
    ismaster: helloCommand,
    killCursors: killCursorsCommand,
    listCollections: listCollectionsCommand,
    listDatabases: listDatabasesCommand,
    listIndexes: listIndexesCommand,
    ping: pingCommand,
    update: updateCommand,
  }),
);
