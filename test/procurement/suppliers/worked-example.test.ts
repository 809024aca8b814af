import { describe, expect, it } from '@jest/globals';
import { judge } from '../../../subgraphs/procurement/suppliers/judge.js';
import { DAYS, evidence, facts, lot, need, offer, supplier, verified } from './builders.js';

/** Building cleaning and grounds in Pori in the week of Midsummer, reserved by Art. 20. */
const NEED = need({ lots: [lot(), lot({ id: '2', cpv: '77314000', minutesPerDay: 300 })] });

const P = supplier({
  cooperative: 'p',
  evidence: [evidence({ disadvantagedShare: 0.4, validTo: '2027-12-31' })],
  offers: [
    offer({ service: 'p:cleaning', cpv: ['90910000'] }),
    offer({ service: 'p:grounds', cpv: ['77314000'] }),
  ],
});
const Q = supplier({
  cooperative: 'q',
  evidence: [evidence({ disadvantagedShare: 0.55, validTo: '2027-06-22' })],
  offers: [offer({ service: 'q:cleaning' })],
});
const R = supplier({
  cooperative: 'r',
  evidence: [evidence({ disadvantagedShare: 0.2, validTo: '2027-12-31' })],
  offers: [offer({ service: 'r:cleaning' })],
});

const judged = (who: typeof P) =>
  judge(NEED, DAYS, who, facts({ verified: who.evidence.map(verified) }));

describe('of the suppliers of cleaning and grounds in Pori', () => {
  it('one is eligible on all days, for both lots', () => {
    const { verdict, offers } = judged(P);

    expect(verdict).toEqual({
      cooperative: 'p',
      eligible: true,
      reasons: [],
      warnings: [],
      verified: P.evidence.map(verified),
      strictDays: new Set([0, 1, 2, 3, 4]),
    });
    expect(offers).toEqual([
      {
        lot: '1',
        cooperative: 'p',
        service: 'p:cleaning',
        match: 'BROADER',
        strictDays: new Set([0, 1, 2, 3, 4]),
      },
      {
        lot: '2',
        cooperative: 'p',
        service: 'p:grounds',
        match: 'EXACT',
        strictDays: new Set([0, 1, 2, 3, 4]),
      },
    ]);
  });

  it('another is eligible, strictly on 21 and 22 June alone', () => {
    const { verdict, offers } = judged(Q);

    expect(verdict).toEqual({
      cooperative: 'q',
      eligible: true,
      reasons: [],
      warnings: [
        {
          code: 'EVIDENCE_EXPIRES_IN_PERIOD',
          values: [
            { name: 'scheme', value: 'WISE' },
            { name: 'validTo', value: '2027-06-22' },
          ],
        },
      ],
      verified: Q.evidence.map(verified),
      strictDays: new Set([0, 1]),
    });
    expect(offers).toMatchObject([{ lot: '1', match: 'EXACT', strictDays: new Set([0, 1]) }]);
  });

  it('the third has too few disadvantaged workers', () => {
    expect(judged(R)).toEqual({
      verdict: {
        cooperative: 'r',
        eligible: false,
        reasons: [
          {
            code: 'SHARE_BELOW_30',
            values: [
              { name: 'share', value: '0.20' },
              { name: 'wanted', value: '0.30' },
            ],
          },
        ],
        warnings: [],
        verified: R.evidence.map(verified),
        strictDays: new Set(),
      },
      offers: [],
    });
  });

  it('all are taken at their own word until the coordinator has verified what they say', () => {
    for (const who of [P, Q]) {
      const { verdict } = judge(NEED, DAYS, who, facts());
      expect(verdict.eligible).toBe(true);
      expect(verdict.warnings.map(({ code }) => code)).toContain('SELF_DECLARED_ONLY');
    }
  });
});
