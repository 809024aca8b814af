import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  longestStretches,
  type DayStatus,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { at } from './builders.js';
import { codesOf, dayOf, TEN_YEARS } from './ordered-days.js';
import { DAYS, randomCase } from './random-cases.js';

describe('the status of a day and what ordering gets', () => {
  it('agree, whatever the rules and the bookings', () => {
    fc.assert(
      fc.property(randomCase, ({ first, input, minutes }) => {
        for (const date of Array.from({ length: DAYS }, (_none, day) => addDays(first, day))) {
          const { status, freeMinutes } = dayOf(input, date, minutes);
          const unbooked = dayOf({ ...input, occupations: [] }, date, minutes).status;
          const codes = codesOf(input, date, minutes);
          const isOneOf = (...statuses: DayStatus[]) => statuses.includes(status);

          expect(status === 'OPEN').toBe(codes.includes('OPEN'));
          if (isOneOf('FULL')) expect(codes).toContain('FULL');
          if (unbooked === 'OPEN') expect(isOneOf('OPEN', 'FULL', 'TOO_SOON')).toBe(true);
          else if (unbooked === 'TOO_SOON') expect(isOneOf('FULL', 'TOO_SOON')).toBe(true);
          else expect(status).toBe(unbooked);
          if (isOneOf('CLOSED')) expect(freeMinutes).toBe(0);
          expect(codes).toContain(isOneOf('CLOSED') ? 'OUTSIDE_HOURS' : status);
          if (isOneOf('CLOSED', 'PUBLIC_HOLIDAY')) {
            expect(codes.some((code) => ['OPEN', 'FULL', 'TOO_SOON'].includes(code))).toBe(false);
          }
          if (isOneOf('TOO_SOON', 'FULL', 'OPEN')) continue;
          expect(codes).not.toContain('FULL');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('agree with the longest stretch: a day is OPEN for as long, and no longer', () => {
    fc.assert(
      fc.property(randomCase, ({ first, input }) => {
        // The summary of 92 days has no horizon.
        fc.pre(input.now + TEN_YEARS > at('2029-01-01T00:00'));
        const { minMinutes } = input.service;
        for (const [index, longest] of longestStretches(input, first, DAYS).entries()) {
          const date = addDays(first, index);

          if (longest >= minMinutes) expect(dayOf(input, date, longest).status).toBe('OPEN');
          expect(dayOf(input, date, Math.max(longest + 1, minMinutes)).status).not.toBe('OPEN');
        }
      }),
      { numRuns: 60 },
    );
  });
});
