import { publicError } from '../../../../schema/errors.js';
import type { GraphQLError } from 'graphql';

/** How long is waited for a database. Milliseconds, real time. */
export interface DatabaseLimits {
  /** For a server that can be written to, and for a free connection to it. */
  readonly serverMs: number;
  /** For an answer, from the last byte that moved: then the connection is thrown away. */
  readonly silenceMs: number;
  /** For a connection to be made, and for the answer to a look at the server. */
  readonly connectMs: number;
  /** Between two looks at the server. */
  readonly lookEveryMs: number;
}

/** A database that stands still is noticed within 7 s, and 2 s after it goes on it is found again. */
export const DATABASE_LIMITS: DatabaseLimits = {
  serverMs: 10_000,
  silenceMs: 10_000,
  connectMs: 5_000,
  lookEveryMs: 2_000,
};

/** Settings of the driver by which no single wait on the database has no end. */
export function driverLimits({ serverMs, silenceMs, connectMs, lookEveryMs }: DatabaseLimits) {
  return {
    serverSelectionTimeoutMS: serverMs,
    waitQueueTimeoutMS: serverMs,
    socketTimeoutMS: silenceMs,
    connectTimeoutMS: connectMs,
    heartbeatFrequencyMS: lookEveryMs,
    // A server that pushes its news is not looked at while it is silent; one that is asked is given up in time.
    serverMonitoringMode: 'poll',
    // Commands wait for a server in the driver, which has a limit, rather than in mongoose's own line.
    bufferCommands: false,
  } as const;
}

/** Of work on the database that was given up: nobody knows whether it was done, and it may be asked for again. */
export function undecided(): GraphQLError {
  return publicError(
    'DATABASE_UNAVAILABLE',
    'The database did not answer in time, and whether this was done is not known: send the same request again.',
  );
}
