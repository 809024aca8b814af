import type { OrderLegRecord } from '../../store/records.js';

/** Of a leg of which its owner has not been asked yet. */
export const UNASKED = {
  state: 'REQUESTED',
  ...{ stateAsOf: null, expiresAt: null, bookings: [], deliveredMinutes: null, quote: null },
  ...{ title: null, languages: [], waitingPosition: null, problem: null },
  ...{ disagreement: null, agreedStart: null, reconciledAt: null },
} as const satisfies Partial<OrderLegRecord>;
