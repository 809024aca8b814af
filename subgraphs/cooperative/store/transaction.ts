import { mongo, type ClientSession, type Connection } from 'mongoose';

/**
 * Runs work in a snapshot transaction, again from the start when it conflicts with another or the connection drops: what the
 * work does outside the database must be safe to repeat. A majority has stored it when this resolves.
 */
export async function inTransaction<Result>(
  connection: Connection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session), {
      readConcern: { level: 'snapshot' },
      writeConcern: new mongo.WriteConcern('majority'),
    });
  } finally {
    await session.endSession();
  }
}
