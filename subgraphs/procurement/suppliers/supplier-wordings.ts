import { schemeLabel } from '../../shared/evidence/scheme-labels.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { SupplierReasonCode } from './reason-codes.js';
import type { Wording } from './word-reason.js';

/** A share such as `0.295` for people: `29,5 %`. */
function percent(share: string, language: TextLanguage): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(
    Number(share),
  );
}

/** What evidence is, its grade included: `Credit rating AA`. */
function evidence(value: (name: string) => string, language: TextLanguage): string {
  const labels = value('scheme')
    .split(',')
    .map((scheme) => schemeLabel(scheme)[language]);
  const grade = value('grade');
  return `${labels.join(', ')}${grade === '' ? '' : ` ${grade}`}`;
}

/** What each code says; the notice is added by `withNotice`. */
export const SUPPLIER_WORDINGS: Readonly<Record<SupplierReasonCode, Wording>> = {
  SHARE_BELOW_30: (value) => ({
    fi: `Vammaisten tai muita heikommassa asemassa olevien työntekijöiden osuus on ${percent(value('share'), 'fi')}; vaaditaan vähintään ${percent(value('wanted'), 'fi')}.`,
    sv: `Andelen arbetstagare med funktionsnedsättning eller annan missgynnad ställning är ${percent(value('share'), 'sv')}; minst ${percent(value('wanted'), 'sv')} krävs.`,
    en: `The share of disabled or disadvantaged workers is ${percent(value('share'), 'en')}; at least ${percent(value('wanted'), 'en')} is required.`,
  }),
  SHARE_NOT_STATED: (value) => ({
    fi: `Vammaisten tai muita heikommassa asemassa olevien työntekijöiden osuutta ei ole ilmoitettu; vaaditaan vähintään ${percent(value('wanted'), 'fi')}.`,
    sv: `Andelen arbetstagare med funktionsnedsättning eller annan missgynnad ställning anges inte; minst ${percent(value('wanted'), 'sv')} krävs.`,
    en: `The share of disabled or disadvantaged workers is not stated; at least ${percent(value('wanted'), 'en')} is required.`,
  }),
  NO_EVIDENCE: () => ({
    fi: 'Näyttöä varatun hankinnan edellytyksistä ei ole.',
    sv: 'Bevis på villkoren för det reserverade kontraktet saknas.',
    en: 'There is no evidence of what the reserved contract asks for.',
  }),
  EVIDENCE_EXPIRED: (value) => ({
    fi: `${evidence(value, 'fi')}: voimassa vain ${value('validTo')} asti, ennen ensimmäistä työpäivää ${value('firstDay')}.`,
    sv: `${evidence(value, 'sv')}: gällde bara till och med ${value('validTo')}, före den första arbetsdagen ${value('firstDay')}.`,
    en: `${evidence(value, 'en')}: valid only until ${value('validTo')}, before the first working day ${value('firstDay')}.`,
  }),
  EVIDENCE_NOT_YET_VALID: (value) => ({
    fi: `${evidence(value, 'fi')}: voimassa vasta ${value('validFrom')} alkaen, viimeisen työpäivän ${value('lastDay')} jälkeen.`,
    sv: `${evidence(value, 'sv')}: gäller först från och med ${value('validFrom')}, efter den sista arbetsdagen ${value('lastDay')}.`,
    en: `${evidence(value, 'en')}: valid only from ${value('validFrom')}, after the last working day ${value('lastDay')}.`,
  }),
  EVIDENCE_VALID_ON_NO_DAY: (value) => ({
    fi: `${evidence(value, 'fi')}: ei voimassa yhtenäkään työpäivänä.`,
    sv: `${evidence(value, 'sv')}: gäller inte på någon arbetsdag.`,
    en: `${evidence(value, 'en')}: valid on no working day.`,
  }),
  EVIDENCE_STARTS_IN_PERIOD: (value) => ({
    fi: `${evidence(value, 'fi')}: voimassa vasta ${value('validFrom')} alkaen, kesken ajanjakson.`,
    sv: `${evidence(value, 'sv')}: gäller först från och med ${value('validFrom')}, under perioden.`,
    en: `${evidence(value, 'en')}: valid only from ${value('validFrom')}, within the period.`,
  }),
  EVIDENCE_EXPIRES_IN_PERIOD: (value) => ({
    fi: `${evidence(value, 'fi')}: voimassaolo päättyy ${value('validTo')}, kesken ajanjakson.`,
    sv: `${evidence(value, 'sv')}: giltigheten upphör ${value('validTo')}, under perioden.`,
    en: `${evidence(value, 'en')}: expires on ${value('validTo')}, within the period.`,
  }),
  EVIDENCE_INCOMPLETE: (value) => ({
    fi: `${evidence(value, 'fi')}: myöntäjä tai voimassaolon päättyminen puuttuu.`,
    sv: `${evidence(value, 'sv')}: utfärdare eller sista giltighetsdag saknas.`,
    en: `${evidence(value, 'en')}: the issuer or the last day of validity is missing.`,
  }),
  EVIDENCE_NUMBER_OF_ANOTHER: (value) => ({
    fi: `${evidence(value, 'fi')}: numero ${value('number')} on toisen osuuskunnan (${value('cooperative')}) yritystunnus, joten näyttöä ei lueta hyväksi.`,
    sv: `${evidence(value, 'sv')}: numret ${value('number')} är ett annat kooperativs (${value('cooperative')}) organisationsnummer, så beviset räknas inte.`,
    en: `${evidence(value, 'en')}: the number ${value('number')} is the business id of another cooperative (${value('cooperative')}), so the evidence does not count.`,
  }),
  SELF_DECLARED_ONLY: (value) => ({
    fi: `${evidence(value, 'fi')}: osuuskunnan oma ilmoitus, jota koordinaattori ei ole tarkistanut.`,
    sv: `${evidence(value, 'sv')}: kooperativets egen uppgift, som samordnaren inte har kontrollerat.`,
    en: `${evidence(value, 'en')}: the cooperative's own statement, which the coordinator has not verified.`,
  }),
  MISSING_CERTIFICATION: (value) => {
    const held = value('held');
    return {
      fi: `${evidence(value, 'fi')} puuttuu (osa ${value('lots')})${held === '' ? '' : `; on ${held}`}.`,
      sv: `${evidence(value, 'sv')} saknas (del ${value('lots')})${held === '' ? '' : `; finns ${held}`}.`,
      en: `${evidence(value, 'en')} is missing (lot ${value('lots')})${held === '' ? '' : `; held is ${held}`}.`,
    };
  },
  NO_MATCHING_CPV: (value) => ({
    fi: `Mikään tarjottu palvelu ei vastaa CPV-koodeja (${value('cpv')}).`,
    sv: `Ingen erbjuden tjänst motsvarar CPV-koderna (${value('cpv')}).`,
    en: `No service on offer matches the CPV codes (${value('cpv')}).`,
  }),
  NO_WORK_OFFERED: (value) => ({
    fi: `Tarjolla on CPV-koodeilla (${value('cpv')}) vain koulutusta, tiloja tai sijaisia, ei työtä.`,
    sv: `För CPV-koderna (${value('cpv')}) erbjuds bara utbildning, lokaler eller vikarier, inget arbete.`,
    en: `For the CPV codes (${value('cpv')}) only courses, rooms or substitutes are on offer, and no work.`,
  }),
  PARTIAL_CPV_ONLY: () => ({
    fi: 'Tarjotut palvelut kattavat osasta vain jonkin osan, eikä niitä lasketa mukaan.',
    sv: 'De erbjudna tjänsterna täcker bara något av delen och räknas inte med.',
    en: 'The services on offer are only a part of what the lot asks for, and are not counted.',
  }),
  OUTSIDE_AREA: (value) => ({
    fi: `Palveluja ei tarjota kunnassa (${value('municipalities')}).`,
    sv: `Tjänsterna erbjuds inte i kommunen (${value('municipalities')}).`,
    en: `The services are not offered in the municipality (${value('municipalities')}).`,
  }),
  CPV_NOT_ART77: (value) => ({
    fi: `Direktiivin 2014/24/EU 77 artiklan nojalla ei saa varata osaa ${value('lot')}: CPV-koodi ${value('cpv')}.`,
    sv: `Enligt artikel 77 i direktiv 2014/24/EU får del ${value('lot')} inte reserveras: CPV-kod ${value('cpv')}.`,
    en: `Under Art. 77 of Directive 2014/24/EU lot ${value('lot')} may not be reserved: CPV code ${value('cpv')}.`,
  }),
  ART77_AWARDED_RECENTLY: (value) => ({
    fi: `Osa ${value('lot')}: sama hankintayksikkö on tehnyt sen kanssa 77 artiklan nojalla varatun sopimuksen, joka alkoi ${value('awarded')}, alle ${value('years')} vuotta sitten.`,
    sv: `Del ${value('lot')}: samma upphandlande myndighet har tilldelat det ett kontrakt reserverat enligt artikel 77, som började ${value('awarded')}, för mindre än ${value('years')} år sedan.`,
    en: `Lot ${value('lot')}: the same contracting authority awarded it a contract reserved under Art. 77, which began on ${value('awarded')}, less than ${value('years')} years before.`,
  }),
  ART77_CONDITIONS: (value) => ({
    fi: `Tarkistettava: 77 artiklan sopimus kestää enintään ${value('mostYears')} vuotta, sama hankintayksikkö ei ole tehnyt toimittajan kanssa sellaista samoista palveluista ${value('yearsSinceAward')} viime vuoden aikana, ja toimittaja hoitaa julkista palvelutehtävää, sijoittaa voittonsa siihen ja on henkilöstönsä tai osallisten omistama tai johtama.`,
    sv: `Att kontrollera: ett kontrakt enligt artikel 77 löper i högst ${value('mostYears')} år, samma myndighet har inte tilldelat leverantören ett sådant för samma tjänster under de senaste ${value('yearsSinceAward')} åren, och leverantören har ett offentligt uppdrag, återinvesterar vinsten i det och ägs eller leds av de anställda eller berörda.`,
    en: `To be verified: a contract under Art. 77 lasts at most ${value('mostYears')} years, the same authority has awarded the supplier none for the same services in the past ${value('yearsSinceAward')} years, and the supplier has a public service mission, reinvests its profits in it, and is owned or run by its employees or those concerned.`,
  }),
  CAPACITY_UNKNOWN: () => ({
    fi: 'Ei ole kertonut, paljonko sillä on vapaata; se puuttuu summista.',
    sv: 'Har inte uppgett hur mycket det har ledigt; det saknas i summorna.',
    en: 'It has not told how much it has free; it is missing from the totals.',
  }),
};
