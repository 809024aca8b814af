import type { Wording } from '../suppliers/word-reason.js';
import type { ExclusionCode } from './plan/judge-substitutes.js';

/** Why somebody cannot stand in, in words. */
export const EXCLUSION_WORDINGS: Readonly<Record<ExclusionCode, Wording>> = {
  MISSING_SKILL: (value) => ({
    fi: `Osaaminen puuttuu: ${value('skill')}.`,
    sv: `Kunskaper saknas: ${value('skill')}.`,
    en: `Skills are missing: ${value('skill')}.`,
  }),
  MISSING_LANGUAGE: (value) => ({
    fi: `Kielitaito puuttuu: ${value('language')}.`,
    sv: `Språkkunskaper saknas: ${value('language')}.`,
    en: `Languages are missing: ${value('language')}.`,
  }),
  OUTSIDE_RADIUS: (value) => ({
    fi: `Matkaa on ${decimal(value('distanceKm'))} km; pisin matka on ${decimal(value('radiusKm'))} km.`,
    sv: `Avståndet är ${decimal(value('distanceKm'))} km; den längsta vägen är ${decimal(value('radiusKm'))} km.`,
    en: `It is ${value('distanceKm')} km away, and goes ${value('radiusKm')} km at most.`,
  }),
  OUTSIDE_AREA: (value) => ({
    fi: `Palvelua ei tarjota kunnassa ${value('municipality')}.`,
    sv: `Tjänsten erbjuds inte i kommunen ${value('municipality')}.`,
    en: `The service is not offered in the municipality ${value('municipality')}.`,
  }),
  BUSY: () => ({
    fi: 'Vapaata aikaa, jonka voisi varata, ei ole.',
    sv: 'Det finns ingen ledig tid som kan bokas.',
    en: 'There is no free time that could be booked.',
  }),
};

function decimal(number: string): string {
  return number.replace('.', ',');
}
