import { describe, expect, it } from '@jest/globals';
import { rankPlans } from '../../../../subgraphs/procurement/substitutes/plan/plans.js';
import type {
  Candidate,
  Draft,
  Terms,
} from '../../../../subgraphs/procurement/substitutes/plan/types.js';
import { carriedOut, hours, terms } from './owners.js';

function candidate(id: string): Candidate {
  return {
    ...{ id, cooperative: 'karhu', timeZone: 'Europe/Helsinki', distanceKm: null },
    ...{ skills: [], languages: [], chances: [] },
  };
}

function draft(name: string, ...services: Terms[]): Draft {
  const segments = services.map((service, day) => ({
    candidate: candidate(name),
    service,
    ...hours(day, 8, 9 + 2 / 3),
  }));
  return { segments, coveredMinutes: 100 * services.length, handovers: 0 };
}

const HOURLY = terms();
const DAILY = terms({ price: { ...HOURLY.price, unit: 'DAY', netMinor: 20_000 } });
const SWEDISH = terms({ price: { ...HOURLY.price, currency: 'SEK', netMinor: 1 } });
const WINDOWS = [hours(0, 8, 16), hours(1, 8, 16)];

function ranked(drafts: readonly Draft[]): (string | undefined)[] {
  return carriedOut(rankPlans(drafts, WINDOWS, 'EUR', 20)).map(
    ({ segments }) => segments[0]?.candidate.id,
  );
}

describe('The price of a plan', () => {
  it('is that of its legs, each rounded by itself, one a currency', () => {
    const drafts = [draft('a', HOURLY, HOURLY, SWEDISH)];

    const [plan] = carriedOut(rankPlans(drafts, WINDOWS, 'EUR', 20));

    expect(plan?.price).toEqual([
      expect.objectContaining({ net: '93.34', vat: '23.80', gross: '117.14', currency: 'EUR' }),
      expect.objectContaining({ net: '0.02', vat: '0.01', gross: '0.03', currency: 'SEK' }),
    ]);
    expect(plan?.price[0]?.lines).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ units: '1.6667', unit: 'HOUR', unitNet: '28.00', vatRate: '25.5' },
        ...{ net: '46.67', vat: '11.90', gross: '58.57' },
      })),
    );
  });
});

describe('Plans', () => {
  it('are ranked by what they cover, then by handovers, then by price', () => {
    const often = { ...draft('often', HOURLY), handovers: 1 };

    expect(
      ranked([draft('daily', DAILY), often, draft('hourly', HOURLY), draft('two', HOURLY, HOURLY)]),
    ).toEqual(['two', 'hourly', 'daily', 'often']);
  });

  it('in the place’s own currency come before those in another, which are not compared', () => {
    const mixed = { ...draft('mixed', SWEDISH, HOURLY), coveredMinutes: 100 };

    expect(ranked([mixed, draft('swedish', SWEDISH), draft('daily', DAILY)])).toEqual([
      'daily',
      'swedish',
      'mixed',
    ]);
  });
});
