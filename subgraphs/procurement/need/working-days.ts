import { dateOf, epochDayOf, weekdayOf } from '../../shared/words/dates.js';
import { isPublicHoliday } from '../../shared/words/public-holidays.js';
import type { Need, WorkingDays } from './need.js';

/**
 * The days of a period that fall on its weekdays, without the public holidays of the named country: days off work, so no eves.
 * Days on which a time limit does not end are others: `rules/deadlines.ts`.
 * @param today - Days before it are counted, and left out.
 * @returns Both lists in order, and either may be empty.
 */
export function workingDays(
  {
    from,
    to,
    weekdays,
    excludePublicHolidays,
  }: Pick<Need, 'from' | 'to' | 'weekdays' | 'excludePublicHolidays'>,
  today: string,
): WorkingDays {
  const days: string[] = [];
  let pastDays = 0;
  const holidaysSkipped: string[] = [];
  const last = epochDayOf(to);
  for (let epochDay = epochDayOf(from); epochDay <= last; epochDay += 1) {
    if (!weekdays.includes(weekdayOf(epochDay))) continue;
    const date = dateOf(epochDay);
    const isSkipped = excludePublicHolidays && isPublicHoliday(excludePublicHolidays, date);
    if (date >= today) (isSkipped ? holidaysSkipped : days).push(date);
    else if (!isSkipped) pastDays += 1;
  }
  return { days, holidaysSkipped, pastDays };
}
