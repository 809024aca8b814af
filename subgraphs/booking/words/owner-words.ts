import type { Translations } from '../../shared/words/said/tell.js';

/** What owners say, in our words. */
export const OWNER_WORDS = {
  'gave no usable answer': {
    fi: 'antoi vastauksen, jota ei voitu käyttää',
    sv: 'gav ett svar som inte gick att använda',
  },
  ' (at "{0}")': { fi: ' (kohdassa "{0}")', sv: ' (vid "{0}")' },
  '{0} refused ({1}): {2}{3}.': {
    fi: '{0} kieltäytyi ({1}): {2}{3}.',
    sv: '{0} avböjde ({1}): {2}{3}.',
  },
  '{0} refused leg {1} ({2}): {3}{4}.': {
    fi: '{0} kieltäytyi rivistä {1} ({2}): {3}{4}.',
    sv: '{0} avböjde rad {1} ({2}): {3}{4}.',
  },
  'the start': { fi: 'alkamisaika', sv: 'starttiden' },
  '{0} minutes': { fi: '{0} minuuttia', sv: '{0} minuter' },
  'the length': { fi: 'kesto', sv: 'längden' },
  ' for {0}': { fi: ' ({0} paikkaa)', sv: ' ({0} platser)' },
  '{0}{1} from {2}': { fi: '{0}{1}, alku {2}', sv: '{0}{1} från {2}' },
  'others were first, so there is no room for {0}': {
    fi: 'muut ehtivät ensin, joten tälle ei ole tilaa: {0}',
    sv: 'andra hann före, så det finns inte plats för {0}',
  },
  '{0} could not fit even if nothing else were booked': {
    fi: '{0} ei mahtuisi, vaikka mitään muuta ei olisi varattu',
    sv: '{0} skulle inte få plats ens om inget annat vore bokat',
  },
  '{0} is nearer than its lead time allows': {
    fi: '{0} on lähempänä kuin sen varoaika sallii',
    sv: '{0} är närmare än dess framförhållning tillåter',
  },
  '{0} does not lie on the grid of the service': {
    fi: '{0} ei ole palvelun alkamisaikoja',
    sv: '{0} hör inte till tjänstens starttider',
  },
  '{0} are fewer than its minimum of {1}': {
    fi: '{0} on vähemmän kuin sen vähimmäisaika, {1} minuuttia',
    sv: '{0} är mindre än dess minimum, {1} minuter',
  },
  '{0} are fewer than its minimum': {
    fi: '{0} on vähemmän kuin sen vähimmäisaika',
    sv: '{0} är mindre än dess minimum',
  },
  '{0} are not within its opening hours, or meet a closure': {
    fi: '{0} ei ole sen aukioloaikana tai osuu sulkuun',
    sv: '{0} ligger utanför dess öppettider eller under en stängning',
  },
  '{0} begin on, or reach into, a public holiday on which nobody works there': {
    fi: '{0} alkaa pyhäpäivänä tai ulottuu pyhäpäivään, jona siellä ei työskennellä',
    sv: '{0} börjar eller sträcker sig in på en helgdag då ingen arbetar där',
  },
  'the service is not offered in {0}': {
    fi: 'palvelua ei tarjota kunnassa {0}',
    sv: 'tjänsten erbjuds inte i kommunen {0}',
  },
  '{0} has passed': { fi: '{0} on jo mennyt', sv: '{0} har redan passerat' },
  '{0} end later than ten years from now': {
    fi: '{0} päättyy yli kymmenen vuoden päästä',
    sv: '{0} slutar om mer än tio år',
  },
  'its hold has run out, and nothing is kept any more': {
    fi: 'alustava varaus on rauennut, eikä mitään pidetä enää varattuna',
    sv: 'den preliminära bokningen har gått ut och inget hålls längre',
  },
  'it does not have, or does not offer, what was asked for': {
    fi: 'sillä ei ole pyydettyä, tai se ei tarjoa sitä',
    sv: 'det har inte eller erbjuder inte det som efterfrågades',
  },
  'it is not in a state there in which this can be done': {
    fi: 'tätä ei voi tehdä siinä tilassa, jossa se siellä on',
    sv: 'det kan inte göras i det läge som gäller där',
  },
  'its system does not accept what was asked for': {
    fi: 'sen järjestelmä ei hyväksy pyyntöä',
    sv: 'dess system godtar inte begäran',
  },
  'its system did not let this be done': {
    fi: 'sen järjestelmä ei antanut tehdä tätä',
    sv: 'dess system tillät inte detta',
  },
  'its books could not be reached': {
    fi: 'sen varauskirjaan ei päästy',
    sv: 'dess bokningar kunde inte nås',
  },
  'it takes no more of them at once': {
    fi: 'se ei ota niitä enempää kerralla',
    sv: 'det tar inte emot fler på en gång',
  },
  'it has too much to do at once': {
    fi: 'sillä on liikaa tehtävää yhtä aikaa',
    sv: 'det har för mycket att göra på en gång',
  },
  'something else was carried out there under the same key': {
    fi: 'siellä on samalla avaimella tehty jotain muuta',
    sv: 'något annat har redan utförts där med samma nyckel',
  },
  'it is not what was agreed with it': {
    fi: 'se ei ole sitä, mistä sen kanssa on sovittu',
    sv: 'det är inte vad som har avtalats med det',
  },
  'was not asked': { fi: 'jäi kysymättä', sv: 'tillfrågades inte' },
  'It {0}.': { fi: 'Se {0}.', sv: 'Det {0}.' },
  'Leg {0} is {1}.': { fi: 'Rivi {0} on {1}.', sv: 'Rad {0} är {1}.' },
  'leg {0} is {1}.': { fi: 'rivi {0} on {1}.', sv: 'rad {0} är {1}.' },
  'Leg {0} is {1}, says its owner.': {
    fi: 'Rivi {0} on {1}, ilmoittaa osuuskunta.',
    sv: 'Rad {0} är {1}, meddelar kooperativet.',
  },
  'Leg {0} now begins at {1}, says its owner.': {
    fi: 'Rivi {0} alkaa nyt {1}, ilmoittaa osuuskunta.',
    sv: 'Rad {0} börjar nu {1}, meddelar kooperativet.',
  },
  'Its owner has it at another start than {0}, which was agreed.': {
    fi: 'Osuuskunnalla on sille muu alkamisaika kuin sovittu {0}.',
    sv: 'Kooperativet har en annan starttid för den än {0}, som avtalades.',
  },
  'Its owner keeps {0} of {1} places only.': {
    fi: 'Osuuskunta pitää vain {0} paikkaa {1} paikasta.',
    sv: 'Kooperativet behåller bara {0} av {1} platser.',
  },
  'Its owner now wants {0}; {1} was agreed.': {
    fi: 'Osuuskunnan hinta on nyt {0}; sovittu oli {1}.',
    sv: 'Kooperativets pris är nu {0}; avtalat var {1}.',
  },
  'no price': { fi: 'ei hintaa', sv: 'inget pris' },
  '{0} {1} ({2} net)': { fi: '{0} {1} (veroton {2})', sv: '{0} {1} (exkl. moms {2})' },
  'Its owner knows nothing of it; it is {0} here.': {
    fi: 'Osuuskunta ei tiedä siitä mitään; täällä se on {0}.',
    sv: 'Kooperativet känner inte till den; här är den {0}.',
  },
  'Its owner has it as {0}; it is {1} here.': {
    fi: 'Osuuskunnalla se on {0}; täällä se on {1}.',
    sv: 'Hos kooperativet är den {0}; här är den {1}.',
  },
  'its owner disagrees.': {
    fi: 'osuuskunnalla on siitä muu tieto.',
    sv: 'kooperativet har en annan uppgift.',
  },
  'What its owner says of it cannot be, or not be of what was ordered.': {
    fi: 'Osuuskunnan tieto siitä ei voi pitää paikkaansa tai ei koske tilattua.',
    sv: 'Kooperativets uppgift om den kan inte stämma eller gäller inte det som beställdes.',
  },
  'Confirmation of leg {0} is asked for at {1} once more.': {
    fi: 'Rivin {0} vahvistusta pyydetään uudelleen: {1}.',
    sv: 'Bekräftelse av rad {0} begärs en gång till: {1}.',
  },
  'Calling off of leg {0} is asked for at {1} once more.': {
    fi: 'Rivin {0} peruutusta pyydetään uudelleen: {1}.',
    sv: 'Avbokning av rad {0} begärs en gång till: {1}.',
  },
  '{0} did not confirm it once more.': {
    fi: '{0} ei vahvistanut sitä uudelleen.',
    sv: '{0} bekräftade den inte en gång till.',
  },
  '{0} has confirmed it once more.': {
    fi: '{0} on vahvistanut sen uudelleen.',
    sv: '{0} har bekräftat den en gång till.',
  },
  '{0} did not take it back: {1}': {
    fi: '{0} ei perunut sitä: {1}',
    sv: '{0} tog inte tillbaka den: {1}',
  },
  '{0} has taken back what was left.': {
    fi: '{0} on perunut sen, mitä oli jäljellä.',
    sv: '{0} har tagit tillbaka det som var kvar.',
  },
  '{0} has not answered yet; it is asked again until there is an answer.': {
    fi: '{0} ei ole vielä vastannut; siltä kysytään uudelleen, kunnes vastaus tulee.',
    sv: '{0} har inte svarat än; det tillfrågas igen tills det svarar.',
  },
  '{0} have not answered yet; they are asked again until there is an answer.': {
    fi: '{0} eivät ole vielä vastanneet; niiltä kysytään uudelleen, kunnes vastaus tulee.',
    sv: '{0} har inte svarat än; de tillfrågas igen tills de svarar.',
  },
  '{0} has no service {1}.': { fi: '{0} ei tarjoa palvelua {1}.', sv: '{0} har ingen tjänst {1}.' },
  '{0} {1}; {2} was not begun.': {
    fi: '{0} {1}; {2} jäi aloittamatta.',
    sv: '{0} {1}; {2} påbörjades inte.',
  },
  'this order': {
    fi: 'tämä tilaus',
    sv: 'den här beställningen',
  },
  'this change': {
    fi: 'tämä muutos',
    sv: 'den här ändringen',
  },
  'it takes no bookings over the network: call it': {
    fi: 'se ei ota varauksia verkon kautta: soita',
    sv: 'det tar inga bokningar via nätverket: ring',
  },
  '{0} takes no bookings over the network: call it.': {
    fi: '{0} ei ota varauksia verkon kautta: soita.',
    sv: '{0} tar inga bokningar via nätverket: ring.',
  },
  '{0} takes no bookings over the network: call {1}.': {
    fi: '{0} ei ota varauksia verkon kautta: soita numeroon {1}.',
    sv: '{0} tar inga bokningar via nätverket: ring {1}.',
  },
} satisfies Translations;
