import { mongo, type ClientSession, type Connection } from 'mongoose';
import { TimeLimit, within } from '../process/time-limit.js';
import { undecided } from './limits/database-limits.js';

/** As long as a server lets a transaction live. */
const LONGEST_MS = 60_000;

/**
 * Runs work in a snapshot transaction, again from the start when it conflicts with another or the connection drops: what the
 * work does outside the database must be safe to repeat. A majority has stored it when this resolves.
 * @param limit - For all of it; a minute where it is left out.
 * @throws GraphQLError DATABASE_UNAVAILABLE when it takes longer: whether it is stored, or will be yet, is not known then.
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  limit: TimeLimit = TimeLimit.within(LONGEST_MS),
): Promise<Result> {
  return within(limit, transact(connection, work, limit), undecided);
}

async function transact<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
  limit: TimeLimit,
): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(
      () => {
        // Who asked has been told already; to begin again would only stand in the way of others.
        if (limit.isOver) throw undecided();
        return work(session);
      },
      {
        readConcern: { level: 'snapshot' },
        writeConcern: new mongo.WriteConcern('majority'),
      },
    );
  } finally {
    await session.endSession();
  }
}
