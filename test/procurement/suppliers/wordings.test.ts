import { describe, expect, it } from '@jest/globals';
import {
  reason,
  type SupplierReasonCode,
} from '../../../subgraphs/procurement/suppliers/reason-codes.js';
import { EXCLUSION_WORDINGS } from '../../../subgraphs/procurement/substitutes/exclusion-wordings.js';
import { SUPPLIER_WORDINGS } from '../../../subgraphs/procurement/suppliers/supplier-wordings.js';
import {
  NOTICE,
  withNotice,
  wordReason,
} from '../../../subgraphs/procurement/suppliers/word-reason.js';
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

const NOBODY = { cooperative: () => null, place: () => null };

describe('a reason', () => {
  it.each(CODES)('%s is told in every language, as indicative', (code) => {
    const texts = withNotice(wordReason(SUPPLIER_WORDINGS, reason(code, VALUES), NOBODY));

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

    expect(wordReason(SUPPLIER_WORDINGS, share, NOBODY)).toMatchObject({
      fi: expect.stringContaining('on 29,5\u00a0%; vaaditaan vähintään 30\u00a0%.'),
      en: expect.stringContaining('is 29.5%; at least 30% is required.'),
    });
    expect(wordReason(SUPPLIER_WORDINGS, rating, NOBODY).en).toBe(
      'Credit rating AA is missing (lot 1).',
    );
  });

  it('tells days, places, cooperatives and languages as people write them', () => {
    const names = {
      cooperative: (id: string) => (id === 'karhu' ? 'Osuuskunta Karhu' : null),
      place: (code: string, language: string) =>
        code === 'FI-609' ? ({ sv: 'Björneborg' }[language] ?? 'Pori') : null,
    };
    const textOf = (code: SupplierReasonCode, values: Parameters<typeof reason>[1]) =>
      wordReason(SUPPLIER_WORDINGS, reason(code, values), names);

    expect(textOf('OUTSIDE_AREA', { municipalities: ['FI-609', 'FI-684'] })).toMatchObject({
      fi: 'Palveluja ei tarjota kunnassa (Pori (FI-609), FI-684).',
      sv: 'Tjänsterna erbjuds inte i kommunen (Björneborg (FI-609), FI-684).',
    });
    expect(
      textOf('EVIDENCE_EXPIRED', {
        ...{ scheme: 'WISE', validTo: '2027-06-02', firstDay: '2027-06-21' },
      }),
    ).toEqual({
      fi: 'Työintegroiva sosiaalinen yritys: voimassa vain 2.6.2027 asti, ennen ensimmäistä työpäivää 21.6.2027.',
      sv: 'Arbetsintegrerande socialt företag: gällde bara till och med 2 juni 2027, före den första arbetsdagen 21 juni 2027.',
      en: 'Work integration social enterprise: valid only until 2 Jun 2027, before the first working day 21 Jun 2027.',
    });
    const number = { scheme: 'WISE', number: '1572860-0' };
    expect(textOf('EVIDENCE_NUMBER_OF_ANOTHER', { ...number, cooperative: 'karhu' }).en).toContain(
      'of another cooperative (Osuuskunta Karhu)',
    );
    expect(textOf('EVIDENCE_NUMBER_OF_ANOTHER', { ...number, cooperative: 'nix' }).en).toContain(
      'of another cooperative (nix)',
    );
    const languages = [{ name: 'language', value: 'sv' }];
    expect(
      wordReason(EXCLUSION_WORDINGS, { code: 'MISSING_LANGUAGE', values: languages }, names).fi,
    ).toBe('Kielitaito puuttuu: ruotsi.');
  });
});
