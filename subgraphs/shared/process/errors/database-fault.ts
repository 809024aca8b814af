import type { ErrorCodeName } from '../../../../schema/error-codes.js';

/** What is wrong with the database, for whoever asked. */
export interface DatabaseFault {
  readonly code: Extract<ErrorCodeName, 'DATABASE_UNAVAILABLE' | 'STORAGE_FULL'>;
  readonly message: string;
}

const UNAVAILABLE: DatabaseFault = {
  code: 'DATABASE_UNAVAILABLE',
  message:
    'The database does not answer, and what was to be written may or may not be: send the same request again.',
};

const FULL: DatabaseFault = {
  code: 'STORAGE_FULL',
  message: 'The database has no room left: nothing new is stored until its operator makes some.',
};

/** Names of the driver's errors: whoever answers, such as a gateway, need not have loaded the driver. */
const OUT_OF_REACH: ReadonlySet<unknown> = new Set([
  ...['MongoNetworkError', 'MongoNetworkTimeoutError', 'PoolClearedOnNetworkError'],
  ...['MongoServerSelectionError', 'MongooseServerSelectionError', 'MongoWaitQueueTimeoutError'],
  ...['MongoPoolClearedError', 'MongoPoolClosedError', 'MongoNotConnectedError'],
  ...['MongoTopologyClosedError', 'MongoServerClosedError', 'MongoClientClosedError'],
]);

/** Of errors that pass, in the words of MongoDB's specifications. */
const PASSING = [
  'RetryableWriteError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
];

/** MongoDB's own numbers. */
const MAX_TIME_EXPIRED = 50;
const OUT_OF_DISK_SPACE = 14_031;

/** Causes of causes are looked at. */
const DEEPEST = 5;

interface Looked {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly errorLabels?: unknown;
  readonly extensions?: { readonly code?: unknown };
  readonly message?: unknown;
  readonly cause?: unknown;
}

/** What is wrong with the database where an error comes from that; null for every other. Never throws. */
export function databaseFaultOf(error: unknown): DatabaseFault | null {
  let looked = error;
  for (let depth = 0; depth < DEEPEST && looked instanceof Error; depth += 1) {
    const fault = faultOf(looked);
    if (fault) return fault;
    looked = looked.cause;
  }
  return null;
}

function faultOf({ name, code, errorLabels, extensions, message }: Looked): DatabaseFault | null {
  if (extensions?.code === UNAVAILABLE.code) return { ...UNAVAILABLE, message: String(message) };
  if (code === OUT_OF_DISK_SPACE) return FULL;
  const isPassing =
    Array.isArray(errorLabels) && PASSING.some((label) => errorLabels.includes(label));
  const isAway = OUT_OF_REACH.has(name) || code === MAX_TIME_EXPIRED || isPassing;
  return isAway ? UNAVAILABLE : null;
}
