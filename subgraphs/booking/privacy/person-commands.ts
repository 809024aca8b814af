import { randomUUID } from 'node:crypto';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { AuditLog } from '../../shared/privacy/audit-log.js';
import { Traces } from '../../shared/privacy/person.js';
import type { Clock } from '../../shared/process/clock.js';
import { cooperativeOf } from '../orders/order/order-state.js';
import { refusalsOfKey } from '../orders/commands/order-input.js';
import { findMembers, type OwnerClient } from '../../shared/owners/client/owner-client.js';
import type { ErasePersonInput, ExportPersonInput, PersonalRecord } from '../schema.generated.js';
import { say, type Sentence } from '../../shared/words/said/say.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { hashBody, hashKey } from '../../shared/graphql/command-hash.js';
import type { ErasureDataSource } from './erasure-data-source.js';
import type { ErasureRecord } from './erasure-records.js';
import type { Eraser } from './eraser.js';
import { exportOperation, readExported } from './owner-operations.js';
import { ownPersonalRecords } from './own-personal-records.js';
import type { OwnHeld, OwnRecords } from './own-records.js';
import { digestsOfInput, isOwnRecord, refusalsOfPerson, type PersonInput } from './person-input.js';

export interface PersonCommandsOptions {
  readonly erasures: ErasureDataSource;
  readonly eraser: Pick<Eraser, 'sweep'>;
  readonly own: OwnRecords;
  readonly owners: Pick<OwnerClient, 'ask' | 'members' | 'isMember'>;
  readonly audit: AuditLog;
  /** Of digests. */
  readonly key: Buffer;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
  readonly ownerTimeoutMs: number;
}

/** A cooperative that has not answered. */
export interface Missing {
  readonly cooperative: string;
  /** Real time. */
  readonly since: Date;
  /** Null where it was not asked yet. */
  readonly reason: Sentence | null;
}

export interface PersonExported {
  readonly records: PersonalRecord[];
  readonly missing: readonly Missing[];
  readonly userErrors: readonly Refusal[];
}

export interface PersonErased {
  readonly at: Date | null;
  readonly isDoneHere: boolean;
  readonly missing: readonly Missing[];
  readonly userErrors: readonly Refusal[];
}

const NOBODY: OwnHeld = { orders: [], requests: [] };

/** A person's own data: given out, or forgotten. Who may ask is checked before. */
export class PersonCommands {
  constructor(private readonly options: PersonCommandsOptions) {}

  async export(input: ExportPersonInput, asker: Asker): Promise<PersonExported> {
    const { key, realClock } = this.options;
    const refusals = await this.#refuse(input);
    if (refusals.length > 0) return { records: [], missing: [], userErrors: refusals };
    const held = await this.#findHere(input);
    const asked = { digests: digestsOfInput(key, input), orders: idsOf(input, held) };
    const since = realClock.now();
    const answers = await Promise.all(
      this.#ownersOf(input, held).map((cooperative) => this.#askFor(cooperative, asked, since)),
    );
    const own = ownPersonalRecords(held);
    await this.options.audit.noteRecords(asker, 'EXPORTED', own);
    return {
      records: [...own, ...answers.flatMap(({ records }) => records)],
      missing: answers.flatMap(({ missing }) => missing),
      userErrors: [],
    };
  }

