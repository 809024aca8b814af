import { describe, expect, it } from '@jest/globals';
import {
  gapsOf,
  minutesOf,
  windowsOf,
} from '../../../../subgraphs/procurement/substitutes/plan/windows.js';
import { need } from './owners.js';

const ALL_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

function shown(fields: Parameters<typeof need>[0]): string[] {
  const text = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 16);
  return windowsOf(need(fields)).map(({ from, to }) => `${text(from)} ${text(to)}`);
}

describe('The windows of a need', () => {
  it('are on the wanted weekdays, by the clocks of the place', () => {
    const week = { from: '2027-06-25', to: '2027-06-29' };

    expect(shown({ ...week, weekdays: ['FR', 'TU'] })).toEqual([
      '2027-06-25T05:00 2027-06-25T13:00',
      '2027-06-29T05:00 2027-06-29T13:00',
    ]);
    expect(shown({ ...week, to: '2027-06-25', municipality: 'SE-0580' })).toEqual([
      '2027-06-25T06:00 2027-06-25T14:00',
    ]);
  });

  it('are an hour shorter or longer where clocks change, and none where their hour is left out', () => {
    const spring = { from: '2027-03-28', to: '2027-03-28', weekdays: ALL_WEEK };
    const autumn = { from: '2027-10-31', to: '2027-10-31', weekdays: ALL_WEEK };
    const whole = { dailyFrom: '00:00', dailyTo: '24:00' };

    expect(minutesOf(windowsOf(need({ ...spring, ...whole })))).toBe(23 * 60);
    expect(minutesOf(windowsOf(need({ ...autumn, ...whole })))).toBe(25 * 60);
    expect(windowsOf(need({ ...spring, dailyFrom: '03:00', dailyTo: '04:00' }))).toEqual([]);
  });
});

describe('Gaps', () => {
  it('are exact, and one where they adjoin', () => {
    const windows = [
      { from: 0, to: 100 },
      { from: 100, to: 200 },
      { from: 300, to: 400 },
    ];
    const covered = [
      { from: 10, to: 50 },
      { from: 150, to: 200 },
      { from: 300, to: 400 },
    ];

    expect(gapsOf(windows, covered)).toEqual([
      { from: 0, to: 10 },
      { from: 50, to: 150 },
    ]);
    expect(gapsOf(windows, [])).toEqual([
      { from: 0, to: 200 },
      { from: 300, to: 400 },
    ]);
  });
});
