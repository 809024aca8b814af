import type { Translations } from '../../shared/words/said/tell.js';

/** What becomes of an order, and where it stands. */
export const ORDER_WORDS = {
  'An order that is {0} cannot be confirmed.': {
    fi: 'Tilausta ei voi vahvistaa: se on {0}.',
    sv: 'Beställningen kan inte bekräftas: den är {0}.',
  },
  'An order that is {0} cannot be kept longer.': {
    fi: 'Tilausta ei voi pitää pidempään: se on {0}.',
    sv: 'Beställningen kan inte hållas längre: den är {0}.',
  },
  'An order that is {0} cannot be called off.': {
    fi: 'Tilausta ei voi perua: se on {0}.',
    sv: 'Beställningen kan inte avbokas: den är {0}.',
  },
  'An order that is {0} cannot be moved.': {
    fi: 'Tilausta ei voi siirtää: se on {0}.',
    sv: 'Beställningen kan inte flyttas: den är {0}.',
  },
  'An order that is {0} cannot be called off in part.': {
    fi: 'Tilausta ei voi perua osittain: se on {0}.',
    sv: 'Beställningen kan inte avbokas delvis: den är {0}.',
  },
  'A leg that is {0} cannot be moved.': {
    fi: 'Riviä ei voi siirtää: se on {0}.',
    sv: 'Raden kan inte flyttas: den är {0}.',
  },
  'A leg that is {0} cannot be called off.': {
    fi: 'Riviä ei voi perua: se on {0}.',
    sv: 'Raden kan inte avbokas: den är {0}.',
  },
  'The hold has run out; nothing is kept any more.': {
    fi: 'Alustava varaus on rauennut; mitään ei pidetä enää varattuna.',
    sv: 'Den preliminära bokningen har gått ut; inget hålls längre.',
  },
  'The hold of leg {0} has run out.': {
    fi: 'Rivin {0} alustava varaus on rauennut.',
    sv: 'Den preliminära bokningen av rad {0} har gått ut.',
  },
  'The hold ran out.': { fi: 'Alustava varaus raukesi.', sv: 'Den preliminära bokningen gick ut.' },
  'A cooperative has taken back its hold.': {
    fi: 'Osuuskunta on perunut alustavan varauksensa.',
    sv: 'Ett kooperativ har tagit tillbaka sin preliminära bokning.',
  },
  'Leg {0} is {1}; the others can be called off one by one.': {
    fi: 'Rivi {0} on {1}; muut voi perua yksi kerrallaan.',
    sv: 'Rad {0} är {1}; de andra kan avbokas en och en.',
  },
  'Wanted the number of a leg, 0 to {0}, got {1}.': {
    fi: 'Pitäisi olla rivin numero 0–{0}, oli {1}.',
    sv: 'Ska vara en rads nummer, 0 till {0}, var {1}.',
  },
  'It was called off before the cooperative had answered.': {
    fi: 'Se peruttiin ennen kuin osuuskunta oli vastannut.',
    sv: 'Den avbokades innan kooperativet hade svarat.',
  },
  'Not all could be called off: {0}': {
    fi: 'Kaikkea ei voitu perua: {0}',
    sv: 'Allt kunde inte avbokas: {0}',
  },
  'Leg {0}: {1}': { fi: 'Rivi {0}: {1}', sv: 'Rad {0}: {1}' },
  'The log is full; what happened after this is not in it.': {
    fi: 'Loki on täynnä; myöhempiä tapahtumia siinä ei ole.',
    sv: 'Loggen är full; det som hände senare finns inte i den.',
  },
  'Held. {0} {1}.': { fi: 'Alustavasti varattu. {0} {1}.', sv: 'Preliminärt bokad. {0} {1}.' },
  'It could not be had.': { fi: 'Sitä ei saatu.', sv: 'Den gick inte att få.' },
  ' What may be left is taken back at {0}.': {
    fi: ' Mahdollisesti jäljelle jäänyt perutaan: {0}.',
    sv: ' Det som kan finnas kvar tas tillbaka: {0}.',
  },
  'The order is {0}: {1}{2}': { fi: 'Tilaus on {0}: {1}{2}', sv: 'Beställningen är {0}: {1}{2}' },
  'The order is {0}: {1}': { fi: 'Tilaus on {0}: {1}', sv: 'Beställningen är {0}: {1}' },
  'The order is {0}.': { fi: 'Tilaus on {0}.', sv: 'Beställningen är {0}.' },
  'The order is {0}; refused: {1}': {
    fi: 'Tilaus on {0}; hylättiin: {1}',
    sv: 'Beställningen är {0}; avslogs: {1}',
  },
  'The order is {0} for longer.': {
    fi: 'Tilaus on {0} pidempään.',
    sv: 'Beställningen är {0} längre.',
  },
  'Leg {0} now begins at {1}. The order is {2}.': {
    fi: 'Rivi {0} alkaa nyt {1}. Tilaus on {2}.',
    sv: 'Rad {0} börjar nu {1}. Beställningen är {2}.',
  },
  'Leg {0} is called off. The order is {1}.': {
    fi: 'Rivi {0} on peruttu. Tilaus on {1}.',
    sv: 'Rad {0} är avbokad. Beställningen är {1}.',
  },
  'It is full; the order waits for a place.': {
    fi: 'Täynnä; tilaus on jonossa vapautuvaa paikkaa varten.',
    sv: 'Fullt; beställningen står på väntelistan.',
  },
  'Places are asked for at': { fi: 'Paikkoja pyydetään:', sv: 'Platser begärs:' },
  'Enrolment is asked for at': { fi: 'Ilmoittautumista pyydetään:', sv: 'Anmälan begärs:' },
  'Confirmation is asked for at': { fi: 'Vahvistusta pyydetään:', sv: 'Bekräftelse begärs:' },
  'More time is asked for at': { fi: 'Lisäaikaa pyydetään:', sv: 'Mer tid begärs:' },
  'Another start is asked for at': {
    fi: 'Uutta alkamisaikaa pyydetään:',
    sv: 'En annan starttid begärs:',
  },
  'Calling off is asked for at': { fi: 'Peruutusta pyydetään:', sv: 'Avbokning begärs:' },
  gone: { fi: 'kadonnut', sv: 'borta' },
  'The order was made.': { fi: 'Tilaus tehtiin.', sv: 'Beställningen gjordes.' },
  'The order was made on a yes on the phone: lead time and opening hours do not count.': {
    fi: 'Tilaus tehtiin puhelimessa annetun suostumuksen perusteella: varoaikaa ja aukioloaikoja ei lasketa.',
    sv: 'Beställningen gjordes på ett ja per telefon: framförhållning och öppettider räknas inte.',
  },
  'The municipality {0} has merged into {1}, which is asked for.': {
    fi: 'Kunta {0} on liitetty kuntaan {1}, jota käytetään sen sijaan.',
    sv: 'Kommunen {0} har gått upp i {1}, som används i stället.',
  },
  'Another command on this order still waits for a cooperative, and this one was not begun; send it again later.':
    {
      fi: 'Toinen tätä tilausta koskeva komento odottaa vielä osuuskuntaa, eikä tätä aloitettu; lähetä se myöhemmin uudelleen.',
      sv: 'Ett annat kommando för den här beställningen väntar ännu på ett kooperativ, och detta påbörjades inte; skicka det igen senare.',
    },
  'Another command broke this off before the cooperative had answered.': {
    fi: 'Toinen komento keskeytti tämän ennen kuin osuuskunta oli vastannut.',
    sv: 'Ett annat kommando avbröt detta innan kooperativet hade svarat.',
  },
  'There is no order with this id.': {
    fi: 'Tällä tunnisteella ei ole tilausta.',
    sv: 'Det finns ingen beställning med detta id.',
  },
  'The order has had as many commands as it can remember; make another order.': {
    fi: 'Tilaukselle on annettu niin monta komentoa kuin se voi muistaa; tee uusi tilaus.',
    sv: 'Beställningen har fått så många kommandon som den kan minnas; gör en ny beställning.',
  },
  '{0} of {1} visits cannot be had; nothing was ordered.': {
    fi: 'Käyntejä ei saada: {0}/{1}; mitään ei tilattu.',
    sv: '{0} av {1} besök går inte att få; inget beställdes.',
  },
  'Wanted a service of {0}, which the agreement buys, got one of {1}.': {
    fi: 'Pitäisi olla sopimukseen kuuluva palvelu ({0}), oli {1}.',
    sv: 'Ska vara en tjänst som avtalet omfattar ({0}), var {1}.',
  },
  'Wanted a service priced in {0}, the agreement’s currency, got one in {1}.': {
    fi: 'Palvelun hinnan pitäisi olla sopimuksen valuutassa {0}, oli {1}.',
    sv: 'Tjänstens pris ska vara i avtalets valuta {0}, var i {1}.',
  },
  'Wanted the business id of the organisation whose agreement it is, got none.': {
    fi: 'Sopimuksen osapuolena olevan organisaation yritystunnus puuttuu.',
    sv: 'Organisationsnumret för den organisation vars avtal det är saknas.',
  },
  'The organisation {0} has no such agreement.': {
    fi: 'Organisaatiolla {0} ei ole tällaista sopimusta.',
    sv: 'Organisationen {0} har inget sådant avtal.',
  },
  'Wanted a service of {0}, with whom the agreement is, got one of {1}.': {
    fi: 'Palvelun pitäisi olla sopimusosapuolelta ({0}), oli: {1}.',
    sv: 'Tjänsten ska vara från en avtalspart ({0}), var från {1}.',
  },
  'Wanted work from {0} until {1}, while the agreement runs, got some from {2} until {3}.': {
    fi: 'Työn pitäisi olla sopimuskaudella {0} – {1}, oli {2} – {3}.',
    sv: 'Arbetet ska ligga inom avtalstiden {0} – {1}, var {2} – {3}.',
  },
  requested: { fi: 'pyydetty', sv: 'efterfrågad' },
  held: { fi: 'alustavasti varattu', sv: 'preliminärt bokad' },
  confirmed: { fi: 'vahvistettu', sv: 'bekräftad' },
  started: { fi: 'käynnissä', sv: 'påbörjad' },
  completed: { fi: 'tehty', sv: 'utförd' },
  cancelled: { fi: 'peruttu', sv: 'avbokad' },
  expired: { fi: 'rauennut', sv: 'förfallen' },
  declined: { fi: 'hylätty', sv: 'avböjd' },
  no_show: { fi: 'merkitty saapumatta jääneeksi', sv: 'markerad som utebliven' },
  pending: { fi: 'kesken', sv: 'under behandling' },
  failed: { fi: 'epäonnistunut', sv: 'misslyckad' },
  OPEN: { fi: 'avoin', sv: 'öppen' },
  OFFERED: { fi: 'tarjottu', sv: 'erbjuden' },
  PENDING: { fi: 'odottamassa varausta', sv: 'under bokning' },
  TAKEN: { fi: 'otettu', sv: 'tagen' },
  UNFILLED: { fi: 'jäänyt ilman ottajaa', sv: 'utan tagare' },
  CLOSED: { fi: 'suljettu', sv: 'stängd' },
  ACCEPTED: { fi: 'hyväksytty', sv: 'accepterat' },
  DECLINED: { fi: 'hylätty', sv: 'avböjt' },
  TIMED_OUT: { fi: 'vanhentunut', sv: 'förfallet' },
  FAILED: { fi: 'epäonnistunut', sv: 'misslyckat' },
  WITHDRAWN: { fi: 'peruttu', sv: 'återkallat' },
  '{0} of {1} visits cannot be had; nothing was changed.': {
    fi: '{0} käyntiä {1} käynnistä ei onnistu; mitään ei muutettu.',
    sv: '{0} av {1} besök går inte att få; ingenting ändrades.',
  },
  '{0} {1}; its visits can be moved one by one with "moveOrder".': {
    fi: '{0} {1}; käynnit voi siirtää yksitellen komennolla "moveOrder".',
    sv: '{0} {1}; besöken kan flyttas ett i taget med "moveOrder".',
  },
  'A series that is {0} cannot be changed.': {
    fi: 'Sarjaa ei voi muuttaa: se on {0}.',
    sv: 'Serien kan inte ändras: den är {0}.',
  },
  'The order is no series of weekly visits.': {
    fi: 'Tilaus ei ole viikoittaisten käyntien sarja.',
    sv: 'Beställningen är ingen serie av besök varje vecka.',
  },
  'Who ordered it was forgotten, as its time was over; order another series.': {
    fi: 'Tilaajan tiedot on poistettu, koska niiden aika oli ohi; tilaa uusi sarja.',
    sv: 'Beställarens uppgifter har tagits bort, eftersom deras tid var ute; beställ en ny serie.',
  },
  'Other starts or lengths are asked for at': {
    fi: 'Muita alkamisaikoja tai kestoja pyydetään:',
    sv: 'Andra starttider eller längder begärs hos',
  },
  'The series is changed, at {0} visits. The order is {1}.': {
    fi: 'Sarjaa on muutettu, käyntejä {0}. Tilaus on {1}.',
    sv: 'Serien är ändrad vid {0} besök. Beställningen är {1}.',
  },
  'The system of {0} takes neither place of work nor wishes, so it was not told; somebody has to tell {1}.':
    {
      fi: '{0}: järjestelmä ei ota vastaan työn paikkaa eikä toiveita, joten niitä ei kerrottu; jonkun on kerrottava ne, {1}.',
      sv: 'Systemet hos {0} tar varken emot arbetsplats eller önskemål, så de meddelades inte; någon måste meddela {1}.',
    },
} satisfies Translations;
