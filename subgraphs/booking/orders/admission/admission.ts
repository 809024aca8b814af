import type { Limits } from '../../../shared/network-file/limits.js';
import { say, type Said } from '../../../shared/words/said/say.js';
import type { Clock } from '../../../shared/process/clock.js';
import { contactAccounts } from '../../limits/accounts.js';
import type { ClaimRecord } from '../../limits/claim-records.js';
import type { ClaimsDataSource } from '../../limits/claims.js';
import { rateLimited } from '../../limits/rate-limited.js';
import type { CommandRecord, OrderLegRecord, OrderRecord } from '../../store/records.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import { endOf } from '../order/order-state.js';
import type { OrderDataSource } from '../queries/data-source.js';
import { ServiceShares, type FreeMinutes } from './service-shares.js';
import {
  addingId,
  findPassed,
  isNothing,
  mostOf,
  onePerOrder,
  sum,
  visitsAhead,
  weigh,
  type Passed,
  type Weight,
} from './weigh.js';

export interface AdmissionOptions {
  readonly claims: ClaimsDataSource;
  readonly dataSource: Pick<OrderDataSource, 'findByIds'>;
  readonly limits: Limits;
  /** Of digests. */
  readonly contactKey: Buffer;
  readonly freeMinutes: FreeMinutes;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
}

/** What of a contact's limits a command finds. */
interface Standing {
  readonly passed: Passed | null;
  readonly hasHeld: boolean;
}

/** What a stranger does that makes an order. */
export type MakingKind = Extract<ClaimRecord['kind'], 'hold' | 'place' | 'series'>;

/**
 * Lets strangers' commands in as far as the limits of their telephone number, their e-mail address and the services have room. Each
 * adds its claims first, and takes them away where it is refused. While the most that all claims can take has room, nothing else is
 * read; only then is it looked for what has become of them.
 */
export class Admission {
  readonly #shares: ServiceShares;

  constructor(private readonly options: AdmissionOptions) {
    this.#shares = new ServiceShares(options);
  }

  /** Why an order may not be made; null where it may. One query for each way to reach the buyer, and for each service that is held. */
  async refuseMaking(order: OrderRecord, kind: MakingKind): Promise<Refusal | null> {
    const until = new Date(Math.max(...order.legs.map((leg) => endOf(leg).getTime() || 0)));
    const claim = this.#claimOf({ id: order._id, kind, size: order.legs.length, order, until });
    const standings = await this.#enter(order, claim);
    const passed = standings.find((standing) => standing.passed)?.passed ?? null;
    const isFirst = !standings.some(({ hasHeld }) => hasHeld);
    const refusal = passed
      ? this.#refusalOf(passed)
      : kind === 'hold'
        ? await this.#shares.refuseHolding(order, isFirst)
        : null;
    if (refusal) await this.withdraw(order);
    return refusal;
  }

