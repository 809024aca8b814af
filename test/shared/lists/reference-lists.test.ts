import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  loadBuiltInLists,
  loadReferenceLists,
} from '../../../subgraphs/shared/lists/reference-lists.js';
import { parseCpvCsv, parseMunicipalityCsv } from '../../../subgraphs/shared/lists/parse-list.js';
import { judgeCpv, judgeMunicipality } from '../../../subgraphs/shared/lists/judge-code.js';

const lists = loadBuiltInLists();

describe('a CPV code', () => {
  it('is verified by the table, which breaks the published formula', () => {
    expect(judgeCpv(lists, '85210000-3')).toEqual({ kind: 'known', code: '85210000' });
    expect(judgeCpv(lists, '85210000-4')).toMatchObject({ kind: 'refused' });
  });

  it('is verified where its label is not known', () => {
    expect(judgeCpv(lists, '03111000-2')).toEqual({ kind: 'known', code: '03111000' });
    const verdict = judgeCpv(lists, '03111000-3');
    expect(verdict.kind === 'refused' && String(verdict.reason)).toBe(
      'the check digit of 03111000 is 2, got 3',
    );
  });

  it('that is well-formed but in no list is accepted as unverified', () => {
    expect(judgeCpv(lists, '99999999-1')).toEqual({ kind: 'unverified', code: '99999999' });
  });

  it.each(['9091', '90910000-', '90910000-99', 'x0910000', ''])(
    'of another form is refused: %j',
    (text) => {
      expect(judgeCpv(lists, text)).toMatchObject({ kind: 'refused' });
    },
  );
});

describe('a municipality code', () => {
  it('is known, unverified, merged into another, or refused when malformed', () => {
    expect(judgeMunicipality(lists, 'FI-609')).toEqual({ kind: 'known', code: 'FI-609' });
    expect(judgeMunicipality(lists, 'FI-998')).toEqual({ kind: 'unverified', code: 'FI-998' });
    expect(judgeMunicipality(lists, 'FI-099')).toEqual({ kind: 'merged', code: 'FI-214' });
    expect(judgeMunicipality(lists, 'SE-1917')).toEqual({ kind: 'merged', code: 'SE-0331' });
    expect(judgeMunicipality(lists, '609')).toMatchObject({ kind: 'refused' });
  });
});

describe('a list as a CSV file', () => {
  it.each([
    ['', 'cpv.csv: no rows, wanted a header row and at least one more.'],
    [
      'code,name_fi\n90910000,Siivous\n',
      'cpv.csv: the columns check, name_sv, name_en are missing.',
    ],
    ['code,check,name_fi,name_sv,name_en\n9091,9,a,b,c\n', /^cpv\.csv: line 2, code: /],
    [
      'code,check,name_fi,name_sv,name_en\n90910000,9,a,b,c\n90910000,9,a,b,c\n',
      'cpv.csv: line 3: the code 90910000 is there twice.',
    ],
    ['code,check,name_fi,name_sv,name_en\n"90910000,9,a,b,c\n', /^cpv\.csv: not CSV/],
  ])('with a fault is refused by line: %j', (csv, message) => {
    expect(() => parseCpvCsv(csv, 'cpv.csv')).toThrow(message);
  });

  it('of municipalities keeps leading zeros and tells the country by the length of the code', () => {
    const csv = 'code,name_fi,name_sv,lat,lon\n005,Alajärvi,Alajärvi,62.9,23.8\n';
    const swedish = 'code,name_sv,lat,lon\n0580,Linköping,58.41,15.62\n';

    expect(parseMunicipalityCsv(csv, 'f')[0]).toMatchObject({ code: 'FI-005', country: 'FI' });
    expect(parseMunicipalityCsv(swedish, 'f')[0]).toEqual({
      code: 'SE-0580',
      country: 'SE',
      name: { sv: 'Linköping' },
      latitude: 58.41,
      longitude: 15.62,
    });
  });

  it.each(['12,A,A,62,23', '005,,,62,23', '005,A,A,99,23', '005,A,A,north,23'])(
    'of municipalities with a bad row is refused: %s',
    (row) => {
      expect(() => parseMunicipalityCsv(`code,name_fi,name_sv,lat,lon\n${row}\n`, 'f')).toThrow(
        'line 2',
      );
    },
  );
});

describe('a folder of lists', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-lists-'));
  beforeAll(() => {
    writeFileSync(
      join(dir, 'cpv.csv'),
      'code,check,name_fi,name_sv,name_en\n99999999,1,yksi,en,one\n90910000,9,Oma,,\n',
    );
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('is laid over what ships with the project', () => {
    const loaded = loadReferenceLists(dir);

    expect(judgeCpv(loaded, '99999999-1').kind).toBe('known');
    expect(judgeCpv(loaded, '99999999-2').kind).toBe('refused');
    expect(loaded.cpvByCode.get('90910000')?.label).toEqual({ fi: 'Oma' });
    expect(loaded.cpvByCode.size).toBe(lists.cpvByCode.size + 1);
  });
});
