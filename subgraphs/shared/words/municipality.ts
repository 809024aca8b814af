import type { LocalizedText } from './localized.js';

/** One row of a list of municipalities. Codes carry the country: `FI-609`. */
export interface MunicipalityEntry {
  readonly code: string;
  readonly country: string;
  readonly name: LocalizedText;
  readonly latitude: number | null;
  readonly longitude: number | null;
}
