import { describe, expect, it } from '@jest/globals';
import {
  checkSubstituteNeed,
  type SubstituteNeedInput,
} from '../../../subgraphs/procurement/substitutes/check-substitute-need.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';

const NEED: SubstituteNeedInput = {
  ...{ municipality: 'FI-609', from: '2027-06-21', to: '2027-06-22', weekdays: ['MO', 'TU'] },
  ...{ dailyFrom: '08:00', dailyTo: '12:00', skills: [], languages: [] },
};

/** What is wanted, in UTC; three hours behind Pori. */
function wantedAt(now: string): string[] {
  const { windows } = checkSubstituteNeed(NEED, BUILT_IN_LISTS, new Date(now));
  return windows.map(({ from, to }) =>
    [from, to].map((at) => new Date(at * 60_000).toISOString().slice(8, 16)).join(' '),
  );
}

describe('a need of a substitute', () => {
  it('is what of it is still to come', () => {
    expect(wantedAt('2027-06-21T05:00:00Z')).toEqual(['21T05:00 21T09:00', '22T05:00 22T09:00']);
    expect(wantedAt('2027-06-21T05:29:30Z')).toEqual(['21T05:30 21T09:00', '22T05:00 22T09:00']);
    expect(wantedAt('2027-06-21T09:00:00Z')).toEqual(['22T05:00 22T09:00']);
  });

  it.each([
    ['2027-06-22T20:59:59Z', 'NO_WORKING_DAY'],
    ['2027-06-22T21:00:00Z', 'PERIOD_IN_THE_PAST'],
  ])('at %s is over: %s', (now, code) => {
    expect(() => wantedAt(now)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    );
  });
});
