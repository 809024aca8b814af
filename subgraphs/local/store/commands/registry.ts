import { aggregateCommand } from './aggregate.js';
import type { Command } from '../call/call.js';
import {
  createCommand,
  createIndexesCommand,
  dropCommand,
  dropDatabaseCommand,
  dropIndexesCommand,
  listCollectionsCommand,
  listDatabasesCommand,
  listIndexesCommand,
} from './collections.js';
import { deleteCommand } from './delete.js';
import { explainCommand } from './explain.js';
import { findAndModifyCommand } from './find-and-modify.js';
import {
  countCommand,
  distinctCommand,
  findCommand,
  getMoreCommand,
  killCursorsCommand,
} from './find.js';
import { buildInfoCommand, helloCommand, pingCommand } from './handshake.js';
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
    distinct: distinctCommand,
    drop: dropCommand,
    dropDatabase: dropDatabaseCommand,
    dropIndexes: dropIndexesCommand,
    endSessions: endSessionsCommand,
    explain: explainCommand,
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
