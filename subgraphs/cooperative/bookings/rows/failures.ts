import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;
const MAX_TIME_EXPIRED = 50;

/** Whether an insert met its own id. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * Whether a failure of many commands together may be due to one of them. Conflicts, and a database that cannot be reached or
 * is slow, would fail each of them alone as well, one after the other.
 */
export function isOfOneCommand(error: unknown): boolean {
  if (!(error instanceof mongo.MongoError)) return true;
  return (
    error instanceof mongo.MongoServerError &&
    error.code !== MAX_TIME_EXPIRED &&
    !error.hasErrorLabel('TransientTransactionError')
  );
}
