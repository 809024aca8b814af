import { describe, expect, it } from '@jest/globals';
import type { Evidence, Need } from '../../../subgraphs/procurement/need/need.js';
import { judge, type SupplierFacts } from '../../../subgraphs/procurement/suppliers/judge.js';
import { DAYS, evidence, facts, lot, need, offer, supplier, verified } from './builders.js';

/** Judges a supplier by its evidence, all of it verified where nothing else is said. */
function judged(
  pieces: readonly Evidence[],
  ofNeed: Partial<Need> = {},
  known: Partial<SupplierFacts> = {},
) {
  const { verdict, offers } = judge(
    need(ofNeed),
    DAYS,
    supplier({ evidence: pieces, offers: [offer({ cpv: [ofNeed.lots?.[0]?.cpv ?? '90911200'] })] }),
    facts({ verified: pieces.map(verified), ...known }),
  );
  const codes = (list: typeof verdict.reasons): string[] => list.map(({ code }) => code);
  return {
    ...verdict,
    codes: codes(verdict.reasons),
    warned: codes(verdict.warnings),
    offers,
    valuesOf: (code: string) =>
      Object.fromEntries(
        [...verdict.reasons, ...verdict.warnings]
          .find((each) => each.code === code)
          ?.values.map(({ name, value }) => [name, value]) ?? [],
      ),
  };
}

