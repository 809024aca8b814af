import type { Limits } from '../../../shared/network-file/limits.js';
import type { Clock } from '../../../shared/process/clock.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import { serviceAccount } from '../../limits/accounts.js';
import type { ClaimRecord } from '../../limits/claim-records.js';
import type { ClaimsDataSource } from '../../limits/claims.js';
import { say } from '../../../shared/words/said/say.js';
import { IN_BETWEEN_MS, rateLimited } from '../../limits/rate-limited.js';
import type { OrderLegRecord, OrderRecord } from '../../store/records.js';
import type { Refusal } from '../../store/refusal.js';
import type { OrderDataSource } from '../queries/data-source.js';
import { heldLegs, sum } from './weigh.js';

/** Person-minutes that a service has free over some days from today; null where its owner does not tell. */
export type FreeMinutes = (serviceId: string, now: Date, days: number) => Promise<number | null>;

export interface ServiceSharesOptions {
  readonly claims: ClaimsDataSource;
  readonly dataSource: Pick<OrderDataSource, 'findByIds'>;
  readonly limits: Pick<Limits, 'service' | 'holdMinutes'>;
  readonly freeMinutes: FreeMinutes;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
}

/** What strangers hold of a service, in minutes. */
interface Held {
  /** Their owner has kept these places, so they are free no more. */
  readonly granted: number;
  /** These are just being asked for. */
  readonly asked: number;
}

const MINUTE_MS = 60_000;
const NOTHING: Held = { granted: 0, asked: 0 };

/** Sees to it that strangers together hold no more of a service than their share of what is not agreed with anybody. */
export class ServiceShares {
  constructor(private readonly options: ServiceSharesOptions) {}

  /** Why an order may not be held; null where it may. @param isFirst - Nothing else of its buyer is held: then it always may. */
  async refuseHolding(order: OrderRecord, isFirst: boolean): Promise<Refusal | null> {
    const { limits } = this.options;
    // All of it is no limit.
    if (limits.service.heldPercent === 100) return null;
    const refusals = await Promise.all(
      [...this.#minutesByService(order)].map(([service, size]) =>
        this.#enter(service, size, order, isFirst),
      ),
    );
    return refusals.find((refusal) => refusal !== null) ?? null;
  }

  /** Why a leg that is held far ahead may not be held sooner; null where it may. @param start - Its new one. */
  async refuseMoving(order: OrderRecord, number: number, start: Date): Promise<Refusal | null> {
    const { limits, clock, claims } = this.options;
    const leg = order.legs[number];
    const now = clock.now();
    const isHeld = leg !== undefined && heldLegs(order, now).includes(leg);
    const comesNear = isHeld && !this.#isNear(leg, now) && this.#isNear({ ...leg, start }, now);
    if (!comesNear || limits.service.heldPercent === 100) return null;
    const { serviceId } = leg;
    const refusal = await this.#enter(serviceId, minutesOf(leg), order, false);
    // Unless it is there for another leg.
    const isNew = !this.#minutesByService(order).has(serviceId);
    if (refusal && isNew) await claims.drop(serviceAccount(serviceId), [order._id]);
    return refusal;
  }

  async withdraw(order: OrderRecord): Promise<void> {
    const { claims, limits } = this.options;
    if (limits.service.heldPercent === 100) return;
    const services = [...this.#minutesByService(order).keys()];
    await Promise.all(services.map((id) => claims.drop(serviceAccount(id), [order._id])));
  }

  async #enter(
    service: string,
    size: number,
    { _id: id }: OrderRecord,
    isFirst: boolean,
  ): Promise<Refusal | null> {
    const { claims, limits, freeMinutes, clock, realClock } = this.options;
    const { heldPercent, days } = limits.service;
    const now = clock.now();
    const until = new Date(now.getTime() + limits.holdMinutes * MINUTE_MS);
    const claim = { id, kind: 'hold', about: id, size, at: realClock.now(), until } as const;
    const before = await claims.add(serviceAccount(service), claim, now);
    if (isFirst) return null;
    const held = await this.#heldOf(service, before, now);
    const free = await freeMinutes(service, now, days);
    if (free === null) return null;
    const most = ((free + held.granted) * heldPercent) / 100;
    if (held.granted + held.asked + size <= most) return null;
    const message = say`Others hold so much of ${service} that it can be ordered, and held no more: at most ${heldPercent} % of what is not agreed within ${days} days`;
    const freeAt = new Date(Math.min(...[...before, claim].map((one) => one.until.getTime())));
    return rateLimited(message, 'service.heldPercent', ['legs'], freeAt, now);
  }

  /** What the claims before hold now; those that hold nothing any more are taken away. */
  async #heldOf(service: string, before: readonly ClaimRecord[], now: Date): Promise<Held> {
    const { claims, dataSource, realClock } = this.options;
    const elapsedMs = realClock.now().getTime();
    const orders = await dataSource.findByIds(before.map(({ about }) => about));
    const all = before.map((claim, index): Held => {
      const order = orders[index];
      if (order) return this.#heldIn(order, service, now);
      return elapsedMs - claim.at.getTime() < IN_BETWEEN_MS
        ? { granted: 0, asked: claim.size }
        : NOTHING;
    });
    const over = before.filter((_claim, index) => !hasAny(all[index] ?? NOTHING));
    await claims.drop(
      serviceAccount(service),
      over.map(({ id }) => id),
    );
    return {
      granted: sum(all.map(({ granted }) => granted)),
      asked: sum(all.map(({ asked }) => asked)),
    };
  }

  #heldIn(order: OrderRecord, service: string, now: Date): Held {
    const legs = heldLegs(order, now).filter((leg) => leg.serviceId === service);
    const near = legs.filter((leg) => this.#isNear(leg, now));
    const [granted, asked] = [true, false].map((isHeld) =>
      sum(near.filter(({ state }) => (state === 'HELD') === isHeld).map(minutesOf)),
    );
    return { granted: granted ?? 0, asked: asked ?? 0 };
  }

  #minutesByService({ legs }: OrderRecord): Map<string, number> {
    const now = this.options.clock.now();
    const minutes = new Map<string, number>();
    for (const leg of legs.filter((one) => this.#isNear(one, now))) {
      minutes.set(leg.serviceId, (minutes.get(leg.serviceId) ?? 0) + minutesOf(leg));
    }
    return minutes;
  }

  #isNear({ start }: OrderLegRecord, now: Date): boolean {
    const end = now.getTime() + this.options.limits.service.days * DAY_MS;
    return start > now && start.getTime() < end;
  }
}

function hasAny({ granted, asked }: Held): boolean {
  return granted + asked > 0;
}

/** Person-minutes. */
function minutesOf({ minutes, quantity }: OrderLegRecord): number {
  return minutes * quantity;
}
