import type { Clock } from '../../subgraphs/shared/process/clock.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import type { EndpointTable } from '../../subgraphs/shared/owners/endpoint-table.js';
import { FailingOwners } from '../../subgraphs/shared/owners/failing-owners.js';
import type { AnswerError, GraphqlAnswer } from '../../subgraphs/shared/owners/graphql-answer.js';
import { locateOwner } from '../../subgraphs/shared/owners/locate-owner.js';
import type { OwnerGuards } from '../../subgraphs/shared/owners/guard/owner-guards.js';
import type { OwnerGuard } from '../../subgraphs/shared/owners/guard/owner-guard.js';
import type { GraphqlOutcome } from '../../subgraphs/shared/owners/outcome.js';
import { postGraphql } from '../../subgraphs/shared/owners/post-graphql.js';
import type { RequestSigner } from '../../subgraphs/shared/identity/processes/sign-request.js';
import type { Sender } from '../../subgraphs/shared/owners/sender.js';
import type { TimeLimit } from '../../subgraphs/shared/process/time-limit.js';
import { UnsupportedFields } from '../../subgraphs/shared/owners/unsupported-fields.js';
import type { Deadline } from '../request/deadline.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { isLasting, lackingField } from '../documents/lacks.js';
import { JointQuestions } from './joint-questions.js';
import { OwnersLog } from './owners-log.js';
import { causeOfRefusal } from './owner-words.js';
import { noAnswerOf, type NoAnswer } from '../answers/no-answer.js';
import { Mismatch } from '../answers/reading.js';
import { failureOf, isOwnFailure, UselessAnswer, type Cause } from '../answers/subgraph-errors.js';

/** How often one question is put at most: some stacks refuse one field after the other. */
const MOST_ROUNDS = 6;

/** A question in the form that one endpoint understands. */
interface WrittenQuestion {
  /** By the names of `lacks.ts`. */
  readonly leftOut: ReadonlySet<string>;
  /** Whether nothing is left of what was wanted. */
  readonly isVoid: boolean;
}

/** One question to one owner. */
export interface Question<Written extends WrittenQuestion, Answer> {
  /** @param unknown - What the endpoint does not know. */
  write(unknown: ReadonlySet<string>): Written;
  /** What it does there. */
  readonly scope: 'read' | 'act';
  /** The JSON text that is sent. */
  body(written: Written): string;
  /** What an endpoint that refused it does not know; empty when it refused it for something else. */
  unknownBy(written: Written, errors: readonly AnswerError[]): readonly string[];
  /** Checks what came back. @throws Mismatch, UselessAnswer */
  read(written: Written, answer: GraphqlAnswer): Answer;
  /** The answer when nothing is left to be asked. */
  readVoid(written: Written): Answer;
}

/** Why an owner gave no usable answer. */
export type OwnerFailure = NoAnswer;

export type Outcome<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly failure: OwnerFailure };

export interface OwnerClientOptions {
  readonly table: EndpointTable;
  readonly sender: Sender;
  readonly guards: OwnerGuards;
  readonly signer: RequestSigner;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Where an owner answers, and by which business id its own program is known. */
interface Address {
  readonly url: string;
  readonly businessId: string | null;
  readonly guard: OwnerGuard;
}

/** A question as it is sent. */
interface Posted extends Address {
  /** JSON text. */
  readonly body: string;
  readonly scope: 'read' | 'act';
}

/** An answer, and why something of it is missing. */
interface Judged {
  readonly failures: readonly Cause[];
}

function failed(cause: Cause, mayHaveArrived: boolean): Outcome<never> {
  return { kind: 'failure', failure: { ...cause, mayHaveArrived } };
}

/** Asks cooperatives' endpoints, trusts nothing they say, and notes in the coverage what came of it. Never throws. */
export class OwnerClient {
  readonly #unsupported = new UnsupportedFields();
  readonly #ownersLog = new OwnersLog();
  readonly #failing: FailingOwners;
  /** What nobody in particular asks. */
  readonly #joint = new JointQuestions();
  /** What somebody asks, by their request. */
  readonly #ofRequests = new WeakMap<Deadline, JointQuestions>();

  constructor(private readonly options: OwnerClientOptions) {
    this.#failing = new FailingOwners(options.clock);
  }

  async ask<Written extends WrittenQuestion, Answer extends Judged>(
    owner: string,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    const where = await this.#locate(owner, context);
    if (where.kind === 'failure') return where;
    const outcome = await this.#exchange(owner, where.answer, question, context);
    const isHeldBack =
      outcome.kind === 'failure' && outcome.failure.retryAfterSeconds !== undefined;
    if (!isHeldBack) context.coverage.ask(owner);
    if (outcome.kind === 'failure') {
      // What was broken off because nobody reads the answer is no failure of the owner's.
      if (!context.deadline.isAbandoned) this.#noteFailure(owner, outcome.failure, context);
      return outcome;
    }
    const [loss] = outcome.answer.failures;
    if (loss) context.coverage.lose(owner, loss.message);
    else this.#failing.recover(owner, this.options.log);
    return outcome;
  }

  /** Whether an owner is known to take no bookings over the network. */
  isPhoneOnly(owner: string): boolean {
    return this.options.table.find(owner)?.takesBookings === false;
  }

