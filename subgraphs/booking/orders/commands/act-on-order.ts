import type { Asker } from '../../../shared/identity/policy/rule.js';
import type { Clock } from '../../../shared/process/clock.js';
import { say } from '../../../shared/words/said/say.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { BookingAccess } from '../../access/booking-access.js';
import { isStranger } from '../../access/owned.js';
import { rateLimited } from '../../limits/rate-limited.js';
import type { Admission } from '../admission/admission.js';
import type { CommandRecord, OrderRecord, TaskRecord } from '../../store/records.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import { hashBody, hashKey } from '../../../shared/graphql/command-hash.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { decide, supersedes, type Wish } from '../saga/decide.js';
import { extensionOf, type HoldTerms } from '../saga/hold-terms.js';
import { ownedOrder } from '../order/owned-order.js';
import type { OrderDriver } from '../work/order-driver.js';
import { refusalsOfKey } from './order-input.js';
import type { OrderRefresher } from '../work/order-refresher.js';
import { cooperativesOf, stateOf } from '../order/order-state.js';
import type { OrderWaiter } from '../work/order-waiter.js';
import { refused, type OrderOutcome } from '../order/outcome.js';
import { toldTo } from '../order/promises.js';
import { answer, begin, isFull, remember } from '../order/task.js';

/** Names an order, and the command by its key. */
export interface ActInput {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly secret?: string | null | undefined;
}

export interface OrderActorOptions {
  readonly dataSource: Pick<OrderDataSource, 'findById' | 'write' | 'join'>;
  readonly driver: OrderDriver;
  readonly waiter: OrderWaiter;
  readonly access: BookingAccess;
  readonly refresher: OrderRefresher;
  readonly callOffs: Pick<CallOffJudge, 'judgeMove'>;
  readonly admission: Admission;
  readonly holdTerms: HoldTerms;
  readonly clock: Clock;
}

const ROWS: Readonly<Record<Wish['act'], string>> = {
  confirm: 'Mutation.confirmOrder',
  extend: 'Mutation.extendHold',
  cancel: 'Mutation.cancelOrder',
  cancelLeg: 'Mutation.cancelLeg',
  move: 'Mutation.moveOrder',
};

/** Nothing of it is remembered: sent again it is carried out, once the other is done. */
const BUSY = undecided(
  refuse(
    'COOPERATIVE_UNAVAILABLE',
    say`Another command on this order still waits for a cooperative, and this one was not begun; send it again later.`,
  ),
);

/** Carries out commands on an existing order, one after the other, each once. */
export class OrderActor {
  constructor(private readonly options: OrderActorOptions) {}

  /** @param deadline - By `performance.now()`: then the answer is what is known. */
  async act(input: ActInput, wish: Wish, asker: Asker, deadline: number): Promise<OrderOutcome> {
    const { dataSource, access } = this.options;
    const wrongKey = refusalsOfKey(input.idempotencyKey);
    if (wrongKey.length > 0) return refused(...wrongKey);
    const found = await dataSource.findById(input.orderId);
    if (found === null) {
      return refused(refuse('NOT_FOUND', say`There is no order with this id.`, ['orderId']));
    }
    const forbidden = access.refusal(ROWS[wish.act], asker, ownedOrder(found), input.secret);
    if (forbidden) return refused(forbidden);
    const order = await this.#upToDate(found, wish);
    const keyHash = hashKey(input.idempotencyKey);
    const isNew = !order.commands.some((command) => command.keyHash === keyHash);
    if (wish.act === 'move' && isNew) {
      const outside = await this.options.callOffs.judgeMove(order, wish);
      if (outside.length > 0) return refused(...outside);
    }
    const bodyHash = hashBody({ order: order._id, ...wish });
    const command = { keyHash, bodyHash, outcome: null };
    return this.#act(order, command, wish, isStranger(asker), deadline);
  }

