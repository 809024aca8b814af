import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  availabilityOf as daysOf,
  findAlternatives,
  longestStretches,
  type CapacityInput,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { LocalDays } from '../../../subgraphs/cooperative/capacity/local-days.js';
import { Occupancy } from '../../../subgraphs/cooperative/capacity/occupancy.js';
import {
  AROUND_THE_CLOCK,
  availabilityOf,
  capacityInput,
  leg,
  occupation,
  resourceRules,
  serviceRules,
} from './builders.js';

const MONTH = 31 * 1440;
/** Of a day on the grid of the builders. */
const STARTS = 48;

/** A place that never closes, of which a month can be booked at any start. */
function always(fields: Partial<CapacityInput['resources'][number]> = {}): CapacityInput {
  return capacityInput({
    resources: [resourceRules({ hours: AROUND_THE_CLOCK, worksOnPublicHolidays: true, ...fields })],
  });
}

describe('the days looked up', () => {
  const look = jest.spyOn(LocalDays.prototype, 'at');
  const looksOf = (work: () => unknown) => {
    const before = look.mock.calls.length;
    work();
    return look.mock.calls.length - before;
  };
  afterAll(() => {
    look.mockRestore();
  });

  it('for a long leg are none for each start where there is no budget', () => {
    const looks = looksOf(() => availabilityOf(always(), '2027-03-24', '2027-03-24', MONTH));

    expect(looks).toBeLessThan((3 * MONTH) / 1440);
  });

  it('for a long leg and a budget do not grow with its length', () => {
    const input = always({ minutesPerDay: 1_500 });
    const asked = leg('2027-03-24T08:00', MONTH);

    const shown = looksOf(() => availabilityOf(input, '2027-03-24', '2027-03-24', MONTH));
    const sought = looksOf(() => findAlternatives(input, asked, () => false));

    expect(shown).toBeLessThan(STARTS * 10);
    expect(sought).toBeLessThan(15 * STARTS * 10);
  });

  it('for the longest stretch are few for each start, however far the budgets reach', () => {
    const far = occupation('2027-09-20T00:00', '2027-09-21T00:00');
    const input = { ...always({ minutesPerDay: 1_500 }), occupations: [far] };

    expect(looksOf(() => longestStretches(input, '2027-03-24', 1))).toBeLessThan(STARTS * 40);
  });

  it('for many days of availability are those that were asked for yet', () => {
    const input = capacityInput({ service: serviceRules({ gridMinutes: 15 }) });
    const asked = daysOf(input, '2027-03-24', '2027-06-24', 60);

    const first = looksOf(() => asked.next());
    const rest = looksOf(() => [...asked]);

    expect(rest).toBeGreaterThan(first);
  });
});

describe('the most units taken', () => {
  const taken = Array.from({ length: 200 }, (_none, index) => ({
    from: index * 10,
    to: index * 10 + ((index * 7) % 23),
    units: 1 + (index % 4),
  }));
  let occupancy: Occupancy;
  beforeEach(() => {
    occupancy = new Occupancy(taken, 100);
  });

  it('of a time are those of its fullest instant, however long it is', () => {
    const levelAt = (instant: number) =>
      taken
        .filter(({ from, to }) => from <= instant && instant < to)
        .reduce((sum, { units }) => sum + units, 0);
    for (const [from, to] of [
      [-50, -10],
      [-50, 1],
      [0, 1],
      [3, 17],
      [95, 480],
      [0, 2_100],
      [1_999, 4_000],
    ] as const) {
      const levels = Array.from({ length: to - from }, (_none, index) => levelAt(from + index));

      expect([from, to, occupancy.peak(from, to)]).toEqual([from, to, Math.max(...levels)]);
    }
  });
});
