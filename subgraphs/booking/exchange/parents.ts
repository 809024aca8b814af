import type { Candidate } from './candidates/candidates.js';
import type { WorkOfferRecord, WorkRequestRecord } from './request/records.js';

// What the resolvers of each type receive as parent, where that is not a stored row.

export type WorkCandidateParent = Candidate;

export interface WorkOfferParent {
  readonly request: WorkRequestRecord;
  /** One of the request's. */
  readonly offer: WorkOfferRecord;
}
