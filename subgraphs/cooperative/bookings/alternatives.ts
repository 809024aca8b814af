import { dateAt, dayBounds, findAlternatives } from '../capacity/index.js';
import type { Ledger } from './ledger.js';
import type { Complaint, Refusal, Wish } from './refusal.js';
import type { ScopeRows } from './scope-reader.js';
import { scopeOfLeg, unite, type Scope } from './scope.js';

const MINUTE_MS = 60_000;
const DAYS_AHEAD_MS = 14 * 24 * 60 * MINUTE_MS;

/**
 * Gives refusals their alternatives.
 * @param read - Reads what is booked and waited for in a scope; called at most once, when there is something to look for.
 */
export async function answerWishes(
  ledger: Ledger,
  complaints: readonly Complaint[],
  read: (scope: Scope) => Promise<ScopeRows>,
): Promise<Refusal[]> {
  const wishes = complaints.flatMap(({ wish }) => wish ?? []);
  if (wishes.length === 0) return [...complaints];
  const wide = ledger.widened(await read(unite(wishes.map((wish) => scopeOf(ledger, wish)))));
  wide.callWaiting();
  return complaints.map(({ wish, ...refusal }) =>
    wish ? { ...refusal, alternatives: startsFor(wide, wish) } : refusal,
  );
}

/** Where a wish may come true: from the beginning of its day to a fortnight later. */
function scopeOf({ rulebook }: Ledger, { service, leg }: Wish): Scope {
  const { timeZone } = rulebook;
  const from = dayBounds(timeZone, dateAt(timeZone, leg.startsAt)).startsAt;
  const to = leg.startsAt + leg.minutes * MINUTE_MS + DAYS_AHEAD_MS;
  return scopeOfLeg(rulebook, service._id, leg.resource, { from, to });
}

function startsFor(ledger: Ledger, { service, leg, supposition }: Wish): Date[] {
  return findAlternatives(ledger.capacityOf(service, supposition), leg)
    .filter((start) => !ledger.isWaitedFor(service._id, start))
    .map((start) => new Date(start));
}
