import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  findAlternatives,
  judgeLeg,
  longestStretches,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { availabilityOf } from './builders.js';
import { DAYS, randomCase, type RandomCase } from './random-cases.js';

const MINUTE = 60_000;

function check(numRuns: number, property: (given: RandomCase) => void): void {
  fc.assert(fc.property(randomCase, property), { numRuns });
}

describe('capacity and a slow model of it', () => {
  it('agree on starts, places, status and free minutes of each day', () => {
    check(70, ({ first, input, model, minutes }) => {
      const last = addDays(first, DAYS - 1);

      for (const day of availabilityOf(input, first, last, minutes)) {
        const starts = model
          .gridStarts(day.date)
          .filter((startsAt) => model.isAllowed(startsAt, minutes))
          .map((startsAt) => ({ startsAt, places: model.places(startsAt, minutes, null) }))
          .filter(({ places }) => places > 0);

        expect(day).toEqual({
          date: day.date,
          holiday: day.holiday,
          status: model.status(day.date, minutes),
          freeMinutes: model.freeMinutes(day.date),
          starts,
        });
      }
    });
  });

  it('agree on each leg, and on why it is refused', () => {
    check(400, ({ input, model, legs }) => {
      for (const leg of legs) {
        const verdict = judgeLeg(input, leg);

        expect(verdict.kind === 'fits' ? null : verdict.code).toBe(model.verdict(leg));
      }
    });
  });

  it('agree on the longest stretch of each day', () => {
    check(50, ({ first, input, model }) => {
      const dates = Array.from({ length: DAYS }, (_none, day) => addDays(first, day));

      expect(longestStretches(input, first, DAYS)).toEqual(
        dates.map((date) => model.longestStretch(date)),
      );
    });
  });

  it('agree on the alternatives, the earliest of the first day that has any', () => {
    check(50, ({ input, model, legs: [leg] }) => {
      if (!leg) return;
      const day = model.dateAt(leg.startsAt);
      const expected = Array.from({ length: 15 }, (_none, index) => addDays(day, index))
        .map((date) =>
          model
            .gridStarts(date)
            .filter(
              (start) =>
                model.isAllowed(start, leg.minutes) &&
                model.places(start, leg.minutes, leg.resource) >= leg.quantity,
            )
            .slice(0, 3),
        )
        .find((starts) => starts.length > 0);

      expect(findAlternatives(input, leg)).toEqual(expected ?? []);
    });
  });
});

describe('legs that are judged and booked one after another', () => {
  it('never ask for more units or minutes than there are', () => {
    check(300, ({ input, model, legs }) => {
      const booked = [...input.occupations];
      for (const leg of legs) {
        const verdict = judgeLeg({ ...input, occupations: booked }, leg);
        if (verdict.kind === 'refused') continue;
        const { shares } = verdict;
        expect(shares.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(leg.quantity);
        expect(new Set(shares.map(({ resource }) => resource)).size).toBe(shares.length);
        for (const { resource, quantity } of shares) {
          expect(quantity).toBeGreaterThan(0);
          booked.push({
            ...{ resource, quantity, service: input.service.id, startsAt: leg.startsAt },
            endsAt: leg.startsAt + leg.minutes * MINUTE,
            bufferMinutes: input.service.bufferMinutes,
          });
        }
        for (const { resource } of shares) {
          const [rules] = model.resources(leg.resource).filter(({ id }) => id === resource);
          expect(rules && model.isOpen(rules, leg.startsAt, leg.minutes)).toBe(true);
          expect(rules && model.assign(rules, booked)).not.toBeNull();
          expect(rules && model.isWithinBudgets(rules, leg, booked)).toBe(true);
        }
      }
    });
  });

  it('get as many places as availability shows, and not one more', () => {
    check(120, ({ first, input, minutes }) => {
      for (const { starts } of availabilityOf(input, first, first, minutes)) {
        for (const { startsAt, places } of starts) {
          const asked = { startsAt, minutes, resource: null };

          expect(judgeLeg(input, { ...asked, quantity: places }).kind).toBe('fits');
          expect(judgeLeg(input, { ...asked, quantity: places + 1 }).kind).toBe('refused');
        }
      }
    });
  });
});