  /**
   * One owner calls off all of its legs or none by itself. Several must not be half done because one of them has begun its work
   * since it was asked last, so they are looked at first; and so is what would be answered without asking anybody, since an owner
   * that was restored may have forgotten it.
   */
  #upToDate(order: OrderRecord, wish: Wish): Promise<OrderRecord> {
    const isShared = wish.act === 'cancel' && cooperativesOf(order.legs).length > 1;
    const isUnasked = decide(order, wish, this.options.clock.now()).kind === 'answer';
    const mayLook = order.task === null && (isShared || isUnasked);
    return mayLook ? this.options.refresher.refresh(order) : Promise.resolve(order);
  }

  async #act(
    first: OrderRecord,
    command: CommandRecord,
    wish: Wish,
    isCounted: boolean,
    deadline: number,
  ): Promise<OrderOutcome> {
    const { dataSource, waiter, admission, clock } = this.options;
    let isIn = !isCounted || givesBack(wish);
    for (let order: OrderRecord | null = first; order;) {
      const known = order.commands.find(({ keyHash }) => keyHash === command.keyHash);
      if (known) {
        if (known.bodyHash !== command.bodyHash) return refused(conflict());
        return report(await waiter.wait(order, deadline, command.keyHash), command);
      }
      if (isFull(order)) return refused(full());
      if (order.task && !supersedes(wish.act, order.task, order.attempts)) {
        order = await waiter.waitForOthers(order, deadline);
        if (order.task && !hasSameAim(wish, order.task)) return refused(BUSY);
        // Where it has the same aim as the other it is answered as that one: it goes on.
        if (order.task) await dataSource.join(order, command);
        if (order.task) order = await dataSource.findById(order._id);
        continue;
      }
      const limited =
        this.#refuseExtension(order, wish) ??
        (isIn ? null : await admission.refuseChange(order, command));
      if (limited) return refused(limited);
      isIn = true;
      const written = await dataSource.write(order, this.#next(order, command, wish, clock.now()));
      if (written?.task?.keyHash === command.keyHash) {
        return report(await waiter.carryOut(written, deadline, command.keyHash), command);
      }
      if (written) return report(written, command);
      // Somebody else came first: judged anew by what they made of it.
      order = await dataSource.findById(first._id);
    }
    return refused(BUSY);
  }

  /** Why a hold may not be kept for longer; null where it may, and where that is no question. */
  #refuseExtension(order: OrderRecord, { act }: Wish): Refusal | null {
    const { holdTerms, clock } = this.options;
    const now = clock.now();
    const isAsked = act === 'extend' && stateOf(order, now) === 'HELD';
    if (!isAsked || extensionOf(order, holdTerms, now) !== null) return null;
    const { longestMinutes } = holdTerms;
    const message = say`A hold lasts ${longestMinutes} minutes at most, however often it is extended`;
    return rateLimited(message, 'holdMinutes', null, order.expiresAt, now);
  }

  /** The order with the command begun, or answered. */
  #next(order: OrderRecord, command: CommandRecord, wish: Wish, now: Date): OrderRecord {
    const decision = decide(order, wish, now);
    if (decision.kind === 'answer') {
      return remember(order, { ...command, outcome: decision.outcome });
    }
    const minutes = wish.act === 'extend' ? extensionOf(order, this.options.holdTerms, now) : null;
    const task = {
      ...decision.task,
      ...{ keyHash: command.keyHash, ...(minutes !== null && { minutes }) },
    };
    const begun = begin(breakOff(order), task, now);
    return this.options.driver.lease(remember(begun, command));
  }
}

/** Whether a command gives places back: nobody is kept from that. */
function givesBack({ act }: Wish): boolean {
  return act === 'cancel' || act === 'cancelLeg';
}

/** The order with its unanswered task broken off, if it has one. */
function breakOff(order: OrderRecord): OrderRecord {
  const { task } = order;
  if (task === null) return order;
  const message = say`Another command broke this off before the cooperative had answered.`;
  const isMaking = task.keyHash === null;
  const userErrors = isMaking ? [] : [refuse('INVALID_STATE', message)];
  return answer({ ...order, task: null }, task, { isEffective: isMaking, userErrors });
}

/** What is answered: the outcome, or the order as it is while an owner has not answered. */
function report(order: OrderRecord, { keyHash }: CommandRecord): OrderOutcome {
  const { isEffective, userErrors } = toldTo(order, keyHash);
  return { order: isEffective ? order : null, secret: null, userErrors };
}

/** Whether a command wants the same as the one that is being carried out. */
function hasSameAim({ act }: Wish, { act: current }: TaskRecord): boolean {
  const isWhole = act === 'confirm' || act === 'cancel' || act === 'extend';
  return isWhole && (act === current || (act === 'confirm' && current === 'place'));
}

function full(): Refusal {
  const message = say`The order has had as many commands as it can remember; make another order.`;
  return refuse('INVALID_STATE', message);
}

function conflict(): Refusal {
  const message = say`This key was used before, for another command on this order.`;
  return refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey']);
}
