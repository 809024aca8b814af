/** Letters of Finnish and Swedish in their own right; every other accent is dropped. */
const ACCENTED = /[^ -~åäö]/u;
const ALL_ACCENTED = new RegExp(ACCENTED, 'gu');

/** Letters that Unicode does not take apart, as a keyboard without them writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't' },
  ...{ ı: 'i', ŋ: 'n' },
};

/**
 * Lower case, composed, without accents other than those of å, ä and ö, and letters that Unicode does not take apart as others:
 * "José Müller-Åström Sørensen" is "jose muller-åström sorensen".
 */
export function foldAccents(text: string): string {
  const lower = text.toLowerCase();
  if (!ACCENTED.test(lower)) return lower;
  const composed = text.normalize('NFC').toLowerCase();
  return composed.replace(
    ALL_ACCENTED,
    (letter) => PLAIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''),
  );
}

/** Folded text as a keyboard without å, ä and ö writes it. */
export function withoutDots(folded: string): string {
  return folded.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
}
