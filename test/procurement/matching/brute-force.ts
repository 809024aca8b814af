import type { Matching } from '../../../subgraphs/procurement/matching/suppliers.js';

/** A minute of somebody's time, and what may be done with it. */
interface Minute {
  /** Numbers of the lots, and of the budgets that are used up with it. */
  readonly uses: readonly { readonly lot: number; readonly budgets: readonly number[] }[];
}

/**
 * The most minutes that can be delivered on a day, found by giving each free minute to each lot, or to nobody. All lists
 * of the capacities have to begin with the first of the matching's days.
 */
export function mostByTrying(matching: Matching, day: number, isStrict: boolean): number {
  const limits = matching.lots.map(({ minutesPerDay }) => minutesPerDay);
  const minutes: Minute[] = [];
  for (const { cooperative, resources, budgets } of matching.capacities) {
    const offers = matching.offers.filter(
      (offer) =>
        offer.cooperative === cooperative &&
        offer.match !== 'PARTIAL' &&
        (!isStrict || offer.strictDays.has(day)),
    );
    const first = limits.length;
    for (const budget of budgets) limits.push(budget.minutes[day] ?? 0);
    for (const resource of resources) {
      const uses = offers.flatMap(({ lot: id, service }) => {
        const lot = matching.lots.findIndex((known) => known.id === id);
        if (lot < 0 || !resource.services.includes(service)) return [];
        const within = budgets.flatMap(({ services }, n) =>
          services.includes(service) ? [first + n] : [],
        );
        return [{ lot, budgets: within }];
      });
      for (let n = 0; n < (resource.minutes[day] ?? 0); n += 1) minutes.push({ uses });
    }
  }
  return tryAll(minutes, 0, limits, new Map());
}

function tryAll(
  minutes: readonly Minute[],
  index: number,
  limits: readonly number[],
  known: Map<string, number>,
): number {
  const minute = minutes[index];
  if (!minute) return 0;
  const key = `${index} ${limits.join()}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let most = tryAll(minutes, index + 1, limits, known);
  for (const { lot, budgets } of minute.uses) {
    const used = [lot, ...budgets];
    if (used.some((limit) => limits[limit] === 0)) continue;
    const left = limits.map((value, limit) => (used.includes(limit) ? value - 1 : value));
    most = Math.max(most, 1 + tryAll(minutes, index + 1, left, known));
  }
  known.set(key, most);
  return most;
}
