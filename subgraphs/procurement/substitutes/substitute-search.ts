import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { askingFor, type OwnerClient } from '../../shared/owners/client/owner-client.js';
import type { Clock } from '../../shared/process/clock.js';
import type { TimeLimit } from '../../shared/process/time-limit.js';
import { inTurns } from '../../shared/turns/turns.js';
import { MINUTE_MS, addDays, daysIn } from '../../shared/words/dates.js';
import { distancesOf, timeZoneOf } from '../../shared/words/municipality.js';
import type { Reason } from '../need/need.js';
import { SearchGate } from '../need/search-gate.js';
import type { Told } from '../owners/ask-owner.js';
import { askFreeSubstitutes, type SubstituteQuestion } from '../owners/free-substitutes.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import { neverRead, whyUnasked } from '../owners/why-unasked.js';
import {
  checkSubstituteNeed,
  MOST_DAYS,
  type CheckedSubstituteNeed,
  type SubstituteNeedInput,
} from './check-substitute-need.js';
import { Effort } from './plan/effort.js';
import { findDrafts } from './plan/find-drafts.js';
import { isWantedCpv, judgeSubstitutes, type Excluded } from './plan/judge-substitutes.js';
import { rankPlans, type Plan } from './plan/plans.js';
import type { Candidate, FreeSubstitutes, SubstituteNeed, Time } from './plan/types.js';
import { minutesOf } from './plan/windows.js';

/** A second or two of a processor. */
const MOST_STEPS = 1_500_000;
const MOST_PLANS = 20;
const MOST_EXCLUDED = 200;

const CURRENCIES: Readonly<Record<string, 'EUR' | 'SEK'>> = { FI: 'EUR', SE: 'SEK' };

export interface SubstituteSearchOptions {
  readonly suppliers: Pick<SupplierList, 'load'>;
  readonly owners: Pick<OwnerClient, 'ask'>;
  readonly lists: ReferenceLists;
  /** For each cooperative, from being asked to its answer's last byte. */
  readonly ownerTimeoutMs: number;
  /** For a whole search. */
  readonly answerWithinMs: number;
  readonly clock: Clock;
}

/** What a search of substitutes has found. */
export interface SubstituteSearchResult {
  readonly demandMinutes: number;
  /** Who did not tell, and why, by id. */
  readonly absent: readonly { readonly cooperative: string; readonly reason: Reason }[];
  /** The best first. */
  readonly plans: readonly Plan[];
  /** Whether all was tried that could be among them. */
  readonly isExhaustive: boolean;
  /** Those first whom the fewest things keep away, then the nearest. */
  readonly excluded: readonly Excluded[];
  /** How many there are, with those beyond the most that are listed. */
  readonly excludedTotalCount: number;
}

/** Searches who could stand in. Keeps nothing. */
export class SubstituteSearch {
  readonly #gate: SearchGate;

  constructor(private readonly options: SubstituteSearchOptions) {
    this.#gate = new SearchGate(options.answerWithinMs);
  }

  /**
   * One reading of the catalogue, at most; then each cooperative with substitutes of the wanted kind is asked once, all at once, about days
   * and its own services alone. Who does not answer costs its own people.
   * @param signal - Ends the search when nobody waits for it any more.
   * @throws GraphQLError what `checkSubstituteNeed` throws; DOWNSTREAM_SERVICE_ERROR when the catalogue does not answer; TOO_BUSY when
   *   too many search.
   */
  async find(
    input: SubstituteNeedInput,
    isSignedIn: boolean,
    signal?: AbortSignal,
  ): Promise<SubstituteSearchResult> {
    const { lists, clock } = this.options;
    const checked = checkSubstituteNeed(input, lists, clock.now());
    return await this.#gate.run(isSignedIn, (limit) => this.#find(checked, limit, signal), signal);
  }

