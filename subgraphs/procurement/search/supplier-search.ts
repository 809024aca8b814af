import { publicError } from '../../../schema/errors.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { askingFor, type OwnerClient } from '../../shared/owners/client/owner-client.js';
import type { Clock } from '../../shared/process/clock.js';
import type { Logger } from '../../shared/process/logger.js';
import type { TimeLimit } from '../../shared/process/time-limit.js';
import type { Matched } from '../matching/match.js';
import { MatchingError, type Matcher } from '../matching/matcher.js';
import type { Matching } from '../matching/suppliers.js';
import { checkNeed, type CheckedNeed, type NeedInput } from '../need/check-need.js';
import type { LotOffer } from '../need/need.js';
import { SearchGate, tooBusy } from '../need/search-gate.js';
import { absence } from '../owners/absence.js';
import { askFreeCapacity, type CapacityQuestion } from '../owners/free-capacity.js';
import type { SupplierList } from '../owners/supplier-list.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import { neverRead } from '../owners/why-unasked.js';
import type { AgreementDataSource } from '../store/agreement-data-source.js';
import type { VerificationDataSource } from '../store/verification-data-source.js';
import { reason } from '../suppliers/reason-codes.js';
import { judgeSuppliers, type Judged } from './judge-suppliers.js';
import { knownVerifications } from './known-verifications.js';
import type { OwnerAnswer, SupplierSearchResult } from './result.js';

export interface SupplierSearchOptions {
  readonly suppliers: Pick<SupplierList, 'load'>;
  readonly verifications: Pick<VerificationDataSource, 'findStanding'>;
  readonly agreements: Pick<AgreementDataSource, 'findReservedByArt77'>;
  readonly owners: Pick<OwnerClient, 'ask'>;
  readonly matcher: Pick<Matcher, 'match'>;
  readonly lists: ReferenceLists;
  /** For each cooperative, from being asked to its answer's last byte. */
  readonly ownerTimeoutMs: number;
  /** For a whole search. */
  readonly answerWithinMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

/** In whose name it is searched. No cooperative is told. */
export interface Searcher {
  readonly isSignedIn: boolean;
  /** Canonical business id of who buys, whose agreements then count; null where that is not known. */
  readonly buyer: string | null;
}

/** Where a search comes from. */
export interface SearchOrigin {
  /** The argument that is the need, such as `input.need`; `need` where left out. */
  readonly argument?: string;
  readonly signal?: AbortSignal;
}

/** Searches who could deliver. Keeps nothing. */
export class SupplierSearch {
  readonly #gate: SearchGate;

  constructor(private readonly options: SupplierSearchOptions) {
    this.#gate = new SearchGate(options.answerWithinMs);
  }

  /**
   * One reading of the catalogue, at most, and one of what is verified; then each cooperative that is eligible, and offers what counts, is
   * asked once, all at once, about services and days alone. Who does not answer costs its own figures; a database that does not answer,
   * what is verified: only a search with a buyer fails then.
   * @param origin - Its signal ends the search when nobody waits for it any more.
   * @throws GraphQLError what `checkNeed` throws; DOWNSTREAM_SERVICE_ERROR when the catalogue does not answer; TOO_BUSY when too many
   *   search; GATEWAY_TIMEOUT when the time was not enough.
   */
  async find(
    input: NeedInput,
    { isSignedIn, buyer }: Searcher,
    { argument = 'need', signal }: SearchOrigin = {},
  ): Promise<SupplierSearchResult> {
    const { lists, clock } = this.options;
    const checked = checkNeed(input, lists, clock.now(), argument);
    return await this.#gate.run(
      isSignedIn,
      (limit) => this.#find(checked, buyer, limit, signal),
      signal,
    );
  }

