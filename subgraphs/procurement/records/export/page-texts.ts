import type { CpvMatch, ReservedKind } from '../../need/need.js';
import type { TextLanguage } from '../../../shared/words/localized.js';

/** What the printed page says of itself. */
export interface PageTexts {
  readonly kind: string;
  readonly organisation: string;
  readonly searchedAt: string;
  readonly record: string;
  readonly need: string;
  readonly place: string;
  readonly period: string;
  readonly weekdays: string;
  readonly workingDays: string;
  /** Working days that were over when it was searched. */
  readonly pastDays: string;
  readonly holidaysSkipped: string;
  readonly reserved: string;
  readonly reservedFor: Readonly<Record<ReservedKind, string>>;
  readonly estimatedValue: string;
  readonly withoutVat: string;
  readonly none: string;
  readonly lot: string;
  readonly lots: string;
  readonly cpv: string;
  readonly perDay: string;
  readonly evidence: string;
  readonly withdrawnLots: string;
  readonly coverage: string;
  readonly demand: string;
  readonly covered: string;
  readonly strict: string;
  readonly shortfall: string;
  readonly together: string;
  readonly complete: string;
  readonly incomplete: string;
  readonly suppliers: string;
  readonly cooperative: string;
  readonly eligible: string;
  readonly yes: string;
  readonly no: string;
  readonly why: string;
  /** Before a day, after what it is. */
  readonly verified: string;
  readonly offers: string;
  readonly match: Readonly<Record<CpvMatch, string>>;
  readonly proposals: string;
  readonly members: string;
  readonly lead: string;
  readonly weakestLinks: string;
  readonly notAnswering: string;
  readonly proof: string;
  readonly hash: string;
  readonly key: string;
  readonly signedAt: string;
  /** How the record is verified; the command stands below. */
  readonly verify: string;
  /** After a number of hours, and of minutes. */
  readonly hours: string;
  readonly minutes: string;
}

const FI: PageTexts = {
  kind: 'Toimittajahaku',
  organisation: 'Organisaatio',
  searchedAt: 'Haun ajankohta',
  record: 'Tallenteen tunnus',
  need: 'Tarve',
  place: 'Paikka',
  period: 'Ajanjakso',
  weekdays: 'Viikonpäivät',
  workingDays: 'Työpäiviä',
  pastDays: 'Menneitä, joita ei laskettu',
  holidaysSkipped: 'Ohitetut pyhäpäivät',
  reserved: 'Varattu',
  reservedFor: {
    RES_WS: 'Sosiaaliset yritykset ja työkeskukset (direktiivi 2014/24/EU, 20 artikla)',
    RES_PUB_SER: 'Julkisen palvelun tehtävää hoitavat organisaatiot (77 artikla)',
  },
  estimatedValue: 'Ennakoitu arvo',
  withoutVat: 'ilman arvonlisäveroa',
  none: 'ei ole',
  lot: 'Osa',
  lots: 'Osat',
  cpv: 'CPV-koodi',
  perDay: 'Henkilötyötä päivässä',
  evidence: 'Vaaditut todistukset',
  withdrawnLots: 'Perutut osat',
  coverage: 'Kuinka paljon pystytään toimittamaan',
  demand: 'Tarve',
  covered: 'Toimitettavissa',
  strict: 'Siitä todistuksen voimassaolopäivinä',
  shortfall: 'Puuttuu',
  together: 'Kaikki osat yhdessä',
  complete: 'Kaikki osuuskunnat, joilta kysyttiin, vastasivat.',
  incomplete: 'Luvut eivät ole täydelliset: kaikki eivät vastanneet.',
  suppliers: 'Osuuskunnat',
  cooperative: 'Osuuskunta',
  eligible: 'Kelpaa',
  yes: 'kyllä',
  no: 'ei',
  why: 'Perusteet ja huomautukset',
  verified: 'koordinaattori on tarkistanut',
  offers: 'Tarjoaa osiin',
  match: { EXACT: 'sama koodi', BROADER: 'laajempi', PARTIAL: 'osittain, ei laskettu mukaan' },
  proposals: 'Ehdotukset',
  members: 'Yhdessä',
  lead: 'Vastaava',
  weakestLinks: 'Heikoimmat kohdat',
  notAnswering: 'Eivät vastanneet',
  proof: 'Aitous',
  hash: 'Tiiviste (SHA-256)',
  key: 'Allekirjoitusavain',
  signedAt: 'Allekirjoitettu',
  verify:
    'Tallenne on verkoston allekirjoittama. Tallenna se (jws) tiedostoksi record.jws ja verkoston julkiset avaimet, jotka ovat sen luettelopalvelun (catalogue) osoitteessa /.well-known/jwks.json, tiedostoksi jwks.json. Tarkista ilman verkkoyhteyttä; tiivisteen on oltava sama kuin yllä:',
  hours: 't',
  minutes: 'min',
};