  async #find(
    checked: CheckedSubstituteNeed,
    limit: TimeLimit,
    signal: AbortSignal | undefined,
  ): Promise<SubstituteSearchResult> {
    const { suppliers, ownerTimeoutMs } = this.options;
    const owners = askingFor(signal, this.options.owners);
    const { need, windows } = checked;
    const listed = await suppliers.load();
    const questions = questionsOf(need, windows, listed);
    const timeoutMs = Math.min(ownerTimeoutMs, Math.floor(limit.remainingMs));
    const answers = await Promise.all(
      questions.map(async (question) => {
        const told = await askFreeSubstitutes(owners, question, timeoutMs);
        return { cooperative: question.cooperative, told };
      }),
    );
    signal?.throwIfAborted();
    const known = answers.flatMap(({ told }) => (told.kind === 'told' ? told.data : []));
    return {
      demandMinutes: minutesOf(windows),
      absent: [
        ...neverRead(listed),
        ...answers.flatMap(({ cooperative, told }) => absentOf(cooperative, told)),
      ].sort((one, other) => (one.cooperative < other.cooperative ? -1 : 1)),
      ...(await this.#plan(checked, known, limit, signal)),
    };
  }

  async #plan(
    { need, windows }: CheckedSubstituteNeed,
    known: readonly FreeSubstitutes[],
    limit: TimeLimit,
    signal: AbortSignal | undefined,
  ): Promise<
    Pick<SubstituteSearchResult, 'plans' | 'isExhaustive' | 'excluded' | 'excludedTotalCount'>
  > {
    const distanceBetween = distancesOf(this.options.lists.municipalityByCode);
    const candidates: Candidate[] = [];
    const excluded: Excluded[] = [];
    const serviceMinutes = new Map<string, readonly number[]>();
    for (const owner of known) {
      const judged = await inTurns(judgeSubstitutes(need, windows, owner, distanceBetween), signal);
      candidates.push(...judged.candidates);
      excluded.push(...judged.excluded);
      for (const [id, minutes] of judged.serviceMinutes) serviceMinutes.set(id, minutes);
    }
    const effort = new Effort(MOST_STEPS, () => limit.isOver);
    const { drafts, isExhaustive } = await inTurns(
      findDrafts(candidates, { windows, serviceMinutes }, need.maxHandovers, MOST_PLANS, effort),
      signal,
    );
    const currency = CURRENCIES[need.municipality.slice(0, 2)] ?? 'EUR';
    return {
      plans: await inTurns(rankPlans(drafts, windows, currency, MOST_PLANS), signal),
      isExhaustive,
      excluded: excluded.sort(compareExcluded).slice(0, MOST_EXCLUDED),
      excludedTotalCount: excluded.length,
    };
  }
}

/** Whom to ask about what, by cooperative: those whose substitutes are of the wanted kind, wherever they are offered. */
function questionsOf(
  need: SubstituteNeed,
  windows: readonly Time[],
  listed: readonly ListedSupplier[],
): SubstituteQuestion[] {
  return listed
    .flatMap((each) => {
      const { cooperative, supplier } = each;
      if (supplier === null || whyUnasked(each) !== null) return [];
      const services = supplier.offers
        .filter(({ kind, cpv }) => kind === 'SUBSTITUTION' && isWantedCpv(cpv, need.cpv))
        .map(({ service }) => service);
      if (services.length === 0) return [];
      return [{ cooperative, services, ...daysOf(windows, timeZoneOf(supplier.country)) }];
    })
    .sort((one, other) => (one.cooperative < other.cooperative ? -1 : 1));
}

/** The days of a zone on which the windows lie; by night across a border one more than of the need, but never more than can be asked. */
function daysOf(windows: readonly Time[], timeZone: string): { from: string; to: string } {
  const dayOf = daysIn(timeZone);
  const first = dayOf(new Date((windows[0]?.from ?? 0) * MINUTE_MS));
  const last = dayOf(new Date((windows.at(-1)?.to ?? 0) * MINUTE_MS - 1));
  const latest = addDays(first, MOST_DAYS - 1);
  return { from: first, to: last < latest ? last : latest };
}

function absentOf(cooperative: string, told: Told<FreeSubstitutes>) {
  return told.kind === 'absent' ? [{ cooperative, reason: told.reason }] : [];
}

function compareExcluded(one: Excluded, other: Excluded): number {
  const distance = ({ candidate }: Excluded): number => candidate.distanceKm ?? Infinity;
  return one.reasons.length - other.reasons.length || (distance(one) < distance(other) ? -1 : 1);
}
