import { addDays, epochDayOf, weekdayOf } from '../../shared/words/dates.js';
import { isPublicHoliday } from '../../shared/words/public-holidays.js';
import { inForce, type Dated } from './dated.js';

type Country = 'FI' | 'SE';

/** A kind of day on which no time limit ends. */
interface DayWithoutDeadline {
  readonly countries: readonly Country[];
  readonly isOne: (day: string, country: Country) => boolean;
}

/** Midsummer Day is the Saturday from 20 to 26 June; its eve the Friday before. */
function isMidsummerEve(day: string): boolean {
  const monthAndDay = day.slice(5);
  return '06-19' <= monthAndDay && monthAndDay <= '06-25' && isWeekday(day, 'FR');
}

function isWeekday(day: string, ...wanted: readonly string[]): boolean {
  return wanted.includes(weekdayOf(epochDayOf(day)));
}

const EU = 'Regulation (EEC, Euratom) No 1182/71, Art. 3(4)';
const FI = 'Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §';
const SE = 'Lag (1930:173) om beräkning av lagstadgad tid, 2 §';

/** From when on there are rules for both countries. */
export const FIRST_DEADLINE = '1995-01-01';

/** Days off for time limits: more than those on which people do not work. They begin when both countries were bound by the regulation. */
const DAYS_WITHOUT_DEADLINE: readonly Dated<DayWithoutDeadline>[] = [
  {
    from: FIRST_DEADLINE,
    to: null,
    source: EU,
    rule: { countries: ['FI', 'SE'], isOne: (day) => isWeekday(day, 'SA', 'SU') },
  },
  {
    from: FIRST_DEADLINE,
    to: null,
    source: EU,
    rule: { countries: ['FI', 'SE'], isOne: (day, country) => isPublicHoliday(country, day) },
  },
  {
    from: FIRST_DEADLINE,
    to: null,
    source: FI,
    rule: {
      countries: ['FI'],
      isOne: (day) => isMidsummerEve(day) || day.endsWith('-12-24'),
    },
  },
  {
    // In the wording of SFS 2011:488.
    from: '2011-10-01',
    to: null,
    source: SE,
    rule: {
      countries: ['SE'],
      isOne: (day) => isMidsummerEve(day) || day.endsWith('-12-24') || day.endsWith('-12-31'),
    },
  },
];

const PERIOD = 'Regulation (EEC, Euratom) No 1182/71, Art. 3(5)';
/** A time limit of as many days or more has as many working days in it. */
const LEAST_WORKING_DAYS = 2;

/** Why no time limit ends on a day; empty where one can. */
function sourcesOf(country: Country, day: string): string[] {
  return inForce(DAYS_WITHOUT_DEADLINE, day)
    .filter(({ rule }) => rule.countries.includes(country) && rule.isOne(day, country))
    .map(({ source }) => source);
}

/** Whether it is a working day of the regulation (Art. 2(2)), to which the eves of national acts belong. */
function isWorkingDay(country: Country, day: string): boolean {
  return !sourcesOf(country, day).includes(EU);
}

/** The last day of a time limit. */
export interface DeadlineEnd {
  readonly day: string;
  /** Days to which it would have come first, with why it does not end on them; empty where it is not moved. */
  readonly passedOver: readonly { readonly day: string; readonly sources: readonly string[] }[];
}

/**
 * The day with which a time limit ends, such as a standstill or a reply by: the next one on which a limit can end, and one of two days or
 * more has two working days in it. The day from which it counts is not counted (Regulation 1182/71, Art. 3(1); 150/1930 2 §). Not for limits that count backwards or in hours: those are not moved.
 * On which days people work is another question: `need/working-days.ts`.
 * @param from - `YYYY-MM-DD`, from `FIRST_DEADLINE` on.
 * @param days - From that day on; 0 for a day that is named.
 */
export function deadlineEnd(country: Country, from: string, days: number): DeadlineEnd {
  const passedOver: { day: string; sources: string[] }[] = [];
  let wanting = days < LEAST_WORKING_DAYS ? 0 : LEAST_WORKING_DAYS;
  for (let count = 1; count < days && wanting > 0; count += 1) {
    if (isWorkingDay(country, addDays(from, count))) wanting -= 1;
  }
  for (let day = addDays(from, days); ; day = addDays(day, 1)) {
    if (isWorkingDay(country, day)) wanting -= 1;
    const daysOff = sourcesOf(country, day);
    const sources = daysOff.length === 0 && wanting > 0 ? [PERIOD] : daysOff;
    if (sources.length === 0) return { day, passedOver };
    passedOver.push({ day, sources });
  }
}
