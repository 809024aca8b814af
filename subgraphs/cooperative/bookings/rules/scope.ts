import { MINUTE_MS } from '../../../shared/words/dates.js';
import { dateAt, dayBounds } from '../../capacity/index.js';
import { COUNTING_STATES } from './booking-state.js';
import type { BookingRecord, StoredState, WaitingRecord } from '../../store/booking-records.js';
import type { Rulebook } from './rulebook.js';

/** Bookings, and those who wait. */
export interface Rows {
  readonly bookings: readonly BookingRecord[];
  readonly waiting: readonly WaitingRecord[];
}

/** What was read. */
export interface ScopeRows extends Rows {
  /** Where all is known that takes up places. */
  readonly scope: Scope;
  /** Ids of those waiting whose wishes lie in the scope; of the others it is known only that they wait. */
  readonly callable: ReadonlySet<string>;
}

/** Instants; the end is excluded. */
export interface Time {
  readonly from: number;
  readonly to: number;
}

/** What a command may touch, and so what is guarded and read for it. */
export interface Scope {
  readonly resources: ReadonlySet<string>;
  /** Services with a budget of their own: their bookings count on whatever resource they are. */
  readonly services: ReadonlySet<string>;
  /** In order, apart from each other. */
  readonly times: readonly Time[];
}

/** Times that are closer are read as one: a leg each week is one range of an index, not fifty. */
const NEAR_MS = 8 * 24 * 60 * MINUTE_MS;

export const NOTHING: Scope = { resources: new Set(), services: new Set(), times: [] };

/** What a leg of a service may touch: its resources, for the local days on which it lies, and for its buffer. */
export function scopeOfLeg(
  rulebook: Rulebook,
  service: string,
  resource: string | null,
  time: Time,
): Scope {
  const { timeZone, longestBufferMinutes } = rulebook;
  const bufferMs = longestBufferMinutes * MINUTE_MS;
  const from = dayBounds(timeZone, dateAt(timeZone, time.from)).startsAt;
  const to = dayBounds(timeZone, dateAt(timeZone, time.to)).endsAt;
  return {
    resources: new Set(rulebook.candidatesOf(service, resource)),
    services: new Set(rulebook.hasBudget(service) ? [service] : []),
    times: [{ from: from - bufferMs, to: Math.max(to, time.to + bufferMs) }],
  };
}

/** What a booking frees when it goes. */
function scopeOfBooking(rulebook: Rulebook, booking: BookingRecord): Scope {
  const time = { from: booking.startsAt.getTime(), to: booking.endsAt.getTime() };
  const scope = scopeOfLeg(rulebook, booking.service, booking.resource, time);
  // Also a resource that its service has no more.
  return { ...scope, resources: new Set([booking.resource]) };
}

/**
 * What somebody waits for. All resources of the service, whichever was asked for: there is one line for a service and start, and
 * who wants any place in it has to know of all who stand there.
 */
export function scopeOfWaiting(
  rulebook: Rulebook,
  { service, startsAt, endsAt }: WaitingRecord,
): Scope {
  const time = { from: startsAt.getTime(), to: endsAt.getTime() };
  return scopeOfLeg(rulebook, service, null, time);
}

/** What may become free when bookings and waiting end. */
export function scopeOfRows(rulebook: Rulebook, { bookings, waiting }: Rows): Scope {
  const counting: readonly StoredState[] = COUNTING_STATES;
  const scopes = [
    ...bookings
      .filter(({ state }) => counting.includes(state))
      .map((booking) => scopeOfBooking(rulebook, booking)),
    ...waiting
      .filter(({ state }) => state === 'REQUESTED')
      .map((entry) => scopeOfWaiting(rulebook, entry)),
  ];
  return scopes.length > 0 ? unite(scopes) : NOTHING;
}

/** Whether all of a scope lies in another. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  const holds = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
    [...some].every((id) => all.has(id));
  return (
    holds(outer.resources, inner.resources) &&
    holds(outer.services, inner.services) &&
    inner.times.every(({ from, to }) =>
      outer.times.some((time) => time.from <= from && to <= time.to),
    )
  );
}

export function unite(scopes: readonly Scope[]): Scope {
  return {
    resources: new Set(scopes.flatMap(({ resources }) => [...resources])),
    services: new Set(scopes.flatMap(({ services }) => [...services])),
    times: uniteTimes(scopes.flatMap(({ times }) => times)),
  };
}

/**
 * The scope with all that those may touch who wait for something in it, and those who wait for something of theirs: whoever
 * waits is served before anybody else.
 */
export function withWaiting(
  rulebook: Rulebook,
  scope: Scope,
  waiting: readonly WaitingRecord[],
): Scope {
  const scopes = waiting
    .filter(({ state }) => state === 'REQUESTED')
    .map((entry) => scopeOfWaiting(rulebook, entry));
  let known = scope;
  for (;;) {
    const touched = scopes.filter((other) => isTouching(known, other));
    const wider = unite([known, ...touched]);
    if (isSameScope(known, wider)) return known;
    known = wider;
  }
}

export function isSameScope(one: Scope, other: Scope): boolean {
  return keyOf(one) === keyOf(other);
}

/** Ids of the guards of a scope, in order. */
export function guardsOf({ resources, services }: Scope): string[] {
  return [...[...resources].map(resourceGuard), ...[...services].map(serviceGuard)].sort();
}

export function resourceGuard(id: string): string {
  return `resource:${id}`;
}

export function serviceGuard(id: string): string {
  return `service:${id}`;
}

function keyOf(scope: Scope): string {
  return JSON.stringify([guardsOf(scope), scope.times]);
}

/** Whether two commands could come into each other's way. */
export function isTouching(one: Scope, other: Scope): boolean {
  const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...b].some((id) => a.has(id));
  return (
    (meets(one.resources, other.resources) || meets(one.services, other.services)) &&
    one.times.some((a) => other.times.some((b) => a.from < b.to && b.from < a.to))
  );
}

function uniteTimes(times: readonly Time[]): Time[] {
  const united: Time[] = [];
  for (const next of [...times].sort((a, b) => a.from - b.from)) {
    const last = united.at(-1);
    if (last && next.from <= last.to + NEAR_MS) {
      united[united.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    } else {
      united.push(next);
    }
  }
  return united;
}
