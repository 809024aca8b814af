/** What is said of a thing that needs repair, and the verb by which the trades name that. The thing decides who does it. */
const REPAIR = new Map(
  Object.entries({
    korjata: 'rikki hajalla epäkunnossa jumissa jumittaa rikkinäinen hajonnut repesi revennyt',
    laga: 'trasig trasigt trasiga sönder kärvar krånglar',
    repair: 'broken stuck broke torn ripped damaged',
  }).flatMap(([verb, words]) => words.split(' ').map((word) => [word, verb] as const)),
);

/** Words of a question with the verb to repair where one says that a thing is broken; null where none does. */
export function withRepair(words: readonly string[]): string[] | null {
  if (!words.some((word) => REPAIR.has(word))) return null;
  return words.map((word) => REPAIR.get(word) ?? word);
}
