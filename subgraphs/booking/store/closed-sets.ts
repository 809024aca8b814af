import { namesOf } from '../../shared/words/closed-sets.js';
import type {
  BookingState,
  LegDisagreement,
  NobodyReason,
  OrderChannel,
  OrderPolicy,
  OrderState,
  UserErrorCode,
  WorkOfferState,
  WorkRequestState,
} from '../schema.generated.js';
import type { Act, OwedAct, TaskStep } from './records.js';

// Every state and code that is stored, as lists.

export const BOOKING_STATES = namesOf<BookingState>({
  REQUESTED: true,
  HELD: true,
  CONFIRMED: true,
  STARTED: true,
  COMPLETED: true,
  CANCELLED: true,
  EXPIRED: true,
  DECLINED: true,
  NO_SHOW: true,
});

export const ORDER_STATES = namesOf<OrderState>({
  CANCELLED: true,
  CONFIRMED: true,
  EXPIRED: true,
  FAILED: true,
  HELD: true,
  PENDING: true,
});

export const ORDER_CHANNELS = namesOf<OrderChannel>({
  AD: true,
  PARTNER: true,
  PHONE: true,
  PROCUREMENT: true,
  RADIO: true,
  SOCIAL: true,
  WEB: true,
});

export const ORDER_POLICIES = namesOf<OrderPolicy>({
  ALL_OR_NOTHING: true,
  BEST_EFFORT: true,
});

export const DISAGREEMENTS = namesOf<LegDisagreement>({
  NOT_KNOWN: true,
  OTHER_START: true,
  OTHER_STATE: true,
  OTHER_TERMS: true,
  STILL_STANDING: true,
  UNREADABLE: true,
});

export const USER_ERROR_CODES = namesOf<UserErrorCode>({
  BAD_USER_INPUT: true,
  CAPACITY_EXCEEDED: true,
  COOPERATIVE_UNAVAILABLE: true,
  FORBIDDEN: true,
  HOLD_EXPIRED: true,
  IDEMPOTENCY_CONFLICT: true,
  OUTSIDE_AGREEMENT: true,
  INVALID_STATE: true,
  IN_THE_PAST: true,
  NOT_FOUND: true,
  OFF_GRID: true,
  OUTSIDE_AREA: true,
  OUTSIDE_HOURS: true,
  PHONE_ONLY: true,
  PUBLIC_HOLIDAY: true,
  RATE_LIMITED: true,
  TOO_BUSY: true,
  SLOT_TAKEN: true,
  TOO_LATE: true,
  TOO_SHORT: true,
  TOO_SOON: true,
});

export const WORK_REQUEST_STATES = namesOf<WorkRequestState>({
  CLOSED: true,
  OFFERED: true,
  OPEN: true,
  PENDING: true,
  TAKEN: true,
  UNFILLED: true,
});

export const WORK_OFFER_STATES = namesOf<WorkOfferState>({
  ACCEPTED: true,
  DECLINED: true,
  FAILED: true,
  OFFERED: true,
  PENDING: true,
  TIMED_OUT: true,
  WITHDRAWN: true,
});

export const NOBODY_REASONS = namesOf<NobodyReason>({
  NONE_CAN: true,
  NOT_OFFERED: true,
  NOT_THERE: true,
  NOT_UNDERSTOOD: true,
  TOO_SHORT: true,
  WORDS_AGAINST_CODES: true,
});

export const ACTS = namesOf<Act>({
  hold: true,
  place: true,
  enrol: true,
  confirm: true,
  extend: true,
  move: true,
  cancel: true,
  cancelLeg: true,
  changeSeries: true,
});

export const TASK_STEPS = namesOf<TaskStep>({
  hold: true,
  enrol: true,
  confirm: true,
  extend: true,
  move: true,
  change: true,
  cancel: true,
});

export const OWED_ACTS = namesOf<OwedAct>({ release: true, cancel: true, confirm: true });
