import { describe, expect, it } from '@jest/globals';
import type { Evidence, Lot, Offer } from '../../../subgraphs/procurement/need/need.js';
import { judge } from '../../../subgraphs/procurement/suppliers/judge.js';
import { DAYS, evidence, facts, lot, need, offer, supplier, verified } from './builders.js';

interface Case {
  readonly lots?: readonly Lot[];
  readonly offers?: readonly Offer[];
  readonly pieces?: readonly Evidence[];
}

function judged({ lots = [lot()], offers = [offer()], pieces = [] }: Case) {
  const { verdict, offers: found } = judge(
    need({ reserved: null, lots }),
    DAYS,
    supplier({ offers, evidence: pieces }),
    facts({ verified: pieces.map(verified) }),
  );
  const codes = (list: typeof verdict.reasons): string[] => list.map(({ code }) => code);
  return { ...verdict, codes: codes(verdict.reasons), warned: codes(verdict.warnings), found };
}

const elsewhere = offer({ municipalities: ['FI-684'] });
const other = offer({ cpv: ['77314000'] });

describe('the offers of a supplier', () => {
  it.each<[what: string, offers: readonly Offer[], codes: string[]]>([
    ['none', [], ['NO_MATCHING_CPV']],
    ['something else', [other], ['NO_MATCHING_CPV']],
    ['the same elsewhere', [elsewhere], ['OUTSIDE_AREA']],
    ['the same elsewhere, something else here', [elsewhere, other], ['OUTSIDE_AREA']],
    [
      'something else elsewhere',
      [offer({ cpv: ['77314000'], municipalities: ['FI-684'] })],
      ['NO_MATCHING_CPV', 'OUTSIDE_AREA'],
    ],
    ['the same elsewhere and here', [elsewhere, offer()], []],
    ['seats of a course', [offer({ kind: 'TRAINING' })], ['NO_WORK_OFFERED']],
    ['rooms, and work of something else', [offer({ kind: 'SPACE' }), other], ['NO_WORK_OFFERED']],
    ['substitutes, and the same', [offer({ kind: 'SUBSTITUTION' }), offer()], []],
    [
      'substitutes here, the same elsewhere',
      [offer({ kind: 'SUBSTITUTION' }), elsewhere],
      ['OUTSIDE_AREA'],
    ],
    [
      'a course of something else',
      [offer({ kind: 'TRAINING', cpv: ['77314000'] })],
      ['NO_MATCHING_CPV'],
    ],
  ])('%s: %#', (_what, offers, codes) => {
    expect(judged({ offers }).codes).toEqual(codes);
  });

  it('are listed for each lot that they fit, in its own place', () => {
    const lots = [
      lot(),
      lot({ id: '2', municipality: 'FI-684' }),
      lot({ id: '3', cpv: '77314000' }),
    ];

    expect(judged({ lots, offers: [offer(), elsewhere] })).toMatchObject({
      eligible: true,
      warned: [],
      found: [
        { lot: '1', match: 'EXACT' },
        { lot: '2', match: 'EXACT' },
      ],
    });
  });

  it('are listed where they are work', () => {
    const course = offer({ kind: 'TRAINING', service: 'p:course' });

    expect(judged({ offers: [course, offer()] }).found).toMatchObject([{ service: 'p:cleaning' }]);
  });

  it('that are only a part of a lot are listed with a warning', () => {
    const part = offer({ cpv: ['90911210'] });

    expect(judged({ offers: [part] })).toMatchObject({
      eligible: true,
      warned: ['PARTIAL_CPV_ONLY'],
      found: [{ match: 'PARTIAL' }],
    });
    expect(judged({ offers: [part, offer()] }).warned).toEqual([]);
  });
});

describe('the certificates of a lot', () => {
  const rating = (grade: string, values: Partial<Evidence> = {}): Evidence =>
    evidence({ scheme: 'CREDIT_RATING', grade, disadvantagedShare: null, ...values });
  const rated = lot({ certifications: [{ scheme: 'CREDIT_RATING', grade: 'AA' }] });

  it.each([
    ['AAA', true],
    ['AA+', true],
    ['AA', true],
    ['aa', true],
    ['A+', false],
    ['A', false],
    ['BBB', false],
  ])('of grade AA or better: %s is %s', (grade, isEligible) => {
    expect(judged({ lots: [rated], pieces: [rating(grade)] }).eligible).toBe(isEligible);
  });

  it.each([
    ['9001', 'ISO 9001', true],
    ['ISO 9001', '9001', true],
    ['SFS-EN ISO 9001', 'iso-9001', true],
    ['27001', 'ISO/IEC 27001', true],
    ['9001', 'ISO 14001', false],
    ['ISO', 'ISO 9001', false],
  ])('of the standard %s: %s is %s', (grade, held, isEligible) => {
    const lots = [lot({ certifications: [{ scheme: 'ISO', grade }] })];
    const pieces = [evidence({ scheme: 'ISO', grade: held, disadvantagedShare: null })];

    expect(judged({ lots, pieces }).eligible).toBe(isEligible);
  });

  it('that are missing are told with what is held instead', () => {
    expect(judged({ lots: [rated], pieces: [rating('A+')] }).reasons).toEqual([
      {
        code: 'MISSING_CERTIFICATION',
        values: [
          { name: 'scheme', value: 'CREDIT_RATING' },
          { name: 'grade', value: 'AA' },
          { name: 'lots', value: '1' },
          { name: 'held', value: 'A+' },
        ],
      },
    ]);
    expect(judged({ lots: [rated] }).codes).toEqual(['MISSING_CERTIFICATION']);
    expect(
      judged({ lots: [rated], pieces: [rating('AAA', { validTo: '2027-01-31' })] }).codes,
    ).toEqual(['EVIDENCE_EXPIRED']);
  });

  it('keep a supplier from that lot alone', () => {
    const judgement = judged({ lots: [rated, lot({ id: '2' })] });

    expect(judgement).toMatchObject({
      eligible: true,
      warned: ['MISSING_CERTIFICATION'],
      found: [{ lot: '2' }],
    });
  });

  it('are asked of those lots alone that the supplier could take', () => {
    const grounds = lot({ id: '2', cpv: '77314000', certifications: rated.certifications });

    expect(judged({ lots: [lot(), grounds] })).toMatchObject({ eligible: true, warned: [] });
  });

  it('hold strictly on the days on which all of them are valid', () => {
    const lots = [
      lot({
        certifications: [
          { scheme: 'CREDIT_RATING', grade: null },
          { scheme: 'WISE', grade: null },
        ],
      }),
      lot({ id: '2' }),
    ];
    const pieces = [
      rating('A', { validTo: '2027-06-23' }),
      evidence({ validFrom: '2027-06-22', disadvantagedShare: null }),
    ];

    expect(judged({ lots, pieces })).toMatchObject({
      strictDays: new Set([0, 1, 2, 3, 4]),
      warned: ['EVIDENCE_EXPIRES_IN_PERIOD', 'EVIDENCE_STARTS_IN_PERIOD'],
      found: [
        { lot: '1', strictDays: new Set([1, 2]) },
        { lot: '2', strictDays: new Set([0, 1, 2, 3, 4]) },
      ],
    });
  });
});