  /**
   * Why a command on an order may not be begun; null where it may. One query for each way to reach the buyer, two where visits are added.
   * @param added - Visits that it adds to the order.
   * @param move - Where it gives a leg another start.
   */
  async refuseChange(
    order: OrderRecord,
    { keyHash }: Pick<CommandRecord, 'keyHash'>,
    added: readonly OrderLegRecord[] = [],
    move: { readonly leg: number; readonly start: Date } | null = null,
  ): Promise<Refusal | null> {
    const ends = [...order.legs, ...added].map((leg) => endOf(leg).getTime() || 0);
    const until = new Date(Math.max(...ends));
    const change = this.#claimOf({ id: keyHash, kind: 'change', size: 0, order, until });
    const size = visitsAhead(order, this.options.clock.now()).length + added.length;
    const id = addingId(keyHash);
    const claims =
      added.length === 0
        ? [change]
        : [change, this.#claimOf({ id, kind: 'series', size, order, until })];
    const refusal =
      (await this.#refuseClaims(order, claims)) ??
      (move && (await this.#shares.refuseMoving(order, move.leg, move.start)));
    if (refusal) for (const entered of claims) await this.#leave(order, entered.id);
    return refusal;
  }

  async #refuseClaims(order: OrderRecord, claims: readonly ClaimRecord[]): Promise<Refusal | null> {
    for (const claim of claims) {
      const standings = await this.#enter(order, claim);
      const passed = standings.find((standing) => standing.passed)?.passed;
      if (passed) return this.#refusalOf(passed);
    }
    return null;
  }

  /** Takes back what an order claims that is not made after all. */
  async withdraw(order: OrderRecord): Promise<void> {
    await this.#leave(order, order._id);
    await this.#shares.withdraw(order);
  }

  #claimOf({
    order,
    ...claim
  }: Pick<ClaimRecord, 'id' | 'kind' | 'size' | 'until'> & {
    readonly order: OrderRecord;
  }): ClaimRecord {
    return { ...claim, about: order._id, at: this.options.realClock.now() };
  }

  #enter({ buyer }: OrderRecord, claim: ClaimRecord): Promise<Standing[]> {
    const accounts = contactAccounts(this.options.contactKey, buyer);
    return Promise.all(accounts.map((account) => this.#enterOne(account, claim)));
  }

  async #enterOne(account: string, claim: ClaimRecord): Promise<Standing> {
    const { claims, dataSource, limits, clock, realClock } = this.options;
    const now = clock.now();
    const before = await claims.add(account, claim, now);
    const [own, most] = apart([...before, claim].map((one) => [one, mostOf(one)]));
    const mayHaveHeld = own.held > 0 && most.some(({ held }) => held > 0);
    if (!mayHaveHeld && !findPassed(own, most, limits.contact)) {
      return { passed: null, hasHeld: false };
    }
    const orders = await dataSource.findByIds([...new Set(before.map(({ about }) => about))]);
    const orderById = new Map(orders.flatMap((order) => (order ? [[order._id, order]] : [])));
    const moment = { now, elapsed: realClock.now() };
    const weighed = before.map((one): [ClaimRecord, Weight] => [
      one,
      weigh(one, orderById.get(one.about) ?? null, moment),
    ]);
    const over = weighed.filter(([, weight]) => isNothing(weight)).map(([{ id }]) => id);
    await claims.drop(account, over);
    const [ownNow, weights] = apart([...weighed, [claim, mostOf(claim)]]);
    return {
      passed: findPassed(ownNow, weights, limits.contact),
      hasHeld: sum(weights.map(({ held }) => held)) > 0,
    };
  }

  async #leave({ buyer }: OrderRecord, id: string): Promise<void> {
    const { claims, contactKey } = this.options;
    await Promise.all(
      contactAccounts(contactKey, buyer).map((account) => claims.drop(account, [id])),
    );
  }

  #refusalOf({ limit, freeAt, alone }: Passed): Refusal {
    const { limits, clock } = this.options;
    const most = limits.contact[limit];
    const message = say`${WHAT[limit]} at most at once for one telephone number or e-mail address: ${most}`;
    if (alone === null) {
      return rateLimited(message, `contact.${limit}`, null, freeAt, clock.now());
    }
    const text = say`${message} (limits.contact.${limit}); this order alone has ${alone}: order fewer at a time.`;
    return refuse('RATE_LIMITED', text, null);
  }
}

/** What the last of some claims takes, and what the others take. */
function apart(weighed: readonly (readonly [ClaimRecord, Weight])[]): [Weight, Weight[]] {
  const all = onePerOrder(weighed);
  const own = all.pop();
  if (!own) throw new Error('Wanted a claim, got none.');
  return [own, all];
}

const WHAT: Readonly<Record<Passed['limit'], Said>> = {
  heldLegs: say`Legs that are held and not confirmed`,
  visitsAhead: say`Visits ahead`,
  commandsAtOnce: say`Commands that are not answered yet`,
};
