import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { recordToHtml } from '../../../subgraphs/procurement/records/export/html.js';
import { keptRecord, lot, NAMES, need, openedRecord } from './sample-record.js';

/** The text of each element of a kind. */
const textsOf = (page: string, element: string): string[] =>
  [...page.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^]*?)</${element}>`, 'g'))].map(
    ([, text]) => (text ?? '').replaceAll(/<[^>]*>/g, ''),
  );

describe('a record as a page to be printed', () => {
  const page = recordToHtml(openedRecord(), 'fi', NAMES);

  it.each([
    ['fi', 'Tarve', 'Henkilötyötä päivässä', '29 t'],
    ['sv', 'Behov', 'Arbete per dag', '29 tim'],
    ['en', 'Need', 'Work per day', '29 h'],
  ] as const)('is in the language %s', (language, heading, column, covered) => {
    const written = recordToHtml(openedRecord(), language, NAMES);

    expect(written).toContain(`<html lang="${language}">`);
    expect(textsOf(written, 'h2')).toContain(heading);
    expect(textsOf(written, 'th')).toContain(column);
    expect(textsOf(written, 'td')).toContain(covered);
  });

  it('shows need, coverage, verdicts, proposals and who is missing', () => {
    expect(textsOf(page, 'h1')).toEqual(['Siivous ja viheralueet']);
    expect(textsOf(page, 'dd')).toEqual(
      expect.arrayContaining([
        'Pori (FI-609)',
        '21.6.2027 – 25.6.2027',
        'ma, ti, ke, to, pe',
        'Kooperativet Qvist: NO_ANSWER ',
      ]),
    );
    expect(textsOf(page, 'td')).toEqual(
      expect.arrayContaining([
        '54 t',
        '24.6.2027: 1 t',
        '1: Kooperativet Qvist 15 t',
        `SHARE_BELOW_30 0.20${NAMES.notice}`,
        '1: laajempi; 2: sama koodi',
      ]),
    );
    expect(page).toContain('Luvut eivät ole täydelliset');
  });

  it('tells times by the clocks of the place', () => {
    expect(textsOf(page, 'dd')).toContain('3. toukokuuta 2027 klo 12.00.00 UTC+3');
    expect(page).toContain('/.well-known/jwks.json');
  });

  it('tells of working days that were over, where there were any', () => {
    const result = { ...keptRecord().result, pastDays: 2 };
    const begun = recordToHtml(openedRecord({ result }), 'fi', NAMES);

    expect(textsOf(begun, 'dt')).toContain('Menneitä, joita ei laskettu');
    expect(textsOf(page, 'dt')).not.toContain('Menneitä, joita ei laskettu');
  });

  it('says how it is verified, by hash, key and command', () => {
    expect(textsOf(page, 'code')).toEqual([
      'ab'.repeat(32),
      'a-key',
      'npm run verify-record -- record.jws --keys jwks.json',
    ]);
  });

  it('has every table told what it is, and every cell of its head what it heads', () => {
    const tables = page.match(/<table>/g) ?? [];

    expect(tables.length).toBe(4);
    expect(page.match(/<caption>[^<]+<\/caption>/g)).toHaveLength(tables.length);
    expect(page).not.toMatch(/<th>/);
    expect(page).toContain('<th scope="row">1</th>');
  });

  it('runs and loads nothing, and may not, whatever is written into it', () => {
    const [style = ''] = textsOf(page, 'style');
    const hash = createHash('sha256').update(style).digest('base64');

    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|style="| on\w+=/i);
    expect(style).toContain('@page { size: A4;');
  });

  it('shows what people have written as it is', () => {
    const evil = '<script>alert("1")</script>&amp;';
    const { result } = keptRecord();
    const written = recordToHtml(
      openedRecord({
        ...{ title: evil, organisationName: evil },
        need: need({ lots: [lot({ id: evil })] }),
        result: { ...result, suppliers: result.suppliers.map((each) => ({ ...each, name: evil })) },
      }),
      'en',
      { ...NAMES, reason: () => evil, notice: evil, place: () => evil, cpv: () => evil },
    );

    expect(written).not.toContain('<script');
    expect(textsOf(written, 'h1')).toEqual([
      '&lt;script>alert(&quot;1&quot;)&lt;/script>&amp;amp;',
    ]);
  });

  it('names lots that were withdrawn, and the value, where there are any', () => {
    const written = recordToHtml(
      openedRecord({
        estimatedValue: { amount: '1000.00', currency: 'EUR' },
        procurement: { ...keptRecord().procurement, withdrawnLots: [lot({ id: 'old' })] },
      }),
      'en',
      NAMES,
    );

    expect(textsOf(written, 'caption')).toContain('Withdrawn lots');
    expect(textsOf(written, 'dd')).toContain('€1,000.00, without value added tax');
    expect(textsOf(page, 'caption')).not.toContain('Perutut osat');
  });
});
