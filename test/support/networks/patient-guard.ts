import type { GuardSettings } from '../../../subgraphs/shared/owners/guard/owner-guards.js';

/** Never takes an owner for silent, so that what one test has an owner do says nothing to the next. */
export const PATIENT_GUARD: GuardSettings = {
  opensAfter: Number.MAX_SAFE_INTEGER,
  isAnswering: () => Promise.resolve(true),
};
