import type {
  CandidateAnswer,
  MatchFit,
  NobodyReason,
  UserErrorCode,
} from '../../schema.generated.js';
import type { QuoteRecord } from '../../store/records.js';
import { compareByFit, type Fit } from './fit.js';

/** A piece of work for which somebody is looked for. */
export interface WorkNeed {
  /** Without check digits. */
  readonly cpv: readonly string[];
  readonly text: string | null;
  readonly municipality: string;
  readonly start: Date;
  readonly minutes: number;
  readonly quantity: number;
  /** Of the clocks of who is asked; null or absent where that is not known, or nobody is. */
  readonly timeZone?: string | null;
}

/** What is known of a service's room for a piece of work. */
export interface CandidateJudgement {
  readonly answer: CandidateAnswer;
  readonly reason: UserErrorCode | null;
  /** In English. */
  readonly message: string | null;
  /** What `message` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
  /** Where it is TOO_SHORT, the shortest that the owner takes; null otherwise, or where it has not said so. */
  readonly leastMinutes: number | null;
  /** Whether nothing is known to be in the way but the owner's lead time or hours, so that it may be offered the work all the same. */
  readonly isAgreeable: boolean;
  /** Where that is so, when it could begin; null otherwise, or when that is not known. */
  readonly earliestStart: Date | null;
  readonly quote: QuoteRecord | null;
  /** Earliest first. */
  readonly alternatives: Date[];
}

export interface Candidate extends CandidateJudgement, Fit {
  readonly cooperative: string;
  /** Public id. */
  readonly service: string;
  readonly fit: MatchFit;
}

/** Why nobody was found for a piece of work. */
export interface WhyNobody {
  readonly reason: NobodyReason;
  /** Where NOT_THERE, the nearest one in which somebody does it; null otherwise. */
  readonly municipality: string | null;
  /** To its centre, to 0.1 km; null where that is not known. */
  readonly distanceKm: number | null;
  /** The shortest that one of those takes for whom it is too short; null where it is so for nobody, or that is not known. */
  readonly leastMinutes: number | null;
  /** In English. */
  readonly message: string;
  /** What `message` is made of, as `partsOf` has it; null or absent where it can be told in English alone. */
  readonly said?: string | null;
}

/** Who could take a piece of work. */
export interface CandidateList {
  /** In the order of `sortCandidates`. */
  readonly candidates: readonly Candidate[];
  readonly complete: boolean;
  /** In the order of their ids. */
  readonly notAnswering: readonly string[];
  /** Those who fit and were not asked, or not given a fair time to answer; the best-fitting first. */
  readonly notAsked: readonly string[];
  /** Whether more fits than was looked through. */
  readonly hasMore: boolean;
  /** Ids of all cooperatives of the network, as far as the catalogue has said. */
  readonly members: readonly string[];
  /** Words and codes, as they were given. */
  readonly notUnderstood: readonly string[];
  /** Null where somebody can, perhaps can, or could by a yes on the phone, and where nothing is known. */
  readonly whyNobody: WhyNobody | null;
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

/** What an owner may do without by saying yes on the phone. */
const WAIVED: ReadonlySet<UserErrorCode> = new Set(['TOO_SOON', 'OUTSIDE_HOURS', 'PUBLIC_HOLIDAY']);

/** Whether an owner that refuses so, and was not asked as if it had said yes, may still say it. */
export function mayWaive(code: UserErrorCode): boolean {
  return WAIVED.has(code);
}

/** Whether a service may be offered work without more ado: its owner can, or nothing known speaks against it. */
export function mayTake({ answer }: Pick<Candidate, 'answer'>): boolean {
  return answer === 'CAN' || answer === 'UNKNOWN';
}

/** The order in which candidates are shown and offered. Amounts of two currencies are never compared: EUR goes first. */
export function sortCandidates(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(
    (one, other) =>
      rankOf(one) - rankOf(other) ||
      compareByFit(one, other) ||
      currencyRank(one.quote) - currencyRank(other.quote) ||
      grossOf(one.quote) - grossOf(other.quote) ||
      (one.service < other.service ? -1 : 1),
  );
}

/** For each cooperative the first of its services for which `isMeant` holds, in the order of `candidates`. */
export function bestOfEach(
  candidates: readonly Candidate[],
  isMeant: (candidate: Candidate) => boolean,
): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (!isMeant(candidate) || best.has(candidate.cooperative)) continue;
    best.set(candidate.cooperative, candidate);
  }
  return [...best.values()];
}

function rankOf(candidate: Candidate): number {
  switch (candidate.answer) {
    case 'CAN':
      return 0;
    case 'CALL':
      return 1;
    case 'UNKNOWN':
      return 2;
    case 'CANNOT':
      return candidate.isAgreeable ? 3 : 4;
  }
}

function currencyRank(quote: QuoteRecord | null): number {
  return quote === null ? 2 : quote.currency === 'EUR' ? 0 : 1;
}

function grossOf(quote: QuoteRecord | null): number {
  return quote?.grossMinor ?? 0;
}