  /** The address to ask, or why the owner is not asked at all. */
  async #locate(owner: string, { coverage }: GatewayContext): Promise<Outcome<Address>> {
    const where = await locateOwner(this.options.table, owner);
    const skip = (cause: Cause, reason = cause.message, since: string | null = null) => {
      coverage.skip(owner, { reason, since });
      return failed(cause, false);
    };
    switch (where.kind) {
      case 'address': {
        const guard = this.options.guards.of({ cooperative: owner, ...where });
        return { kind: 'answer', answer: { ...where, guard } };
      }
      case 'paused':
      case 'left': {
        const { state, reason, since } = where;
        const cause = failureOf(owner, `${state} and was not asked`);
        return skip(cause, reason ?? `"${owner}" ${state}.`, since);
      }
      case 'none':
        return skip(failureOf(owner, 'is no cooperative of this network', 'NOT_FOUND'));
      case 'unasked': {
        const { registry } = where;
        const why = registry === 'does not answer' ? `${registry}, and knew it not` : registry;
        return skip(failureOf(owner, `was not asked: the registry of cooperatives ${why}`));
      }
    }
  }

  #noteFailure(owner: string, cause: NoAnswer, context: GatewayContext): void {
    const { coverage, log } = context;
    const { retryAfterSeconds } = cause;
    if (retryAfterSeconds !== undefined) {
      context.retryAfterSeconds = Math.max(retryAfterSeconds, context.retryAfterSeconds ?? 0);
    }
    // Whoever is refused because of who they are says nothing about the owner.
    const since = isOwnFailure(cause)
      ? this.#failing.fail(owner, cause.message, log)
      : (this.#failing.sinceOf(owner) ?? this.options.clock.now().toISOString());
    coverage.skip(owner, { reason: cause.message, since });
  }

  async #exchange<Written extends WrittenQuestion, Answer>(
    owner: string,
    address: Address,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    const { url } = address;
    try {
      let leftOut = this.#unsupported.of(url);
      for (let round = 1; ; round += 1) {
        const written = question.write(leftOut);
        const finish = (answer: Answer): Outcome<Answer> => {
          for (const lack of written.leftOut) context.coverage.lack(owner, lackingField(lack));
          return { kind: 'answer', answer };
        };
        if (written.isVoid) return finish(question.readVoid(written));
        const body = question.body(written);
        const reply = await this.#post(owner, { ...address, body, scope: question.scope }, context);
        if (reply.kind === 'failure') return reply;
        this.#ownersLog.note(owner, reply.answer.errors, context.log);
        if (!reply.answer.isRequestError) {
          const answer = question.read(written, reply.answer);
          context.coverage.answer(owner);
          return finish(answer);
        }
        const { errors } = reply.answer;
        const cause = causeOfRefusal(owner, errors);
        const unknown = isOwnFailure(cause) ? question.unknownBy(written, errors) : [];
        if (unknown.length === 0 || round === MOST_ROUNDS) {
          return failed(cause, isOwnFailure(cause) && unknown.length === 0);
        }
        const remembered = this.#unsupported.add(url, unknown.filter(isLasting));
        leftOut = new Set([...leftOut, ...remembered, ...unknown]);
      }
    } catch (error) {
      if (error instanceof UselessAnswer) return failed(error.failure, true);
      if (!(error instanceof Mismatch)) throw error;
      this.#ownersLog.noteValue(owner, error, context.log);
      return failed(failureOf(owner, error.message), true);
    }
  }

  async #post(
    owner: string,
    posted: Posted,
    context: GatewayContext,
  ): Promise<Outcome<GraphqlAnswer>> {
    const { caller, deadline } = context;
    const send = (limit: TimeLimit) => this.#send(owner, posted, context, limit);
    const joint = caller === null ? this.#joint : this.#jointOf(deadline);
    const outcome =
      posted.scope === 'read'
        ? await joint.ask(textOf(owner, posted, context), deadline, send)
        : await send(deadline);
    return outcome.kind === 'answer'
      ? outcome
      : { kind: 'failure', failure: noAnswerOf(owner, outcome) };
  }

  #jointOf(deadline: Deadline): JointQuestions {
    const joint = this.#ofRequests.get(deadline) ?? new JointQuestions();
    this.#ofRequests.set(deadline, joint);
    return joint;
  }

  #send(
    owner: string,
    { url, businessId, guard, body, scope }: Posted,
    { headers: given, caller }: GatewayContext,
    limit: TimeLimit,
  ): Promise<GraphqlOutcome> {
    const { sender, signer } = this.options;
    return guard.run(scope, limit, (within) => {
      const signed = signer.headersFor({ audience: owner, businessId, scope, body, caller });
      const headers = { ...given, ...signed };
      return postGraphql(sender, { url, body, headers, limit: within });
    });
  }
}

/** All that makes a question what it is, but for its request's own id and whoever asks. */
function textOf(
  owner: string,
  { url, businessId, body }: Posted,
  { headers }: GatewayContext,
): string {
  const { 'x-request-id': _own, ...others } = headers;
  return JSON.stringify([owner, url, businessId, others, body]);
}
