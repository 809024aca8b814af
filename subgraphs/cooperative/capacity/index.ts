export { availabilityOf, DAYS_AHEAD, findAlternatives, type IsOffered } from './availability.js';
export { addDays } from '../../shared/words/dates.js';
export { FreeTable, occupationsBy, type FreeInput } from './free-table.js';
export { freeTimesOf, type FreeTime } from './free-times.js';
export { judgeAgreedLeg, judgeLeg } from './judge.js';
export { dateAt, dayBounds } from './local-days.js';
export { longestStretches } from './longest-stretches.js';
export { findPublicHoliday } from '../../shared/words/public-holidays.js';
export { HORIZON_DAYS, LONGEST_MINUTES } from './types.js';
export type {
  CapacityInput,
  DayCapacity,
  DayStatus,
  Leg,
  Occupation,
  RefusalCode,
  ResourceRules,
  ServiceRules,
  Share,
  Verdict,
} from './types.js';
export { formatWallTime, parseWallTime } from './wall-times.js';
