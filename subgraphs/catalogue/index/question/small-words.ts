import { finnishVerbForms, withoutClitic } from '../trades/finnish-verbs.js';

/** Finnish verbs with which people ask, whatever they ask for. */
const ASKING_VERBS =
  'tarvita haluta etsiä hakea löytyä voida saada tulla tehdä ehtiä pystyä osata tilata varata kysyä sopia onnistua käydä ottaa toivoa tietää jaksaa ' +
  'kaivata tiedustella suositella auttaa lähettää järjestyä vapautua hoitua kuulua joutua kannattaa yrittää antaa hommata lopettaa hajota rikkoutua';

/**
 * Words with which people ask and that say nothing of what is wanted. They are dropped without a word, unless there are no
 * others. Our own list.
 */
const OF_ASKING = new Set(
  (
    'pitää pitäisi pitäis täytyy täytyisi tarvitsen tarvitsemme tarvitsisin tarvitsisimme tarvitaan tarvis tarve tarvittaisiin haluan haluaisin haluamme ' +
    'haluaisimme haetaan haen haemme etsin etsimme etsitään löytyykö löytyisikö onko olisiko olisi oon olen olemme voisi voisiko voiko saako saisiko saisin saa ' +
    'tulla tulisi tekemään tehdä tee tekee tekisi joku jonkun jotain jotakin joka kuka mistä missä mikä mitä kenet ketä minä mä mun minun minulle mulle me ' +
    'meille meidän ' +
    'sinä hän noin suunnilleen vähän hiukan pari kiitos moi hei terve päivää kiireesti kiire varten kanssa vain ihan nyt vielä myös pieni iso uusi vanha ' +
    'hyvä halpa edullinen ' +
    'ketään kukaan keneltä keneltäkään kenelle kellään teillä teiltä teidän heillä hänelle minulta multa mulla minulla meiltä itse enää ' +
    'kuinka paljonko maksaa maksaisi maksavat hinta hinnat hintaa hinnaksi tuotuna tuoda toimitettuna rikki sairas sairaana pitkään paljon kova kovasti ' +
    'liian todella oikein ' +
    'kotona kotini kotiini meillä jolle jos vai sekä mieluiten saada ottaa käydä käymään tilata varata varaus haluttaisiin ' +
    'jag vi du ni man behöver behövs behövdes söker sökes söks vill ville skulle önskar önskas vilja ha få kan kunde någon nån något nåt några vem var vad ' +
    'vilken finns ' +
    'mig mej oss min mitt mina vår vårt våra dig sin ungefär cirka ca omkring lite litet tack hej snälla gärna så som bara också även ny gammal stor liten ' +
    'bra billig billigt ' +
    'hur kostar kosta kostade pris priset priser ni er ert era hon han honom henne dem dom själv mycket många sönder gått går gick gör trasig trasigt ' +
    'trasiga åt kunna kunnat ordna ordnar fixa fixar hjälpa hjälper ' +
    'göra gör gjort komma kommer beställa boka bokar hitta hittar behov måste bör ska skall blir vore där här hemma ' +
    'i we you he she they me us my our your need needs needed want wants wanted would should could can must like looking look find seeking seek someone ' +
    'somebody anyone anybody ' +
    'who what where which there here please thanks thank hello hi hey some any something about around just only also new old big small good cheap get ' +
    'getting have has had do does done ' +
    'how much many cost costs price prices be been is are was that this these those come book order'
  ).split(' '),
);

const OF_ASKING_VERBS = new Set(
  ASKING_VERBS.split(' ').flatMap((verb) => [verb, ...finnishVerbForms(verb)]),
);

/** Whether it is of those, be it as a question: `voisitteko`. */
function isOfAsking(word: string): boolean {
  const stated = withoutClitic(word) ?? word;
  return [word, stated].some((form) => OF_ASKING.has(form) || OF_ASKING_VERBS.has(form));
}

const NUMBERS = new Set(
  (
    'yksi yhden kaksi kahden kahdeksi kolme kolmen kolmeksi neljä neljän neljäksi viisi viiden viideksi kuusi kuuden kuudeksi seitsemän kahdeksan yhdeksän kymmenen ' +
    'kymmeneksi parikymmentä kaksikymmentä muutama muutaman muutamaksi puoli puolitoista pari parin pariksi ' +
    'ett en två tre fyra fem sex sju åtta nio tio tolv femton tjugo trettio fyrtio femtio hundra halv halvannan par några ' +
    'one two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty hundred half couple few several'
  ).split(' '),
);

