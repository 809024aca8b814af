import { describe, expect, it } from '@jest/globals';
import { workingDays } from '../../../subgraphs/procurement/need/working-days.js';

describe('working days', () => {
  it('take in the eve of Midsummer, on which people may work', () => {
    expect(
      workingDays({
        from: '2027-06-21',
        to: '2027-06-27',
        weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
        excludePublicHolidays: 'FI',
      }),
    ).toEqual({
      days: ['2027-06-21', '2027-06-22', '2027-06-23', '2027-06-24', '2027-06-25'],
      holidaysSkipped: [],
    });
  });

  it('leave out the public holidays of the named country, and tell those on wanted weekdays', () => {
    const may = { from: '2027-05-01', to: '2027-05-07', weekdays: ['TH', 'FR', 'SA'] } as const;

    // Ascension Day is a Thursday, the first of May a Saturday.
    expect(workingDays({ ...may, excludePublicHolidays: 'SE' })).toEqual({
      days: ['2027-05-07'],
      holidaysSkipped: ['2027-05-01', '2027-05-06'],
    });
    expect(workingDays({ ...may, weekdays: ['FR'], excludePublicHolidays: 'SE' })).toEqual({
      days: ['2027-05-07'],
      holidaysSkipped: [],
    });
    expect(workingDays({ ...may, excludePublicHolidays: null }).days).toHaveLength(3);
  });

  it('are those of one country', () => {
    const day = { from: '2027-12-06', to: '2027-12-06', weekdays: ['MO'] } as const;

    expect(workingDays({ ...day, excludePublicHolidays: 'FI' }).days).toEqual([]);
    expect(workingDays({ ...day, excludePublicHolidays: 'SE' }).days).toEqual(['2027-12-06']);
  });
});
