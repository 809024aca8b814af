/** The languages in which the network writes texts. */
export const TEXT_LANGUAGES = ['fi', 'sv', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** One text in the languages in which it exists. */
export type LocalizedText = Partial<Record<TextLanguage, string>>;

export interface LocalizedString {
  readonly text: string;
  readonly language: string;
}

/** Those of some texts that are there and not empty. */
export function dropEmpty(texts: Record<string, string | undefined>): LocalizedText {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
}

/**
 * The text in the language asked for, else in the first of `fallback` that has one, else in any; null when there is none.
 * @param fallback - The owner's languages, first first.
 */
export function localize(
  texts: LocalizedText,
  asked: string | null | undefined,
  fallback: readonly string[],
): LocalizedString | null {
  for (const language of [...(asked ? [asked] : []), ...fallback, ...TEXT_LANGUAGES]) {
    const text = texts[language as TextLanguage];
    if (text !== undefined) return { text, language };
  }
  return null;
}
