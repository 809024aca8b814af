import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES, MAX_WRITE_BATCH } from '../wire/wire.js';
import type { Call, Command, Reply } from '../call/call.js';
import { fields } from '../call/fields.js';

/** The replica set's name, which URIs of this store carry: drivers want one for transactions. */
export const REPLICA_SET = 'embedded';

/** MongoDB 7.0's wire version; drivers choose what they send by it. */
const WIRE_VERSION = 21;

const VERSION = '7.0.0';

/** Poses as the primary of a replica set of one, for sessions, retryable writes and transactions. */
function hello(call: Call): Reply {
  const { address, nowMs } = call.services;
  const me = address();
  return {
    helloOk: true,
    ...(call.name === 'hello' ? {} : { ismaster: true }),
    isWritablePrimary: true,
    secondary: false,
    setName: REPLICA_SET,
    setVersion: 1,
    hosts: [me],
    me,
    primary: me,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: new Date(nowMs()),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    readOnly: false,
  };
}

/** Drivers of every age add fields to it, so that none is refused. */
export const helloCommand: Command = { fields: 'any', concern: 'none', run: hello };

export const pingCommand: Command = { fields: fields({}), concern: 'none', run: () => ({}) };

export const buildInfoCommand: Command = {
  fields: fields({}),
  concern: 'none',
  run: () => ({
    version: VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded-store',
    modules: ['embedded-store'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['lmdb'],
  }),
};