/** What is counted: lengths of time, people, areas. It says nothing only beside a number. */
const COUNTED =
  /^(tun(ti|tia|nin|niksi|nille|teja)|tuntii|h|t|min|minuutti[a]?|minuutiksi|päivä[än]?|päiväksi|viikko[an]?|viikoksi|viikon|kuukausi|kuukaude(n|ksi)|kuukautta|kerta[a]?|kerran|kertaa|henkilö(ä|lle|n|ille|iden)?|henk|hlö|hengelle|hengen|henkeä|ihmis(tä|elle|ten)|ihmiselle|viera(s|sta|alle|an)|osallistujaa?|osallistujalle|lasta|lapselle|neliö(tä|n)?|neliömetriä|m2|euro(a|lla|n)?|tim(mar|me|mes)?|timma[rn]?|minut(er)?|dag(ar|ars|en)?|veck(a|or)|månad(er|en)?|gång(er)?|person(er|ers)?|pers|gäst(er)?|deltagare|kvm|kvadratmeter|kronor|kr|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|times|people|persons?|guests?|participants?|sqm|euros?)$/;

/** A number by itself, which may as well be a part of a name. */
const BARE_NUMBER = /^\d+$/;

/** A number and its unit in one word: `3h`. */
const MEASURED = /^\d+(h|t|min|tim|hrs?|pm|am|pv|vko|hlö|pers|kg|km|m|m2|kvm|kr|e|eur)$/;

/** Lengths that say so themselves: `tunniksi`. */
const LENGTHS =
  /^(tunniksi|tunneiksi|päiväksi|viikoksi|kuukaudeksi|viikonlopuksi|illaksi|yöksi|hetkeksi)$/;

/** When: days, parts of them, months, and what is counted from today. */
const WHEN = new RegExp(
  '^(' +
    [
      '(maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)(n|na|ta|sin|ksi|t|hin|lle|aamuna|aamuksi|iltana|illaksi)?|keskiviik(ko|kona|on|koksi|koisin|olle)',
      'huomenna|huomiseksi|huomisen|ylihuomenna|tänään|täksi|eilen|heti|pian|ensi|viikolla|viikolle|viikoksi|viikon|kuulle|kuussa|viikonloppu(na|n|isin)?|aamu(lla|ksi|isin)|aamupäivä(llä|ksi)|iltapäivä(llä|ksi)|iltapäivän|ilta(na|an|a|lla|isin)?|illaksi|illalla|aamuna|päivällä|yöllä|kello|klo',
      '(tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(ssa|n|lle|ksi|hun|ta)',
      '(mån|tis|ons|tors|fre|lör|sön)dag(en|ar|s|ens)?|i?morgon|imorn|idag|övermorgon|ikväll|inatt|helg(en|er|erna)?|veckoslut(et)?|nästa|snart|genast|klockan|kl|förmiddag(en)?|eftermiddag(en)?|kväll(en|ar|arna)?|morgonen|veckan?',
      '(joulu|juhannus|pääsiäis|vappu)?(aattona|aatoksi)|(joulu|vappu)na|juhannuksena|pääsiäisenä|uutenavuotena|(jul|nyårs|midsommar)afton(en)?|midsommar|påsk',
      '(kevää|kesä|syksy|talve)(llä|lla|ksi)|(våren|sommaren|hösten|vintern)s?',
      '(yö|ilta|aamu|päivä|viikonloppu)vuoro(on|n|ja|ihin|ssa)?|(natt|kvälls|dag|helg)(skift|pass)(et)?',
      'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
      '(mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|weekends?|next|soon|asap|now|mornings?|afternoons?|evenings?|week|january|february|march|may|june|july|august|october',
    ].join('|') +
    ')$',
);

/** What stands before a time of day. */
const CLOCK = /^(klo|kello|kl|klockan|at)$/;

/**
 * How a word of a question counts by itself: `when` and `amount` tell something, but not of what is wanted; a `number` may
 * tell either.
 */
export type SmallWord = 'asking' | 'when' | 'amount' | 'number';

/** @param before - The word before it, and @param after - the one behind it; a counted thing needs its number. */
export function smallWordOf(
  word: string,
  before: string | undefined,
  after: string | undefined,
): SmallWord | null {
  if (MEASURED.test(word) || LENGTHS.test(word)) return 'amount';
  const isNumber = (text: string): boolean => BARE_NUMBER.test(text) || NUMBERS.has(text);
  if (isNumber(word) && after !== undefined && COUNTED.test(after)) return 'amount';
  if (before !== undefined && isNumber(before) && COUNTED.test(word)) return 'amount';
  if (WHEN.test(word)) return 'when';
  if (BARE_NUMBER.test(word)) return before !== undefined && CLOCK.test(before) ? 'when' : 'number';
  return isOfAsking(word) || NUMBERS.has(word) ? 'asking' : null;
}
