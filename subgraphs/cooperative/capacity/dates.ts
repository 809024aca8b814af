export {
  DAY_MS,
  MINUTE_MS,
  addDays,
  dateOf,
  epochDayOf,
  weekdayOf,
} from '../../shared/words/dates.js';
