import { describe, expect, it } from '@jest/globals';
import { AGREEMENT_WORDINGS } from '../../../subgraphs/procurement/agreements/agreement-wordings.js';
import { useOf } from '../../../subgraphs/procurement/agreements/use-of.js';
import { warningsOf } from '../../../subgraphs/procurement/agreements/warnings.js';
import type { CallOffs } from '../../../subgraphs/procurement/agreements/call-offs-client.js';
import { wordReason } from '../../../subgraphs/procurement/suppliers/word-reason.js';
import { agreementOf, callOffsOf } from './builders.js';

const SPRING = new Date('2027-03-01T08:00:00Z');
const codes = (callOffs: CallOffs | null, now = SPRING, change = {}) =>
  warningsOf(agreementOf(change), callOffs, now).map(({ code }) => code);

describe('what of an agreement’s ceiling is used', () => {
  it('is a share rounded half-up, without other currencies', () => {
    const sums = callOffsOf(
      { netMinor: 50_050n },
      { cooperative: 'lumo', netMinor: 29_400n },
      { currency: 'SEK', netMinor: 900_000n },
    );
    expect(useOf(agreementOf(), sums)).toEqual({ netMinor: 79_450n, percent: '79.5' });
  });
});

describe('what was ordered in all', () => {
  it('may be more than a number tells exactly', () => {
    const netMinor = BigInt(Number.MAX_SAFE_INTEGER);
    const sums = callOffsOf({ netMinor }, { cooperative: 'lumo', netMinor });

    expect(useOf(agreementOf(), sums).netMinor).toBe(18_014_398_509_481_982n);
    expect(codes(sums)).toEqual(['CEILING_100']);
  });
});

describe('warnings of an agreement', () => {
  it('begin at 80 and at 100 per cent of the ceiling, exactly', () => {
    expect(codes(callOffsOf({ netMinor: 79_999n }))).toEqual([]);
    expect(codes(callOffsOf({ netMinor: 80_000n }))).toEqual(['CEILING_80']);
    expect(codes(callOffsOf({ netMinor: 99_999n }))).toEqual(['CEILING_80']);
    expect(codes(callOffsOf({ netMinor: 100_000n }))).toEqual(['CEILING_100']);
    expect(codes(callOffsOf({ currency: 'SEK', netMinor: 500_000n }))).toEqual(['OTHER_CURRENCY']);
    expect(codes(null)).toEqual([]);
  });

  it('begin 60 days before its end, by the clocks of the buyer’s country', () => {
    const none = callOffsOf();
    // 1 November, with 60 days left, begins in Finland at 22:00 UTC.
    expect(codes(none, new Date('2027-10-31T21:59:59Z'))).toEqual([]);
    expect(codes(none, new Date('2027-10-31T22:00:00Z'))).toEqual(['EXPIRES_WITHIN_60_DAYS']);
    expect(codes(none, new Date('2027-12-31T21:59:59Z'))).toEqual(['EXPIRES_WITHIN_60_DAYS']);
    expect(codes(none, new Date('2027-12-31T22:00:00Z'))).toEqual(['EXPIRED']);
    expect(codes(none, new Date('2027-12-31T22:30:00Z'), { country: 'SE' })).toEqual([
      'EXPIRES_WITHIN_60_DAYS',
    ]);
  });

  it('are said in three languages, with their figures', () => {
    const [warning] = warningsOf(agreementOf(), callOffsOf({ netMinor: 80_000n }), SPRING);
    const names = { cooperative: () => null, place: () => null };

    expect(warning && wordReason(AGREEMENT_WORDINGS, warning, names)).toEqual({
      fi: 'Enimmäisarvosta on käytetty vähintään 80 %: 800,00 / 1\u00a0000,00 EUR (80,0 %).',
      sv: 'Minst 80 % av takvolymen är använd: 800,00 / 1\u00a0000,00 EUR (80,0 %).',
      en: 'At least 80 % of the ceiling is used: 800.00 / 1,000.00 EUR (80.0 %).',
    });
  });
});
