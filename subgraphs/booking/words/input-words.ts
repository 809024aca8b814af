import type { Translations } from '../../shared/words/said/tell.js';

/** What is wrong with what was sent, and which limits are reached. */
export const INPUT_WORDS = {
  'Wanted {0}, got {1}.': { fi: 'Pitäisi olla {0}, oli {1}.', sv: 'Ska vara {0}, var {1}.' },
  'Wanted {0}.': { fi: 'Pitäisi olla {0}.', sv: 'Ska vara {0}.' },
  none: { fi: 'ei mitään', sv: 'inget' },
  another: { fi: 'muu', sv: 'något annat' },
  'another text of {0} characters': {
    fi: 'muu teksti, {0} merkkiä',
    sv: 'en annan text, {0} tecken',
  },
  '1 to {0}': { fi: '1–{0}', sv: '1 till {0}' },
  '1 to {0} ids': { fi: '1–{0} tunnistetta', sv: '1 till {0} id:n' },
  'at most {0} codes': { fi: 'enintään {0} koodia', sv: 'högst {0} koder' },
  'an id such as {0}': { fi: 'tunniste, esimerkiksi {0}', sv: 'ett id, till exempel {0}' },
  'two of {0}': { fi: 'kaksi palvelua: {0}', sv: 'två av {0}' },
  'one service of a cooperative': {
    fi: 'yksi palvelu osuuskuntaa kohti',
    sv: 'en tjänst per kooperativ',
  },
  'a service of one of the "cooperatives"': {
    fi: 'jonkin kohdassa "cooperatives" nimetyn osuuskunnan palvelu',
    sv: 'en tjänst från något kooperativ i "cooperatives"',
  },
  'a text without control characters': {
    fi: 'teksti ilman ohjausmerkkejä',
    sv: 'en text utan styrtecken',
  },
  'a name of 1 to {0} characters, none of control': {
    fi: 'nimi, 1–{0} merkkiä ilman ohjausmerkkejä',
    sv: 'ett namn på 1 till {0} tecken utan styrtecken',
  },
  'a telephone number of at least {0} digits and at most {1} characters, none of control': {
    fi: 'puhelinnumero, vähintään {0} numeroa ja enintään {1} merkkiä ilman ohjausmerkkejä',
    sv: 'ett telefonnummer med minst {0} siffror och högst {1} tecken utan styrtecken',
  },
  'an e-mail address': { fi: 'sähköpostiosoite', sv: 'en e-postadress' },
  'a business id of at most {0} characters, not the number of a person': {
    fi: 'yritystunnus, enintään {0} merkkiä, ei henkilötunnus',
    sv: 'ett organisationsnummer på högst {0} tecken, inte ett personnummer',
  },
  'Wanted a key of 1 to {0} characters, got {1}.': {
    fi: 'Avaimessa pitäisi olla 1–{0} merkkiä, oli {1}.',
    sv: 'Nyckeln ska ha 1 till {0} tecken, hade {1}.',
  },
  'There is no such cooperative.': {
    fi: 'Tällaista osuuskuntaa ei ole.',
    sv: 'Det finns inget sådant kooperativ.',
  },
  'Wanted 1 to {0} legs, got {1}.': {
    fi: 'Rivejä pitäisi olla 1–{0}, oli {1}.',
    sv: 'Antalet rader ska vara 1 till {0}, var {1}.',
  },
  'Wanted a service\'s id such as "karhu:siivous".': {
    fi: 'Pitäisi olla palvelun tunniste, esimerkiksi "karhu:siivous".',
    sv: 'Ska vara en tjänsts id, till exempel "karhu:siivous".',
  },
  'Wanted at least 1, got {0}.': {
    fi: 'Pitäisi olla vähintään 1, oli {0}.',
    sv: 'Ska vara minst 1, var {0}.',
  },
  'Wanted a resource of the cooperative whose service this is.': {
    fi: 'Resurssin pitäisi olla samalta osuuskunnalta kuin palvelun.',
    sv: 'Resursen ska vara från samma kooperativ som tjänsten.',
  },
  'Wanted at most {0} shares, got {1}.': {
    fi: 'Osuuksia pitäisi olla enintään {0}, oli {1}.',
    sv: 'Antalet andelar ska vara högst {0}, var {1}.',
  },
  'Wanted a share such as "33.33", above 0.': {
    fi: 'Pitäisi olla osuus, esimerkiksi "33.33", yli 0.',
    sv: 'Ska vara en andel, till exempel "33.33", över 0.',
  },
  'The same cooperative is named twice.': {
    fi: 'Sama osuuskunta on nimetty kahdesti.',
    sv: 'Samma kooperativ anges två gånger.',
  },
  'The shares must add up to 100 per cent exactly.': {
    fi: 'Osuuksien summan pitää olla tasan 100 prosenttia.',
    sv: 'Andelarna måste bli exakt 100 procent tillsammans.',
  },
  'Wanted a day from that of the first visit to {0}, got {1}.': {
    fi: 'Päivän pitäisi olla ensimmäisestä käynnistä päivään {0}, oli {1}.',
    sv: 'Dagen ska vara från det första besöket till {0}, var {1}.',
  },
  'Wanted 1 to {0} weeks, got {1}.': {
    fi: 'Viikkoja pitäisi olla 1–{0}, oli {1}.',
    sv: 'Antalet veckor ska vara 1 till {0}, var {1}.',
  },
  'This key was used before, for another order.': {
    fi: 'Avainta on jo käytetty toiseen tilaukseen.',
    sv: 'Nyckeln har redan använts för en annan beställning.',
  },
  'This key was used before, for another command on this order.': {
    fi: 'Avainta on jo käytetty tämän tilauksen toiseen komentoon.',
    sv: 'Nyckeln har redan använts för ett annat kommando i den här beställningen.',
  },
  'The key was used before, with another input.': {
    fi: 'Avainta on jo käytetty muilla tiedoilla.',
    sv: 'Nyckeln har redan använts med andra uppgifter.',
  },
  'Wanted a start from {0} on, got {1}.': {
    fi: 'Alkamisajan pitäisi olla aikaisintaan {0}, oli {1}.',
    sv: 'Starttiden ska vara tidigast {0}, var {1}.',
  },
  'Wanted a "text" or a code in "cpv", got neither.': {
    fi: 'Kohta "text" tai koodi kohdassa "cpv" puuttuu.',
    sv: 'Ett "text" eller en kod i "cpv" saknas.',
  },
  '"start": wanted an end until {0}, got {1} minutes from {2}.': {
    fi: '"start": lopun pitäisi olla viimeistään {0}, oli {1} minuuttia, alku {2}.',
    sv: '"start": ska sluta senast {0}, var {1} minuter från {2}.',
  },
  'Wanted "email", "phone", "orderId" or "requestId", got none of them.': {
    fi: 'Anna "email", "phone", "orderId" tai "requestId"; mitään niistä ei annettu.',
    sv: 'Ange "email", "phone", "orderId" eller "requestId"; inget av dem angavs.',
  },
  'Wanted an e-mail address, got another text.': {
    fi: 'Pitäisi olla sähköpostiosoite, oli muu teksti.',
    sv: 'Ska vara en e-postadress, var en annan text.',
  },
  'Wanted a number with its country, such as +358 40 1234567, got another text.': {
    fi: 'Pitäisi olla puhelinnumero maatunnuksineen, esimerkiksi +358 40 1234567, oli muu teksti.',
    sv: 'Ska vara ett telefonnummer med landskod, till exempel +358 40 1234567, var en annan text.',
  },
  '{0} (limits.{1}); wait {2}.': {
    fi: '{0} (limits.{1}); odota {2}.',
    sv: '{0} (limits.{1}); vänta {2}.',
  },
  '{0} s': { fi: '{0} s', sv: '{0} s' },
  '{0} min': { fi: '{0} min', sv: '{0} min' },
  '{0} h': { fi: '{0} h', sv: '{0} h' },
  '{0} days': { fi: '{0} päivää', sv: '{0} dagar' },
  '{0} at most at once for one telephone number or e-mail address: {1}': {
    fi: '{0} samalla puhelinnumerolla tai sähköpostiosoitteella enintään yhtä aikaa: {1}',
    sv: '{0} samtidigt för ett telefonnummer eller en e-postadress: högst {1}',
  },
  '{0} (limits.contact.{1}); this order alone has {2}: order fewer at a time.': {
    fi: '{0} (limits.contact.{1}); pelkästään tässä tilauksessa on {2}: tilaa vähemmän kerralla.',
    sv: '{0} (limits.contact.{1}); bara den här beställningen har {2}: beställ färre åt gången.',
  },
  'Legs that are held and not confirmed': {
    fi: 'Alustavasti varattuja, vahvistamattomia rivejä',
    sv: 'Preliminärt bokade rader som inte är bekräftade',
  },
  'Visits ahead': { fi: 'Tulevia käyntejä', sv: 'Kommande besök' },
  'Commands that are not answered yet': {
    fi: 'Vastausta odottavia komentoja',
    sv: 'Kommandon som inte har besvarats',
  },
  'Requests that nobody has taken yet, at most at once for one telephone number or e-mail address: {0}':
    {
      fi: 'Pyyntöjä, joita kukaan ei ole vielä ottanut, samalla puhelinnumerolla tai sähköpostiosoitteella enintään yhtä aikaa: {0}',
      sv: 'Förfrågningar som ingen har tagit än, samtidigt för ett telefonnummer eller en e-postadress: högst {0}',
    },
  'As many orders are made as can be at once, and this one was not begun now': {
    fi: 'Tilauksia tehdään jo niin monta kuin yhtä aikaa voi, eikä tätä aloitettu nyt',
    sv: 'Så många beställningar som kan göras på en gång görs redan, och denna påbörjades inte nu',
  },
  '{0} orders wait for {1}, which does not answer all of them; this one was not begun now': {
    fi: 'Tilauksia odottaa {0}: {1} ei vastaa niihin kaikkiin; tätä ei aloitettu nyt',
    sv: '{0} beställningar väntar på {1}, som inte svarar på alla; denna påbörjades inte nu',
  },
  '{0} orders wait for {1}, which takes no more at once; this one was not begun now': {
    fi: 'Tilauksia odottaa {0}: {1} ei ota enempää kerralla; tätä ei aloitettu nyt',
    sv: '{0} beställningar väntar på {1}, som inte tar emot fler på en gång; denna påbörjades inte nu',
  },
  'Others hold so much of {0} that it can be ordered, and held no more: at most {1} % of what is not agreed within {2} days':
    {
      fi: 'Muut ovat varanneet alustavasti niin paljon palvelua {0}, että sen voi tilata mutta ei enää varata alustavasti: enintään {1} % siitä, mistä ei ole sovittu, {2} päivän aikana',
      sv: 'Andra har preliminärt bokat så mycket av {0} att den kan beställas men inte längre bokas preliminärt: högst {1} % av det som inte är avtalat inom {2} dagar',
    },
  'A hold lasts {0} minutes at most, however often it is extended': {
    fi: 'Alustava varaus kestää enintään {0} minuuttia, vaikka sitä jatkettaisiin',
    sv: 'En preliminär bokning varar högst {0} minuter, hur ofta den än förlängs',
  },
  'Wanted one change: "start" or "minutes" or both of them, "until", or "end".': {
    fi: 'Anna yksi muutos: "start" tai "minutes" tai molemmat, "until" tai "end".',
    sv: 'Ange en ändring: "start" eller "minutes" eller båda, "until" eller "end".',
  },
  'Wanted the number of a visit that stands and is still to come, got that of another.': {
    fi: 'Anna voimassa olevan ja vielä tulevan käynnin numero; annettu on toisen käynnin.',
    sv: 'Ange numret på ett besök som gäller och ännu ligger framför; det angivna är ett annats.',
  },
  'Wanted a day up to {0}, got {1}.': {
    fi: 'Päivän on oltava viimeistään {0}, annettu {1}.',
    sv: 'Dagen ska vara senast {0}, angiven är {1}.',
  },
  'Wanted at most {0} legs in all, got {1}; order the rest as another series.': {
    fi: 'Rivejä saa olla kaikkiaan enintään {0}, niitä olisi {1}; tilaa loput uutena sarjana.',
    sv: 'Högst {0} rader sammanlagt, de skulle bli {1}; beställ resten som en ny serie.',
  },
  'Wanted an e-mail address or a telephone number that can be dialled, such as {0}, got neither.': {
    fi: 'Anna sähköpostiosoite tai puhelinnumero, johon voi soittaa, kuten {0}; kumpaakaan ei annettu.',
    sv: 'Ange en e-postadress eller ett telefonnummer som går att ringa, till exempel {0}; inget av dem angavs.',
  },
  'Wanted a telephone number that can be dialled, such as {0}, or an e-mail address in its place; got {1}.':
    {
      fi: 'Anna puhelinnumero, johon voi soittaa, kuten {0}, tai sen sijasta sähköpostiosoite; annettu on {1}.',
      sv: 'Ange ett telefonnummer som går att ringa, till exempel {0}, eller en e-postadress i stället; angivet är {1}.',
    },
  '040 1234567 or +358 40 1234567': {
    fi: '040 1234567 tai +358 40 1234567',
    sv: '040 1234567 eller +358 40 1234567',
  },
  '070 1234567 or +46 70 1234567': {
    fi: '070 1234567 tai +46 70 1234567',
    sv: '070 1234567 eller +46 70 1234567',
  },
  '+358 40 1234567': {
    fi: '+358 40 1234567',
    sv: '+358 40 1234567',
  },
  'There is no such message (any more).': {
    fi: 'Sellaista viestiä ei ole (enää).',
    sv: 'Det finns inget sådant meddelande (längre).',
  },
  'an https address on the internet without a user name, such as "https://karhu.example/hook"': {
    fi: 'https-osoite internetissä ilman käyttäjätunnusta, kuten "https://karhu.example/hook"',
    sv: 'en https-adress på internet utan användarnamn, till exempel "https://karhu.example/hook"',
  },
  'a full http or https address without a user name, such as "https://karhu.example/hook"': {
    fi: 'täydellinen http- tai https-osoite ilman käyttäjätunnusta, kuten "https://karhu.example/hook"',
    sv: 'en fullständig http- eller https-adress utan användarnamn, till exempel "https://karhu.example/hook"',
  },
  'another text': { fi: 'toinen teksti', sv: 'en annan text' },
} satisfies Translations;
