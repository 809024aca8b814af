import type { Connection } from 'mongoose';
import { ClaimsDataSource } from '../../../subgraphs/booking/limits/claims.js';
import { WIDE_LIMITS } from '../../support/networks/wide-limits.js';

/** By what strangers are counted on a database, and limits that are not reached. */
export function countingOn(connection: Connection) {
  return {
    limits: WIDE_LIMITS,
    claims: new ClaimsDataSource(connection, 10_000),
    contactKey: Buffer.alloc(32, 'contacts'),
  };
}
