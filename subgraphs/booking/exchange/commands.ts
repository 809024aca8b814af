import { randomUUID } from 'node:crypto';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { Logger } from '../../shared/process/logger.js';
import type { BookingAccess } from '../access/booking-access.js';
import { buyerFor } from '../access/buyer.js';
import { isStranger, makerOf, NOBODYS_OWN, ofCooperative } from '../access/owned.js';
import type { Refusal } from '../store/refusal.js';
import type {
  AcceptOfferInput,
  CloseRequestInput,
  CreateRequestInput,
  DeclineOfferInput,
  OfferRequestInput,
  SpokenAnswerInput,
} from '../schema.generated.js';
import { refusalOf, type CandidateSearch } from './candidates/candidate-search.js';
import { needOf, type CandidateList } from './candidates/candidates.js';
import { roundScope, type SearchScope } from './candidates/choose-services.js';
import { untilDone, type ExchangeDataSource } from './request/data-source.js';
import { draftRequest, secretOf } from './draft-request.js';
import * as check from './input-checks.js';
import { ownedRequest } from './request/owned-request.js';
import type { RequestAdmission } from './request/admission.js';
import type { WorkRequestRecord } from './request/records.js';
import {
  offerOutcome,
  requestOutcome,
  type OfferOutcome,
  type RequestOutcome,
} from './outcomes.js';
import { commandOf, findRepeated, perform, refused, type Performed } from './perform.js';
import type { Progress } from './progress.js';
import { offerFurther, offerTo, refuseOffering, type NamedOffers } from './request/offering.js';
import { nextRound } from './request/rounds.js';
import {
  claim,
  close,
  decline,
  findPending,
  promise,
  type RequestMoment,
} from './request/transitions.js';

export interface ExchangeCommandsOptions {
  readonly requests: ExchangeDataSource;
  readonly candidates: CandidateSearch;
  readonly progress: Progress;
  readonly admission: RequestAdmission;
  readonly access: BookingAccess;
  readonly lists: ReferenceLists;
  readonly log: Logger;
}

/**
 * What the mutations of the work exchange do. Repeating one has no further effect; a refused one has none at all. Each throws
 * UNAUTHENTICATED or FORBIDDEN where a role that is missing is the one way in.
 */
export class ExchangeCommands {
  readonly #options: ExchangeCommandsOptions;

  constructor(options: ExchangeCommandsOptions) {
    this.#options = options;
  }

  /** Answers with the first round offered, within 1.5 s and some queries. */
  createRequest(sent: CreateRequestInput, asker: Asker): Promise<RequestOutcome> {
    const { requests, progress, admission, lists } = this.#options;
    const isCounted = isStranger(asker);
    const input = { ...sent, caller: buyerFor('Mutation.createRequest', asker, sent.caller) };
    const maker = makerOf(asker);
    const { idempotencyKey, ...body } = input;
    const wrongKey = check.refuseKey(idempotencyKey);
    if (wrongKey) return Promise.resolve(requestOutcome(refused(wrongKey)));
    const command = commandOf('createRequest', idempotencyKey, body, null, maker);
    const lookUp = this.#lookUpOnce();
    return untilDone(async () => {
      const repeated = await findRepeated(requests, command);
      if (repeated?.kind === 'done')
        return requestOutcome(repeated, secretOf(repeated.request, input));
      if (repeated) return requestOutcome(repeated);
      const wrong =
        check.refuseRequest(input, lists, progress.moment().now) ??
        (isCounted ? check.refuseUnreached(input.caller) : null);
      if (wrong) return requestOutcome(refused(wrong));
      const { draft, secret } = draftRequest(input, maker, command, progress.moment());
      const found = await lookUp(draft);
      if ('code' in found) return requestOutcome(refused(found));
      const request = nextRound(draft, found, progress.moment());
      const limited = isCounted ? await admission.refuse(request) : null;
      if (limited) return requestOutcome(refused(limited));
      const isNew = await requests.insert(request);
      if (isCounted && !isNew) await admission.withdraw(request);
      return isNew ? requestOutcome({ kind: 'done', request }, secret) : null;
    });
  }

