import type { Candidate } from './candidates.js';
import type { WorkOfferRecord, WorkRequestRecord } from './model.js';

// What the resolvers of each type receive as parent, where that is not a stored row.

export type WorkCandidateParent = Candidate;

export interface WorkOfferParent {
  readonly request: WorkRequestRecord;
  /** One of the request's. */
  readonly offer: WorkOfferRecord;
}
