/** A certificate, rating or declaration, as far as it is asked for. */
export interface HeldEvidence {
  readonly scheme: string;
  /** Which grade, standard or label; null for none. */
  readonly grade: string | null;
  /** First and last day on which it is valid, `YYYY-MM-DD`; null without a limit. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Evidence that somebody has to hold. */
export interface AskedEvidence {
  readonly scheme: string;
  /** This grade or a better one; null for any. */
  readonly grade: string | null;
}

/** Whether evidence is valid on a day, both ends included. @param day - `YYYY-MM-DD`. */
export function isValidOn(
  { validFrom, validTo }: Pick<HeldEvidence, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}

/**
 * Grades of the schemes that rank them, best first. Source: the scale of Dun & Bradstreet's rating in the Nordic countries (since 1989,
 * in Finland since 1993) with the half steps of Finland, which Suomen Asiakastieto's Rating Alfa shares. Grades of other agencies' scales
 * (`AA-`, `BBB`) are as good as themselves alone: no table says which of these they equal.
 */
const GRADES: Readonly<Partial<Record<string, readonly string[]>>> = {
  CREDIT_RATING: ['AAA', 'AA+', 'AA', 'A+', 'A', 'B', 'C'],
};

/** Of other agencies' scales: S&P and Fitch, and Moody's, long term. Source: Implementing Regulation (EU) 2016/1799, annex III. */
const OTHER_GRADES: Readonly<Partial<Record<string, RegExp>>> = {
  CREDIT_RATING:
    /^(?:AAA|AA?[+-]?|BB?B?[+-]?|CCC[+-]?|CC?|R?D|SD|AA?[1-3]|BA?A?[1-3]|CAA[1-3]?|CA)$/,
};

/** Whether there is such a grade; of a scheme whose grades nobody lists, anything may be one. */
export function isGrade(scheme: string, grade: string): boolean {
  const written = plain(scheme, grade);
  const others = OTHER_GRADES[scheme];
  return others === undefined || others.test(written) || GRADES[scheme]?.includes(written) === true;
}

/** What a standard's number may have in front: who has published it, such as `SFS-EN ISO` or `ISO/IEC`. */
const PUBLISHERS = /^(?:(?:SFS|SS|EN|ISO|IEC)[-/]?)+(?=\d)/;

/** As people write it: blanks, the case of letters and, of a standard, who has published it do not count. */
function plain(scheme: string, grade: string): string {
  const written = grade.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return scheme === 'ISO' ? written.replace(PUBLISHERS, '') : written;
}

/** Whether evidence is of the scheme and of the grade that is asked for, or of a better one, whenever it is valid. */
export function isAsAsked(held: HeldEvidence, { scheme, grade }: AskedEvidence): boolean {
  if (held.scheme !== scheme) return false;
  if (grade === null) return true;
  if (held.grade === null) return false;
  const [rankHeld = -1, rankAsked = -1] = [held.grade, grade].map(
    (each) => GRADES[scheme]?.indexOf(plain(scheme, each)) ?? -1,
  );
  return rankHeld >= 0 && rankAsked >= 0
    ? rankHeld <= rankAsked
    : plain(scheme, held.grade) === plain(scheme, grade);
}

/** Whether some of a holder's evidence is as it is asked for, and valid on a day. @param day - `YYYY-MM-DD`. */
export function holdsAsked(
  evidence: readonly HeldEvidence[],
  asked: AskedEvidence,
  day: string,
): boolean {
  return evidence.some((held) => isAsAsked(held, asked) && isValidOn(held, day));
}
