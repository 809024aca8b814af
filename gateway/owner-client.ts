import type { Clock } from '../subgraphs/shared/clock.js';
import { isSkipped, type EndpointTable } from '../subgraphs/shared/owners/endpoint-table.js';
import type { Logger } from '../subgraphs/shared/logger.js';
import { UnsupportedFields } from '../subgraphs/shared/owners/unsupported-fields.js';
import { Mismatch } from './check-answer.js';
import type { GatewayContext } from './gateway-context.js';
import type { Sender } from './send.js';
import { failureOf, readEnvelope, type Cause, type Envelope } from './subgraph-errors.js';
import { findUnknownFields } from './unknown-fields.js';

/** One question to one owner, in the form that its endpoint understands. */
export interface Question<Written extends { readonly leftOut: ReadonlySet<string> }, Answer> {
  /** @param unknown - Fields that the endpoint does not know. */
  write(unknown: ReadonlySet<string>): Written;
  /** The JSON text that is sent. */
  body(written: Written): string;
  /** Checks what came back. @throws Mismatch */
  read(written: Written, envelope: Envelope): Answer;
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

function failed(cause: Cause, mayHaveArrived: boolean): Outcome<never> {
  return { kind: 'failure', failure: { ...cause, mayHaveArrived } };
}

const isOwnersFault = ({ code }: Cause): boolean =>
  code === 'DOWNSTREAM_SERVICE_ERROR' || code === 'GATEWAY_TIMEOUT';

/** Asks cooperatives' endpoints, trusts nothing they say, and notes in the coverage what came of it. Never throws. */
export class OwnerClient {
  readonly #unsupported = new UnsupportedFields();
  /** Since when each owner that failed last has been failing, ISO 8601. */
  readonly #failingSince = new Map<string, string>();

  constructor(private readonly options: OwnerClientOptions) {}

  async ask<Written extends { readonly leftOut: ReadonlySet<string> }, Answer>(
    owner: string,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    const where = await this.#locate(owner, context);
    if (where.kind === 'failure') return where;
    context.coverage.ask(owner);
    const outcome = await this.#exchange(owner, where.answer, question, context);
    if (outcome.kind === 'failure' && isOwnersFault(outcome.failure)) {
      this.#noteFailure(owner, outcome.failure.message, context);
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
      return failed(failureOf(owner, 'is no cooperative of this network', 'NOT_FOUND'), false);
    }
    const why = table.isLoaded ? 'does not answer, and knew it not' : 'was not read yet';
    const cause = failureOf(owner, `was not asked: the registry of cooperatives ${why}`);
    coverage.skip(owner, { reason: cause.message, since: null });
    return failed(cause, false);
  }

  #noteFailure(owner: string, reason: string, { coverage, log }: GatewayContext): void {
    const since = this.#failingSince.get(owner) ?? this.options.clock.now().toISOString();
    if (!this.#failingSince.has(owner)) {
      this.#failingSince.set(owner, since);
      log.warn({ cooperative: owner, reason }, 'Cooperative fetch failed.');
    }
    coverage.skip(owner, { reason, since });
  }

  async #exchange<Written extends { readonly leftOut: ReadonlySet<string> }, Answer>(
    owner: string,
    url: string,
    question: Question<Written, Answer>,
    context: GatewayContext,
  ): Promise<Outcome<Answer>> {
    try {
      let written = question.write(this.#unsupported.of(url));
      let reply = await this.#post(owner, url, question.body(written), context);
      if (reply.kind === 'answer') {
        const unknown = unknownFields(reply.answer);
        if (unknown.length > 0) {
          written = question.write(this.#unsupported.add(url, unknown));
          reply = await this.#post(owner, url, question.body(written), context);
        }
      }
      if (reply.kind === 'failure') return reply;
      const { data, errors } = reply.answer;
      const [first] = errors;
      if (data === null && first) return failed(first, isOwnersFault(first));
      const answer = question.read(written, reply.answer);
      for (const field of written.leftOut) context.coverage.lack(owner, field);
      return { kind: 'answer', answer };
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      return failed(failureOf(owner, error.message), true);
    }
  }

  async #post(
    owner: string,
    url: string,
    body: string,
    { headers, deadline }: GatewayContext,
  ): Promise<Outcome<Envelope>> {
    const sent = await this.options.sender.post(url, body, headers, deadline);
    return sent.kind === 'answer'
      ? { kind: 'answer', answer: readEnvelope(sent.body, { name: owner, isTrusted: false }) }
      : failed(failureOf(owner, sent.problem, sent.code), sent.mayHaveArrived);
  }
}

/** What a refused question asked for that the endpoint does not know; empty when it was not refused for that. */
function unknownFields({ data, errors }: Envelope): string[] {
  return data === null ? findUnknownFields(errors) : [];
}
