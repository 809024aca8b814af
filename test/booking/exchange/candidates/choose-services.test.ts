import { describe, expect, it } from '@jest/globals';
import {
  chooseServices,
  type SearchScope,
} from '../../../../subgraphs/booking/exchange/candidates/choose-services.js';
import type { FittingService } from '../../../../subgraphs/booking/exchange/candidates/find-services.js';

function service(id: string, change: Partial<FittingService> = {}): FittingService {
  return {
    id,
    cooperative: id.slice(0, id.indexOf(':')),
    ...{ fit: 'GOOD', score: 1, isStrong: true, distanceKm: null, isRuledOut: false },
    ...change,
  };
}

const LOOSE = { fit: 'LOOSE', isStrong: false } as const;

describe('whom a search asks about what', () => {
  const chosen = (services: readonly FittingService[], scope: Partial<SearchScope> = {}) =>
    chooseServices(services, { enough: 10, ...scope }).map(
      ({ cooperative, services: own }) => `${cooperative}: ${own.map(({ id }) => id).join(' ')}`,
    );

  it('asks each about what fits well, the better match first, and about the rest only where nothing does', () => {
    const services = [
      service('karhu:siivous', { score: 0.7 }),
      service('karhu:sijainen', LOOSE),
      service('karhu:kotisiivous', { score: 0.9 }),
      service('lumo:sijainen', LOOSE),
    ];

    expect(chosen(services)).toEqual(['karhu: karhu:kotisiivous karhu:siivous']);
    expect(chosen(services.filter(({ fit }) => fit === 'LOOSE'))).toEqual([
      'karhu: karhu:sijainen',
      'lumo: lumo:sijainen',
    ]);
  });

  it('begins with those who match well, of those with the nearest, and with those of whom no place is known last', () => {
    const services = [
      service('far:a', { distanceKm: 80, score: 1 }),
      service('nowhere:a'),
      service('near:a', { distanceKm: 3, score: 0.8 }),
      service('weak:a', { distanceKm: 0, score: 0.1, isStrong: false }),
    ];

    expect(chosen(services)).toEqual([
      'near: near:a',
      'far: far:a',
      'nowhere: nowhere:a',
      'weak: weak:a',
    ]);
    expect(chosen(services.toReversed())).toEqual(chosen(services));
  });

  it('leaves out whom it is told to, and does not turn to what fits less for that', () => {
    const services = [service('karhu:siivous'), service('lumo:sijainen', LOOSE)];

    expect(chosen(services, { without: ['karhu'] })).toEqual([]);
  });

  it('asks those alone who are named, about the services that are named, however little they fit', () => {
    const services = [
      service('karhu:siivous'),
      service('karhu:sijainen', LOOSE),
      service('lumo:sijainen', LOOSE),
      service('tuki:siivous'),
    ];
    const byName = { isByName: true, enough: Infinity };

    expect(chosen(services, { ...byName, cooperatives: ['lumo', 'karhu'] })).toEqual([
      'karhu: karhu:siivous',
      'lumo: lumo:sijainen',
    ]);
    expect(chosen(services, { ...byName, services: ['karhu:sijainen'] })).toEqual([
      'karhu: karhu:sijainen',
    ]);
  });
});
