import type { Leg } from '../../capacity/index.js';
import type { ServiceRecord } from '../../store/records.js';
import type { UserErrorCode } from '../../schema.generated.js';
import type { Supposition } from './ledger.js';

/** What the caller can correct. */
export interface Refusal {
  readonly code: UserErrorCode;
  /** What was wanted and what came. */
  readonly message: string;
  /** Path into the input. */
  readonly field: string[] | null;
  /** Starts at which the same leg would do, or, too short as it is, the shortest; null where that is not the point. */
  readonly alternatives?: Date[] | null;
}

/** A leg for which other starts are to be looked for. */
export interface Wish {
  readonly service: ServiceRecord;
  readonly leg: Leg;
  readonly supposition: Supposition;
}

/** A refusal whose alternatives are yet to be found. */
export interface Complaint extends Refusal {
  readonly wish?: Wish;
}
