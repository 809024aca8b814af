import type { Wording } from '../suppliers/word-reason.js';
import type { AgreementWarningCode } from './warnings.js';

const ceiling = (value: (name: string) => string) =>
  `${value('used')} / ${value('ceiling')} ${value('currency')} (${value('percent')} %)`;

/** Each warning in words. */
export const AGREEMENT_WORDINGS: Readonly<Record<AgreementWarningCode, Wording>> = {
  CEILING_80: (value) => ({
    fi: `Enimmäisarvosta on käytetty vähintään 80 %: ${ceiling(value)}.`,
    sv: `Minst 80 % av takvolymen är använd: ${ceiling(value)}.`,
    en: `At least 80 % of the ceiling is used: ${ceiling(value)}.`,
  }),
  CEILING_100: (value) => ({
    fi: `Enimmäisarvo on käytetty: ${ceiling(value)}.`,
    sv: `Takvolymen är förbrukad: ${ceiling(value)}.`,
    en: `The ceiling is used up: ${ceiling(value)}.`,
  }),
  EXPIRES_WITHIN_60_DAYS: (value) => ({
    fi: `Sopimus päättyy ${value('to')}; päiviä jäljellä ${value('days')}.`,
    sv: `Avtalet upphör ${value('to')}; ${value('days')} dagar återstår.`,
    en: `The agreement ends on ${value('to')}; days left: ${value('days')}.`,
  }),
  EXPIRED: (value) => ({
    fi: `Sopimus päättyi ${value('to')}.`,
    sv: `Avtalet upphörde ${value('to')}.`,
    en: `The agreement ended on ${value('to')}.`,
  }),
  OTHER_CURRENCY: (value) => ({
    fi: `Tilauksia on myös valuutassa ${value('currency')}; niitä ei lasketa enimmäisarvoon.`,
    sv: `Det finns beställningar även i ${value('currency')}; de räknas inte mot takvolymen.`,
    en: `There are orders in ${value('currency')} too; they are not counted against the ceiling.`,
  }),
};
