import { describe, expect, it } from '@jest/globals';
import { followUpOf } from '../../../subgraphs/procurement/agreements/follow-up.js';
import { timeOf } from '../../../subgraphs/procurement/agreements/time-of.js';
import type { Evidence, Supplier } from '../../../subgraphs/procurement/need/need.js';
import { agreementOf, callOffsOf } from './builders.js';

const TODAY = '2027-06-01';
const NONE = { issuer: null, number: null, grade: null, validFrom: null, validTo: null };

function supplier(cooperative: string, ...evidence: readonly Partial<Evidence>[]): Supplier {
  return {
    ...{ cooperative, country: 'FI', businessId: '1572860-0', offers: [] },
    evidence: evidence.map((one) => ({
      ...{ scheme: 'WISE', disadvantagedShare: null, ...NONE, ...one },
    })),
  };
}

describe('the follow-up of an agreement', () => {
  const sums = callOffsOf(
    { dueMinutes: 300, deliveredMinutes: 241, unreportedMinutes: 60 },
    { currency: 'SEK', dueMinutes: 60, deliveredMinutes: 60 },
    { cooperative: 'tuki', dueMinutes: 600, deliveredMinutes: 600 },
  );

  it('has each of its cooperatives, with what it promised and delivered, in whatever currency', () => {
    const complaint = { keyHash: 'c'.repeat(64), kind: 'DELAY', orderReference: null } as const;
    const complaints = [{ ...complaint, cooperative: 'lumo', at: new Date(0) }];
    expect(followUpOf(agreementOf({ complaints }), sums, null, TODAY)).toEqual([
      {
        ...{ cooperative: 'karhu', promisedMinutes: 360, deliveredMinutes: 301 },
        ...{ unreportedMinutes: 60, workIntegrationMinutes: null, complaints: 0 },
      },
      {
        ...{ cooperative: 'lumo', promisedMinutes: 0, deliveredMinutes: 0 },
        ...{ unreportedMinutes: 0, workIntegrationMinutes: null, complaints: 1 },
      },
    ]);
  });

  it('counts work of disadvantaged people by registered evidence of the day, half-up', () => {
    const workOf = (...evidence: readonly Partial<Evidence>[]) =>
      followUpOf(agreementOf(), sums, [supplier('karhu', ...evidence)], TODAY)[0]
        ?.workIntegrationMinutes;
    expect(workOf({ disadvantagedShare: 0.5 })).toBe(151);
    expect(workOf({ disadvantagedShare: 0.5, validTo: '2027-05-31' })).toBeNull();
    expect(workOf({ disadvantagedShare: 0.5, validFrom: '2027-06-02' })).toBeNull();
    expect(workOf({ disadvantagedShare: 0.5, scheme: 'SELF_DECLARED' })).toBeNull();
    expect(workOf({ disadvantagedShare: 0.3 }, { disadvantagedShare: 0.4 })).toBe(120);
  });
});

describe('the time of an agreement', () => {
  it('is from midnight to midnight in the buyer’s country', () => {
    const told = (change: object) => Object.values(timeOf(agreementOf(change)));
    const summer = { from: '2027-06-01', to: '2027-06-30' };
    expect(told(summer)).toEqual([
      new Date('2027-05-31T21:00:00Z'),
      new Date('2027-06-30T21:00:00Z'),
    ]);
    expect(told({ country: 'SE', from: '2027-12-31', to: '2027-12-31' })).toEqual([
      new Date('2027-12-30T23:00:00Z'),
      new Date('2027-12-31T23:00:00Z'),
    ]);
  });
});