const SV: PageTexts = {
  kind: 'Leverantörssökning',
  organisation: 'Organisation',
  searchedAt: 'Sökningens tidpunkt',
  record: 'Sparad sökning',
  need: 'Behov',
  place: 'Plats',
  period: 'Period',
  weekdays: 'Veckodagar',
  workingDays: 'Arbetsdagar',
  pastDays: 'Förflutna, inte medräknade',
  holidaysSkipped: 'Helgdagar som hoppats över',
  reserved: 'Reserverat',
  reservedFor: {
    RES_WS: 'Sociala företag och skyddade verkstäder (direktiv 2014/24/EU, artikel 20)',
    RES_PUB_SER: 'Organisationer som utför ett offentligt uppdrag (artikel 77)',
  },
  estimatedValue: 'Uppskattat värde',
  withoutVat: 'exklusive mervärdesskatt',
  none: 'inga',
  lot: 'Del',
  lots: 'Delar',
  cpv: 'CPV-kod',
  perDay: 'Arbete per dag',
  evidence: 'Intyg som krävs',
  withdrawnLots: 'Återkallade delar',
  coverage: 'Hur mycket som kan levereras',
  demand: 'Behov',
  covered: 'Kan levereras',
  strict: 'Varav dagar då intyget gäller',
  shortfall: 'Fattas',
  together: 'Alla delar tillsammans',
  complete: 'Alla kooperativ som tillfrågades har svarat.',
  incomplete: 'Siffrorna är inte fullständiga: alla har inte svarat.',
  suppliers: 'Kooperativ',
  cooperative: 'Kooperativ',
  eligible: 'Behörigt',
  yes: 'ja',
  no: 'nej',
  why: 'Skäl och anmärkningar',
  verified: 'samordnaren har kontrollerat',
  offers: 'Erbjuder till delarna',
  match: { EXACT: 'samma kod', BROADER: 'bredare', PARTIAL: 'delvis, inte medräknat' },
  proposals: 'Förslag',
  members: 'Tillsammans',
  lead: 'Ansvarigt',
  weakestLinks: 'Svagaste punkter',
  notAnswering: 'Har inte svarat',
  proof: 'Äkthet',
  hash: 'Kontrollsumma (SHA-256)',
  key: 'Signeringsnyckel',
  signedAt: 'Signerat',
  verify:
    'Sökningen är signerad av nätverket. Spara den (jws) som filen record.jws och nätverkets publika nycklar, som finns på adressen /.well-known/jwks.json i dess katalogtjänst (catalogue), som filen jwks.json. Kontrollera utan nätförbindelse; kontrollsumman ska vara densamma som ovan:',
  hours: 'tim',
  minutes: 'min',
};

const EN: PageTexts = {
  kind: 'Supplier search',
  organisation: 'Organisation',
  searchedAt: 'Searched',
  record: 'Record',
  need: 'Need',
  place: 'Place',
  period: 'Period',
  weekdays: 'Weekdays',
  workingDays: 'Working days',
  pastDays: 'Over already, not counted',
  holidaysSkipped: 'Public holidays skipped',
  reserved: 'Reserved',
  reservedFor: {
    RES_WS: 'Sheltered workshops and social enterprises (Directive 2014/24/EU, Article 20)',
    RES_PUB_SER: 'Organisations with a public service mission (Article 77)',
  },
  estimatedValue: 'Estimated value',
  withoutVat: 'without value added tax',
  none: 'none',
  lot: 'Lot',
  lots: 'Lots',
  cpv: 'CPV code',
  perDay: 'Work per day',
  evidence: 'Evidence required',
  withdrawnLots: 'Withdrawn lots',
  coverage: 'How much can be delivered',
  demand: 'Wanted',
  covered: 'Can be delivered',
  strict: 'Of it on days of valid evidence',
  shortfall: 'Missing',
  together: 'All lots together',
  complete: 'All cooperatives that were asked have answered.',
  incomplete: 'The figures are not complete: not all have answered.',
  suppliers: 'Cooperatives',
  cooperative: 'Cooperative',
  eligible: 'Eligible',
  yes: 'yes',
  no: 'no',
  why: 'Reasons and remarks',
  verified: 'verified by the coordinator on',
  offers: 'Offers for lots',
  match: { EXACT: 'same code', BROADER: 'broader', PARTIAL: 'in part, not counted' },
  proposals: 'Proposals',
  members: 'Together',
  lead: 'Lead',
  weakestLinks: 'Weakest links',
  notAnswering: 'Did not answer',
  proof: 'Authenticity',
  hash: 'Hash (SHA-256)',
  key: 'Signing key',
  signedAt: 'Signed',
  verify:
    'The network has signed this record. Save it (jws) as the file record.jws, and the public keys of the network, which are at /.well-known/jwks.json of its catalogue, as jwks.json. Verify it offline; the hash must be the one above:',
  hours: 'h',
  minutes: 'min',
};

export const PAGE_TEXTS: Readonly<Record<TextLanguage, PageTexts>> = { fi: FI, sv: SV, en: EN };
