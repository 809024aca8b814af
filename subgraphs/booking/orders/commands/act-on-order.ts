import type { Asker } from '../../../shared/identity/policy/rule.js';
import type { Clock } from '../../../shared/process/clock.js';
import { say } from '../../../shared/words/said/say.js';
import type { OrderDataSource } from '../queries/data-source.js';
import type { BookingAccess } from '../../access/booking-access.js';
import { isStranger } from '../../access/owned.js';
import { rateLimited } from '../../limits/rate-limited.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { Admission } from '../admission/admission.js';
import { refuseSilent } from '../admission/silent-owners.js';
import type { CommandRecord, OrderRecord, TaskRecord } from '../../store/records.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import { hashBody, hashKey } from '../../../shared/graphql/command-hash.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { decide, supersedes, type Decision, type Wish } from '../saga/decide.js';
import type { SeriesWish } from '../series/plan-change.js';
import type { SeriesChanges, SeriesDecision } from './series-changes.js';
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
  readonly series: SeriesChanges;
  readonly admission: Admission;
  readonly owners: Pick<OwnerClient, 'heldBack'>;
  readonly holdTerms: HoldTerms;
  readonly clock: Clock;
}

/** What a command on an order wants. */
export type AnyWish = Wish | SeriesWish;

/** What a command is answered, and it as it is remembered; null where it is not. */
export interface ActOutcome extends OrderOutcome {
  readonly known: CommandRecord | null;
}