  /** Safe to repeat: with the same key it says how far it has come. */
  async erase({ idempotencyKey, ...input }: ErasePersonInput, asker: Asker): Promise<PersonErased> {
    const { erasures, eraser, key, clock, realClock } = this.options;
    const nothing = { at: null, isDoneHere: false, missing: [] };
    const refusals = [...refusalsOfKey(idempotencyKey), ...(await this.#refuse(input))];
    if (refusals.length > 0) return { ...nothing, userErrors: refusals };
    const held = await this.#findHere(input);
    const digests = digestsOfInput(key, input);
    const { orderId = null, requestId = null, cooperative = null } = input;
    const isHere = cooperative === null;
    const erasure = await erasures.insert({
      ...{ _id: randomUUID(), keyHash: hashKey(idempotencyKey) },
      bodyHash: hashBody({ digests, orderId, requestId, cooperative }),
      ...{ at: clock.now(), askedAt: realClock.now(), digests, orders: idsOf(input, held) },
      ...{ isHere, isDoneHere: !isHere },
      owners: this.#keepersOf(input, held).map((id) => ({ cooperative: id, doneAt: null })),
    });
    if (erasure.bodyHash !== hashBody({ digests, orderId, requestId, cooperative })) {
      const message = say`This key was used before, with another input.`;
      return {
        ...nothing,
        userErrors: [refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey'])],
      };
    }
    if (!isHere) await erasures.askSoon([cooperative], realClock.now());
    await this.options.audit.noteRecords(asker, 'ERASED', ownPersonalRecords(held));
    await eraser.sweep();
    return this.#stateOf((await erasures.find(erasure._id)) ?? erasure);
  }

  async #stateOf({ at, askedAt, isDoneHere, owners }: ErasureRecord): Promise<PersonErased> {
    const left = owners.filter(({ doneAt }) => doneAt === null).map((owner) => owner.cooperative);
    const reasons = await this.options.erasures.findReasons(left);
    const missing = left.map((cooperative) => ({
      ...{ cooperative, since: askedAt },
      reason: reasons.get(cooperative) ?? null,
    }));
    return { at, isDoneHere, missing, userErrors: [] };
  }

  async #refuse(input: PersonInput): Promise<Refusal[]> {
    const refusals = refusalsOfPerson(input);
    const { cooperative } = input;
    if (cooperative == null) return refusals;
    const isMember = await findMembers(this.options.owners, [cooperative]);
    if (isMember(cooperative)) return refusals;
    return [...refusals, refuse('NOT_FOUND', say`There is no such cooperative.`, ['cooperative'])];
  }

  /** Orders and requests concerned; none where one cooperative alone is meant. */
  async #findHere(input: PersonInput): Promise<OwnHeld> {
    if (input.cooperative != null) return NOBODY;
    const { own, key } = this.options;
    const orders = idsOf(input, NOBODY);
    const trace = { digests: digestsOfInput(key, input), orders, at: null };
    return own.find(new Traces(key, [trace]));
  }

  /** Whom it concerns: of one order those who have a leg of it, of a request without an order nobody. */
  #ownersOf(input: PersonInput, { orders }: OwnHeld): readonly string[] {
    if (input.cooperative != null) return [input.cooperative];
    if (!isOwnRecord(input)) return this.options.owners.members;
    return [...new Set(orders.flatMap(({ legs }) => legs.map(cooperativeOf)))];
  }

  /** Who is told of its erasure: where it concerns nobody all, since what nobody else knows is lost with our own database. */
  #keepersOf(input: PersonInput, held: OwnHeld): readonly string[] {
    const concerned = this.#ownersOf(input, held);
    return concerned.length > 0 ? concerned : this.options.owners.members;
  }

  async #askFor(
    cooperative: string,
    asked: Pick<ErasureRecord, 'digests' | 'orders'>,
    since: Date,
  ): Promise<{ readonly records: PersonalRecord[]; readonly missing: readonly Missing[] }> {
    const { owners, key, ownerTimeoutMs } = this.options;
    const operation = exportOperation(cooperative, key, asked);
    const reply = await owners.ask(cooperative, operation, readExported, ownerTimeoutMs);
    return reply.kind === 'answer'
      ? { records: reply.data, missing: [] }
      : { records: [], missing: [{ cooperative, since, reason: reply.said ?? reply.reason }] };
  }
}

/** Orders and requests that were named, and what belongs to them. */
function idsOf({ orderId, requestId }: PersonInput, { orders, requests }: OwnHeld): string[] {
  const found = [
    ...orders.map(({ _id }) => _id),
    ...requests.flatMap(({ _id, order }) => (order === null ? [_id] : [_id, order])),
  ];
  return [...new Set([orderId, requestId, ...found].filter((id) => id != null))];
}
