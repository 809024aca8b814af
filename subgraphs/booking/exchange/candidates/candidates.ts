import type { QuoteRecord } from '../../store/records.js';
import type { CandidateAnswer, UserErrorCode } from '../../schema.generated.js';

/** A piece of work for which somebody is looked for. */
export interface WorkNeed {
  /** Without check digits. */
  readonly cpv: readonly string[];
  readonly text: string | null;
  readonly municipality: string;
  readonly start: Date;
  readonly minutes: number;
  readonly quantity: number;
}

/** What is known of a service's room for a piece of work. */
export interface CandidateJudgement {
  readonly answer: CandidateAnswer;
  readonly reason: UserErrorCode | null;
  readonly message: string | null;
  readonly quote: QuoteRecord | null;
  /** Earliest first. */
  readonly alternatives: Date[];
}

export interface Candidate extends CandidateJudgement {
  readonly cooperative: string;
  /** Public id. */
  readonly service: string;
}

/** Who could take a piece of work. */
export interface CandidateList {
  /** Those who can, then those who perhaps can, then those who cannot; cheaper first. */
  readonly candidates: readonly Candidate[];
  readonly complete: boolean;
  /** In the order of their ids. */
  readonly notAnswering: readonly string[];
  /** False when the services are those last seen, or none for want of an answer. */
  readonly isCatalogueAnswering: boolean;
}

/** What is looked for to fill a request. */
export function needOf({
  cpv,
  what,
  municipality,
  start,
  minutes,
  quantity,
}: Omit<WorkNeed, 'text'> & { readonly what: string }): WorkNeed {
  return { cpv, text: cpv.length > 0 ? null : what, municipality, start, minutes, quantity };
}

const RANK: Readonly<Record<CandidateAnswer, number>> = { CAN: 0, UNKNOWN: 1, CANNOT: 2 };

/** The order in which candidates are shown and offered. Amounts of two currencies are never compared: EUR goes first. */
export function sortCandidates(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (one, other) =>
      RANK[one.answer] - RANK[other.answer] ||
      currencyRank(one.quote) - currencyRank(other.quote) ||
      grossOf(one.quote) - grossOf(other.quote) ||
      (one.service < other.service ? -1 : 1),
  );
}

/** For each cooperative that can or perhaps can its first service, in the order of `candidates`. */
export function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (candidate.answer === 'CANNOT' || best.has(candidate.cooperative)) continue;
    best.set(candidate.cooperative, candidate);
  }
  return [...best.values()];
}

function currencyRank(quote: QuoteRecord | null): number {
  return quote === null ? 2 : quote.currency === 'EUR' ? 0 : 1;
}

function grossOf(quote: QuoteRecord | null): number {
  return quote?.grossMinor ?? 0;
}
