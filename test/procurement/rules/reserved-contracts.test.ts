import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';
import {
  art77Years,
  isArt77Service,
  leastShare,
} from '../../../subgraphs/procurement/rules/reserved-contracts.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';

const TODAY = '2027-05-03';

/** The list of whoever keeps it beside the project. */
const OFFICIAL = projectPath('..', 'shared', 'data', 'cpv_art77_reserved_services.json');
const isOfficialHere = existsSync(OFFICIAL);
if (!isOfficialHere)
  process.stderr.write('Skipped: the official list of Art. 77 is not on this machine.\n');

const served = [...BUILT_IN_LISTS.cpvCodes.beginningWith('')].filter((code) =>
  isArt77Service(code, TODAY),
);

describe('the services of Art. 77', () => {
  it('are 115 codes, and none below them', () => {
    expect(served).toHaveLength(115);
    for (const code of ['85312000', '98133110', '92600000', '80300000']) {
      expect(served).toContain(code);
    }
    // Sports facilities and higher education in one field, and social work beyond the range.
    for (const code of ['92610000', '80310000', '85330000']) expect(served).not.toContain(code);
  });

  it('are neither cleaning nor caretaking', () => {
    for (const code of ['90910000', '90911200', '98341000', '77314000']) {
      expect(isArt77Service(code, TODAY)).toBe(false);
    }
  });

  (isOfficialHere ? it : it.skip)('are those of the official list', () => {
    const official = JSON.parse(readFileSync(OFFICIAL, 'utf8')) as string[];

    expect(
      served.map((code) => `${code}-${BUILT_IN_LISTS.cpvCodes.checkDigitOf(code) ?? ''}`),
    ).toEqual(official);
  });
});

describe('the rules of reserved contracts', () => {
  it('are in force since the directive had to be law', () => {
    expect([leastShare('2016-04-17'), leastShare('2016-04-18'), leastShare(TODAY)]).toEqual([
      null,
      0.3,
      0.3,
    ]);
    expect([art77Years('2016-04-17'), art77Years(TODAY)]).toEqual([
      null,
      { mostYears: 3, yearsSinceAward: 3 },
    ]);
    expect(isArt77Service('85312000', '2016-04-17')).toBe(false);
  });
});
