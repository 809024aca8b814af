import { randomUUID } from 'node:crypto';
import type { OrderRecord } from '../../../../subgraphs/booking/store/records.js';
import type { OrderOutcome } from '../../../../subgraphs/booking/orders/order/outcome.js';
import type { Circumstances } from '../../../../subgraphs/booking/orders/commands/circumstances.js';
import { refuse, type Refusal } from '../../../../subgraphs/booking/store/refusal.js';
import type {
  HoldOrderInput,
  UserErrorCode,
} from '../../../../subgraphs/booking/schema.generated.js';
import { ownerOf } from '../../../../subgraphs/shared/words/ids.js';

/** What a cooperative does with an order. */
export type OrderBehaviour =
  | { readonly kind: 'confirm' | 'pending' | 'unreached' }
  | { readonly kind: 'refuse'; readonly code: UserErrorCode }
  | { readonly kind: 'crash' };

/** Orders without owners: idempotent by key, each cooperative behaves as told. */
export class FakeOrders {
  readonly placed: HoldOrderInput[] = [];
  /** In which each order was placed. */
  readonly circumstances: Circumstances[] = [];
  readonly orders = new Map<
    string,
    Pick<OrderRecord, '_id' | 'state' | 'problem' | 'answer' | 'wakeAt'>
  >();
  readonly behaviours = new Map<string, OrderBehaviour>();
  readonly #outcomes = new Map<string, OrderOutcome>();

  /** Ids of the orders that stand. */
  get confirmed(): string[] {
    return [...this.orders.values()]
      .filter(({ state }) => state === 'CONFIRMED')
      .map(({ _id }) => _id);
  }

  async placeOrder(
    input: HoldOrderInput,
    circumstances: Circumstances = { maker: null },
  ): Promise<OrderOutcome> {
    await Promise.resolve();
    this.placed.push(input);
    this.circumstances.push(circumstances);
    const known = this.#outcomes.get(input.idempotencyKey);
    if (known) return known;
    const cooperative = ownerOf(input.legs[0]?.serviceId ?? '') ?? '';
    const behaviour = this.behaviours.get(cooperative) ?? { kind: 'confirm' };
    if (behaviour.kind === 'crash') throw new Error('The process was killed.');
    const outcome = this.#outcomeOf(behaviour);
    this.#outcomes.set(input.idempotencyKey, outcome);
    return outcome;
  }

  findOrder(id: string): Promise<OrderRecord | null> {
    return Promise.resolve((this.orders.get(id) as OrderRecord | undefined) ?? null);
  }

  /** An order's owner has answered at last. */
  decide(id: string, state: 'CONFIRMED' | 'FAILED', answer: readonly Refusal[] = []): void {
    this.orders.set(id, {
      _id: id,
      state,
      problem: null,
      wakeAt: null,
      answer: { isEffective: state === 'CONFIRMED', userErrors: answer },
    });
  }

  #outcomeOf(behaviour: OrderBehaviour): OrderOutcome {
    const refusedWith = (code: UserErrorCode): OrderOutcome => ({
      ...{ order: null, secret: null },
      userErrors: [refuse(code, `The cooperative says ${code}.`)],
    });
    if (behaviour.kind === 'refuse') return refusedWith(behaviour.code);
    if (behaviour.kind === 'unreached') return refusedWith('COOPERATIVE_UNAVAILABLE');
    const state = behaviour.kind === 'confirm' ? 'CONFIRMED' : 'PENDING';
    const order = { _id: randomUUID(), state, problem: null, answer: null, wakeAt: null } as const;
    this.orders.set(order._id, order);
    return { order: order as unknown as OrderRecord, secret: 'of the order', userErrors: [] };
  }
}
