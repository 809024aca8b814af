import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import { addDays, findPublicHoliday } from '../../../subgraphs/cooperative/capacity/index.js';
import { TEXT_LANGUAGES } from '../../../subgraphs/shared/words/localized.js';
import { availabilityOf, capacityInput, resourceRules, serviceRules } from './builders.js';

describe('a public holiday', () => {
  it('is named in every language in which it has a name', () => {
    expect(findPublicHoliday('FI', '2027-03-26')).toEqual({
      fi: 'pitkäperjantai',
      sv: 'långfredagen',
      en: 'Good Friday',
    });
    expect(findPublicHoliday('SE', '2027-06-06')).toEqual({
      sv: 'nationaldagen',
      en: 'National Day',
    });
    expect(findPublicHoliday('SE', '2027-06-26')).toMatchObject({ sv: 'midsommardagen' });
  });

  it('is of one country', () => {
    expect(findPublicHoliday('FI', '2027-06-06')).toBeNull();
    expect(findPublicHoliday('FI', '2027-12-06')).toMatchObject({ sv: 'självständighetsdagen' });
    expect(findPublicHoliday('SE', '2027-12-06')).toBeNull();
  });

  it('is no eve, no observance and no ordinary Sunday', () => {
    expect(findPublicHoliday('FI', '2027-06-25')).toBeNull();
    expect(findPublicHoliday('SE', '2027-12-24')).toBeNull();
    expect(findPublicHoliday('FI', '2027-05-09')).toBeNull();
  });

  it('is not known of dates and countries beyond the calendar', () => {
    expect(findPublicHoliday('FI', '+010000-01-01')).toBeNull();
    expect(findPublicHoliday('FI', '0001-01-01')).toBeNull();
    expect(findPublicHoliday('XX', '2027-01-01')).toBeNull();
    expect(findPublicHoliday('FI', '9999-01-01')).toMatchObject({ sv: 'nyårsdagen' });
  });
});

describe('a service on a public holiday', () => {
  const service = serviceRules({ resources: ['pool', 'night'] });
  const pool = resourceRules();
  const night = resourceRules({ id: 'night', size: 1, worksOnPublicHolidays: true });

  it('has what those resources give that work on it, and names it', () => {
    const input = capacityInput({ service, resources: [pool, night] });
    const [friday] = availabilityOf(input, '2027-03-26', '2027-03-26', 480);

    expect(friday).toMatchObject({
      status: 'OPEN',
      holiday: { en: 'Good Friday' },
      freeMinutes: 480,
      starts: [{ places: 1 }],
    });
  });

  it('is closed where they would work but have no hours', () => {
    const input = capacityInput({ service, resources: [pool, night] });

    expect(availabilityOf(input, '2027-03-28', '2027-03-28', 60)).toMatchObject([
      { status: 'CLOSED', holiday: { en: 'Easter Sunday' } },
    ]);
  });

  it('gives nothing without resources, nor has it anything on the day after', () => {
    const input = capacityInput({ resources: [] });

    expect(availabilityOf(input, '2027-03-26', '2027-03-27', 60)).toMatchObject([
      { status: 'PUBLIC_HOLIDAY', freeMinutes: 0, starts: [] },
      { status: 'CLOSED', freeMinutes: 0, starts: [] },
    ]);
  });
});

interface OfficialHoliday {
  country: string;
  date: string;
  type: string;
  name_local: string;
  name_fi: string;
  name_sv: string;
  name_en: string;
}

const official = projectPath('..', 'shared', 'data', 'holidays_fi_se_2025_2027.json');
const officialIsHere = existsSync(official);
if (!officialIsHere)
  process.stderr.write('Skipped: the list of public holidays is not on this machine.\n');

describe('the public holidays of 2025 to 2027', () => {
  (officialIsHere ? it : it.skip)('are those of the list, by the same names', () => {
    const rows = (JSON.parse(readFileSync(official, 'utf8')) as OfficialHoliday[]).filter(
      ({ type }) => type === 'public',
    );
    const listed = rows.map((row) => {
      const { country, date, name_local: local } = row;
      const names = TEXT_LANGUAGES.map((language) => row[`name_${language}`]);
      return [country, date, local, ...names].join(' · ');
    });

    const found = (['FI', 'SE'] as const).flatMap((country) => {
      const own = country === 'FI' ? 'fi' : 'sv';
      const dates = Array.from({ length: 3 * 365 }, (_none, day) => addDays('2025-01-01', day));
      return dates.flatMap((date) => {
        const texts = findPublicHoliday(country, date);
        if (!texts) return [];
        const names = TEXT_LANGUAGES.map((language) => texts[language] ?? texts[own]);
        return [[country, date, texts[own], ...names].join(' · ')];
      });
    });

    expect(found.sort()).toEqual(listed.sort());
  });
});
