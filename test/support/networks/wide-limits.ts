import { LimitsSchema, type Limits } from '../../../subgraphs/shared/network-file/limits.js';

const PLENTY = 1_000_000;

/** Limits that nothing here comes near, as `network.json` has them: of tests, and of networks in which one machine plays many people. */
export const WIDE_LIMITS_JSON = {
  holdMinutes: 1_440,
  contact: {
    ...{ heldLegs: PLENTY, commandsAtOnce: PLENTY, visitsAhead: PLENTY },
    openRequests: PLENTY,
  },
  service: { heldPercent: 100 },
  orders: { atOnce: PLENTY, atOneCooperative: PLENTY, atLeast: PLENTY },
} as const;

export const WIDE_LIMITS: Limits = LimitsSchema.parse(WIDE_LIMITS_JSON);
