/** Letters of Finnish and Swedish in their own right; every other accent is dropped. */
const ACCENTED = /[^ -~åäö]/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words that carry no meaning of their own: a query may hold them, yet no row need. */
const STOP_WORDS = new Set(
  (
    'ja tai sekä että on ei kun kuin joka myös ne se ' +
    'och eller samt att är en ett den det de i på av för med till om vid från som hos åt ' +
    'and or the a an of in on for with to at by from is'
  ).split(' '),
);

/** Lower case, composed, without accents other than those of å, ä and ö. */
function normalizeText(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  return lower.replace(ACCENTED, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** The words of a text in their order, normalized, with repetitions. */
export function wordsOf(text: string): string[] {
  return normalizeText(text).match(WORD) ?? [];
}

/** The distinct words that a query asks for: without stop words, unless it has no others. */
export function queryWordsOf(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/** The word as a keyboard without å, ä and ö writes it. */
export function withoutDots(word: string): string {
  return word.replaceAll('å', 'a').replaceAll('ä', 'a').replaceAll('ö', 'o');
}
