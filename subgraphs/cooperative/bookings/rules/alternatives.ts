import { setImmediate } from 'node:timers/promises';
import { DAY_MS, MINUTE_MS } from '../../../shared/words/dates.js';
import { DAYS_AHEAD, dateAt, dayBounds, findAlternatives } from '../../capacity/index.js';
import type { Ledger } from './ledger.js';
import type { Complaint, Refusal, Wish } from './refusal.js';
import { type ScopeRows, scopeOfLeg, unite, type Scope } from './scope.js';

/** Nobody reads more, and a transaction waits for them. */
const MOST_ANSWERED = 20;
/** Starts times resources that are looked at for one command; 20 searches of every quarter of an hour on 50 resources. */
const MOST_LOOKS = MOST_ANSWERED * (DAYS_AHEAD + 1) * 96 * 50;

/**
 * Gives refusals their alternatives: the first 20 of each command that have any to look for, fewer of a service with a very fine
 * grid and many resources, but one at least. The others get none.
 * @param complaints - Those of each command.
 * @param read - Reads what is booked and waited for in a scope; called at most once, when there is something to look for.
 * @returns As many, in the same order.
 */
export async function answerWishes(
  ledger: Ledger,
  complaints: readonly (readonly Complaint[])[],
  read: (scope: Scope) => Promise<ScopeRows>,
): Promise<Refusal[][]> {
  const keyByWish = new Map(complaints.flatMap((list) => wishesToAnswer(ledger, list)));
  if (keyByWish.size === 0) return complaints.map((list) => [...list]);
  const scopes = [...keyByWish.keys()].map((wish) => scopeOf(ledger, wish));
  const wide = ledger.widened(await read(unite(scopes)));
  wide.callWaiting();
  const startsByKey = new Map<string, Date[]>();
  for (const [wish, key] of keyByWish) {
    if (startsByKey.has(key)) continue;
    startsByKey.set(key, startsFor(wide, wish));
    // Others get their turn in between.
    await setImmediate();
  }
  return complaints.map((list) =>
    list.map(({ wish, ...refusal }) => {
      const key = wish && keyByWish.get(wish);
      return key === undefined ? refusal : { ...refusal, alternatives: startsByKey.get(key) ?? [] };
    }),
  );
}

/** Those of one command, with their keys: the same key is looked for once. */
function wishesToAnswer(ledger: Ledger, complaints: readonly Complaint[]): [Wish, string][] {
  const wishes = complaints.flatMap(({ wish }) => wish ?? []).slice(0, MOST_ANSWERED);
  const keys = new Set<string>();
  let looks = 0;
  return wishes.flatMap((wish) => {
    const key = keyOf(ledger, wish);
    if (!keys.has(key)) {
      const { gridMinutes, resources } = wish.service;
      looks += (DAYS_AHEAD + 1) * Math.ceil(1440 / gridMinutes) * resources.length;
      if (keys.size > 0 && looks > MOST_LOOKS) return [];
      keys.add(key);
    }
    return [[wish, key]];
  });
}

/** Names what the alternatives to a leg depend on: of its start only the day matters. */
function keyOf({ rulebook }: Ledger, { service, leg, supposition }: Wish): string {
  const { startsAt, ...rest } = leg;
  return JSON.stringify([service._id, dateAt(rulebook.timeZone, startsAt), rest, supposition]);
}

/** Where a wish may come true: from the beginning of its day to a fortnight later. */
function scopeOf({ rulebook }: Ledger, { service, leg }: Wish): Scope {
  const { timeZone } = rulebook;
  const from = dayBounds(timeZone, dateAt(timeZone, leg.startsAt)).startsAt;
  const to = leg.startsAt + leg.minutes * MINUTE_MS + DAYS_AHEAD * DAY_MS;
  return scopeOfLeg(rulebook, service._id, leg.resource, { from, to });
}

function startsFor(ledger: Ledger, { service, leg, supposition }: Wish): Date[] {
  const isOffered = (startsAt: number) => !ledger.isWaitedFor(service._id, startsAt);
  return findAlternatives(ledger.capacityOf(service, supposition), leg, isOffered).map(
    (start) => new Date(start),
  );
}
