import { LRUCache } from 'lru-cache';
import { canonicalInput } from '../../../shared/words/canonical-input.js';
import { successorOf } from '../../../shared/words/merged-municipalities.js';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../shared/process/clock.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { OrderRecord, TaskRecord } from '../../store/records.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { say, type Said } from '../../../shared/words/said/say.js';
import { createReference } from '../../store/references.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import { hashBody, hashKey } from '../../../shared/graphql/command-hash.js';
import { createSecret, hashSecret, openSecret, sealSecret } from '../../store/secrets.js';
import type { OrderDriver } from '../work/order-driver.js';
import type { Admission, MakingKind } from '../admission/admission.js';
import type { Entrance } from '../admission/entrance.js';
import { refuseSilent } from '../admission/silent-owners.js';
import { refused, type OrderOutcome } from '../order/outcome.js';
import { asEvent, cooperativeOf, cooperativesOf, municipalityOf } from '../order/order-state.js';
import { toldTo } from '../order/promises.js';
import { begin, failAtOnce } from '../order/task.js';
import type { ZoneOf } from '../order/wall-time.js';
import type { OrderWaiter } from '../work/order-waiter.js';

/** A command that makes an order. */
export interface MakingCommand {
  readonly idempotencyKey: string;
  /** Act and input without the key: the same command has the same body. */
  readonly body: object;
  /** Who sends it, signed in; null for the public. The same key of another is another command. */
  readonly maker: string | null;
  /** Of a secret that the caller has already and that is to open the order; one is made where it is left out. */
  readonly secretHash?: string | undefined;
  /** As what it counts among those of strangers; null where it does not. */
  readonly countsAs: MakingKind | null;
}

/** What is to be ordered. */
export type OrderDraft = Pick<
  OrderRecord,
  | 'buyer'
  | 'details'
  | 'channel'
  | 'policy'
  | 'leadCooperative'
  | 'agreementId'
  | 'legs'
  | 'conflicts'
  | 'otherWeekdays'
  | 'series'
  | 'isAgreedByPhone'
> & { readonly act: 'hold' | 'place' | 'enrol' };

/** The outcome, and the order as it is stored, also one that came to nothing; null when the key belongs to another command. */
export type MakingOutcome = OrderOutcome & { readonly made: OrderRecord | null };

export interface OrderMakerOptions {
  readonly dataSource: Pick<OrderDataSource, 'insert' | 'findByKey'>;
  readonly driver: OrderDriver;
  readonly waiter: OrderWaiter;
  readonly admission: Admission;
  readonly entrance: Entrance;
  readonly owners: Pick<OwnerClient, 'heldBack'>;
  readonly zoneOf: ZoneOf;
  readonly clock: Clock;
  readonly realClock: Clock;
}

/** So many references in a row are not all taken, unless the network has orders by the hundred millions. */
const REFERENCE_TRIES = 20;

/** Of that many commands it is known without a look-up that an order was made: more than are made in an hour. */
const MOST_KNOWN = 20_000;

const MADE = say`The order was made.`;
const MADE_ON_A_YES = say`The order was made on a yes on the phone: lead time and opening hours do not count.`;

/** Makes orders, each command one order, however often it is sent and to whichever process. */
export class OrderMaker {
  /** Key hashes of what this process has made of late. */
  readonly #made = new LRUCache<string, true>({ max: MOST_KNOWN });

  constructor(private readonly options: OrderMakerOptions) {}

  /** What the command was answered before; null when it was not sent before. */
  async repeat(command: MakingCommand, deadline: number): Promise<MakingOutcome | null> {
    const order = await this.#find(command);
    return order && this.#repeatOf(order, command, deadline);
  }

  /**
   * Makes the order, unless the same command has made it already, a cooperative is silent, or there are too many under way.
   * @param deadline - By `performance.now()`.
   */
  async make(command: MakingCommand, draft: OrderDraft, deadline: number): Promise<MakingOutcome> {
    const { driver, waiter, entrance } = this.options;
    const silence = this.#silenceIn(draft);
    if (silence) return this.#unlessMade(command, silence, deadline);
    const entry = entrance.enter(cooperativesOf(draft.legs), command.countsAs !== null);
    if (entry.kind === 'full') return this.#unlessMadeHere(command, entry.refusal, deadline);
    let isMade = false;
    try {
      return await this.#insert(
        command,
        deadline,
        () => driver.lease(this.#begin(command, draft)),
        (order) => {
          isMade = true;
          return waiter.carryOut(order, deadline, null);
        },
      );
    } finally {
      entry.leave(isMade);
    }
  }

