import type { Connection } from 'mongoose';
import { ignoreDuplicateKey } from './duplicate-key.js';
import { checkRelease, RELEASE } from '../process/release.js';

/** Where a database says which release wrote it last: one document. */
const COLLECTION = 'release';
const ID = 'last';
const MOST_ATTEMPTS = 10;

interface ReleaseRecord {
  readonly _id: string;
  readonly release: string;
}

/** The database must not be worked on. */
class UnfitDatabase extends Error {}

/**
 * Looks, before anything else is written, whether a database can be worked on, and notes in it that this release does.
 * @throws UnfitDatabase when its server has no transactions; NewerData when a later release has worked on it.
 */
export async function claimDatabase(connection: Connection, timeoutMs: number): Promise<void> {
  await checkTransactions(connection, timeoutMs);
  const releases = connection.collection<ReleaseRecord>(COLLECTION);
  // Another process may note itself at the same time: what it noted is looked at then.
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const found = await releases.findOne({ _id: ID }, { maxTimeMS: timeoutMs });
    if (checkRelease(`The database "${connection.name}"`, found?.release) === 'this') return;
    const before = found === null ? { _id: ID } : { _id: ID, release: found.release };
    try {
      const { matchedCount, upsertedCount } = await releases.updateOne(
        before,
        { $set: { release: RELEASE } },
        { upsert: found === null, maxTimeMS: timeoutMs },
      );
      if (matchedCount + upsertedCount > 0) return;
    } catch (error) {
      ignoreDuplicateKey(error);
    }
  }
  throw new Error(`The database "${connection.name}" is being claimed by many processes at once.`);
}

/** Only members of a replica set and routers of a sharded cluster have transactions. */
async function checkTransactions(connection: Connection, timeoutMs: number): Promise<void> {
  const admin = connection.getClient().db('admin');
  const { setName, msg } = await admin.command({ hello: 1, maxTimeMS: timeoutMs });
  if (typeof setName === 'string' || msg === 'isdbgrid') return;
  throw new UnfitDatabase(
    'MONGODB_URI must name a replica set or a sharded cluster: the server there has no transactions. Nothing was written.',
  );
}
