import { describe, expect, it } from '@jest/globals';
import {
  reason,
  type SupplierReasonCode,
} from '../../../subgraphs/procurement/suppliers/reason-codes.js';
import { SUPPLIER_WORDINGS } from '../../../subgraphs/procurement/suppliers/supplier-wordings.js';
import { NOTICE, wordReason } from '../../../subgraphs/procurement/suppliers/word-reason.js';
import { TEXT_LANGUAGES } from '../../../subgraphs/shared/words/localized.js';

const CODES = Object.keys(SUPPLIER_WORDINGS) as SupplierReasonCode[];

/** Some value of each name that a reason can have. */
const VALUES = {
  ...{ share: '0.20', wanted: '0.30', scheme: 'WISE', grade: 'AA', held: 'A', number: 'N-1' },
  ...{ validFrom: '2027-01-01', validTo: '2027-12-31', firstDay: '2027-06-21' },
  ...{ lastDay: '2027-06-25', lots: '1', lot: '2', cpv: '90911200', municipalities: 'FI-609' },
  ...{ cooperative: 'karhu', awarded: '2026-01-01', years: '3', mostYears: '3' },
  yearsSinceAward: '3',
};

describe('a reason', () => {
  it.each(CODES)('%s is told in every language, as indicative', (code) => {
    const texts = wordReason(SUPPLIER_WORDINGS, reason(code, VALUES));

    for (const language of TEXT_LANGUAGES) {
      expect(texts[language]).toMatch(/^\S.{20,}\. \S/);
      expect(texts[language]).not.toMatch(/undefined|NaN|\(\)| {2}/);
      expect(texts[language].endsWith(` ${NOTICE[language]}`)).toBe(true);
    }
    expect(new Set(Object.values(texts)).size).toBe(TEXT_LANGUAGES.length);
  });

  it('tells shares and evidence as people write them', () => {
    const share = reason('SHARE_BELOW_30', { share: '0.295', wanted: '0.30' });
    const rating = reason('MISSING_CERTIFICATION', {
      scheme: 'CREDIT_RATING',
      grade: 'AA',
      lots: '1',
    });

    expect(wordReason(SUPPLIER_WORDINGS, share)).toMatchObject({
      fi: expect.stringContaining('on 29,5\u00a0%; vaaditaan vähintään 30\u00a0%.'),
      en: expect.stringContaining('is 29.5%; at least 30% is required.'),
    });
    expect(wordReason(SUPPLIER_WORDINGS, rating).en).toBe(
      `Credit rating AA is missing (lot 1). ${NOTICE.en}`,
    );
  });
});