  /** A crowd costs no look-up: whoever sends again what another process has made, or this one long ago, hears of it later. */
  async #unlessMadeHere(
    command: MakingCommand,
    refusal: Refusal,
    deadline: number,
  ): Promise<MakingOutcome> {
    if (this.#made.has(keyHashOf(command))) return this.#unlessMade(command, refusal, deadline);
    return { ...refused(refusal), made: null };
  }

  /** Refuses to begin: whoever sends the same command again later may have it begun. */
  async #unlessMade(
    command: MakingCommand,
    refusal: Refusal,
    deadline: number,
  ): Promise<MakingOutcome> {
    const known = await this.options.entrance.lookUp(() => this.#find(command));
    return known ? this.#repeatOf(known, command, deadline) : { ...refused(refusal), made: null };
  }

  /** Why the order could not be had now, because of owners that are not asked; null where it may be. */
  #silenceIn({ legs, policy }: OrderDraft): Refusal | null {
    const owners = cooperativesOf(legs);
    const silences = refuseSilent(owners, this.options.owners, say`this order`);
    const canBe = policy === 'BEST_EFFORT' && silences.length < owners.length;
    return canBe ? null : (silences[0] ?? null);
  }

  /** Remembers an order that cannot be had, for which nobody is asked, so that the same command is refused the same way. */
  async refuse(
    command: MakingCommand,
    draft: OrderDraft,
    refusal: Refusal,
    deadline: number,
  ): Promise<MakingOutcome> {
    const now = this.options.clock.now();
    return this.#insert(
      { ...command, countsAs: null },
      deadline,
      () => failAtOnce(this.#create(command, draft), refusal, now),
      (order) => Promise.resolve(order),
    );
  }

  #find(command: MakingCommand): Promise<OrderRecord | null> {
    return this.options.dataSource.findByKey(keyHashOf(command));
  }

  /** @param order - That the key has made. */
  async #repeatOf(
    order: OrderRecord,
    command: MakingCommand,
    deadline: number,
  ): Promise<MakingOutcome> {
    if (order.bodyHash !== hashBody(command.body)) {
      const message = say`This key was used before, for another order.`;
      const refusal = refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey']);
      return { ...refused(refusal), made: null };
    }
    return outcomeOf(await this.options.waiter.wait(order, deadline, null), command);
  }

  async #insert(
    command: MakingCommand,
    deadline: number,
    create: () => OrderRecord,
    goOn: (order: OrderRecord) => Promise<OrderRecord>,
  ): Promise<MakingOutcome> {
    for (let tries = 0; tries < REFERENCE_TRIES; tries += 1) {
      const order = create();
      const limited = await this.#refuseStranger(order, command);
      if (!limited && (await this.options.dataSource.insert(order))) {
        this.#made.set(order.keyHash, true);
        return outcomeOf(await goOn(order), command);
      }
      // What it was told before stands, whatever else its sender has by now.
      const repeated = await this.repeat(command, deadline);
      if (!limited && command.countsAs) await this.options.admission.withdraw(order);
      if (repeated) return repeated;
      if (limited) return { ...refused(limited), made: null };
    }
    throw new Error(`No free reference was found in ${REFERENCE_TRIES} tries.`);
  }

  async #refuseStranger(order: OrderRecord, { countsAs }: MakingCommand): Promise<Refusal | null> {
    return countsAs && (await this.options.admission.refuseMaking(order, countsAs));
  }

  #begin(command: MakingCommand, draft: OrderDraft): OrderRecord {
    const { act } = draft;
    const order = this.#create(command, draft);
    const step: TaskRecord['step'] = act === 'enrol' ? 'enrol' : 'hold';
    const task = { act, step, keyHash: null, leg: null, start: null };
    const open = cooperativesOf(order.legs);
    return { ...begin(order, { ...task, open }, order.createdAt), version: 1 };
  }

  #create(command: MakingCommand, draft: OrderDraft): OrderRecord {
    const { body, maker } = command;
    const { buyer, channel, policy, leadCooperative, conflicts, isAgreedByPhone } = draft;
    const { agreementId = null, details = null, series = null, otherWeekdays = null } = draft;
    const legs = draft.legs.map((leg) => ({
      ...leg,
      timeZone: leg.timeZone ?? this.options.zoneOf(cooperativeOf(leg)),
    }));
    const now = this.options.clock.now();
    return {
      ...{ buyer, details, maker, channel, policy, leadCooperative, agreementId, legs, conflicts },
      ...(isAgreedByPhone && { isAgreedByPhone }),
      ...(series && { series, otherWeekdays }),
      _id: randomUUID(),
      version: 0,
      reference: createReference(),
      keyHash: keyHashOf(command),
      bodyHash: hashBody(body),
      ...lockOf(command),
      answer: null,
      promised: [],
      told: [],
      state: 'PENDING',
      problem: null,
      expiresAt: null,
      createdAt: now,
      recordedAt: this.options.realClock.now(),
      task: null,
      owed: [],
      attempts: 0,
      commands: [],
      log: [isAgreedByPhone ? MADE_ON_A_YES : MADE, ...mergersOf(draft)].map((text) =>
        asEvent(now, text),
      ),
      holder: null,
      wakeAt: null,
    };
  }
}

function keyHashOf({ idempotencyKey, maker }: MakingCommand): string {
  return hashKey(idempotencyKey, maker);
}

/** That the buyer named a municipality that has merged into another: owners are asked for that. */
function mergersOf(draft: OrderDraft): Said[] {
  const named = [draft.buyer.municipality, municipalityOf(draft, draft.act)];
  return [...new Set(named)].flatMap((municipality) => {
    const successor = successorOf(municipality);
    return successor === null
      ? []
      : [say`The municipality ${municipality} has merged into ${successor}, which is asked for.`];
  });
}

/** What opens the order. */
function lockOf({
  idempotencyKey,
  body,
  secretHash,
}: MakingCommand): Pick<OrderRecord, 'secretHash' | 'sealedSecret'> {
  if (secretHash !== undefined) return { secretHash, sealedSecret: null };
  const secret = createSecret();
  const sealedSecret = sealSecret(secret, idempotencyKey, canonicalInput(body));
  return { secretHash: hashSecret(secret), sealedSecret };
}

function outcomeOf(order: OrderRecord, { idempotencyKey, body }: MakingCommand): MakingOutcome {
  const { isEffective, userErrors } = toldTo(order, null);
  if (!isEffective) return { ...refused(...userErrors), made: order };
  const { sealedSecret } = order;
  const secret =
    sealedSecret === null ? null : openSecret(sealedSecret, idempotencyKey, canonicalInput(body));
  return { order, secret, userErrors, made: order };
}
