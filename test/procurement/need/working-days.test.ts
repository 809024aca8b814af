import { describe, expect, it } from '@jest/globals';
import { workingDays } from '../../../subgraphs/procurement/need/working-days.js';

const LONG_BEFORE = '2027-01-01';

describe('working days', () => {
  it('take in the eve of Midsummer, on which people may work', () => {
    expect(
      workingDays(
        {
          from: '2027-06-21',
          to: '2027-06-27',
          weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
          excludePublicHolidays: 'FI',
        },
        LONG_BEFORE,
      ),
    ).toEqual({
      days: ['2027-06-21', '2027-06-22', '2027-06-23', '2027-06-24', '2027-06-25'],
      holidaysSkipped: [],
      pastDays: 0,
    });
  });

  it('leave out the public holidays of the named country, and tell those on wanted weekdays', () => {
    const may = { from: '2027-05-01', to: '2027-05-07', weekdays: ['TH', 'FR', 'SA'] } as const;

    // Ascension Day is a Thursday, the first of May a Saturday.
    expect(workingDays({ ...may, excludePublicHolidays: 'SE' }, LONG_BEFORE)).toEqual({
      days: ['2027-05-07'],
      holidaysSkipped: ['2027-05-01', '2027-05-06'],
      pastDays: 0,
    });
    expect(
      workingDays({ ...may, weekdays: ['FR'], excludePublicHolidays: 'SE' }, LONG_BEFORE),
    ).toEqual({
      days: ['2027-05-07'],
      holidaysSkipped: [],
      pastDays: 0,
    });
    expect(workingDays({ ...may, excludePublicHolidays: null }, LONG_BEFORE).days).toHaveLength(3);
  });

  it('are those of one country', () => {
    const day = { from: '2027-12-06', to: '2027-12-06', weekdays: ['MO'] } as const;

    expect(workingDays({ ...day, excludePublicHolidays: 'FI' }, LONG_BEFORE).days).toEqual([]);
    expect(workingDays({ ...day, excludePublicHolidays: 'SE' }, LONG_BEFORE).days).toEqual([
      '2027-12-06',
    ]);
  });

  it('that are over are counted, holidays aside, and left out', () => {
    const may = { from: '2027-05-03', to: '2027-05-10', weekdays: ['MO', 'TH'] } as const;
    const on = (today: string) => workingDays({ ...may, excludePublicHolidays: 'FI' }, today);

    // Ascension Day is the Thursday.
    expect(on('2027-05-03')).toEqual({
      ...{ days: ['2027-05-03', '2027-05-10'], holidaysSkipped: ['2027-05-06'], pastDays: 0 },
    });
    expect(on('2027-05-07')).toEqual({ days: ['2027-05-10'], holidaysSkipped: [], pastDays: 1 });
    expect(on('2027-05-11')).toEqual({ days: [], holidaysSkipped: [], pastDays: 2 });
  });
});
