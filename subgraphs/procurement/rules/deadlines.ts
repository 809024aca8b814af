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

/** Days off for time limits: more than those on which people do not work. They begin where both countries were bound by the regulation. */
const DAYS_WITHOUT_DEADLINE: readonly Dated<DayWithoutDeadline>[] = [
  {
    from: '1995-01-01',
    to: null,
    source: EU,
    rule: { countries: ['FI', 'SE'], isOne: (day) => isWeekday(day, 'SA', 'SU') },
  },
  {
    from: '1995-01-01',
    to: null,
    source: EU,
    rule: { countries: ['FI', 'SE'], isOne: (day, country) => isPublicHoliday(country, day) },
  },
  {
    from: '1995-01-01',
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

/** The last day of a time limit. */
export interface DeadlineEnd {
  readonly day: string;
  /** Days to which it would have come first, with why it does not end on them; empty where it is not moved. */
  readonly passedOver: readonly { readonly day: string; readonly sources: readonly string[] }[];
}

/**
 * The day with which a time limit ends, such as a standstill or a reply by: the next one on which a limit can end. The day from which it
 * counts is not counted (Regulation 1182/71, Art. 3(1); 150/1930 2 §). Not for limits that count backwards or in hours: those are not moved.
 * On which days people work is another question: `need/working-days.ts`.
 * @param from - `YYYY-MM-DD`.
 * @param days - From that day on; 0 for a day that is named.
 */
export function deadlineEnd(country: Country, from: string, days: number): DeadlineEnd {
  const passedOver: { day: string; sources: string[] }[] = [];
  for (let day = addDays(from, days); ; day = addDays(day, 1)) {
    const sources = inForce(DAYS_WITHOUT_DEADLINE, day)
      .filter(({ rule }) => rule.countries.includes(country) && rule.isOne(day, country))
      .map(({ source }) => source);
    if (sources.length === 0) return { day, passedOver };
    passedOver.push({ day, sources });
  }
}
