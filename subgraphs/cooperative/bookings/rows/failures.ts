import { databaseFaultOf } from '../../../shared/process/errors/database-fault.js';

/**
 * Whether a failure of many commands together may be due to one of them. Conflicts, and a database that cannot be reached or
 * is slow, would fail each of them alone as well, one after the other.
 */
export function isOfOneCommand(error: unknown): boolean {
  return databaseFaultOf(error)?.code !== 'DATABASE_UNAVAILABLE';
}