  async #find(
    { need, working }: CheckedNeed,
    buyer: string | null,
    limit: TimeLimit,
    signal: AbortSignal | undefined,
  ): Promise<SupplierSearchResult> {
    const { suppliers, verifications, agreements, ownerTimeoutMs, clock, log } = this.options;
    const { days } = working;
    const [from = need.from] = days;
    const at = clock.now();
    const isByArt77 = need.reserved === 'RES_PUB_SER';
    const [listed, standing, reserved] = await Promise.all([
      suppliers.load(),
      // What is kept says for ever what was verified.
      buyer === null
        ? knownVerifications(() => verifications.findStanding(from), ownerTimeoutMs, log)
        : verifications.findStanding(from),
      buyer !== null && isByArt77 ? agreements.findReservedByArt77(buyer) : [],
    ]);
    const judged = await judgeSuppliers(need, days, listed, { standing, reserved }, signal);
    const to = days.at(-1) ?? need.to;
    const questions = questionsOf(judged.offers, from, to);
    const owners = askingFor(signal, this.options.owners);
    const told = await Promise.all(questions.map((each) => this.#ask(owners, each, limit)));
    signal?.throwIfAborted();
    const capacities = told.flatMap(({ capacity }) => capacity ?? []);
    const { offers } = judged;
    const matched = await this.#match({ days, lots: need.lots, offers, capacities }, limit);
    const answers = withoutThose(matched.leftOut, told);
    return {
      ...{ at, need, working },
      answers: withNeverRead(answers, listed, at),
      suppliers: withCapacityUnknown(judged, answers),
      lots: matched.lots.map((coverage, index) => {
        const lotId = need.lots[index]?.id ?? '';
        return { ...coverage, lotId, offers: offers.filter(({ lot }) => lot === lotId) };
      }),
      joint: matched.joint,
      proposals: matched.proposals,
      proposalsCut: matched.isCut,
    };
  }

  async #match(matching: Matching, limit: TimeLimit): Promise<Matched> {
    try {
      return await this.options.matcher.match(matching, limit);
    } catch (error) {
      if (!(error instanceof MatchingError)) throw error;
      switch (error.code) {
        case 'NO_THREAD':
          throw tooBusy();
        case 'TIMED_OUT':
          throw publicError('GATEWAY_TIMEOUT', 'The search was not done in time.');
        case 'FAILED':
          throw error;
      }
    }
  }

  async #ask(
    owners: Pick<OwnerClient, 'ask'>,
    question: CapacityQuestion,
    limit: TimeLimit,
  ): Promise<OwnerAnswer> {
    const { ownerTimeoutMs, clock } = this.options;
    const { cooperative } = question;
    const timeoutMs = Math.min(ownerTimeoutMs, Math.floor(limit.remainingMs));
    const told = await askFreeCapacity(owners, question, timeoutMs);
    const at = clock.now();
    return told.kind === 'told'
      ? { cooperative, at, capacity: told.data, reason: null }
      : { cooperative, at, capacity: null, reason: told.reason };
  }
}

/** Whom to ask about what: about the services that count, by cooperative. */
function questionsOf(offers: readonly LotOffer[], from: string, to: string): CapacityQuestion[] {
  const servicesOf = new Map<string, Set<string>>();
  for (const { cooperative, service, match } of offers) {
    if (match === 'PARTIAL') continue;
    const services = servicesOf.get(cooperative) ?? new Set();
    servicesOf.set(cooperative, services.add(service));
  }
  return [...servicesOf]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([cooperative, services]) => ({ cooperative, from, to, services: [...services].sort() }));
}

/** What some have answered could not be computed with: as if they had not. */
function withoutThose(
  leftOut: readonly string[],
  answers: readonly OwnerAnswer[],
): readonly OwnerAnswer[] {
  if (leftOut.length === 0) return answers;
  return answers.map((answer) =>
    leftOut.includes(answer.cooperative)
      ? { ...answer, capacity: null, reason: absence('BUDGETS_TOO_INTRICATE') }
      : answer,
  );
}

/** By id, with those too who could not even be asked. */
function withNeverRead(
  answers: readonly OwnerAnswer[],
  listed: readonly ListedSupplier[],
  at: Date,
): OwnerAnswer[] {
  const unread = neverRead(listed).map((each) => ({ ...each, at, capacity: null }));
  return [...answers, ...unread].sort((one, other) =>
    one.cooperative < other.cooperative ? -1 : 1,
  );
}

function withCapacityUnknown({ verdicts }: Judged, answers: readonly OwnerAnswer[]) {
  const silent = new Set(
    answers.filter(({ capacity }) => capacity === null).map(({ cooperative }) => cooperative),
  );
  return verdicts.map((verdict) =>
    silent.has(verdict.cooperative)
      ? { ...verdict, warnings: [...verdict.warnings, reason('CAPACITY_UNKNOWN')] }
      : verdict,
  );
}
