import { isOfAsking } from './asking-words.js';

const NUMBERS = new Set(
  (
    'yksi yhden yhtä kaksi kahden kahdeksi kolme kolmen kolmeksi neljä neljän neljäksi viisi viiden viideksi kuusi kuuden kuudeksi seitsemän kahdeksan yhdeksän kymmenen ' +
    'kymmeneksi parikymmentä kaksikymmentä muutama muutaman muutamaksi puoli puolitoista pari parin pariksi tusina ' +
    'ett en två tre fyra fem sex sju åtta nio tio tolv femton tjugo trettio fyrtio femtio hundra halv halvannan par några tredje fjärde femte dussin ' +
    'one two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty hundred half couple few several third fourth fifth dozen'
  ).split(' '),
);

/** Finnish numerals and ordinals in all cases, up to tens: `kuudellekymmenelle`, `kolmannesta`. No forms of `kuusi` that a spruce has too. */
const FINNISH_NUMERAL =
  /^(?:yh[dt]e|kah[dt]e|kaksi|kolme|kolman[nt]e|neljä|neljän[nt]e|vii[dt]e|viisi|viiden[nt]e|kuu[dt]e|kuusi(?=k|$)|seitsemä|kahdeksa|yhdeksä|kymmene|pari)(?:n|[aä]|en|ksi|[ls]l?[aä]|[ls]t[aä]|ss[aä]|lle)?(?:kymmen(?:tä|e(?:n|en|ksi|llä|ltä|lle|ssä|stä)))?$/;

/** What is counted: lengths of time, people, areas. It says nothing only beside a number. */
const COUNTED =
  /^(tun(ti|tia|nin|niksi|nille|teja)|tuntii|h|t|min|minuutti[a]?|minuutiksi|päivä[än]?|päiväksi|viikko[an]?|viikoksi|viikon|kuukausi|kuukaude(n|ksi)|kuukautta|kerta[a]?|kerran|kertaa|henkilö(ä|lle|n|ille|iden)?|henk|hlö|hengelle|hengen|henkeä|ihmis(tä|elle|ten)|ihmiselle|viera(s|sta|alle|an)|osallistujaa?|osallistujalle|lasta|lapselle|neliö(tä|n)?|neliömetriä|m2|euro(a|lla|n)?|tim(mar|me|mes)?|timma[rn]?|minut(er)?|dag(ar|ars|en)?|veck(a|or)|månad(er|en)?|gång(er)?|person(er|ers)?|pers|gäst(er)?|deltagare|kvm|kvadratmeter|kronor|kr|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|times|people|persons?|guests?|participants?|sqm|euros?|senttiä|cm|kpl|kappaletta|centimeter|stycken|st|pieces)$/;

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
      '(joulu|juhannus|pääsiäis|vappu)?(aattona|aatoksi)|(joulu|vappu)(na|n|ksi|un)|arki(sin|na|iltoina|iltoihin|iltaisin|päivinä|aamuisin)|juhannuksena|pääsiäisenä|uutenavuotena|(jul|nyårs|midsommar)afton(en)?|midsommar|påsk|jul(en)?|igår|bitti',
      '(mån|tis|ons|tors|fre|lör|sön|var)dags(kväll|morgon|eftermiddag|förmiddag)(en|ar|s)?|vardag(ar|en)?',
      '(kevää|kesä|syksy|talve)(llä|lla|ksi|n)|(huomis|(maanan|tiis|tors|perjan|lauan|sunnun)tai|keskiviikko)(aamu|aamupäivä|päivä|iltapäivä|ilta|illa|yö)(n|n[aä]|ksi|ll[aä])?|(våren|sommaren|hösten|vintern)s?',
      '(yö|ilta|aamu|päivä|viikonloppu)vuoro(a|on|n|ja|ihin|ssa)?|(natt|kvälls|dag|helg)(skift|pass)(et)?',
      'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
      '(mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|yesterday|weekends?|weekdays?|christmas|easter|midsummer|next|soon|asap|now|mornings?|afternoons?|evenings?|week|january|february|march|may|june|july|august|october',
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

const isNumeral = (word: string): boolean => NUMBERS.has(word) || FINNISH_NUMERAL.test(word);

/** @param before - The word before it, and @param after - the one behind it; a counted thing needs its number. */
export function smallWordOf(
  word: string,
  before: string | undefined,
  after: string | undefined,
): SmallWord | null {
  if (MEASURED.test(word) || LENGTHS.test(word)) return 'amount';
  const isNumber = (text: string): boolean => BARE_NUMBER.test(text) || isNumeral(text);
  if (isNumber(word) && after !== undefined && COUNTED.test(after)) return 'amount';
  if (before !== undefined && isNumber(before) && COUNTED.test(word)) return 'amount';
  if (WHEN.test(word)) return 'when';
  if (BARE_NUMBER.test(word)) return before !== undefined && CLOCK.test(before) ? 'when' : 'number';
  return isOfAsking(word) || isNumeral(word) ? 'asking' : null;
}
