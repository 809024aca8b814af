import type { Translations } from '../../shared/words/said/tell.js';

/** Why commands on agreements, verifications and records are refused. */
export const REFUSAL_WORDS = {
  'Wanted "FI" or "SE", got {0}.': {
    fi: 'Pitäisi olla "FI" tai "SE", oli {0}.',
    sv: 'Ska vara "FI" eller "SE", var {0}.',
  },
  'Wanted the country of the buyer, whose id in {0} is {1}, got {2} of {3}.': {
    fi: 'Pitäisi olla hankintayksikön maa, jonka tunnus maassa {0} on {1}; oli {2}, tunnus {3}.',
    sv: 'Ska vara köparens land, vars nummer i {0} är {1}; var {2}, nummer {3}.',
  },
  'Wanted an amount above 0, got 0.': {
    fi: 'Summan pitäisi olla yli 0, oli 0.',
    sv: 'Beloppet ska vara över 0, var 0.',
  },
  'Wanted the business id of an organisation.': {
    fi: 'Pitäisi olla organisaation yritystunnus.',
    sv: 'Ska vara en organisations organisationsnummer.',
  },
  'Wanted a last day to {0}: by Art. 77 at most {1} years, got {2}.': {
    fi: 'Viimeisen päivän pitäisi olla viimeistään {0}: 77 artiklan mukaan enintään {1} vuotta; oli {2}.',
    sv: 'Sista dagen ska vara senast {0}: enligt artikel 77 högst {1} år; var {2}.',
  },
  'Wanted a code of Art. 77 of Directive 2014/24/EU, got {0}.': {
    fi: 'Pitäisi olla direktiivin 2014/24/EU 77 artiklan koodi, oli {0}.',
    sv: 'Ska vara en kod i artikel 77 i direktiv 2014/24/EU, var {0}.',
  },
  'Wanted {0}, which the agreement buys, or a code below, got {1}.': {
    fi: 'Pitäisi olla sopimuksen koodi ({0}) tai sen alakoodi, oli {1}.',
    sv: 'Ska vara en kod i avtalet ({0}) eller en underordnad kod, var {1}.',
  },
  'Wanted one price for {0} by {1}, got another.': {
    fi: 'Koodille {0} pitäisi olla yksi hinta yksikköä {1} kohti, tuli toinen.',
    sv: 'Ska vara ett pris för {0} per {1}, det kom ett till.',
  },
  'Wanted an amount such as "1200.50", got {0}.': {
    fi: 'Pitäisi olla summa, esimerkiksi "1200.50", oli {0}.',
    sv: 'Ska vara ett belopp, till exempel "1200.50", var {0}.',
  },
  'Wanted {0} to {1}, got {2}.': {
    fi: 'Pitäisi olla {0}–{1}, oli {2}.',
    sv: 'Ska vara {0} till {1}, var {2}.',
  },
  'Wanted the business id of the buyer, got none.': {
    fi: 'Hankintayksikön yritystunnus puuttuu.',
    sv: 'Köparens organisationsnummer saknas.',
  },
  'Wanted a day from {0} to {1}, got {2}.': {
    fi: 'Päivän pitäisi olla {0} – {1}, oli {2}.',
    sv: 'Dagen ska vara {0} till {1}, var {2}.',
  },
  'Wanted the reference of an order such as "7KD-4PM", got {0}.': {
    fi: 'Pitäisi olla tilauksen viite, esimerkiksi "7KD-4PM", oli {0}.',
    sv: 'Ska vara en beställnings referens, till exempel "7KD-4PM", var {0}.',
  },
  'Wanted one of {0}, got {1}.': {
    fi: 'Pitäisi olla jokin näistä: {0}; oli {1}.',
    sv: 'Ska vara något av {0}, var {1}.',
  },
  'Wanted at most {0} complaints of an agreement, got another.': {
    fi: 'Sopimuksella voi olla enintään {0} reklamaatiota; tuli vielä yksi.',
    sv: 'Ett avtal kan ha högst {0} reklamationer; det kom en till.',
  },
  'Wanted the reference of an order of {0} under this agreement, got "{1}".': {
    fi: 'Pitäisi olla tämän sopimuksen mukaisen tilauksen viite osuuskunnalta {0}, oli "{1}".',
    sv: 'Ska vara referensen för en beställning hos {0} enligt detta avtal, var "{1}".',
  },
  'There is no such agreement.': {
    fi: 'Tällaista sopimusta ei ole.',
    sv: 'Det finns inget sådant avtal.',
  },
  'Wanted cooperatives that offer something of {0} in {1}, got {2}, which offers nothing of it.': {
    fi: 'Osuuskuntien pitäisi tarjota jotain näistä: {0}, valuutassa {1}; {2} ei tarjoa niitä.',
    sv: 'Kooperativen ska erbjuda något av {0} i {1}; {2} erbjuder inget av det.',
  },
  'Wanted cooperatives that offer something of {0} in {1}, got {2}, which offers it in {3}.': {
    fi: 'Osuuskuntien pitäisi tarjota jotain näistä: {0}, valuutassa {1}; {2} tarjoaa niitä valuutassa {3}.',
    sv: 'Kooperativen ska erbjuda något av {0} i {1}; {2} erbjuder det i {3}.',
  },
  '"organisationId": wanted one of the organisations whose officer you are, got none.': {
    fi: '"organisationId": pitäisi olla jokin organisaatioista, joiden hankkijana toimit; se puuttuu.',
    sv: '"organisationId": ska vara en av de organisationer vars upphandlare du är; den saknas.',
  },
  '"{0}.to": wanted a day from {1} on, got {2}.': {
    fi: '"{0}.to": päivän pitäisi olla aikaisintaan {1}, oli {2}.',
    sv: '"{0}.to": dagen ska vara tidigast {1}, var {2}.',
  },
  '"{0}.to": wanted at most {1} days from {2} on, got {3}, to {4}.': {
    fi: '"{0}.to": päiviä pitäisi olla enintään {1}, alku {2}; oli {3}, loppu {4}.',
    sv: '"{0}.to": ska vara högst {1} dagar från {2}, var {3}, till {4}.',
  },
  '"{0}": wanted a code of the CPV 2008 such as "90910000", got {1}.': {
    fi: '"{0}": pitäisi olla CPV 2008 -koodi, esimerkiksi "90910000", oli {1}.',
    sv: '"{0}": ska vara en kod i CPV 2008, till exempel "90910000", var {1}.',
  },
  'Wanted a text without control characters of 1 to {0} characters, got one of {1}.': {
    fi: 'Pitäisi olla teksti ilman ohjausmerkkejä, 1–{0} merkkiä; oli {1} merkkiä.',
    sv: 'Ska vara en text utan styrtecken på 1 till {0} tecken; var {1} tecken.',
  },
  'a text without control characters, of at most {0}': {
    fi: 'teksti ilman ohjausmerkkejä, enintään {0} merkkiä',
    sv: 'en text utan styrtecken, högst {0} tecken',
  },
  'an amount such as "120000.00"': {
    fi: 'summa, esimerkiksi "120000.00"',
    sv: 'ett belopp, till exempel "120000.00"',
  },
  'one of {0}': { fi: 'jokin näistä: {0}', sv: 'något av {0}' },
  '"continues": wanted a record of the same organisation, got none.': {
    fi: '"continues": pitäisi olla saman organisaation tallenne; sellaista ei ole.',
    sv: '"continues": ska vara en sparad sökning från samma organisation; ingen sådan finns.',
  },
  '"continues": wanted a record that none continues yet, got one that is continued by {0}.': {
    fi: '"continues": pitäisi olla tallenne, jota mikään ei vielä jatka; tätä jatkaa jo {0}.',
    sv: '"continues": ska vara en sparad sökning som ingen annan fortsätter; denna fortsätts redan av {0}.',
  },
  '"idempotencyKey": was used before, with another input.': {
    fi: '"idempotencyKey": avainta on jo käytetty muilla tiedoilla.',
    sv: '"idempotencyKey": nyckeln har redan använts med andra uppgifter.',
  },
  '"need": wanted a record of at most {0} bytes, got {1}: ask for fewer lots, or for a shorter time.':
    {
      fi: '"need": tallenteessa pitäisi olla enintään {0} tavua, oli {1}: pyydä vähemmän osia tai lyhyempää aikaa.',
      sv: '"need": den sparade sökningen ska vara högst {0} byte, var {1}: begär färre delar eller en kortare tid.',
    },
  'There is no such verification.': {
    fi: 'Tällaista tarkistusta ei ole.',
    sv: 'Det finns ingen sådan kontroll.',
  },
  'It was withdrawn before, with another reason, which stays.': {
    fi: 'Se on jo peruttu toisella perusteella, joka jää voimaan.',
    sv: 'Den har redan återkallats med ett annat skäl, som står kvar.',
  },
  'The catalogue has no evidence of such a cooperative.': {
    fi: 'Luettelossa ei ole tällaisen osuuskunnan näyttöä.',
    sv: 'Katalogen har inga bevis för ett sådant kooperativ.',
  },
  'Wanted evidence just as the cooperative declares it now, got other.': {
    fi: 'Näytön pitäisi olla juuri sellainen kuin osuuskunta sen nyt ilmoittaa; oli muu.',
    sv: 'Beviset ska vara just så som kooperativet anger det nu; var ett annat.',
  },
  'Wanted at most {0} verifications of a cooperative that stand: withdraw what verifies nothing any more.':
    {
      fi: 'Osuuskunnalla voi olla enintään {0} voimassa olevaa tarkistusta: peru ne, jotka eivät enää tarkista mitään.',
      sv: 'Ett kooperativ kan ha högst {0} gällande kontroller: återkalla dem som inte längre kontrollerar något.',
    },
} satisfies Translations;
