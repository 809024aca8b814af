import { canonicalJson } from '../../shared/canonical-json.js';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import type { OrderDataSource } from '../data-source.js';
import type { OrderRecord, TaskRecord } from '../model.js';
import { createReference } from '../references.js';
import { refuse } from '../refusal.js';
import { createSecret, hashBody, hashKey, hashSecret, openSecret, sealSecret } from '../secrets.js';
import type { OrderDriver } from './order-driver.js';
import { refused, type OrderOutcome } from './outcome.js';
import { cooperativesOf } from './order-state.js';
import { begin } from './task.js';
import type { OrderWaiter } from './order-waiter.js';

/** A command that makes an order. */
export interface MakingCommand {
  readonly idempotencyKey: string;
  /** Act and input without the key: the same command has the same body. */
  readonly body: object;
  /** Of a secret that the caller has already and that is to open the order; one is made where it is left out. */
  readonly secretHash?: string | undefined;
}

/** What is to be ordered. */
export type OrderDraft = Pick<
  OrderRecord,
  'buyer' | 'channel' | 'policy' | 'leadCooperative' | 'legs' | 'conflicts'
> & { readonly act: 'hold' | 'place' | 'enrol' };

/** The outcome, and the order as it is stored, also one that came to nothing; null when the key belongs to another command. */
export type MakingOutcome = OrderOutcome & { readonly made: OrderRecord | null };

export interface OrderMakerOptions {
  readonly dataSource: Pick<OrderDataSource, 'insert' | 'findByKey'>;
  readonly driver: OrderDriver;
  readonly waiter: OrderWaiter;
  readonly clock: Clock;
  readonly wallClock: Clock;
}

/** So many references in a row are not all taken, unless the network has orders by the hundred millions. */
const REFERENCE_TRIES = 20;

const isAnswered = ({ answer }: OrderRecord): boolean => answer !== null;

/** Makes orders, each command one order, however often it is sent and to whichever process. */
export class OrderMaker {
  constructor(private readonly options: OrderMakerOptions) {}

  /** What the command was answered before; null when it was not sent before. */
  async repeat(command: MakingCommand, deadline: number): Promise<MakingOutcome | null> {
    const order = await this.options.dataSource.findByKey(hashKey(command.idempotencyKey));
    if (order === null) return null;
    if (order.bodyHash !== hashBody(command.body)) {
      const message = 'This key was used before, for another order.';
      const refusal = refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey']);
      return { ...refused(refusal), made: null };
    }
    return outcomeOf(await this.options.waiter.wait(order, deadline, isAnswered), command);
  }

  /** Makes the order, unless the same command has made it already. @param deadline - By `performance.now()`. */
  async make(command: MakingCommand, draft: OrderDraft, deadline: number): Promise<MakingOutcome> {
    const { dataSource, driver } = this.options;
    for (let tries = 0; tries < REFERENCE_TRIES; tries += 1) {
      const order = driver.lease(this.#create(command, draft));
      if (await dataSource.insert(order)) {
        return outcomeOf(await this.options.waiter.carryOut(order, deadline, isAnswered), command);
      }
      const repeated = await this.repeat(command, deadline);
      if (repeated) return repeated;
    }
    throw new Error(`No free reference was found in ${REFERENCE_TRIES} tries.`);
  }

  #create(command: MakingCommand, { act, ...draft }: OrderDraft): OrderRecord {
    const { idempotencyKey, body } = command;
    const now = this.options.clock.now();
    const order: OrderRecord = {
      ...draft,
      _id: randomUUID(),
      version: 0,
      reference: createReference(),
      keyHash: hashKey(idempotencyKey),
      bodyHash: hashBody(body),
      ...lockOf(command),
      answer: null,
      state: 'PENDING',
      problem: null,
      expiresAt: null,
      createdAt: now,
      recordedAt: this.options.wallClock.now(),
      task: null,
      owed: [],
      attempts: 0,
      commands: [],
      log: [{ at: now, text: 'The order was made.' }],
      holder: null,
      wakeAt: null,
    };
    const step: TaskRecord['step'] = act === 'enrol' ? 'enrol' : 'hold';
    const task = { act, step, keyHash: null, leg: null, start: null };
    return { ...begin(order, { ...task, open: cooperativesOf(order.legs) }, now), version: 1 };
  }
}

/** What opens the order. */
function lockOf({
  idempotencyKey,
  body,
  secretHash,
}: MakingCommand): Pick<OrderRecord, 'secretHash' | 'sealedSecret'> {
  if (secretHash !== undefined) return { secretHash, sealedSecret: null };
  const secret = createSecret();
  const sealedSecret = sealSecret(secret, idempotencyKey, canonicalJson(body));
  return { secretHash: hashSecret(secret), sealedSecret };
}

function outcomeOf(order: OrderRecord, { idempotencyKey, body }: MakingCommand): MakingOutcome {
  const userErrors = order.answer?.userErrors ?? [];
  if (order.answer?.isEffective === false) return { ...refused(...userErrors), made: order };
  const { sealedSecret } = order;
  const secret =
    sealedSecret === null ? null : openSecret(sealedSecret, idempotencyKey, canonicalJson(body));
  return { order, secret, userErrors, made: order };
}