describe('evidence for Art. 20', () => {
  it.each<[what: string, pieces: readonly Evidence[], codes: string[]]>([
    ['none', [], ['NO_EVIDENCE']],
    ['of something else', [evidence({ scheme: 'CREDIT_RATING' })], ['NO_EVIDENCE']],
    ['without a share', [evidence({ disadvantagedShare: null })], ['SHARE_NOT_STATED']],
    ['just below 30 %', [evidence({ disadvantagedShare: 0.2999 })], ['SHARE_BELOW_30']],
    ['of 30 %', [evidence({ disadvantagedShare: 0.3 })], []],
    ['that ended the day before', [evidence({ validTo: '2027-06-20' })], ['EVIDENCE_EXPIRED']],
    ['of the first day alone', [evidence({ validTo: '2027-06-21' })], []],
    ['of the last day alone', [evidence({ validFrom: '2027-06-25' })], []],
    ['of the day after', [evidence({ validFrom: '2027-06-26' })], ['EVIDENCE_NOT_YET_VALID']],
    ['without limits', [evidence({ validFrom: null, validTo: null })], []],
    [
      'that ended, and that is to come',
      [evidence({ validTo: '2027-01-31' }), evidence({ validFrom: '2028-01-01', validTo: null })],
      ['EVIDENCE_EXPIRED', 'EVIDENCE_NOT_YET_VALID'],
    ],
    [
      'of too small a share that ended',
      [evidence({ disadvantagedShare: 0.1, validTo: '2027-01-31' })],
      ['SHARE_BELOW_30', 'EVIDENCE_EXPIRED'],
    ],
    ['of too small a share beside enough', [evidence({ disadvantagedShare: 0.1 }), evidence()], []],
  ])('%s: %#', (_what, pieces, codes) => {
    const verdict = judged(pieces);

    expect(verdict.codes).toEqual(codes);
    expect(verdict.eligible).toBe(codes.length === 0);
    expect(verdict.strictDays.size > 0).toBe(codes.length === 0);
  });

  it('that is valid between the days alone is valid on none', () => {
    const weekend = evidence({ validFrom: '2027-06-22', validTo: '2027-06-22' });
    const { verdict } = judge(
      need(),
      ['2027-06-21', '2027-06-23'],
      supplier({ evidence: [weekend] }),
      facts(),
    );

    expect(verdict.reasons.map(({ code }) => code)).toEqual(['EVIDENCE_VALID_ON_NO_DAY']);
  });

  it('counts day by day, however many pieces there are', () => {
    const verdict = judged([
      evidence({ validFrom: '2027-06-22', validTo: '2027-06-22' }),
      evidence({ validFrom: '2027-06-24', validTo: null }),
    ]);

    expect(verdict.strictDays).toEqual(new Set([1, 3, 4]));
    expect(verdict.warned).toEqual(['EVIDENCE_STARTS_IN_PERIOD', 'EVIDENCE_EXPIRES_IN_PERIOD']);
    expect(verdict.valuesOf('EVIDENCE_STARTS_IN_PERIOD')).toMatchObject({
      validFrom: '2027-06-22',
    });
    expect(verdict.valuesOf('EVIDENCE_EXPIRES_IN_PERIOD')).toMatchObject({ validTo: '2027-06-22' });
  });

  it('shows a share as it is, never rounded up to what is asked', () => {
    expect(judged([evidence({ disadvantagedShare: 0.2999 })]).valuesOf('SHARE_BELOW_30')).toEqual({
      share: '0.2999',
      wanted: '0.30',
    });
  });

  it('is only the cooperative’s word once anything of it is other than what was verified', () => {
    const renewed = evidence({ validTo: '2029-12-31' });

    expect(judged([renewed], {}, { verified: [verified(evidence())] })).toMatchObject({
      ...{ warned: ['SELF_DECLARED_ONLY'], verified: [] },
    });
    expect(judged([renewed], {}, { verified: [verified(renewed)] })).toMatchObject({
      ...{ warned: [], verified: [verified(renewed)] },
    });
  });

  it.each<[what: keyof Evidence, other: Partial<Evidence>]>([
    ['scheme', { scheme: 'SELF_DECLARED' }],
    ['issuer', { issuer: 'Virasto' }],
    ['number', { number: 'W-2' }],
    ['grade', { grade: 'A' }],
    ['validFrom', { validFrom: null }],
    ['validTo', { validTo: '2027-12-30' }],
    ['disadvantagedShare', { disadvantagedShare: 0.41 }],
  ])('is another once its %s is', (_what, other) => {
    const before = [verified(evidence())];

    expect(judged([evidence(other)], {}, { verified: before }).warned).toEqual([
      'SELF_DECLARED_ONLY',
    ]);
  });

  it('is only the cooperative’s word where what is verified ends before the last day that counts', () => {
    const ending = evidence({ validTo: '2027-06-22' });
    const other = evidence({ number: 'W-2' });
    const verdict = judged([ending, other], {}, { verified: [verified(ending)] });

    expect(verdict.warned).toEqual(['SELF_DECLARED_ONLY']);
    expect(verdict.verified).toEqual([verified(ending)]);
    expect(verdict.strictDays.size).toBe(5);
    const both = judged([ending, other], {}, { verified: [ending, other].map(verified) });
    expect(both.warned).toEqual([]);
    expect(both.verified).toEqual([ending, other].map(verified));
  });

  it('is shown as verified once, however often it is asked for, and never where it was not', () => {
    const rating = evidence({ scheme: 'CREDIT_RATING', grade: 'AAA', disadvantagedShare: null });
    const lots = [lot({ certifications: [{ scheme: 'WISE', grade: null }] })];
    const verdict = judged([evidence(), rating], { lots });

    expect(verdict.verified).toEqual([verified(evidence())]);
    expect(judged([evidence(), rating], { reserved: null }).verified).toEqual([]);
  });

  it('without an issuer or an end is incomplete', () => {
    const statement = evidence({ scheme: 'SELF_DECLARED', issuer: null });

    expect(judged([statement], {}, { verified: [] }).warned).toEqual([
      'SELF_DECLARED_ONLY',
      'EVIDENCE_INCOMPLETE',
    ]);
  });

  it('with another cooperative’s business id as its number does not count', () => {
    const ownerByBusinessId = new Map([
      ['1572860-0', 'p'],
      ['9318845-1', 'other'],
    ]);
    const borrowed = evidence({ number: 'FI93188451' });

    const refused = judged([borrowed], {}, { ownerByBusinessId });
    expect(refused.codes).toEqual(['EVIDENCE_NUMBER_OF_ANOTHER', 'NO_EVIDENCE']);
    expect(refused.valuesOf('EVIDENCE_NUMBER_OF_ANOTHER')).toEqual({
      scheme: 'WISE',
      number: 'FI93188451',
      cooperative: 'other',
    });
    expect(judged([borrowed, evidence()], {}, { ownerByBusinessId })).toMatchObject({
      eligible: true,
      warned: ['EVIDENCE_NUMBER_OF_ANOTHER'],
    });
    expect(judged([evidence({ number: '1572860-0' })], {}, { ownerByBusinessId })).toMatchObject({
      eligible: true,
      warned: [],
    });
  });

  it.each(['9318845-1/2027', 'Y-tunnus 9318845-1', 'nro 93188451-2', 'WISE 5/9318845-1'])(
    'is refused where the number of another is within its number: %s',
    (number) => {
      const ownerByBusinessId = new Map([['9318845-1', 'other']]);

      expect(judged([evidence({ number })], {}, { ownerByBusinessId }).codes).toEqual([
        'EVIDENCE_NUMBER_OF_ANOTHER',
        'NO_EVIDENCE',
      ]);
    },
  );

  it('is not asked for where nothing is reserved', () => {
    expect(judged([], { reserved: null })).toMatchObject({
      eligible: true,
      warned: [],
      strictDays: new Set([0, 1, 2, 3, 4]),
    });
  });
});

