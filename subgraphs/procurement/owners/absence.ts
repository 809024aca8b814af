import type { Reason, ReasonValue } from '../need/need.js';
import type { Wording } from '../suppliers/word-reason.js';

/**
 * Why nothing is known of a cooperative, or what it has free is not known. Codes are added, never renamed.
 * `COOPERATIVE_…`: what registry and catalogue say; nobody asks it. The others: what came of asking it.
 */
export type AbsenceCode =
  | 'COOPERATIVE_JOINING'
  | 'COOPERATIVE_PAUSED'
  | 'COOPERATIVE_LEFT'
  | 'NOT_REACHED'
  | 'NO_ANSWER'
  | 'REFUSED'
  | 'USELESS_ANSWER'
  | 'FIELD_NOT_SUPPORTED'
  | 'TOO_MANY_SERVICES'
  | 'BUDGETS_TOO_INTRICATE';

export type Absence = Reason<AbsenceCode>;

/** A reason of this kind. */
export function absence(code: AbsenceCode, values: readonly ReasonValue[] = []): Absence {
  return { code, values };
}

/** Each in words. */
export const ABSENCE_WORDINGS: Readonly<Record<AbsenceCode, Wording>> = {
  COOPERATIVE_JOINING: () => ({
    fi: 'Osuuskunnan tarjontaa ei vielä tunneta.',
    sv: 'Kooperativets utbud är ännu inte känt.',
    en: 'What the cooperative offers is not known yet.',
  }),
  COOPERATIVE_PAUSED: () => ({
    fi: 'Osuuskunta on tauolla.',
    sv: 'Kooperativet har paus.',
    en: 'The cooperative is paused.',
  }),
  COOPERATIVE_LEFT: () => ({
    fi: 'Osuuskunta on lähtenyt verkostosta.',
    sv: 'Kooperativet har lämnat nätverket.',
    en: 'The cooperative has left the network.',
  }),
  NOT_REACHED: () => ({
    fi: 'Osuuskunnan järjestelmään ei saatu yhteyttä.',
    sv: 'Kooperativets system kunde inte nås.',
    en: 'The cooperative’s system could not be reached.',
  }),
  NO_ANSWER: () => ({
    fi: 'Osuuskunnan järjestelmä ei vastannut ajoissa.',
    sv: 'Kooperativets system svarade inte i tid.',
    en: 'The cooperative’s system did not answer in time.',
  }),
  REFUSED: () => ({
    fi: 'Osuuskunnan järjestelmä ei suostunut vastaamaan.',
    sv: 'Kooperativets system vägrade svara.',
    en: 'The cooperative’s system refused to answer.',
  }),
  USELESS_ANSWER: () => ({
    fi: 'Osuuskunnan järjestelmän vastausta ei voitu käyttää.',
    sv: 'Svaret från kooperativets system gick inte att använda.',
    en: 'What the cooperative’s system answered was of no use.',
  }),
  FIELD_NOT_SUPPORTED: (value) => ({
    fi: `Osuuskunnan järjestelmä ei tunne kenttää ${value('field')}.`,
    sv: `Kooperativets system känner inte till fältet ${value('field')}.`,
    en: `The cooperative’s system does not know the field ${value('field')}.`,
  }),
  TOO_MANY_SERVICES: (value) => ({
    fi: `Osuuskunnalla on ${value('services')} sopivaa palvelua; kerralla voi kysyä enintään ${value('most')}.`,
    sv: `Kooperativet har ${value('services')} passande tjänster; högst ${value('most')} kan frågas om åt gången.`,
    en: `The cooperative has ${value('services')} services that match; at most ${value('most')} can be asked about at a time.`,
  }),
  BUDGETS_TOO_INTRICATE: () => ({
    fi: 'Osuuskunnan palvelujen yhteiset enimmäisajat limittyvät niin, ettei tulosta ehditty laskea.',
    sv: 'Taken för kooperativets tjänster överlappar så att svaret inte hann beräknas.',
    en: 'The limits that the cooperative’s services share overlap so that there was no time to compute with them.',
  }),
};