  async offerRequest(input: OfferRequestInput, asker: Asker): Promise<RequestOutcome> {
    const { requests, progress, access } = this.#options;
    access.check('Mutation.offerRequest', asker, NOBODYS_OWN);
    const { idempotencyKey, ...body } = input;
    const { requestId, cooperatives, services } = body;
    const wrong =
      check.refuseKey(idempotencyKey) ?? check.refuseNamed(cooperatives ?? null, services ?? null);
    if (wrong) return requestOutcome(refused(wrong));
    const command = commandOf('offerRequest', idempotencyKey, body, null, makerOf(asker));
    const named = { cooperatives: cooperatives ?? [], services: services ?? [] };
    const isByName = cooperatives != null || services != null;
    const lookUp = this.#lookUpOnce(isByName ? byName(named) : null);
    const performed = await perform(
      requests,
      command,
      () => requests.find(requestId),
      async (request) => {
        const found = refuseOffering(request, progress.moment()) ?? (await lookUp(request));
        if ('code' in found) return found;
        return isByName
          ? offerTo(request, named, found, progress.moment())
          : offerFurther(request, found, progress.moment());
      },
    );
    return requestOutcome(performed);
  }

  /** The claim is written before the order is placed: whoever comes after a crash goes on with the same order. */
  async acceptOffer(input: AcceptOfferInput, asker: Asker): Promise<OfferOutcome> {
    const { progress } = this.#options;
    await this.#checkAsked('Mutation.acceptOffer', input.offerId, asker);
    const { offerId } = input;
    const answer = { isSpoken: false, note: null };
    return this.#answerOffer('acceptOffer', input, asker, (request, moment) =>
      claim(request, offerId, answer, newBooking(true), progress.lease(), moment),
    );
  }

  /** Answers when the next round has begun, if this was the last open offer of its round. */
  async declineOffer(input: DeclineOfferInput, asker: Asker): Promise<OfferOutcome> {
    const { offerId, note = null } = input;
    await this.#checkAsked('Mutation.declineOffer', offerId, asker);
    const wrong = check.refuseNote(note);
    if (wrong) return offerOutcome(refused(wrong), offerId);
    return this.#answerOffer('declineOffer', input, asker, (request, moment) =>
      decline(request, offerId, { isSpoken: false, note }, moment),
    );
  }

  /** A yes is booked by the next sweep that reaches the cooperative. */
  async recordSpokenAnswer(input: SpokenAnswerInput, asker: Asker): Promise<OfferOutcome> {
    const { offerId, accepted, note = null } = input;
    this.#options.access.check('Mutation.recordSpokenAnswer', asker, NOBODYS_OWN);
    const wrong = check.refuseNote(note);
    if (wrong) return offerOutcome(refused(wrong), offerId);
    const answer = { isSpoken: true, note };
    return this.#answerOffer('recordSpokenAnswer', input, asker, (request, moment) =>
      accepted
        ? claim(request, offerId, answer, newBooking(false), moment.elapsed, moment)
        : decline(request, offerId, answer, moment),
    );
  }

  async closeRequest(input: CloseRequestInput, asker: Asker): Promise<RequestOutcome> {
    const { requests, progress, access } = this.#options;
    const { idempotencyKey, requestId, secret, outcome } = input;
    const wrong = check.refuseKey(idempotencyKey) ?? check.refuseOutcome(outcome);
    if (wrong) return requestOutcome(refused(wrong));
    const asked = await requests.find(requestId);
    const forbidden =
      asked && access.refusal('Mutation.closeRequest', asker, ownedRequest(asked), secret);
    if (forbidden) return requestOutcome(refused(forbidden));
    const body = { requestId, outcome };
    const command = commandOf('closeRequest', idempotencyKey, body, null, makerOf(asker));
    const performed = await perform(
      requests,
      command,
      () => requests.find(requestId),
      // An order that is being placed comes about or not, and stands if it does: it must not be lost.
      async (request) => close(await progress.settle(request), outcome.trim()),
    );
    return requestOutcome(performed);
  }

  /** Of an offer that there is not, whoever may answer any is told so. */
  async #checkAsked(row: string, offerId: string, asker: Asker): Promise<void> {
    const { access, requests } = this.#options;
    access.checkUnasked(row, asker);
    const request = await requests.findByOffer(offerId);
    const offer = request?.offers.find(({ id }) => id === offerId);
    if (offer) access.check(row, asker, ofCooperative(offer.cooperative));
  }

  async #answerOffer(
    name: string,
    input: AcceptOfferInput | DeclineOfferInput | SpokenAnswerInput,
    asker: Asker,
    step: (request: WorkRequestRecord, moment: RequestMoment) => ReturnType<typeof decline>,
  ): Promise<OfferOutcome> {
    const { requests, progress } = this.#options;
    const { idempotencyKey, ...body } = input;
    const wrong = check.refuseKey(idempotencyKey);
    if (wrong) return offerOutcome(refused(wrong), body.offerId);
    const isAwaiting = name === 'acceptOffer';
    const maker = makerOf(asker);
    const command = commandOf(name, idempotencyKey, body, body.offerId, maker, isAwaiting);
    const performed = await perform(
      requests,
      command,
      () => requests.findByOffer(body.offerId),
      (request) => Promise.resolve(step(request, progress.moment())),
    );
    if (performed.kind === 'refused') return offerOutcome(performed, body.offerId);
    const request = await this.#promise(
      await this.#goOn(performed.request, body.offerId),
      command.key,
    );
    const { refusals = [] } = request.commands.find(({ key }) => key === command.key) ?? {};
    const ended: Performed = refusals.length > 0 ? refused(...refusals) : { kind: 'done', request };
    return offerOutcome(ended, body.offerId);
  }

  /** Has no undecided answer leave that is not written down: the same command must be told the same when it is sent again. */
  #promise(request: WorkRequestRecord, key: string): Promise<WorkRequestRecord> {
    const isOpen = findPending(request) !== null && promise(request, key) !== request;
    return isOpen
      ? this.#options.requests.change(request._id, (current) => promise(current, key))
      : Promise.resolve(request);
  }

  /** Makes the booking that this very offer has begun, and the round that follows where it was refused or declined. */
  async #goOn(request: WorkRequestRecord, offerId: string): Promise<WorkRequestRecord> {
    const { progress, log } = this.#options;
    const isOurs = findPending(request)?.id === offerId;
    const settled = isOurs ? await progress.settle(request) : request;
    if (settled.state !== 'OFFERED') return settled;
    try {
      return await progress.advance(settled);
    } catch (error) {
      // What was asked for is done; the next sweep begins the round.
      log.warn({ err: error, request: settled._id }, 'The next round could not begin.');
      return settled;
    }
  }

  /** A search is made once, however often the request changes meanwhile. @param named - Null for the next round. */
  #lookUpOnce(
    named: SearchScope | null = null,
  ): (request: WorkRequestRecord) => Promise<CandidateList | Refusal> {
    let looking: Promise<CandidateList | Refusal> | null = null;
    return (request) =>
      (looking ??= this.#options.candidates
        .find(needOf(request), named ?? roundScope(request))
        .catch(refusalOf));
  }
}

/** All who are named are asked. */
function byName(named: NamedOffers): SearchScope {
  return { ...named, isByName: true, enough: Infinity };
}

/** The key is random, though an offer's id is too: the cooperative knows that one, and could use up a key made of it. */
function newBooking(isUnderWay: boolean) {
  return { key: randomUUID(), attempt: 1, isUnderWay, order: null };
}
