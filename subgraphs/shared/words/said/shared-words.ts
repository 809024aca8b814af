import type { Translations } from './tell.js';

/** What subgraphs have in common: why a cooperative has not answered, what a right would take, what is wrong with a code, a number or a text. */
export const SHARED_WORDS = {
  'is not in the registry': { fi: 'ei ole rekisterissä', sv: 'finns inte i registret' },
  'is not known here, and the registry does not answer': {
    fi: 'ei ole täällä tiedossa, eikä rekisteri vastaa',
    sv: 'är inte känt här, och registret svarar inte',
  },
  'has left the network': { fi: 'on lähtenyt verkostosta', sv: 'har lämnat nätverket' },
  'is paused': { fi: 'on tauolla', sv: 'har paus' },
  'has a system that does not know this command': {
    fi: 'käyttää järjestelmää, joka ei tunne tätä komentoa',
    sv: 'har ett system som inte känner till det här kommandot',
  },
  'could not be reached in time': {
    fi: 'ei ollut tavoitettavissa ajoissa',
    sv: 'kunde inte nås i tid',
  },
  'could not be reached': { fi: 'ei ollut tavoitettavissa', sv: 'kunde inte nås' },
  'broke off the connection': { fi: 'katkaisi yhteyden', sv: 'bröt förbindelsen' },
  'answered with too much': {
    fi: 'lähetti liian pitkän vastauksen',
    sv: 'skickade ett för långt svar',
  },
  'was not asked, because the time was used up before': {
    fi: 'jäi kysymättä, koska aika loppui kesken',
    sv: 'tillfrågades inte, eftersom tiden tog slut',
  },
  'did not answer in time': { fi: 'ei vastannut ajoissa', sv: 'svarade inte i tid' },
  'answered with a redirect': {
    fi: 'vastasi uudelleenohjauksella',
    sv: 'svarade med en omdirigering',
  },
  'answered with status {0}': { fi: 'vastasi tilakoodilla {0}', sv: 'svarade med statuskod {0}' },
  'answered in a compressed form that was not asked for': {
    fi: 'lähetti pakatun vastauksen, vaikka sellaista ei pyydetty',
    sv: 'skickade ett komprimerat svar som ingen hade bett om',
  },
  'answered with {0} (status {1}) instead of GraphQL': {
    fi: 'vastasi muodossa {0} (tilakoodi {1}) eikä GraphQL:llä',
    sv: 'svarade med {0} (statuskod {1}) i stället för GraphQL',
  },
  'answered with broken JSON': { fi: 'lähetti viallista JSONia', sv: 'skickade felaktig JSON' },
  'has not answered since {0} and was not asked': {
    fi: 'ei ole vastannut tämän jälkeen: {0}, joten siltä ei kysytty',
    sv: 'har inte svarat sedan {0} och tillfrågades inte',
  },
  '{0}; it is tried again in {1} s': {
    fi: '{0}; uusi yritys {1} sekunnin kuluttua',
    sv: '{0}; nytt försök om {1} s',
  },
  'some time': { fi: 'jokin aika', sv: 'en tid tillbaka' },
  'has as many questions in hand as it may have, and was not asked': {
    fi: 'käsittelee jo niin monta kyselyä kuin saa, joten siltä ei kysytty',
    sv: 'hanterar redan så många frågor som det får och tillfrågades inte',
  },
  '{0}; ask again in {1} s': {
    fi: '{0}; kysy uudelleen {1} sekunnin kuluttua',
    sv: '{0}; fråga igen om {1} s',
  },
  'the check digit of {0} is {1}, got {2}': {
    fi: 'koodin {0} tarkistusnumero on {1}, ei {2}',
    sv: 'kontrollsiffran för {0} är {1}, inte {2}',
  },
  'wanted 8 digits such as "90910000", got "{0}"': {
    fi: 'pitäisi olla 8 numeroa, esimerkiksi "90910000", oli "{0}"',
    sv: 'ska vara 8 siffror, till exempel "90910000", var "{0}"',
  },
  'wanted a code such as "FI-609" or "SE-0580", got "{0}"': {
    fi: 'pitäisi olla koodi, esimerkiksi "FI-609" tai "SE-0580", oli "{0}"',
    sv: 'ska vara en kod, till exempel "FI-609" eller "SE-0580", var "{0}"',
  },
  'the secret that was returned when it was made': {
    fi: 'salaisuus, joka annettiin, kun se tehtiin',
    sv: 'hemligheten som gavs när det gjordes',
  },
  'an order that names it': {
    fi: 'tilaus, jossa se mainitaan',
    sv: 'en beställning där det nämns',
  },
  'the word of the person concerned, who has not made it public': {
    fi: 'asianomaisen suostumus, sillä hän ei ole julkistanut tätä',
    sv: 'samtycke av den det gäller, som inte har gjort det offentligt',
  },
  'the secret link of the calendar': {
    fi: 'kalenterin salainen linkki',
    sv: 'kalenderns hemliga länk',
  },
  '{0} of {1}': { fi: '{0} ({1})', sv: '{0} ({1})' },
  '{0} whose own it is': { fi: '{0}, jonka oma se on', sv: '{0} som det tillhör' },
  'the role {0}': { fi: 'rooli {0}', sv: 'rollen {0}' },
  'This needs {0}.': { fi: 'Tähän tarvitaan {0}.', sv: 'För detta krävs {0}.' },
  'the network’s booking process': {
    fi: 'verkoston varausprosessi',
    sv: 'nätverkets bokningsprocess',
  },
  'the network’s catalogue': { fi: 'verkoston luettelo', sv: 'nätverkets katalog' },
  'the network’s procurement process': {
    fi: 'verkoston hankintaprosessi',
    sv: 'nätverkets upphandlingsprocess',
  },
  'the cooperative itself': { fi: 'osuuskunta itse', sv: 'kooperativet självt' },
  'what started the network': { fi: 'verkoston käynnistäjä', sv: 'det som startade nätverket' },
  'a request that {0} has signed, with the scope "{1}"': {
    fi: 'pyyntö, jonka on allekirjoittanut {0}, valtuutuksella "{1}"',
    sv: 'en begäran som {0} har undertecknat, med behörigheten "{1}"',
  },
  'the organisation that "organisationId" names': {
    fi: 'organisaatio, jonka "organisationId" nimeää',
    sv: 'organisationen som "organisationId" anger',
  },
  'its organisation': { fi: 'sen oma organisaatio', sv: 'dess organisation' },
  'the cooperative': { fi: 'osuuskunta', sv: 'kooperativet' },
  '{0} or {1}': { fi: '{0} tai {1}', sv: '{0} eller {1}' },
  '{0}, or {1}': { fi: '{0} tai {1}', sv: '{0} eller {1}' },
  '"{0}": {1}.': { fi: '"{0}": {1}.', sv: '"{0}": {1}.' },
  '"{0}": wanted {1}, got {2}.': {
    fi: '"{0}": pitäisi olla {1}, oli {2}.',
    sv: '"{0}": ska vara {1}, var {2}.',
  },
  '{0} to {1} characters': { fi: '{0}–{1} merkkiä', sv: '{0} till {1} tecken' },
  'Wanted a cooperative\'s id such as "karhu", got {0}.': {
    fi: 'Pitäisi olla osuuskunnan tunniste, esimerkiksi "karhu", oli {0}.',
    sv: 'Ska vara ett kooperativs id, till exempel "karhu", var {0}.',
  },
  'The network has no cooperative "{0}".': {
    fi: 'Verkostossa ei ole osuuskuntaa "{0}".',
    sv: 'Nätverket har inget kooperativ "{0}".',
  },
  'This key was used before, with another input.': {
    fi: 'Avainta on jo käytetty muilla tiedoilla.',
    sv: 'Nyckeln har redan använts med andra uppgifter.',
  },
  'a Y-tunnus with a right check digit such as "1572860-0"': {
    fi: 'Y-tunnus, jonka tarkistusnumero on oikein, esimerkiksi "1572860-0"',
    sv: 'ett FO-nummer (Y-tunnus) med rätt kontrollsiffra, till exempel "1572860-0"',
  },
  'the number of a company, not of a person': {
    fi: 'yrityksen tunnus, ei henkilön',
    sv: 'ett företags nummer, inte en persons',
  },
  'an organisationsnummer with a right check digit such as "556703-7485", not the number of a person':
    {
      fi: 'organisaationumero (organisationsnummer), jonka tarkistusnumero on oikein, esimerkiksi "556703-7485", ei henkilötunnus',
      sv: 'ett organisationsnummer med rätt kontrollsiffra, till exempel "556703-7485", inte ett personnummer',
    },
  'five digits such as 28100': {
    fi: 'viisi numeroa, kuten 28100',
    sv: 'fem siffror, till exempel 28100',
  },
  'five digits such as 582 22': {
    fi: 'viisi numeroa, kuten 582 22',
    sv: 'fem siffror, till exempel 582 22',
  },
  'Wanted both "latitude" and "longitude", or neither.': {
    fi: 'Anna sekä "latitude" että "longitude" tai ei kumpaakaan.',
    sv: 'Ange både "latitude" och "longitude", eller ingetdera.',
  },
  'an address for e-invoices with right check digits, such as 0216:003715728600, 003715728600 or 0088:7300010000001':
    {
      fi: 'verkkolaskuosoite, jonka tarkistusnumerot ovat oikein, kuten 0216:003715728600, 003715728600 tai 0088:7300010000001',
      sv: 'en e-fakturaadress med rätt kontrollsiffror, till exempel 0216:003715728600, 003715728600 eller 0088:7300010000001',
    },
  'Wanted {0} to {1} degrees, got another number.': {
    fi: 'Asteiden on oltava {0}–{1}; annettu on toinen luku.',
    sv: 'Ange {0} till {1} grader; angivet är ett annat tal.',
  },
  'a text without control characters, 1 to {0} characters': {
    fi: 'teksti ilman ohjausmerkkejä, 1–{0} merkkiä',
    sv: 'en text utan styrtecken, 1 till {0} tecken',
  },
  'a text without control characters, at most {0} characters': {
    fi: 'teksti ilman ohjausmerkkejä, enintään {0} merkkiä',
    sv: 'en text utan styrtecken, högst {0} tecken',
  },
  'Wanted {0}; got another text of {1} characters.': {
    fi: 'Tähän kuuluu {0}; annettu on toinen teksti, {1} merkkiä.',
    sv: 'Här hör {0}; angiven är en annan text på {1} tecken.',
  },
} satisfies Translations;