const ROWS: Readonly<Record<AnyWish['act'], string>> = {
  confirm: 'Mutation.confirmOrder',
  extend: 'Mutation.extendHold',
  cancel: 'Mutation.cancelOrder',
  cancelLeg: 'Mutation.cancelLeg',
  changeSeries: 'Mutation.changeSeries',
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
  async act(input: ActInput, wish: AnyWish, asker: Asker, deadline: number): Promise<ActOutcome> {
    const found = await this.#find(input, wish, asker);
    if ('code' in found) return unknown(found);
    const order = await this.#upToDate(found, wish);
    const keyHash = hashKey(input.idempotencyKey);
    const isNew = !order.commands.some((command) => command.keyHash === keyHash);
    if (wish.act === 'move' && isNew) {
      const leg = order.legs[wish.leg];
      const moved = leg ? [{ ...leg, start: wish.start }] : [];
      const outside = await this.options.callOffs.judgeMove(order, moved);
      if (outside.length > 0) return unknown(...outside);
    }
    const bodyHash = hashBody({ order: order._id, ...wish });
    const command = { keyHash, bodyHash, outcome: null };
    return this.#act(order, command, wish, isStranger(asker), deadline);
  }

  /** What would come of a change of a series now; nothing is changed, nor remembered. @param deadline - By `performance.now()`. */
  async rehearse(
    input: ActInput,
    wish: SeriesWish,
    asker: Asker,
    deadline: number,
  ): Promise<SeriesDecision> {
    const { waiter, refresher, series } = this.options;
    const found = await this.#find(input, wish, asker);
    if ('code' in found) return { kind: 'open', refusal: found };
    const free = await waiter.waitForOthers(found, deadline);
    if (free.task) return { kind: 'open', refusal: BUSY };
    return series.decide(await refresher.refresh(free), wish, deadline, true);
  }

  /** The order that is named, or why it may not be touched. */
  async #find(input: ActInput, wish: AnyWish, asker: Asker): Promise<OrderRecord | Refusal> {
    const { dataSource, access } = this.options;
    const [wrongKey] = refusalsOfKey(input.idempotencyKey);
    if (wrongKey) return wrongKey;
    const found = await dataSource.findById(input.orderId);
    if (found === null)
      return refuse('NOT_FOUND', say`There is no order with this id.`, ['orderId']);
    return access.refusal(ROWS[wish.act], asker, ownedOrder(found), input.secret) ?? found;
  }

  /**
   * One owner calls off all of its legs or none by itself. Several must not be half done because one of them has begun its work
   * since it was asked last, so they are looked at first; and so is what would be answered without asking anybody, since an owner
   * that was restored may have forgotten it.
   */
  #upToDate(order: OrderRecord, wish: AnyWish): Promise<OrderRecord> {
    const isShared = wish.act === 'cancel' && cooperativesOf(order.legs).length > 1;
    const isUnasked =
      wish.act === 'changeSeries' ||
      decide(order, wish, this.options.clock.now()).kind === 'answer';
    const mayLook = order.task === null && (isShared || isUnasked);
    return mayLook ? this.options.refresher.refresh(order) : Promise.resolve(order);
  }

  async #act(
    first: OrderRecord,
    command: CommandRecord,
    wish: AnyWish,
    isCounted: boolean,
    deadline: number,
  ): Promise<ActOutcome> {
    const { dataSource, waiter, admission, clock } = this.options;
    let isIn = !isCounted || givesBack(wish);
    for (let order: OrderRecord | null = first; order;) {
      const known = order.commands.find(({ keyHash }) => keyHash === command.keyHash);
      if (known) {
        if (known.bodyHash !== command.bodyHash) return unknown(conflict());
        return report(await waiter.wait(order, deadline, command.keyHash), command);
      }
      if (isFull(order)) return unknown(full());
      if (order.task && !supersedes(wish.act, order.task, order.attempts)) {
        order = await waiter.waitForOthers(order, deadline);
        if (order.task && !hasSameAim(wish, order.task)) return unknown(BUSY);
        // Where it has the same aim as the other it is answered as that one: it goes on.
        if (order.task) await dataSource.join(order, command);
        if (order.task) order = await dataSource.findById(order._id);
        continue;
      }
      const decision = await this.#decide(order, wish, deadline);
      if (decision.kind === 'open') return unknown(decision.refusal);
      const added = 'added' in decision ? decision.added : [];
      const limited =
        this.#refuseExtension(order, wish) ??
        this.#refuseSilence(wish, decision) ??
        (isIn
          ? null
          : await admission.refuseChange(order, command, added, wish.act === 'move' ? wish : null));
      if (limited) return unknown(limited);
      isIn = true;
      const next = this.#next(order, command, wish, decision, clock.now());
      const written = await dataSource.write(order, next);
      if (written?.task?.keyHash === command.keyHash) {
        return report(await waiter.carryOut(written, deadline, command.keyHash), command);
      }
      if (written) return report(written, command);
      // Somebody else came first: judged anew by what they made of it.
      order = await dataSource.findById(first._id);
    }
    return unknown(BUSY);
  }

  #decide(order: OrderRecord, wish: AnyWish, deadline: number): Promise<Decision | SeriesDecision> {
    return wish.act === 'changeSeries'
      ? this.options.series.decide(order, wish, deadline)
      : Promise.resolve(decide(order, wish, this.options.clock.now()));
  }

  /** Why a hold may not be kept for longer; null where it may, and where that is no question. */
  #refuseExtension(order: OrderRecord, { act }: AnyWish): Refusal | null {
    const { holdTerms, clock } = this.options;
    const now = clock.now();
    const isAsked = act === 'extend' && stateOf(order, now) === 'HELD';
    if (!isAsked || extensionOf(order, holdTerms, now) !== null) return null;
    const { longestMinutes } = holdTerms;
    const message = say`A hold lasts ${longestMinutes} minutes at most, however often it is extended`;
    return rateLimited(message, 'holdMinutes', null, order.expiresAt, now);
  }

  /** Why a change that its owner has to agree to now is not begun; what goes on by itself once its owner answers is. */
  #refuseSilence(wish: AnyWish, decision: Decision | SeriesDecision): Refusal | null {
    if (wish.act !== 'extend' && wish.act !== 'move') return null;
    const asked = decision.kind === 'begin' ? decision.task.open : [];
    return refuseSilent(asked, this.options.owners, say`this change`)[0] ?? null;
  }

  /** The order with the command begun, or answered. */
  #next(
    order: OrderRecord,
    { keyHash, bodyHash }: CommandRecord,
    wish: AnyWish,
    decision: Exclude<Decision | SeriesDecision, { readonly kind: 'open' }>,
    now: Date,
  ): OrderRecord {
    const found = 'conflicts' in decision ? foundOf(decision) : {};
    const command = { keyHash, bodyHash, outcome: null, ...found };
    if (decision.kind === 'answer') {
      const series = 'series' in decision ? decision.series : null;
      const answered = { ...command, outcome: decision.outcome };
      return remember(series ? { ...order, series } : order, answered);
    }
    const minutes = wish.act === 'extend' ? extensionOf(order, this.options.holdTerms, now) : null;
    const task = {
      ...decision.task,
      ...{ keyHash, ...(minutes !== null && { minutes }) },
    };
    const added = 'added' in decision ? decision.added : [];
    const free = breakOff(order);
    const longer = added.length === 0 ? free : { ...free, legs: [...free.legs, ...added] };
    return this.options.driver.lease(remember(begin(longer, task, now), command));
  }
}

/** Whether a command gives places back: nobody is kept from that. */
function givesBack(wish: AnyWish): boolean {
  const { act } = wish;
  return act === 'cancel' || act === 'cancelLeg' || (act === 'changeSeries' && wish.end);
}

/** What is remembered of visits that cannot be had. */
function foundOf({
  conflicts,
  otherWeekdays,
}: Pick<SeriesDecision & { readonly kind: 'begin' }, 'conflicts' | 'otherWeekdays'>) {
  return conflicts.length === 0 ? {} : { conflicts, otherWeekdays };
}

/** The outcome of a command of which nothing is remembered. */
function unknown(...userErrors: readonly Refusal[]): ActOutcome {
  return { ...refused(...userErrors), known: null };
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
function report(order: OrderRecord, { keyHash }: CommandRecord): ActOutcome {
  const { isEffective, userErrors } = toldTo(order, keyHash);
  const known = order.commands.find((command) => command.keyHash === keyHash) ?? null;
  return { order: isEffective ? order : null, secret: null, userErrors, known };
}

/** Whether a command wants the same as the one that is being carried out. */
function hasSameAim({ act }: AnyWish, { act: current }: TaskRecord): boolean {
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
