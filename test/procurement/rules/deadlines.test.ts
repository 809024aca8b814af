import { describe, expect, it } from '@jest/globals';
import { workingDays } from '../../../subgraphs/procurement/need/working-days.js';
import { deadlineEnd } from '../../../subgraphs/procurement/rules/deadlines.js';

describe('a time limit', () => {
  it.each<[country: 'FI' | 'SE', named: string, ends: string, why: string]>([
    ['FI', '2027-06-24', '2027-06-24', 'an ordinary Thursday'],
    ['FI', '2027-06-25', '2027-06-28', 'the eve of Midsummer'],
    ['SE', '2027-06-25', '2027-06-28', 'the eve of Midsummer'],
    ['FI', '2027-06-18', '2027-06-18', 'the Friday before that'],
    ['FI', '2027-06-12', '2027-06-14', 'a Saturday'],
    ['FI', '2027-12-24', '2027-12-27', 'Christmas Eve, a Friday'],
    ['SE', '2027-12-24', '2027-12-27', 'Christmas Eve, a Friday'],
    ['FI', '2027-12-31', '2027-12-31', 'New Year’s Eve'],
    ['SE', '2027-12-31', '2028-01-03', 'New Year’s Eve'],
    ['FI', '2026-05-01', '2026-05-04', 'the first of May, a Friday'],
    ['FI', '2027-12-06', '2027-12-07', 'Independence Day, a Monday'],
    ['SE', '2027-12-06', '2027-12-06', 'another country’s Independence Day'],
    ['SE', '2028-06-06', '2028-06-07', 'the National Day'],
    ['FI', '2027-03-26', '2027-03-30', 'Good Friday, with all of Easter'],
  ])('in %s to %s ends on %s: %s', (country, named, ends) => {
    expect(deadlineEnd(country, named, 0).day).toBe(ends);
  });

  it('does not count the day from which it runs', () => {
    expect(deadlineEnd('FI', '2027-06-07', 14)).toEqual({ day: '2027-06-21', passedOver: [] });
    // A standstill of 14 days from 11 June would end on the eve of Midsummer.
    expect(deadlineEnd('FI', '2027-06-11', 14)).toEqual({
      day: '2027-06-28',
      passedOver: [
        {
          day: '2027-06-25',
          sources: ['Laki säädettyjen määräaikain laskemisesta (150/1930) 5 §'],
        },
        {
          day: '2027-06-26',
          sources: Array.from(
            { length: 2 },
            () => 'Regulation (EEC, Euratom) No 1182/71, Art. 3(4)',
          ),
        },
        { day: '2027-06-27', sources: ['Regulation (EEC, Euratom) No 1182/71, Art. 3(4)'] },
      ],
    });
  });

  it.each<[country: 'FI' | 'SE', from: string, days: number, ends: string, why: string]>([
    ['FI', '2027-06-11', 2, '2027-06-15', 'Monday is the only working day before'],
    ['FI', '2027-06-11', 1, '2027-06-14', 'one day has one'],
    ['FI', '2027-06-10', 2, '2027-06-14', 'Friday is one too'],
    ['FI', '2027-03-25', 3, '2027-03-31', 'all of Easter is between'],
    ['FI', '2027-06-24', 2, '2027-06-28', 'an eve is a working day of the regulation'],
    ['SE', '2027-12-23', 10, '2028-01-03', 'there are days between'],
  ])('in %s from %s of %d days ends on %s: %s', (country, from, days, ends) => {
    expect(deadlineEnd(country, from, days).day).toBe(ends);
  });

  it('says which rule wants two working days', () => {
    const sources = ['Regulation (EEC, Euratom) No 1182/71, Art. 3(5)'];

    expect(deadlineEnd('FI', '2027-06-11', 2).passedOver.at(-1)).toEqual({
      ...{ day: '2027-06-14', sources },
    });
  });

  it('has other days off than work has', () => {
    const eve = { from: '2027-06-25', to: '2027-06-25', weekdays: ['FR'] } as const;

    expect(workingDays({ ...eve, excludePublicHolidays: 'FI' }, '2027-01-01').days).toEqual([
      '2027-06-25',
    ]);
    expect(deadlineEnd('FI', '2027-06-25', 0).day).not.toBe('2027-06-25');
  });
});
