import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  businessIdsIn,
  parseAnyBusinessId,
  parseBusinessId,
  parseToldBusinessId,
} from '../../subgraphs/shared/network-file/business-id.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

/** With its check digit, by Luhn. */
function withLuhn(nine: string): string {
  const sum = Array.from(nine).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** With its check digit; null where there is no such number. */
function withFinnishCheck(seven: string): string | null {
  const weights = [7, 9, 10, 5, 8, 4, 2];
  const rest = Array.from(seven).reduce((sum, d, i) => sum + Number(d) * (weights[i] ?? 0), 0) % 11;
  if (rest === 1 || /^0+$/.test(seven)) return null;
  return `${seven}${rest === 0 ? 0 : 11 - rest}`;
}

const finnish = digits(7)
  .map(withFinnishCheck)
  .filter((number) => number !== null);
const swedish = digits(9).map((nine) =>
  withLuhn(`${nine.slice(0, 2)}${2 + (Number(nine[2]) % 8)}${nine.slice(3)}`),
);

/** A text with blanks and dashes between its characters, in either case. */
const dressed = (text: string) =>
  fc
    .tuple(
      fc.array(fc.constantFrom('', '', '', ' ', '-', '\u00a0', '–', ' - '), {
        minLength: text.length,
        maxLength: text.length,
      }),
      fc.boolean(),
    )
    .map(([gaps, isLower]) => {
      const gapped = Array.from(text)
        .map((character, index) => `${gaps[index]}${character}`)
        .join('');
      return isLower ? gapped.toLowerCase() : gapped;
    });

const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'));

/** Personnummer and samordningsnummer, with a right check digit and with any. */
const swedishPerson = fc
  .record({
    year: digits(2),
    month,
    day,
    isCoordination: fc.boolean(),
    serial: digits(3),
    check: fc.option(digits(1)),
    century: fc.constantFrom('', '18', '19', '20', '16'),
    mark: fc.constantFrom('', '-', '+', ' '),
    isVat: fc.boolean(),
  })
  .map(({ year, month, day, isCoordination, serial, check, century, mark, isVat }) => {
    const shown = isCoordination ? String(Number(day) + 60) : day;
    const nine = `${year}${month}${shown}${serial}`;
    const ten = check === null ? withLuhn(nine) : `${nine}${check}`;
    if (isVat) return `SE${ten}01`;
    return `${century}${ten.slice(0, 6)}${mark}${ten.slice(6)}`;
  });

const finnishPerson = fc
  .record({
    day,
    month,
    year: digits(2),
    sign: fc.constantFrom(...Array.from('+-ABCDEFUVWXY')),
    serial: digits(3),
  })
  .map(({ day, month, year, sign, serial }) => {
    const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[
      Number(`${day}${month}${year}${serial}`) % 31
    ] as string;
    return `${day}${month}${year}${sign}${serial}${check}`;
  });

describe('what is no company\u2019s number', () => {
  it.each([
    ...['0000000-0', '00000000', 'FI00000000', '003700000000', '000000-0000', '0000000000'],
    ...['160000000000', 'SE000000000001', '000', 'Nro 000000-0000'],
  ])('is nobody\u2019s: %s', (text) => {
    expect([
      parseAnyBusinessId(text),
      ...['FI', 'SE', 'NO', 'DE'].map((country) => parseToldBusinessId(country, text)),
    ]).toEqual([null, null, null, null, null]);
  });

  it.each([
    ...['FI131052-308T', 'hetu 131052-308T', 'hetu: 131052A308T', '131052/308T'],
    ...['+811218-9876', '811218/9876', '19811218.9876', 'pnr 811218-9876', '811218-9876 (mig)'],
  ])('is a person\u2019s however it is dressed: %s', (text) => {
    expect([
      parseAnyBusinessId(text),
      ...['FI', 'SE', 'NO', 'DE'].map((country) => parseToldBusinessId(country, text)),
    ]).toEqual([null, null, null, null, null]);
  });

  it.each(['DE 123456789', 'NO 923 609 016 MVA', 'NL001234567B01', 'EE12345678', 'ATU12345678'])(
    'is not thought of one from elsewhere: %s',
    (text) => {
      expect(parseAnyBusinessId(text)).toBe(text);
    },
  );
});

describe('the numbers of companies within a text', () => {
  it.each([
    ['Y-tunnus 1572860-0', ['1572860-0']],
    ['1572860-0/2027', ['1572860-0']],
    ['15728600-2027', ['1572860-0']],
    ['FI15728600', ['1572860-0']],
    ['0037 1572860-0 AB', ['1572860-0']],
    ['ALV FI15728600 / SE556016068001', ['1572860-0', '556016-0680']],
    ['org.nr 556016–0680, 2', ['556016-0680']],
    // A slip is for its owner to mend.
    ['１５７２８６０-9', ['1572860-9']],
    ['157286002027', []],
    ['W-2027-14', []],
    ['811218-9876', []],
    ['', []],
  ])('of "%s" are %j', (text, ids) => {
    expect(businessIdsIn(text)).toEqual(ids);
  });
});

describe("a company's number", () => {
  it.each([
    ['FI', '003715728600', '1572860-0'],
    ['FI', '00371572860012345', '1572860-0'],
    ['FI', '0037 1572860-0 AB', '1572860-0'],
    ['FI', 'FI15728600', '1572860-0'],
    ['FI', 'fi 1572860-0', '1572860-0'],
    ['FI', 'FI-1572 8600', '1572860-0'],
    ['FI', ' 1572860‑0 ', '1572860-0'],
    ['SE', '165560160680', '556016-0680'],
    ['SE', '16556016-0680', '556016-0680'],
    ['SE', '16 556016-0680', '556016-0680'],
    ['SE', '556016 0680', '556016-0680'],
    ['SE', 'SE556016068001', '556016-0680'],
    ['SE', 'se 556016-0680 01', '556016-0680'],
  ] as const)('of %s written as "%s" is %s', (country, text, canonical) => {
    expect(parseBusinessId(country, text)).toBe(canonical);
    expect(parseToldBusinessId(country, text)).toBe(canonical);
    expect(parseAnyBusinessId(text)).toBe(canonical);
  });

  it('has one canonical form, however it is written (Finland)', () => {
    const spelling = finnish.chain((number) =>
      fc
        .constantFrom(
          number,
          `FI${number}`,
          `0037${number}`,
          `0037${number}1`,
          `0037${number}AB123`,
        )
        .chain((text) => dressed(text))
        .map((text) => ({ number, text })),
    );

    fc.assert(
      fc.property(spelling, ({ number, text }) => {
        expect(parseBusinessId('FI', text)).toBe(`${number.slice(0, 7)}-${number.slice(7)}`);
        expect(parseBusinessId('SE', text)).toBeNull();
      }),
    );
  });

  it('has one canonical form, however it is written (Sweden)', () => {
    const spelling = swedish.chain((number) =>
      fc
        .constantFrom(number, `16${number}`, `SE${number}01`)
        .chain((text) => dressed(text))
        .map((text) => ({ number, text })),
    );

    fc.assert(
      fc.property(spelling, ({ number, text }) => {
        expect(parseBusinessId('SE', text)).toBe(`${number.slice(0, 6)}-${number.slice(6)}`);
        expect(parseBusinessId('FI', text)).toBeNull();
      }),
    );
  });

  it.each([
    ['FI', '0000000-0'],
    ['FI', 'FI00000000'],
    ['FI', '003700000000'],
    ['FI', '1572860-1'],
    ['FI', '157286-0'],
    ['FI', '003815728600'],
    ['FI', '0037157286001234567'],
    ['FI', 'SE15728600'],
    ['SE', '000000-0000'],
    ['SE', 'SE000000000001'],
    ['SE', '556016-0681'],
    ['SE', '195560160680'],
    ['SE', '556016068001'],
    ['SE', 'SE556016068002'],
    ['SE', '556O16-0680'],
  ] as const)('of %s is not "%s"', (country, text) => {
    expect(parseBusinessId(country, text)).toBeNull();
  });
});

describe("a person's number", () => {
  it('is no business id, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(swedishPerson, finnishPerson), (text) => {
        for (const country of ['FI', 'SE'] as const) {
          expect(parseBusinessId(country, text)).toBeNull();
          expect(parseToldBusinessId(country, text)).toBeNull();
        }
        expect(parseToldBusinessId('NO', text)).toBeNull();
        expect(parseAnyBusinessId(text)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['131052-308T', '131052 308t', '010594Y9021', '811228-9874', '19811228-9874'])(
    'such as %s is none either',
    (text) => {
      expect(parseAnyBusinessId(text)).toBeNull();
    },
  );
});

describe('what an endpoint tells', () => {
  it('keeps a wrong check digit, which is the slip of its owner', () => {
    expect(parseToldBusinessId('SE', '7696000008')).toBe('769600-0008');
    expect(parseToldBusinessId('FI', '15728601')).toBe('1572860-1');
  });

  it('keeps the number of another country as it is', () => {
    expect(parseToldBusinessId('NO', ' 974 760 673 ')).toBe('974 760 673');
  });
});
