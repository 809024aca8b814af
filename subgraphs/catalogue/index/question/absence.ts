import { isOfAsking } from './asking-words.js';

/** What is said of somebody who cannot come to work. */
const ABSENT = new Set(
  (
    'sairaana sairas kipeänä kipeä lomalla poissa sairaslomalla ' +
    'sjuk sjuka semester ledig lediga borta frånvarande sjukskriven ' +
    'sick ill away absent holiday vacation leave off'
  ).split(' '),
);

/** Leave of which one may as well say that work is wanted during it, unless it is said that somebody is on it. */
const LEAVE = new Set(['lomalla', 'semester', 'ledig', 'lediga', 'holiday', 'vacation', 'leave']);

/** What stands between somebody and that. */
const IS = new Set(['on', 'oli', 'ovat', 'är', 'ar', 'var', 'has', 'is', 'was', 'are', 'har']);
const SMALL = new Set(['på', 'pa', 'on', 'sick']);

/** One person says whose it is: a household's own helper, whom no substitute stands in for. */
const OF_ONE = new Set(['minun', 'mun', 'min', 'mitt', 'my']);
const OF_ONE_ENDING = /[aeiouyäö]ni$/;

/** Where it is said behind somebody that he or she is absent: the place of the word; null where it is not. @param at - Of the last word that says who. */
export function absenceOf(at: number, words: readonly string[]): number | null {
  let isSaid = false;
  for (let place = at + 1; place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (ABSENT.has(word) && (isSaid || !LEAVE.has(word)) && !ABSENT.has(words[place + 1] ?? ''))
      return place;
    if (IS.has(word)) isSaid = true;
    else if (!SMALL.has(word) && !isOfAsking(word)) return null;
  }
  return null;
}

/** Whether who does work does it for the one who asks alone: `lapsenvahtini`, `my cleaner`. @param at - Of a word that says who. */
export function isOfOne(at: number, words: readonly string[]): boolean {
  return OF_ONE.has(words[at - 1] ?? '') || OF_ONE_ENDING.test(words[at] ?? '');
}
