import { isSkipped, type RegistryFollower } from '../endpoint-table.js';
import type { OwnerGuard, Purpose } from '../guard/owner-guard.js';
import { OwnerGuards, type GuardSettings } from '../guard/owner-guards.js';
import { FailingOwners } from '../failing-owners.js';
import { addressIn, locateOwner } from '../locate-owner.js';
import type { GraphqlOutcome, HeldBack } from '../outcome.js';
import type { RequestSigner } from '../../identity/processes/sign-request.js';
import { postGraphql } from '../post-graphql.js';
import { Sender } from '../sender.js';
import type { Logger } from '../../process/logger.js';
import type { Closable } from '../../process/process.js';
import { TimeLimit } from '../../process/time-limit.js';
import { say } from '../../words/said/say.js';
import { because, readReply, type OwnerReply } from './read-reply.js';

/** One GraphQL operation. */
export interface OwnerOperation {
  readonly query: string;
  readonly variables: object;
  /** What it is signed for; where absent, `book` for a mutation and `read` for a query. */
  readonly scope?: 'capacity' | 'privacy';
  /** Of a mutation that changes nothing: it takes no place of those that do. */
  readonly isDryRun?: true;
}

/** A cooperative that takes no bookings over the network. */
export interface PhoneOnly {
  /** As it writes it; null where it gives none. */
  readonly phone: string | null;
}

/** Asks cooperatives' own endpoints. Their answers are untrusted. */
export interface OwnerClient extends Closable {
  /** Ids of all cooperatives that may be asked now. */
  readonly cooperatives: readonly string[];
  /** Ids of all cooperatives of the network, those too that are paused. */
  readonly members: readonly string[];
  /** Whether the network has, or had, such a cooperative; true also where that cannot be known now. Never throws. */
  isMember(cooperative: string): Promise<boolean>;
  /** Of one that takes no bookings over the network, what to call, where it gives a number; null where it takes them, or that is not known. */
  phoneOnly(cooperative: string): PhoneOnly | null;
  /** Why a command to it would not be sent now; null where it would be. */
  heldBack(cooperative: string): HeldBack | null;
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
  /** How soon a cooperative counts as silent; as for a real network where it is left out. */
  readonly guard?: GuardSettings;
  readonly log: Logger;
}

const CONNECT_TIMEOUT_MS = 1_000;
/** To one cooperative; fewer questions than that are sent to it at once. */
const CONNECTIONS = 128;

/** The client over HTTP. */
export class HttpOwnerClient implements OwnerClient {
  readonly #sender: Sender;
  readonly #guards: OwnerGuards;
  readonly #failing = new FailingOwners();

  constructor(private readonly options: OwnerClientOptions) {
    const { largestAnswerBytes, guard } = options;
    this.#sender = new Sender({
      connections: CONNECTIONS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      ...(largestAnswerBytes !== undefined && { largestAnswerBytes }),
    });
    this.#guards = new OwnerGuards({ ...guard, sender: this.#sender });
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
        return because('unreached', say`is not in the registry`);
      case 'unasked':
        return because('unreached', say`is not known here, and the registry does not answer`);
      case 'left':
        return because('hopeless', say`has left the network`);
      case 'paused':
        return because('unreached', say`is paused`);
      case 'address': {
        const limit = TimeLimit.within(timeoutMs, signal);
        const guard = this.#guards.of({ cooperative, ...where });
        const outcome = await this.#post(cooperative, guard, operation, limit);
        const reply = readReply(outcome, read, timeoutMs);
        if (reply.kind === 'answer') this.#failing.recover(cooperative, log);
        else if (!limit.isAbandoned && !isHurried(outcome, guard, operation, timeoutMs)) {
          this.#failing.fail(cooperative, reply.reason, log);
        }
        return reply;
      }
    }
  }

  phoneOnly(cooperative: string): PhoneOnly | null {
    const entry = this.options.registry?.find(cooperative);
    return entry?.takesBookings === false ? { phone: entry.phone } : null;
  }

  heldBack(cooperative: string): HeldBack | null {
    const entry = this.options.registry?.find(cooperative);
    if (!entry || isSkipped(entry)) return null;
    return this.#guards.of({ cooperative, ...addressIn(entry) }).heldBack('act');
  }

  async close(): Promise<void> {
    await this.#guards.close();
    await this.#sender.close();
  }

  #post(
    cooperative: string,
    guard: OwnerGuard,
    operation: OwnerOperation,
    limit: TimeLimit,
  ): Promise<GraphqlOutcome> {
    const { query, variables } = operation;
    const scope = operation.scope ?? (isMutation(operation) ? 'book' : 'read');
    return guard.run(purposeOf(operation), limit, (within) => {
      const body = JSON.stringify({ query, variables });
      return postGraphql(this.#sender, {
        url: guard.url,
        body,
        headers: {
          accept: 'application/graphql-response+json, application/json',
          ...this.options.signer.headersFor({ audience: cooperative, scope, body }),
        },
        limit: within,
      });
    });
  }
}

function isMutation({ query }: OwnerOperation): boolean {
  return query.startsWith('mutation');
}

function purposeOf(operation: OwnerOperation): Purpose {
  return isMutation(operation) && operation.isDryRun !== true ? 'act' : 'read';
}

/** Whether there is no answer because of whoever asked, who had too little time left: that says nothing of the owner. */
function isHurried(
  outcome: GraphqlOutcome,
  guard: OwnerGuard,
  operation: OwnerOperation,
  timeoutMs: number,
): boolean {
  return outcome.kind === 'too-slow' && !guard.isFairTime(purposeOf(operation), timeoutMs);
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
