const FINNISH = /^(?:henkilökunna|henkilöstö)(?:lle|lleen|llemme|llenne)$/;
const STAFF = /^(?:personal(?:en)?|staff|employees|anställda)$/;
const FOR = new Set(['för', 'for', 'till', 'åt']);
const WHOSE = new Set(['vår', 'our', 'the', 'er', 'your', 'all']);

/** Whether a word says but for whom something is wanted: `henkilökunnalle`, `för personalen`. @param at - Its place. */
export function isForStaff(at: number, words: readonly string[]): boolean {
  const word = words[at] ?? '';
  if (FINNISH.test(word)) return true;
  const before = words[WHOSE.has(words[at - 1] ?? '') ? at - 2 : at - 1] ?? '';
  return STAFF.test(word) && FOR.has(before);
}
