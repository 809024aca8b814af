import { describe, expect, it } from '@jest/globals';
import {
  isWantedCpv,
  judgeSubstitutes,
} from '../../../../subgraphs/procurement/substitutes/plan/judge-substitutes.js';
import type {
  FreeSubstitutes,
  SubstituteNeed,
} from '../../../../subgraphs/procurement/substitutes/plan/types.js';
import { windowsOf } from '../../../../subgraphs/procurement/substitutes/plan/windows.js';
import { answer, carriedOut, hours, need, person, terms } from './owners.js';

const WISHES = { skills: ['cafe-service', 'hygieniapassi'], languages: ['fi', 'sv'] };
const ABLE = { skills: ['hygieniapassi', 'cafe-service', 'barista'], languages: ['sv', 'fi'] };

function judged(owner: FreeSubstitutes, fields: Partial<SubstituteNeed> = WISHES) {
  const wanted = need(fields);
  return carriedOut(
    judgeSubstitutes(wanted, windowsOf(wanted), owner, (one) =>
      one === 'FI-609' ? 0 : one === 'FI-684' ? 40.04 : null,
    ),
  );
}

function reasons(owner: FreeSubstitutes): string[] {
  return judged(owner).excluded.flatMap(({ reasons: all }) =>
    all.map(({ code, values }) =>
      [code, ...values.map(({ name, value }) => `${name}=${value}`)].join(' '),
    ),
  );
}

describe('A substitute', () => {
  it('has to have all skills and languages', () => {
    expect(judged(answer([person('a', [hours(0, 8, 16)], ABLE)])).candidates).toHaveLength(1);
    expect(
      reasons(answer([person('a', [hours(0, 8, 16)], { skills: ['barista'], languages: ['fi'] })])),
    ).toEqual([
      'MISSING_SKILL skill=cafe-service skill=hygieniapassi',
      'MISSING_LANGUAGE language=sv',
    ]);
  });

  it('goes as far as their radius, told to 0.1 km and compared unrounded', () => {
    const at = (radiusKm: number | null, municipality = 'FI-684') =>
      answer([person('a', [hours(0, 8, 16)], { ...ABLE, radiusKm, municipality })]);

    expect(reasons(at(40))).toEqual(['OUTSIDE_RADIUS distanceKm=40.0 radiusKm=40']);
    expect(reasons(at(40.04))).toEqual([]);
    expect(reasons(at(null))).toEqual([]);
    expect(reasons(at(1, 'FI-999'))).toEqual([]);
  });

  it('is booked as a service that is offered at the place', () => {
    const services = [
      terms({ id: 'karhu:far', municipalities: ['FI-684'] }),
      terms({ id: 'karhu:near' }),
    ];
    const does = (...serviceIds: string[]) =>
      answer([person('a', [hours(0, 8, 16)], { ...ABLE, serviceIds })], { services });

    expect(reasons(does('karhu:far'))).toEqual(['OUTSIDE_AREA municipality=FI-609']);
    const [candidate] = judged(does('karhu:far', 'karhu:near')).candidates;
    expect(candidate?.chances[0]?.stretches.map(({ service }) => service.id)).toEqual([
      'karhu:near',
    ]);
  });

  it('is busy without a time that is long enough', () => {
    expect(reasons(answer([person('a', [hours(0, 8, 8.5), hours(1, 8, 16)], ABLE)]))).toEqual([
      'BUSY',
    ]);
  });
});

describe('The codes of a service', () => {
  it('are wanted when they are below, at or above one that is', () => {
    expect(isWantedCpv(['55300000'], [])).toBe(true);
    expect(isWantedCpv(['55330000'], ['55300000'])).toBe(true);
    expect(isWantedCpv(['55300000'], ['55330000'])).toBe(true);
    expect(isWantedCpv(['55320000'], ['55330000'])).toBe(false);
  });
});
