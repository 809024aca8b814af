import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import { parseCpvCsv, parseMunicipalityCsv } from '../../../subgraphs/shared/lists/parse-list.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { distanceKm } from '../../../subgraphs/shared/words/geo.js';
import {
  successorOf,
  successorsCalled,
} from '../../../subgraphs/shared/words/merged-municipalities.js';

const lists = loadBuiltInLists();
const read = (name: string): string =>
  readFileSync(projectPath('subgraphs', 'shared', 'lists', name), 'utf8');

/** The official lists of whoever keeps them beside the project. */
const official = (name: string): string => projectPath('..', 'shared', 'data', name);
const OFFICIAL_CPV = official('cpv_2008_fi_sv_en.csv');
const OFFICIAL_FI = official('municipalities_fi_2026.csv');
const OFFICIAL_SE = official('municipalities_se.csv');
const areOfficialHere = [OFFICIAL_CPV, OFFICIAL_FI, OFFICIAL_SE].every((file) => existsSync(file));
if (!areOfficialHere)
  process.stderr.write('Skipped: the official lists are not on this machine.\n');
const itWithOfficial = areOfficialHere ? it : it.skip;

describe('the municipalities that ship with the project', () => {
  it('are all of Finland and Sweden, each with its place', () => {
    const countries = [...lists.municipalityByCode.values()].map(({ country }) => country);

    expect(countries.filter((country) => country === 'FI')).toHaveLength(308);
    expect(countries.filter((country) => country === 'SE')).toHaveLength(290);
    for (const { latitude, longitude } of lists.municipalityByCode.values()) {
      expect(latitude).toBeGreaterThan(55);
      expect(latitude).toBeLessThan(71);
      expect(longitude).toBeGreaterThan(10);
      expect(longitude).toBeLessThan(32);
    }
  });

  it.each(['municipalities_fi.csv', 'municipalities_se.csv'])(
    'are read as %s is by the check of lists that are loaded',
    (name) => {
      const checked = parseMunicipalityCsv(read(name), name);

      expect(checked.map(({ code }) => lists.municipalityByCode.get(code))).toEqual(checked);
    },
  );

  it('have merged into one that is still there, once', () => {
    const merged = [...lists.municipalityByCode.keys()].filter((code) => successorOf(code));
    const successors = ['FI-413', 'FI-945', 'FI-588', 'FI-772', 'SE-1917'].map(successorOf);

    expect(merged).toEqual([]);
    expect(successors).toEqual(['FI-609', 'FI-946', 'FI-507', 'FI-790', 'SE-0331']);
    for (const code of successors) expect(lists.municipalityByCode.has(code ?? '')).toBe(true);
  });

  it.each([
    ['537', ['FI-609']],
    ['fi-262', ['FI-050']],
    ['Luvia', ['FI-051']],
    ['norrmark', ['FI-609']],
    ['Lappi', ['FI-684']],
    ['FI-609', []],
    ['Luv', []],
    ['', []],
  ])('are found by code or name of what has merged into them: %s', (text, codes) => {
    expect(successorsCalled(text)).toEqual(codes);
  });

  itWithOfficial('have the official codes and names, and lie where they do', () => {
    const checked = [
      ...parseMunicipalityCsv(readFileSync(OFFICIAL_FI, 'utf8'), 'fi'),
      ...parseMunicipalityCsv(readFileSync(OFFICIAL_SE, 'utf8'), 'se'),
    ];

    expect(checked.map(({ code }) => code).sort()).toEqual(
      [...lists.municipalityByCode.keys()].sort(),
    );
    for (const { code, name, latitude, longitude } of checked) {
      const ours = lists.municipalityByCode.get(code);
      expect(ours?.name).toMatchObject(name);
      // Where a municipality has no town of its name, the official place is the middle of its area.
      const kilometres = distanceKm(
        { latitude: ours?.latitude ?? 0, longitude: ours?.longitude ?? 0 },
        { latitude: latitude ?? 0, longitude: longitude ?? 0 },
      );
      expect([code, Math.max(45, Math.round(kilometres))]).toEqual([code, 45]);
    }
  });
});

describe('the CPV codes that ship with the project', () => {
  it('are all there are, in order, and none is told from what it is not', () => {
    const codes = [...lists.cpvCodes.beginningWith('')];

    expect(codes).toHaveLength(9_454);
    expect(lists.cpvCodes.size).toBe(9_454);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.map((code) => lists.cpvCodes.checkDigitOf(code)).every((digit) => digit)).toBe(
      true,
    );
    const others = ['00000000', '03000001', '90910001', '99999999', '9091', '', '90910000-9'];
    expect(others.map((code) => lists.cpvCodes.checkDigitOf(code))).toEqual(others.map(() => null));
  });

  it('are found by how they begin', () => {
    expect([...lists.cpvCodes.beginningWith('9091130')]).toEqual(['90911300']);
    expect([...lists.cpvCodes.beginningWith('98')].at(-1)).toBe('98910000');
    expect([...lists.cpvCodes.beginningWith('99')]).toEqual([]);
    expect([...lists.cpvCodes.beginningWith('909')].slice(0, 3)).toEqual([
      '90900000',
      '90910000',
      '90911000',
    ]);
  });

  it('have check digits and three languages where they have labels', () => {
    for (const { checkDigit, label } of lists.cpvByCode.values()) {
      expect([checkDigit, Object.keys(label)]).toEqual([
        expect.stringMatching(/^\d$/),
        ['fi', 'sv', 'en'],
      ]);
    }
  });

  itWithOfficial('are the official ones, with their check digits and labels', () => {
    const checked = parseCpvCsv(readFileSync(OFFICIAL_CPV, 'utf8'), 'cpv');

    expect(checked.map(({ code }) => code).sort()).toEqual([...lists.cpvCodes.beginningWith('')]);
    for (const entry of checked) {
      expect([entry.code, lists.cpvCodes.checkDigitOf(entry.code)]).toEqual([
        entry.code,
        entry.checkDigit,
      ]);
      const labelled = lists.cpvByCode.get(entry.code);
      if (labelled) expect(labelled).toEqual(entry);
    }
  });
});
