import { distanceKm } from '../../../shared/words/geo.js';
import type { MunicipalityEntry } from '../../../shared/words/municipality.js';
import type { DistanceBetween } from './find-services.js';

/** Measures between the centres of the municipalities of a list; null where one is not listed, or its centre is not. */
export function distancesOf(
  municipalityByCode: ReadonlyMap<string, MunicipalityEntry>,
): DistanceBetween {
  const centreOf = (code: string) => {
    const { latitude = null, longitude = null } = municipalityByCode.get(code) ?? {};
    return latitude === null || longitude === null ? null : { latitude, longitude };
  };
  return (one, other) => {
    const [from, to] = [centreOf(one), centreOf(other)];
    return from && to && distanceKm(from, to);
  };
}
