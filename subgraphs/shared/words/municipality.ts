import { distanceKm } from './geo.js';
import type { LocalizedText } from './localized.js';

/** One row of a list of municipalities. Codes carry the country: `FI-609`. */
export interface MunicipalityEntry {
  readonly code: string;
  readonly country: string;
  readonly name: LocalizedText;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** In kilometres, unrounded, between the centres of two municipalities; null where one is not listed, or its centre is not. */
export type DistanceBetween = (one: string, other: string) => number | null;

/** Measures between the centres of the municipalities of a list. */
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

const ZONES: Readonly<Record<string, string>> = { FI: 'Europe/Helsinki', SE: 'Europe/Stockholm' };

/** The IANA zone of the clocks of a country, or of a municipality, whose code begins with its country's. */
export function timeZoneOf(code: string): string {
  return ZONES[code.slice(0, 2)] ?? 'UTC';
}
