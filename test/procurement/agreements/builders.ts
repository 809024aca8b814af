import type { CallOffs } from '../../../subgraphs/procurement/agreements/call-offs-client.js';
import type { AgreementRecord } from '../../../subgraphs/procurement/store/agreement-records.js';

const PORI = '0137323-9';

/** An agreement of Pori with karhu and lumo for the year 2027, up to 1000.00 EUR. */
export function agreementOf(change: Partial<AgreementRecord> = {}): AgreementRecord {
  return {
    ...{ _id: 'a1', keyHash: 'a'.repeat(64), bodyHash: 'b'.repeat(64), organisationId: PORI },
    ...{ country: 'FI', kind: 'FRAMEWORK', title: 'Koulujen siivous', unit: null },
    ...{ cpv: ['90910000'], cooperatives: ['karhu', 'lumo'], prices: [], currency: 'EUR' },
    ...{ ceilingMinor: 100_000, from: '2027-01-01', to: '2027-12-31' },
    ...{ createdAt: new Date('2026-12-01T08:00:00Z'), complaints: [], ...change },
  };
}

type Sum = CallOffs['sums'][number];

/** What was ordered, in these sums. */
export function callOffsOf(...sums: readonly Partial<Sum>[]): CallOffs {
  const nothing = { orderedMinutes: 0, dueMinutes: 0, deliveredMinutes: 0, unreportedMinutes: 0 };
  return {
    ...{ count: sums.length, latest: [] },
    sums: sums.map((sum) => ({
      ...{ cooperative: 'karhu', currency: 'EUR', netMinor: 0n, ...nothing },
      ...sum,
    })),
  };
}
