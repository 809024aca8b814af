import type { Clock } from '../../subgraphs/shared/process/clock.js';
import type { Logger } from '../../subgraphs/shared/process/logger.js';
import { isSkipped, type EndpointTable } from '../../subgraphs/shared/owners/endpoint-table.js';
import {
  NotGraphql,
  readGraphqlAnswer,
  type AnswerError,
  type GraphqlAnswer,
} from '../../subgraphs/shared/owners/graphql-answer.js';
import { UnsupportedFields } from '../../subgraphs/shared/owners/unsupported-fields.js';
import type { GatewayContext } from '../request/gateway-context.js';
import { isLasting, lackingField } from '../documents/lacks.js';
import { OwnersLog } from './owners-log.js';
import { causeOfRefusal } from './owner-words.js';
import { Mismatch } from '../answers/reading.js';
import type { Sender } from '../sending/send.js';
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
export interface OwnerFailure extends Cause {
  /** Whether the endpoint may have carried out what it was asked. */
  readonly mayHaveArrived: boolean;
}

export type Outcome<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly failure: OwnerFailure };

export interface OwnerClientOptions {
  readonly table: EndpointTable;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Logger;
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
  /** Since when each owner that failed last has been failing, ISO 8601. */
  readonly #failingSince = new Map<string, string>();

  constructor(private readonly options: OwnerClientOptions) {}

  async ask<Written extends WrittenQuestion, Answer extends Judged>(
    owner: string,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    const where = await this.#locate(owner, context);
    if (where.kind === 'failure') return where;
    context.coverage.ask(owner);
    const outcome = await this.#exchange(owner, where.answer, question, context);
    if (outcome.kind === 'failure') {
      // What was broken off because nobody reads the answer is no failure of the owner's.
      if (!context.deadline.isAbandoned) this.#noteFailure(owner, outcome.failure, context);
      return outcome;
    }
    const [loss] = outcome.answer.failures;
    if (loss) {
      context.coverage.lose(owner, loss.message);
    } else if (this.#failingSince.delete(owner)) {
      this.options.log.info({ cooperative: owner }, 'Cooperative answers again.');
    }
    return outcome;
  }

  /** The address to ask, or why the owner is not asked at all. */
  async #locate(owner: string, { coverage }: GatewayContext): Promise<Outcome<string>> {
    const { table } = this.options;
    const entry = await table.findOrAsk(owner);
    if (typeof entry === 'object') {
      if (!isSkipped(entry)) return { kind: 'answer', answer: entry.url };
      const state = entry.status === 'PAUSED' ? 'is paused' : 'has left the network';
      coverage.skip(owner, { reason: entry.reason ?? `"${owner}" ${state}.`, since: entry.since });
      return failed(failureOf(owner, `${state} and was not asked`), false);
    }
    if (entry === 'none') {
      const cause = failureOf(owner, 'is no cooperative of this network', 'NOT_FOUND');
      coverage.skip(owner, { reason: cause.message, since: null });
      return failed(cause, false);
    }
    const why = table.isLoaded ? 'does not answer, and knew it not' : 'was not read yet';
    const cause = failureOf(owner, `was not asked: the registry of cooperatives ${why}`);
    coverage.skip(owner, { reason: cause.message, since: null });
    return failed(cause, false);
  }

  #noteFailure(owner: string, cause: Cause, { coverage, log }: GatewayContext): void {
    const known = this.#failingSince.get(owner);
    const since = known ?? this.options.clock.now().toISOString();
    // Whoever is refused because of who they are says nothing about the owner.
    if (known === undefined && isOwnFailure(cause)) {
      this.#failingSince.set(owner, since);
      log.warn({ cooperative: owner, reason: cause.message }, 'Cooperative fetch failed.');
    }
    coverage.skip(owner, { reason: cause.message, since });
  }

  async #exchange<Written extends WrittenQuestion, Answer>(
    owner: string,
    url: string,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    try {
      let leftOut = this.#unsupported.of(url);
      for (let round = 1; ; round += 1) {
        const written = question.write(leftOut);
        const finish = (answer: Answer): Outcome<Answer> => {
          for (const lack of written.leftOut) context.coverage.lack(owner, lackingField(lack));
          return { kind: 'answer', answer };
        };
        if (written.isVoid) return finish(question.readVoid(written));
        const reply = await this.#post(owner, url, question.body(written), context);
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
      if (error instanceof Mismatch) {
        this.#ownersLog.noteValue(owner, error, context.log);
      } else if (!(error instanceof NotGraphql)) {
        throw error;
      }
      return failed(failureOf(owner, error.message), true);
    }
  }

  async #post(
    owner: string,
    url: string,
    body: string,
    { headers, deadline }: GatewayContext,
  ): Promise<Outcome<GraphqlAnswer>> {
    const sent = await this.options.sender.post(url, body, headers, deadline);
    return sent.kind === 'answer'
      ? { kind: 'answer', answer: readGraphqlAnswer(sent.body) }
      : failed(failureOf(owner, sent.problem, sent.code), sent.mayHaveArrived);
  }
}
