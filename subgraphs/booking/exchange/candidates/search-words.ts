/** As the catalogue takes it. */
const LONGEST_TEXT = 200;
const LONGEST_SHOWN = 60;

/** As much of a longer text as may be searched for, in whole words. */
export function firstWords(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT + 1);
  const words = cut.slice(0, Math.max(cut.search(/\s\S*$/u), 0));
  return words || text.slice(0, LONGEST_TEXT);
}

/** The beginning of what of a longer text is not searched for. */
export function notSearched(text: string): string[] {
  const rest = text.slice(firstWords(text).length).trim();
  return rest === ''
    ? []
    : [rest.length > LONGEST_SHOWN ? `${rest.slice(0, LONGEST_SHOWN)}…` : rest];
}
