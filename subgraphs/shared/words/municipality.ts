import type { LocalizedText } from './localized.js';

/** One row of a list of municipalities. Codes carry the country: `FI-609`. */
export interface MunicipalityEntry {
  readonly code: string;
  readonly country: string;
  readonly name: LocalizedText;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const ZONES: Readonly<Record<string, string>> = { FI: 'Europe/Helsinki', SE: 'Europe/Stockholm' };

/** The IANA zone of the clocks of a municipality, by the country with which its code begins. */
export function timeZoneOf(municipality: string): string {
  return ZONES[municipality.slice(0, 2)] ?? 'UTC';
}
