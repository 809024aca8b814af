import { isSkipped, type RegistryFollower } from '../endpoint-table.js';
import { FailingOwners } from '../failing-owners.js';
import { locateOwner } from '../locate-owner.js';
import type { GraphqlOutcome } from '../outcome.js';
import type { RequestSigner } from '../../identity/processes/sign-request.js';
import { postGraphql } from '../post-graphql.js';
import { Sender } from '../sender.js';
import type { Logger } from '../../process/logger.js';
import type { Closable } from '../../process/process.js';
import { TimeLimit } from '../../process/time-limit.js';
import { readReply, type OwnerReply } from './read-reply.js';

/** One GraphQL operation. */
export interface OwnerOperation {
  readonly query: string;
  readonly variables: object;
  /** What it is signed for; where absent, `book` for a mutation and `read` for a query. */
  readonly scope?: 'capacity' | 'privacy';
}

/** Asks cooperatives' own endpoints. Their answers are untrusted. */
export interface OwnerClient extends Closable {
  /** Ids of all cooperatives that may be asked now. */
  readonly cooperatives: readonly string[];
  /** Ids of all cooperatives of the network, those too that are paused. */
  readonly members: readonly string[];
  /** Whether the network has, or had, such a cooperative; true also where that cannot be known now. Never throws. */
  isMember(cooperative: string): Promise<boolean>;
  /**
   * One GraphQL operation on the cooperative's own endpoint. Never throws.
   * @param read - Checks the answer's data, and throws when they are malformed.
   * @param signal - Breaks it off when nobody waits for it any more, which is no failure of the owner's.
   */
  ask<Data>(
    cooperative: string,
    operation: OwnerOperation,
    read: (data: unknown) => Data,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<OwnerReply<Data>>;
}

export interface OwnerClientOptions {
  /** Null when there is no registry to follow: then nobody can be asked. */
  readonly registry: RegistryFollower | null;
  readonly signer: RequestSigner;
  /** Longer answers are broken off; 5 MB where left out. */
  readonly largestAnswerBytes?: number;
  readonly log: Logger;
}

const CONNECT_TIMEOUT_MS = 1_000;

/** The client over HTTP. */
export class HttpOwnerClient implements OwnerClient {
  readonly #sender: Sender;
  readonly #failing = new FailingOwners();

  constructor(private readonly options: OwnerClientOptions) {
    const { largestAnswerBytes } = options;
    this.#sender = new Sender({
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      ...(largestAnswerBytes !== undefined && { largestAnswerBytes }),
    });
  }

  get cooperatives(): readonly string[] {
    const entries = this.options.registry?.entries ?? [];
    return entries.filter((entry) => !isSkipped(entry)).map(({ id }) => id);
  }

  get members(): readonly string[] {
    const entries = this.options.registry?.entries ?? [];
    return entries.filter(({ status }) => status !== 'LEFT').map(({ id }) => id);
  }

  async isMember(cooperative: string): Promise<boolean> {
    const { registry } = this.options;
    return registry !== null && (await registry.findOrAsk(cooperative)) !== 'none';
  }

  async ask<Data>(
    cooperative: string,
    operation: OwnerOperation,
    read: (data: unknown) => Data,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<OwnerReply<Data>> {
    const { registry, log } = this.options;
    const where = registry ? await locateOwner(registry, cooperative) : { kind: 'none' as const };
    switch (where.kind) {
      case 'none':
        return { kind: 'unreached', reason: 'is not in the registry' };
      case 'unasked':
        return { kind: 'unreached', reason: 'is not known here, and the registry does not answer' };
      case 'left':
        return { kind: 'hopeless', reason: where.state };
      case 'paused':
        return { kind: 'unreached', reason: where.state };
      case 'address': {
        const limit = TimeLimit.within(timeoutMs, signal);
        const outcome = await this.#post(cooperative, where.url, operation, limit);
        const reply = readReply(outcome, read, timeoutMs);
        if (reply.kind === 'answer') this.#failing.recover(cooperative, log);
        else if (!limit.isAbandoned) this.#failing.fail(cooperative, reply.reason, log);
        return reply;
      }
    }
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }

  async #post(
    cooperative: string,
    url: string,
    operation: OwnerOperation,
    limit: TimeLimit,
  ): Promise<GraphqlOutcome> {
    const { query, variables } = operation;
    const body = JSON.stringify({ query, variables });
    const scope = operation.scope ?? (query.startsWith('mutation') ? 'book' : 'read');
    return await postGraphql(this.#sender, {
      url,
      body,
      headers: {
        accept: 'application/graphql-response+json, application/json',
        ...this.options.signer.headersFor({ audience: cooperative, scope, body }),
      },
      limit,
    });
  }
}

/** Owners as they are asked for somebody. @param signal - What is asked is broken off when nobody waits for it any more. */
export function askingFor(
  signal: AbortSignal | undefined,
  owners: Pick<OwnerClient, 'ask'>,
): Pick<OwnerClient, 'ask'> {
  return {
    ask: (cooperative, operation, read, timeoutMs) =>
      owners.ask(cooperative, operation, read, timeoutMs, signal),
  };
}

/** Tells members from others, of these ids. */
export async function findMembers(
  owners: Pick<OwnerClient, 'isMember'>,
  ids: readonly string[],
): Promise<(cooperative: string) => boolean> {
  const found = await Promise.all(ids.map(async (id) => ((await owners.isMember(id)) ? [id] : [])));
  const members = new Set(found.flat());
  return (cooperative) => members.has(cooperative);
}