describe('a contract reserved by Art. 77', () => {
  const care: Partial<Need> = { reserved: 'RES_PUB_SER', lots: [lot({ cpv: '85312000' })] };

  it('asks for evidence, not for a share, and leaves its conditions to be looked at', () => {
    const verdict = judged([evidence({ disadvantagedShare: null })], care);

    expect(verdict).toMatchObject({ eligible: true, warned: ['ART77_CONDITIONS'] });
    expect(verdict.valuesOf('ART77_CONDITIONS')).toEqual({ mostYears: '3', yearsSinceAward: '3' });
    expect(judged([], care).codes).toEqual(['NO_EVIDENCE']);
  });

  it('is refused to everybody where a lot’s code is none of its own', () => {
    const lots = [
      ...[lot({ cpv: '85312000' }), lot({ id: 'c', cpv: '90911200' })],
      lot({ id: 'g', cpv: '77314000' }),
    ];
    const verdict = judged([evidence()], { ...care, lots });

    expect(verdict.codes).toEqual(['CPV_NOT_ART77']);
    expect(verdict.reasons[0]?.values).toEqual([
      ...[
        { name: 'lot', value: 'c' },
        { name: 'lot', value: 'g' },
      ],
      ...[
        { name: 'cpv', value: '90911200' },
        { name: 'cpv', value: '77314000' },
      ],
    ]);
    expect(verdict.offers).toEqual([]);
  });

  it.each([
    ['2024-06-22', ['ART77_AWARDED_RECENTLY']],
    ['2024-06-21', []],
  ])('after an award of %s to the same supplier: %j', (day, codes) => {
    const art77Awards = [{ cpv: ['85312000'], day }];

    expect(judged([evidence()], care, { art77Awards }).codes).toEqual(codes);
    expect(judged([evidence()], { lots: care.lots ?? [] }, { art77Awards }).codes).toEqual([]);
  });

  it('leaves a supplier the lots of other services than it was awarded lately', () => {
    const lots = [lot({ cpv: '85312000' }), lot({ id: 'b', cpv: '85311000' })];
    const verdict = judge(
      need({ ...care, lots }),
      DAYS,
      supplier({ offers: [offer({ cpv: ['85310000'] })] }),
      facts({ art77Awards: [{ cpv: ['85312100'], day: '2026-01-01' }] }),
    );

    expect(verdict.verdict.eligible).toBe(true);
    expect(verdict.verdict.warnings).toContainEqual({
      code: 'ART77_AWARDED_RECENTLY',
      values: Object.entries({ lot: '1', awarded: '2026-01-01', years: '3' }).map(
        ([name, value]) => ({ name, value }),
      ),
    });
    expect(verdict.offers.map((each) => each.lot)).toEqual(['b']);
  });
});
