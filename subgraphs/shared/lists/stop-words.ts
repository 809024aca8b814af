/** Words that carry no meaning of their own: a query may hold them, yet no row need. */
const STOP_WORDS = new Set(
  (
    'ja tai sekä että on ei kun kuin joka myös ne se ' +
    'och eller samt att är en ett den det de i på av för med till om vid från som hos åt ' +
    // The same on a keyboard without å, ä and ö.
    'seka etta ar pa fran ' +
    'and or the a an of in on for with to at by from is'
  ).split(' '),
);

/** @param word - In lower case. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
