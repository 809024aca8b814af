/** What a word must end in, and what to put in its place. The last letters rule most words out before any pattern is tried. */
export type Rule = readonly [lastLetters: string, pattern: RegExp, replacement: string];

/** Rules that turn endings into others, each on its own. */
export class Rewriting {
  readonly #byLastLetter = new Map<string, Rule[]>();

  constructor(rules: readonly Rule[]) {
    for (const rule of rules) {
      for (const letter of rule[0]) {
        const listed = this.#byLastLetter.get(letter);
        if (listed) listed.push(rule);
        else this.#byLastLetter.set(letter, [rule]);
      }
    }
  }

  /** What each rule that fits makes of a word, in their order. */
  all(word: string): string[] {
    const results: string[] = [];
    for (const [, pattern, replacement] of this.#byLastLetter.get(word.slice(-1)) ?? []) {
      if (pattern.test(word)) results.push(word.replace(pattern, replacement));
    }
    return results;
  }

  /** What the first rule that fits makes of it; null where none does. */
  first(word: string): string | null {
    const rules = this.#byLastLetter.get(word.slice(-1)) ?? [];
    const rule = rules.find(([, pattern]) => pattern.test(word));
    return rule ? word.replace(rule[1], rule[2]) : null;
  }
}
