import { say, type Said } from '../../shared/words/said/say.js';
import type {
  BookingState,
  OrderState,
  WorkOfferState,
  WorkRequestState,
} from '../schema.generated.js';

// Where something stands, as a part of a sentence.

const BOOKING: Readonly<Record<BookingState, Said>> = {
  REQUESTED: say`requested`,
  HELD: say`held`,
  CONFIRMED: say`confirmed`,
  STARTED: say`started`,
  COMPLETED: say`completed`,
  CANCELLED: say`cancelled`,
  EXPIRED: say`expired`,
  DECLINED: say`declined`,
  NO_SHOW: say`no_show`,
};

const ORDER: Readonly<Record<OrderState, Said>> = {
  PENDING: say`pending`,
  HELD: say`held`,
  CONFIRMED: say`confirmed`,
  CANCELLED: say`cancelled`,
  EXPIRED: say`expired`,
  FAILED: say`failed`,
};

const REQUEST: Readonly<Record<WorkRequestState, Said>> = {
  OPEN: say`OPEN`,
  OFFERED: say`OFFERED`,
  PENDING: say`PENDING`,
  TAKEN: say`TAKEN`,
  UNFILLED: say`UNFILLED`,
  CLOSED: say`CLOSED`,
};

const OFFER: Readonly<Record<WorkOfferState, Said>> = {
  OFFERED: say`OFFERED`,
  PENDING: say`PENDING`,
  ACCEPTED: say`ACCEPTED`,
  DECLINED: say`DECLINED`,
  TIMED_OUT: say`TIMED_OUT`,
  FAILED: say`FAILED`,
  WITHDRAWN: say`WITHDRAWN`,
};

export function sayBookingState(state: BookingState): Said {
  return BOOKING[state];
}

export function sayOrderState(state: OrderState): Said {
  return ORDER[state];
}

export function sayRequestState(state: WorkRequestState): Said {
  return REQUEST[state];
}

export function sayOfferState(state: WorkOfferState): Said {
  return OFFER[state];
}
